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
    static_assert(crypto_shorthash_siphashx24_KEYBYTES == std::tuple_size_v<decltype(bytes_)>);
    auto random = base::random_bytes(bytes_.size());
    std::ranges::copy(random, bytes_.begin());
    sodium_memzero(random.data(), random.size());
}

SumKey::~SumKey() {
    sodium_memzero(bytes_.data(), bytes_.size());
}

Sum& Sum::operator+=(const Sum& other) {
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        lanes[lane] += other.lanes[lane];
    return *this;
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
    shape.has_rowid =
        !store::find_integer(connection,
                             "SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'", name)
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
    if (shape.keys.empty()) throw Doubt{};
    shape.key_is_rowid =
        shape.has_rowid && shape.keys.size() == 1 &&
        std::ranges::find(shape.columns, shape.keys.front(), &TableShape::Column::name)->type ==
            Type::integer;
    return shape;
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

void RowHasher::put_number(std::size_t number) {
    const auto fixed = static_cast<std::uint32_t>(number);
    std::array<char, sizeof fixed> bytes{};
    std::memcpy(bytes.data(), &fixed, sizeof fixed);
    message_.append(bytes.data(), bytes.size());
}

void RowHasher::put_key(const RawValue& value) {
    message_.push_back(static_cast<char>(value.type));
    put_number(value.bytes.size());
    message_.append(value.bytes);
}

Sum RowHasher::hash() const {
    static_assert(crypto_shorthash_siphashx24_BYTES == sizeof(Sum));
    Sum sum;
    std::array<unsigned char, sizeof(Sum)> bytes{};
    crypto_shorthash_siphashx24(bytes.data(),
                                reinterpret_cast<const unsigned char*>(message_.data()),
                                message_.size(), key_.bytes());
    std::memcpy(sum.lanes.data(), bytes.data(), bytes.size());
    return sum;
}

/// What is hashed of a value is longer than what is hashed of its row, and says its column first:
/// so no two things are hashed alike.
Sum RowHasher::value(const TableShape& table, std::size_t column, const RawValue& value) {
    const auto& unsaid = table.columns[column].unsaid;
    if (value.type == Type::null || value.type == Type::absent) return {};
    if (unsaid && unsaid->raw() == value) return {};
    put_number(column);
    message_.push_back(static_cast<char>(value.type));
    message_.append(value.bytes);
    const auto sum = hash();
    message_.resize(row_size_);
    return sum;
}

void ChangeSums::plus(const Sum& hash) {
    sum_ += hash;
}

void ChangeSums::minus(const Sum& hash) {
    for (std::size_t lane = 0; lane < hash.lanes.size(); ++lane)
        sum_.lanes[lane] -= hash.lanes[lane];
}

void ChangeSums::table(std::string_view name, std::string_view keys) {
    const auto found = shapes_.find(name);
    if (found == shapes_.end() || keys.size() > found->second.columns.size()) throw Doubt{};
    table_ = &found->second;
    for (std::size_t column = 0; column < table_->columns.size(); ++column)
        if (table_->columns[column].in_key != (column < keys.size() && keys[column] != 0))
            throw Doubt{};
}

void ChangeSums::row(const store::RowChange& change) {
    const auto& [kind, old_values, new_values] = change;
    const auto key = kind == store::RowChange::Kind::inserted ? new_values : old_values;
    if (counts_ && !counts_(*table_, key)) return;
    hasher_.begin(*table_, [&](std::size_t column) { return key[column]; });
    if (kind == store::RowChange::Kind::inserted) plus(hasher_.row());
    if (kind == store::RowChange::Kind::deleted) minus(hasher_.row());
    for (std::size_t column = 0; column < key.size(); ++column) {
        if (table_->columns[column].in_key) continue;
        if (!old_values.empty()) minus(hasher_.value(*table_, column, old_values[column]));
        if (!new_values.empty()) plus(hasher_.value(*table_, column, new_values[column]));
    }
}

}  // namespace huiyin::gate
