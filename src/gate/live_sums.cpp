#include "live_sums.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "comparison.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/journal_tree.hpp"
#include "huiyin/store/page_check.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "table_source.hpp"

namespace huiyin::gate {

using Source = store::OrderedScan::Source;

namespace {

/// Between two looks at the clock.
constexpr std::size_t rows_between_looks = 64;

/// Where a table's columns stand in what `rows_of` reads.
std::vector<std::size_t> places_of(const TableShape& table) {
    std::vector<std::size_t> places(table.columns.size());
    std::size_t next = 0;
    for (const auto& key : table.keys)
        places[table.column_named(key)] = next++;
    for (std::size_t column = 0; column < places.size(); ++column)
        if (!table.columns[column].in_key) places[column] = next++;
    return places;
}

/// SQL: whether an id is in one of these ranges.
std::string within(const std::vector<std::pair<std::int64_t, std::int64_t>>& ranges,
                   std::string_view id) {
    std::string sql;
    for (const auto& [from, to] : ranges)
        sql += base::format("{}{} BETWEEN {} AND {}", sql.empty() ? "(" : " OR ", id, from, to);
    return sql + ")";
}

}  // namespace

bool is_counted(const TableShape& table, const std::vector<RangeRead>& ranges,
                std::span<const store::RawValue> key, std::int64_t seq) {
    const auto is_before = [&](const RangeRead& range) {
        for (std::size_t at = 0; at < range.end.size(); ++at) {
            const auto order =
                store::compare(range.end[at].raw(), key[table.column_named(table.keys[at])]);
            if (order != 0) return order < 0;
        }
        return false;
    };
    const auto range = std::ranges::partition_point(ranges, is_before);
    return range != ranges.end() && seq <= range->entries;
}

LiveSums::LiveSums(store::Connection& connection, Turns& turns, const SumKey& key, GoOn go_on)
    : connection_(connection), turns_(turns), hasher_(key), go_on_(std::move(go_on)) {
    const Turns::Turn turn(turns_, connection_);
    schema_ = store::find_integer(connection_, "PRAGMA schema_version").value_or(0);
    version_ = store::find_integer(connection_, "PRAGMA user_version").value_or(0);
}

std::int64_t LiveSums::entries_now() {
    const auto entries =
        store::find_integer(connection_, "SELECT max(seq) FROM journal").value_or(0);
    // What a migration changed meanwhile is not known here.
    if (store::find_integer(connection_, "PRAGMA schema_version") != schema_) throw Doubt{};
    latest_ = std::max(latest_, entries);
    return entries;
}

void LiveSums::in_turns(const std::function<bool(const Turns::Turn&)>& part) {
    bool more = true;
    while (more) {
        go_on_();
        const Turns::Turn turn(turns_, connection_);
        more = part(turn);
    }
}

/// What the indexes have to have of the row that was just summed.
void LiveSums::add_entries(std::size_t columns, store::OrderedScan& row, IndexSums& indexes) {
    const auto id = row.integer(0);
    auto next_condition = columns;
    for (std::size_t number = 0; number < indexes.indexes().size(); ++number) {
        if (indexes.indexes()[number].is_partial && row.integer(next_condition++) != 1) continue;
        indexes.add_row(number, id, hasher_.entry_of_row(indexes.columns_of(number)));
    }
}

void LiveSums::rows(const TableShape& table, std::vector<RangeRead>& ranges, IndexSums& indexes) {
    store::OrderedScan row(connection_, indexes.are_summed()
                                            ? rows_to_sum(connection_, table, indexes.indexes())
                                            : rows_of(connection_, table));
    const auto places = places_of(table);
    in_turns([&](const Turns::Turn& turn) {
        const auto entries = entries_now();
        bool more = false;
        for (std::size_t count = 1; (more = row.next()); ++count) {
            if (row.integer(row.columns() - 1) != 1) throw Doubt{};
            sum_ += hasher_.whole_row(table, [&](std::size_t column) -> const store::RawValue& {
                return row.value(places[column]);
            });
            if (indexes.are_summed()) add_entries(places.size(), row, indexes);
            if (count % rows_between_looks == 0 && turn.is_over()) break;
        }
        row.pause();
        if (ranges.empty() || ranges.back().entries != entries)
            ranges.push_back({.end = {}, .entries = entries});
        ranges.back().end = more ? row.last() : std::vector<store::KeptValue>{};
        return more;
    });
}

void LiveSums::all_agree(Source source) {
    store::OrderedScan row(connection_, std::move(source));
    in_turns([&](const Turns::Turn& turn) {
        entries_now();
        bool more = false;
        for (std::size_t count = 1; (more = row.next()); ++count) {
            if (row.integer(row.columns() - 1) != 1) throw Doubt{};
            if (count % rows_between_looks == 0 && turn.is_over()) break;
        }
        row.pause();
        return more;
    });
}

void LiveSums::index(const TableShape& table, std::size_t number, IndexSums& indexes) {
    const auto& index = indexes.indexes()[number];
    if (!indexes.are_summed()) return all_agree(entries_of(connection_, table, index));
    const auto columns = index.columns.size();
    store::OrderedScan row(connection_, entries_to_sum(table, index));
    in_turns([&](const Turns::Turn& turn) {
        entries_now();
        bool more = false;
        for (std::size_t count = 1; (more = row.next()); ++count) {
            hasher_.begin(table, [&](std::size_t) { return row.value(columns); });
            indexes.add_entry(number, row.integer(columns),
                              hasher_.entry(indexes.columns_of(number),
                                            [&](std::size_t column) { return row.value(column); }));
            if (count % rows_between_looks == 0 && turn.is_over()) break;
        }
        row.pause();
        return more;
    });
}

void LiveSums::look_up_touched(const TableShape& table, const IndexSums& indexes) {
    if (!indexes.are_summed()) return;
    const auto ranges = indexes.touched();
    if (ranges.empty()) return;
    auto rows = rows_of(connection_, table);
    rows.where = within(ranges, "r.rowid");
    all_agree(std::move(rows));
    for (const auto& index : indexes.indexes()) {
        auto entries = entries_of(connection_, table, index);
        entries.where += " AND " + within(ranges, "i.rowid");
        all_agree(std::move(entries));
    }
}

void LiveSums::without_ids(const TableShape& table) {
    if (table.has_rowid && !table.key_is_rowid) all_agree(rows_by_place(connection_, table));
}

void LiveSums::texts() {
    Comparison comparison(connection_, "main", [](const Fault&) { throw Doubt{}; });
    constexpr std::int64_t ids_at_a_time = 500;
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    auto from = std::optional(std::numeric_limits<std::int64_t>::min());
    in_turns([&](const Turns::Turn& turn) {
        entries_now();
        do {
            from = comparison.text_from(*from);
            if (!from) return false;
            auto to = *from > last - ids_at_a_time ? last : *from + ids_at_a_time;
            // Of files, which may be of ten mebibytes, one at a time.
            if (const auto file = comparison.file_from(*from))
                to = *file == *from ? *file : std::min(to, *file - 1);
            comparison.texts({*from, to});
            if (to == last) return false;
            from = to + 1;
        } while (!turn.is_over());
        return true;
    });
}

void LiveSums::spelled(const TableShape& table) {
    if (!Comparison(connection_, "main", {}).has("home_spelling")) return;
    for (const auto& index : read_indexes(connection_, table)) {
        if (index.columns.front() != "unit" || index.is_partial) continue;
        // In their order, so that what is looked up lies side by side.
        auto homes = entries_to_sum(table, index);
        homes.columns += ", i.unit IS NULL OR i.unit IN (SELECT unit FROM home_spelling)";
        return all_agree(std::move(homes));
    }
    throw Doubt{};
}

void LiveSums::pages(PageSums& sums) {
    store::PageCheck check(connection_, &sums);
    in_turns([&](const Turns::Turn& turn) {
        sums.at(entries_now());
        return check.go_on([&] { return turn.is_over(); });
    });
    sums.settle();
    in_turns([&](const Turns::Turn& turn) {
        entries_now();
        return sums.look_up_references(connection_, [&] { return turn.is_over(); });
    });
    sum_ += sums.sum();
}

void LiveSums::derived() {
    Comparison comparison(connection_, "main", [](const Fault&) { throw Doubt{}; });
    const auto version = static_cast<std::size_t>(std::max<std::int64_t>(version_, 0));
    if (comparison.has("home_spelling")) {
        const auto table = read_shape(connection_, "home_spelling");
        all_agree(rows_of(connection_, table, comparison.is_spelled(version)));
        for (const auto& index : read_indexes(connection_, table))
            all_agree(entries_of(connection_, table, index));
    }
    if (!comparison.has("journal_tile")) return;
    JournalTree tree(connection_);
    auto from = std::numeric_limits<std::int64_t>::min();
    in_turns([&](const Turns::Turn& turn) {
        entries_now();
        do {
            const auto tile = tree.look_at_tile(from);
            if (!tile) return false;
            if (!tile->is_right) throw Doubt{};
            from = tile->number + 1;
        } while (!turn.is_over());
        return true;
    });
}

}  // namespace huiyin::gate
