#include "page_sums.hpp"

#include <algorithm>
#include <string>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using store::Query;
using store::RawValue;

namespace {

/// Eight megabytes of bits; whatever has a greater id is looked up.
constexpr std::int64_t greatest_id = 67'108'864;
constexpr std::size_t most_beyond = 100'000;
constexpr std::size_t ids_at_a_time = 500;

bool holds(const std::vector<NullCondition>& conditions, std::span<const RawValue> values) {
    return std::ranges::all_of(conditions, [&](const auto& condition) {
        return (values[condition.column].type == RawValue::Type::null) == condition.is_null;
    });
}

}  // namespace

void IdSet::add(std::int64_t id) {
    if (bits_.empty()) bits_.resize(at(limit_) + 1);
    bits_[at(id)] = true;
}

std::optional<std::int64_t> IdSet::next_without(const IdSet& there, std::int64_t id) const {
    for (; at(id) < bits_.size(); ++id)
        if (bits_[at(id)] && !there.has(id)) return id;
    return {};
}

PageSums::PageSums(store::Connection& connection, const TableShapes& shapes, Indexes& indexes,
                   Ranges& ranges, const SumKey& key)
    : hasher_(key), ranges_(ranges) {
    for (const auto& [name, shape] : shapes) {
        if (!shape.has_rowid) continue;
        Table table{.shape = &shape, .indexes = &indexes.at(shape.number)};
        auto references = references_of(connection, shapes, shape);
        bool is_known = references.has_value();
        for (const auto& index : table.indexes->indexes()) {
            auto conditions = null_conditions(shape, index);
            is_known = is_known && conditions;
            if (is_known) table.conditions.push_back(std::move(*conditions));
        }
        if (!is_known) continue;
        table.references = std::move(*references);
        for (const auto& column : shape.columns)
            table.unwritten.push_back(column.unsaid ? column.unsaid->raw()
                                                    : RawValue{RawValue::Type::null, {}});
        table.values.resize(shape.columns.size());
        table.entries.resize(table.conditions.size());
        tables_.emplace(shape.number, std::move(table));
    }
    for (Query row(connection,
                   "SELECT name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0");
         row.next();) {
        const auto shape = shapes.find(row.text(1));
        if (shape == shapes.end()) continue;
        const auto table = tables_.find(shape->second.number);
        if (table == tables_.end()) continue;
        const auto& all = table->second.indexes->indexes();
        const auto index = std::ranges::find(all, row.text(0), &IndexShape::name);
        Place place{.table = &table->second, .index = {}};
        if (index != all.end()) place.index = static_cast<std::size_t>(index - all.begin());
        roots_.emplace(static_cast<std::uint32_t>(row.integer(2)), place);
    }
    for (auto& [number, table] : tables_) {
        const auto parent = parents_.find(table.shape->name);
        if (parent != parents_.end()) table.parent = &parent->second;
    }
}

std::optional<std::vector<PageSums::ToParent>> PageSums::references_of(
    store::Connection& connection, const TableShapes& shapes, const TableShape& table) {
    std::vector<ToParent> references;
    for (const auto& [column, to_table, to] : read_references(connection, table)) {
        const auto shape = shapes.find(to_table);
        if (shape == shapes.end() || !shape->second.key_is_rowid ||
            shape->second.keys.front() != to)
            return {};
        auto parent = parents_.find(to_table);
        if (parent == parents_.end()) {
            const auto last = store::find_integer(
                                  connection, base::format("SELECT max({}) FROM {}", to, to_table))
                                  .value_or(0);
            const IdSet none(std::clamp(last, std::int64_t{0}, greatest_id));
            parent =
                parents_
                    .emplace(to_table, Parent{.name = to_table, .present = none, .missed = none})
                    .first;
        }
        references.push_back({column, &parent->second});
    }
    return references;
}

bool PageSums::begin(std::uint32_t root) {
    const auto place = roots_.find(root);
    if (place == roots_.end()) return false;
    at_hand_ = place->second;
    auto& [table, index] = at_hand_;
    if (index) {
        table->indexes->forget_entries(*index);
    } else {
        table->indexes->forget_rows();
        table->sum = {};
    }
    return true;
}

void PageSums::record(std::int64_t rowid, std::span<const RawValue> values) {
    if (at_hand_.index)
        take_entry(*at_hand_.table, *at_hand_.index, values);
    else
        take_row(*at_hand_.table, rowid, values);
}

