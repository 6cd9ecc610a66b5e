#include "row_sums.hpp"

#include <sodium.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using store::Query;
using store::RawValue;
using Type = RawValue::Type;

SumKey::SumKey() {
    auto random = base::random_bytes(row_key_.size() + value_key_.size() + sizeof factors_);
    const auto* next = random.data();
    const auto draw = [&](void* to, std::size_t size) {
        std::memcpy(to, next, size);
        next += size;
    };
    draw(row_key_.data(), row_key_.size());
    draw(value_key_.data(), value_key_.size());
    for (auto& factor : factors_) {
        Residue::Wide number = 0;
        draw(&number, sizeof number);
        factor = Residue(number);
    }
    sodium_memzero(random.data(), random.size());
}

SumKey::~SumKey() {
    sodium_memzero(row_key_.data(), row_key_.size());
    sodium_memzero(value_key_.data(), value_key_.size());
    sodium_memzero(factors_.data(), sizeof factors_);
}

Residue SumKey::hash(std::string_view bytes, const HashKey& key) {
    static_assert(crypto_shorthash_siphashx24_KEYBYTES == std::tuple_size_v<HashKey>);
    static_assert(crypto_shorthash_siphashx24_BYTES == sizeof(Residue::Wide));
    std::array<unsigned char, sizeof(Residue::Wide)> hash{};
    crypto_shorthash_siphashx24(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                                bytes.size(), key.data());
    Residue::Wide number = 0;
    std::memcpy(&number, hash.data(), hash.size());
    return Residue(number);
}

namespace {

Type type_of(const std::string& declared) {
    if (declared == "INTEGER" || declared == "INT") return Type::integer;
    if (declared == "TEXT") return Type::text;
    if (declared == "BLOB") return Type::blob;
    // What a real number is stored as depends on its value.
    throw Doubt{};
}

std::optional<store::KeptValue> default_of(store::Connection& connection, const std::string& sql) {
    store::OrderedScan row(connection, {.columns = sql, .from = "(SELECT 1)", .keys = {"1"}});
    if (!row.next() || row.value(0).type == Type::null) return {};
    return store::KeptValue{row.value(0).type, std::string(row.value(0).bytes)};
}

}  // namespace

TableShape read_shape(store::Connection& connection, const std::string& name) {
    TableShape shape{.name = name};
    // The schema is this program's own, to the letter. pragma_table_list would expand every view.
    shape.has_rowid = !store::find_integer(connection,
                                           "SELECT sql LIKE '%) %WITHOUT ROWID%' FROM sqlite_schema"
                                           " WHERE type = 'table' AND name = ?",
                                           name)
                           .value_or(0);
    std::map<std::int64_t, std::string> keys;
    for (Query row(connection,
                   "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(?)",
                   name);
         row.next();) {
        shape.columns.push_back({.name = row.text(0),
                                 .type = type_of(row.text(1)),
                                 .in_key = row.flag(4),
                                 .not_null = row.flag(2)});
        if (const auto unsaid = row.maybe_text(3))
            shape.columns.back().unsaid = default_of(connection, *unsaid);
        if (row.flag(4)) keys.emplace(row.integer(4), row.text(0));
        if (shape.columns.back().unsaid && !shape.columns.back().not_null) throw Doubt{};
    }
    for (auto& [place, key] : keys)
        shape.keys.push_back(std::move(key));
    for (std::size_t column = 0; column < shape.columns.size(); ++column)
        if (shape.columns[column].in_key) shape.key_columns.push_back(column);
    if (shape.keys.empty() || shape.columns.size() > SumKey::most_columns) throw Doubt{};
    shape.key_is_rowid =
        shape.has_rowid && shape.keys.size() == 1 &&
        shape.columns[shape.column_named(shape.keys.front())].type == Type::integer;
    return shape;
}

std::size_t TableShape::column_named(std::string_view column) const {
    const auto found = std::ranges::find(columns, column, &Column::name);
    return static_cast<std::size_t>(found - columns.begin());
}

TableShapes read_shapes(store::Connection& connection) {
    TableShapes shapes;
    std::vector<std::string> names;
    for (Query row(connection,
                   "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name");
         row.next();)
        if (store::is_journaled(row.text(0))) names.push_back(row.text(0));
    for (const auto& name : names) {
        auto shape = read_shape(connection, name);
        shape.number = shapes.size();
        shapes.emplace(name, std::move(shape));
    }
    return shapes;
}

void RowHasher::put_sized(const RawValue& value) {
    const auto type = static_cast<char>(value.type);
    put({&type, 1});
    put_number(value.bytes.size());
    put(value.bytes);
}

/// What is short is written out, with its type and how long it is; of what is longer the hash has
/// to do.
Residue RowHasher::number_of(const RawValue& value) const {
    constexpr std::size_t short_enough = 14;
    constexpr unsigned size_at = 8 * short_enough;
    constexpr unsigned type_at = size_at + 4;
    if (value.type == Type::null || value.type == Type::absent) return {};
    const auto type = static_cast<Residue::Wide>(value.type) << type_at;
    if (value.bytes.size() > short_enough) {
        auto number = key_.long_value(value.bytes);
        number += Residue(type);
        return number;
    }
    Residue::Wide number = 0;
    // Into the lower end of it, wherever that is.
    constexpr auto lower_end =
        std::endian::native == std::endian::big ? sizeof number - short_enough : 0;
    auto* const to = reinterpret_cast<char*>(&number) + lower_end;
    // Of numbers, which most values are, the compiler knows how long they are.
    if (value.bytes.size() == sizeof(std::int64_t))
        std::memcpy(to, value.bytes.data(), sizeof(std::int64_t));
    else if (!value.bytes.empty())
        std::memcpy(to, value.bytes.data(), value.bytes.size());
    return Residue(number | static_cast<Residue::Wide>(value.bytes.size()) << size_at | type);
}

ChangeSums::ChangeSums(const TableShapes& shapes, const SumKey& key) : hasher_(key) {
    for (const auto& [name, table] : shapes)
        shapes_.emplace(name, &table);
}

void ChangeSums::table(std::string_view name, std::string_view keys) {
    const auto found = shapes_.find(name);
    if (found == shapes_.end() || keys.size() > found->second->columns.size()) throw Doubt{};
    table_ = found->second;
    for (std::size_t column = 0; column < table_->columns.size(); ++column)
        if (table_->columns[column].in_key != (column < keys.size() && keys[column] != 0))
            throw Doubt{};
}

void ChangeSums::row(const store::RowChange& change) {
    const auto& [kind, old_values, new_values] = change;
    const auto key = kind == store::RowChange::Kind::inserted ? new_values : old_values;
    if (counts_ && !counts_(*table_, key)) return;
    hasher_.begin(*table_, [&](std::size_t column) { return key[column]; });
    if (kind == store::RowChange::Kind::inserted) hasher_.plus_row();
    if (kind == store::RowChange::Kind::deleted) hasher_.minus_row();
    for (std::size_t column = 0; column < key.size(); ++column) {
        if (table_->columns[column].in_key) continue;
        if (!old_values.empty()) hasher_.minus(*table_, column, old_values[column]);
        if (!new_values.empty()) hasher_.plus(*table_, column, new_values[column]);
    }
    sum_ += hasher_.sum();
}

}  // namespace huiyin::gate
