#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "../../../src/gate/index_sums.hpp"
#include "../../../src/gate/journal_sums.hpp"
#include "../../../src/gate/live_sums.hpp"
#include "../../../src/gate/page_sums.hpp"
#include "huiyin/store/page_check.hpp"
#include "office_on_disk.hpp"

/// A comparison by sums, taken apart.
namespace huiyin::gate::testing {

/// Whoever edits the file with a tool of their own.
inline void edit(const std::filesystem::path& path, const std::string& sql) {
    store::Connection connection(SQLite::Database(path.string(), SQLITE_OPEN_READWRITE));
    connection.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    connection.execute(sql);
}

inline std::filesystem::path path_of(const OfficeOnDisk& office) {
    return office.session("root").store;
}

/// Both sides of a comparison, taken apart so that something can be recorded between two tables.
struct Comparing {
    explicit Comparing(const std::filesystem::path& path)
        : connection(store::open_to_verify(path)), shapes(read_shapes(connection)) {
        ranges.resize(shapes.size());
        for (const auto& [name, table] : shapes)
            indexes.emplace(name, IndexSums(connection, table, 40));
    }

    Residue live(const std::function<void(const std::string& table)>& before) {
        LiveSums side(connection, turns, key, [] {});
        for (const auto& [name, table] : shapes) {
            before(name);
            side.rows(table, ranges[table.number], indexes.at(name));
        }
        return side.sum();
    }

    /// The same from the pages, eight at a time; `meanwhile` happens between them. What they do not
    /// tell is left to statements.
    Residue live_by_pages(const std::function<void(int turn)>& meanwhile = {}) {
        std::map<std::size_t, IndexSums> by_number;
        for (const auto& [name, table] : shapes)
            by_number.emplace(table.number, std::move(indexes.at(name)));
        PageSums pages(connection, shapes, by_number, ranges, key);
        store::PageCheck check(connection, &pages);
        bool more = true;
        for (int turn = 0; more; ++turn) {
            if (meanwhile) meanwhile(turn);
            const store::ReadTransaction reading(connection);
            pages.at(store::find_integer(connection, "SELECT max(seq) FROM journal").value());
            more = check.go_on([] { return true; });
        }
        pages.settle();
        while (pages.look_up_references(connection, [] { return true; }))
            ;
        LiveSums side(connection, turns, key, [] {});
        for (const auto& [name, table] : shapes) {
            auto& sums = by_number.at(table.number);
            if (pages.has_rows(table))
                ++tables_by_pages;
            else
                side.rows(table, ranges[table.number], sums);
            for (std::size_t number = 0; number < sums.indexes().size(); ++number)
                if (pages.has_entries(table, number))
                    ++indexes_by_pages;
                else
                    side.index(table, number, sums);
            indexes.at(name) = std::move(sums);
        }
        auto sum = side.sum();
        sum += pages.sum();
        return sum;
    }

    void read_indexes() {
        LiveSums side(connection, turns, key, [] {});
        for (const auto& [name, table] : shapes)
            for (std::size_t number = 0; number < indexes.at(name).indexes().size(); ++number)
                side.index(table, number, indexes.at(name));
    }
    bool indexes_agree() const {
        return std::ranges::all_of(indexes, [](const auto& one) { return one.second.agree(); });
    }
    void look_up_touched() {
        LiveSums side(connection, turns, key, [] {});
        for (const auto& [name, table] : shapes)
            side.look_up_touched(table, indexes.at(name));
    }

    /// Of all entries; those behind `begun` count where a row had been read after them.
    Residue journal(std::int64_t begun) {
        JournalSums side(shapes, key);
        store::OrderedScan row(
            connection,
            {.columns = "seq, head, changeset, hash", .from = "journal", .keys = {"seq"}});
        while (row.next()) {
            if (row.integer(0) > begun)
                side.count_only([&](const TableShape& table, std::span<const store::RawValue> of) {
                    if (table.key_is_rowid)
                        indexes.at(table.name)
                            .touch(store::integer_of(of[table.key_columns.front()]));
                    return is_counted(table, ranges[table.number], of, side.head().entries);
                });
            side.take(std::string(row.value(1).bytes), row.value(2).bytes, row.value(3).bytes);
        }
        return side.sum();
    }

    SumKey key;
    Turns turns;
    store::Connection connection;
    TableShapes shapes;
    std::vector<std::vector<RangeRead>> ranges;
    std::map<std::string, IndexSums> indexes;
    int tables_by_pages = 0;
    int indexes_by_pages = 0;
};

}  // namespace huiyin::gate::testing