void PageSums::take_row(Table& table, std::int64_t rowid, std::span<const RawValue> written) {
    const auto& shape = *table.shape;
    if (written.size() > shape.columns.size()) throw Doubt{};
    auto& values = table.values;
    const auto rest = std::ranges::copy(written, values.begin()).out;
    std::copy(table.unwritten.begin() + std::ssize(written), table.unwritten.end(), rest);
    const auto id = store::kept(rowid);
    if (shape.key_is_rowid) {
        auto& key = values[shape.key_columns.front()];
        if (key.type != RawValue::Type::null) throw Doubt{};
        key = id.raw();
    }
    table.sum += hasher_.whole_row(
        shape, [&](std::size_t column) -> const RawValue& { return values[column]; });
    if (!shape.key_is_rowid) hasher_.begin_place(shape, id.bytes);
    for (std::size_t index = 0; index < table.conditions.size(); ++index)
        if (holds(table.conditions[index], values))
            table.indexes->add_row(index, rowid,
                                   hasher_.entry_of_row(table.indexes->columns_of(index)));
    if (table.parent != nullptr && table.parent->present.holds(rowid))
        table.parent->present.add(rowid);
    for (const auto& [column, parent] : table.references)
        if (values[column].type != RawValue::Type::null)
            refer(*parent, store::integer_of(values[column]));
}

void PageSums::refer(Parent& parent, std::int64_t id) {
    if (parent.present.has(id)) return;
    if (parent.missed.holds(id)) return parent.missed.add(id);
    if (parent.beyond.size() == most_beyond) throw Doubt{};
    parent.beyond.push_back(id);
}

void PageSums::take_entry(Table& table, std::size_t index, std::span<const RawValue> values) {
    const auto& columns = table.indexes->columns_of(index);
    if (values.size() != columns.size() + 1 || values.back().type != RawValue::Type::integer)
        throw Doubt{};
    hasher_.begin_place(*table.shape, values.back().bytes);
    table.indexes->add_entry(
        index, store::integer_of(values.back()),
        hasher_.entry(columns, [&](std::size_t at) -> const RawValue& { return values[at]; }));
}

void PageSums::whole(std::uint32_t changes) {
    auto& [table, index] = at_hand_;
    (index ? table->entries[*index] : table->rows) = {.changes = changes, .entries = entries_};
}

void PageSums::settle() {
    for (auto& [number, table] : tables_) {
        auto& indexes = *table.indexes;
        // Of rows without an id nobody knows which of them were touched between two readings.
        const bool is_one_moment = std::ranges::all_of(
            table.entries, [&](const auto& tree) { return tree.changes == table.rows.changes; });
        if (!indexes.are_summed() && !is_one_moment) {
            table.rows = {};
            std::ranges::fill(table.entries, Tree{});
        }
        for (std::size_t index = 0; index < table.entries.size(); ++index)
            if (!table.entries[index].changes) indexes.forget_entries(index);
        if (!table.rows.changes) {
            indexes.forget_rows();
            continue;
        }
        sum_ += table.sum;
        ranges_[number].push_back({.end = {}, .entries = table.rows.entries});
    }
}

bool PageSums::look_up_references(store::Connection& connection,
                                  const std::function<bool()>& is_over) {
    for (auto& [name, parent] : parents_) {
        for (;;) {
            std::vector<std::int64_t> ids;
            while (ids.size() < ids_at_a_time && !parent.beyond.empty()) {
                ids.push_back(parent.beyond.back());
                parent.beyond.pop_back();
            }
            while (ids.size() < ids_at_a_time) {
                const auto id = parent.missed.next_without(parent.present, parent.next);
                parent.next = id ? *id + 1 : greatest_id + 1;
                if (!id) break;
                ids.push_back(*id);
            }
            if (ids.empty()) break;
            for (const auto id : ids)
                if (!store::find_integer(
                        connection, base::format("SELECT 1 FROM {} WHERE rowid = ?", name), id))
                    throw Doubt{};
            if (is_over()) return true;
        }
    }
    return false;
}

bool PageSums::has_rows(const TableShape& table) const {
    const auto found = tables_.find(table.number);
    return found != tables_.end() && found->second.rows.changes;
}

bool PageSums::has_entries(const TableShape& table, std::size_t index) const {
    const auto found = tables_.find(table.number);
    return found != tables_.end() && found->second.entries[index].changes;
}

}  // namespace huiyin::gate
