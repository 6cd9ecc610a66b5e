#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "comparing.hpp"
#include "huiyin/base/formatting.hpp"

using namespace huiyin;
using gate::testing::Comparing;
using gate::testing::edit;
using gate::testing::OfficeOnDisk;
using gate::testing::path_of;

namespace {

/// Rows of every journaled table that has row ids, with values at the limits of how they are
/// stored. All references lead to a row; to the last few of a table leads none.
class RowsAtLimits {
  public:
    explicit RowsAtLimits(const std::filesystem::path& path)
        : connection_(store::open_to_verify(path)), shapes_(gate::read_shapes(connection_)) {
        std::string sql;
        for (const auto& [name, table] : shapes_)
            if (table.has_rowid) sql += insertion(table);
        edit(path, sql);
    }

  private:
    static constexpr int most_rows = 400;
    static constexpr int unreferred = 20;

    const gate::TableShape* referred(const gate::TableShape& table, std::size_t column) {
        for (const auto& reference : gate::read_references(connection_, table))
            if (reference.column == column) return &shapes_.at(reference.table);
        return nullptr;
    }
    int rows(const gate::TableShape& table) {
        if (!table.key_is_rowid) return most_rows;
        const auto* to = referred(table, table.key_columns.front());
        return to == nullptr ? most_rows : rows(*to) - unreferred;
    }
    std::string value(const gate::TableShape& table, std::size_t column) {
        const auto& shape = table.columns[column];
        if (table.key_is_rowid && shape.in_key) return "i";
        const auto salt = column * 31 + 7;
        if (const auto* to = referred(table, column))
            return base::format("((i * {} + 3) % {}) + 1", salt, rows(*to) - unreferred);
        if (shape.type == store::RawValue::Type::integer)
            return base::format("iif(i % 3, i, (1 << ((i + {0}) % 64)) + (i + {0}) % 2)", salt);
        return base::format("CAST(substr(hex(zeroblob(9)) || {0}, 1, (i + {0}) % 19) || i AS {1})",
                            salt, shape.type == store::RawValue::Type::text ? "TEXT" : "BLOB");
    }
    std::string insertion(const gate::TableShape& table) {
        std::string values;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto& shape = table.columns[column];
            auto one = value(table, column);
            if (!shape.not_null && !shape.in_key)
                one = base::format("iif((i >> {}) % 2, {}, NULL)", column % 5, one);
            values += (values.empty() ? "" : ", ") + one;
        }
        return base::format(
            "WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {})"
            " INSERT OR IGNORE INTO {} SELECT {} FROM n;",
            rows(table), table.name, values);
    }

    store::Connection connection_;
    gate::TableShapes shapes_;
};

/// Of the tables with row ids.
std::vector<std::pair<std::string, gate::IndexShape>> indexes_of(
    const std::filesystem::path& path) {
    auto connection = store::open_to_verify(path);
    std::vector<std::pair<std::string, gate::IndexShape>> all;
    for (const auto& [name, table] : gate::read_shapes(connection))
        if (table.has_rowid)
            for (const auto& index : gate::read_indexes(connection, table))
                all.emplace_back(name, index);
    return all;
}

/// An index keeps the entry of a row that is gone: another tree is taken for it meanwhile.
void forsake_a_row(const std::filesystem::path& path, const std::string& table,
                   const gate::IndexShape& index) {
    std::string columns;
    for (const auto& column : index.columns)
        columns += (columns.empty() ? "" : ", ") + column;
    edit(path,
         base::format("CREATE INDEX other ON {} ({}) WHERE {}", table, columns, index.condition));
    edit(path, base::format("PRAGMA writable_schema = ON;"
                            "CREATE TABLE kept AS SELECT * FROM sqlite_schema"
                            " WHERE name IN ('{0}', 'other');"
                            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM kept"
                            " WHERE name = 'other') WHERE name = '{0}';"
                            "DELETE FROM sqlite_schema WHERE name = 'other'",
                            index.name));
    edit(path, base::format("DELETE FROM {0} WHERE rowid = (SELECT max(rowid) FROM {0} WHERE {1})",
                            table, index.condition));
    edit(path, base::format("PRAGMA writable_schema = ON;"
                            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM kept"
                            " WHERE name = '{0}') WHERE name = '{0}';"
                            "INSERT INTO sqlite_schema SELECT * FROM kept WHERE name = 'other';"
                            "DROP TABLE kept",
                            index.name));
    edit(path, "DROP INDEX other");
}

}  // namespace

TEST_CASE("rows and entries sum up to the same from pages as from statements") {
    const OfficeOnDisk office;
    const auto path = path_of(office);
    const RowsAtLimits rows(path);
    Comparing comparing(path);
    const auto from_pages = comparing.live_by_pages();
    CHECK(comparing.tables_by_pages > 50);
    CHECK(comparing.indexes_by_pages == std::ssize(indexes_of(path)));
    CHECK(comparing.indexes_agree());
    // The other way round: rows from statements, entries from pages, and so each with each.
    for (auto& [name, sums] : comparing.indexes)
        if (sums.are_summed()) sums.forget_rows();
    CHECK_FALSE(comparing.indexes_agree());
    CHECK(comparing.live([](const std::string&) {}) == from_pages);
    CHECK(comparing.indexes_agree());
    for (auto& [name, sums] : comparing.indexes)
        for (std::size_t number = 0; sums.are_summed() && number < sums.indexes().size(); ++number)
            sums.forget_entries(number);
    CHECK_FALSE(comparing.indexes_agree());
    comparing.read_indexes();
    CHECK(comparing.indexes_agree());
}

TEST_CASE("rows from before a column sum up to the same from pages as from statements") {
    const OfficeOnDisk office;
    const auto path = path_of(office);
    const RowsAtLimits rows(path);
    edit(path,
         "ALTER TABLE matter ADD COLUMN later TEXT;"
         "ALTER TABLE matter ADD COLUMN counted INTEGER NOT NULL DEFAULT 5;"
         "CREATE INDEX matter_by_count ON matter (counted, later);"
         "INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text, counted)"
         " VALUES (1000, 'x', 'x', 1, 1, 1, 'x', 1, 5), (1001, 'y', 'x', 1, 1, 1, 'x', 1, 6)");
    Comparing comparing(path);
    const auto from_pages = comparing.live_by_pages();
    CHECK(comparing.indexes_agree());
    auto& matters = comparing.indexes.at("matter");
    matters.forget_rows();
    CHECK_FALSE(matters.agree());
    for (auto& [name, sums] : comparing.indexes)
        if (sums.are_summed()) sums.forget_rows();
    CHECK(comparing.live([](const std::string&) {}) == from_pages);
    CHECK(comparing.indexes_agree());
}

TEST_CASE("an entry that any one index has and no row is seen from the pages") {
    const OfficeOnDisk office;
    const auto path = path_of(office);
    const RowsAtLimits rows(path);
    // One index of each table at a time: what a table's rows and indexes sum up to is its own.
    std::map<std::string, std::vector<gate::IndexShape>> left;
    for (const auto& [table, index] : indexes_of(path))
        left[table].push_back(index);
    std::size_t seen = 0;
    while (!left.empty()) {
        const auto copy = path.parent_path() / "copy.db";
        std::filesystem::copy_file(path, copy, std::filesystem::copy_options::overwrite_existing);
        for (const auto& [table, indexes] : left)
            forsake_a_row(copy, table, indexes.back());
        Comparing comparing(copy);
        comparing.live_by_pages();
        for (auto& [table, indexes] : left) {
            CAPTURE(indexes.back().name);
            CHECK_FALSE(comparing.indexes.at(table).agree());
            indexes.pop_back();
            ++seen;
        }
        std::erase_if(left, [](const auto& one) { return one.second.empty(); });
    }
    CHECK(seen > 45);
}

TEST_CASE("a reference that leads nowhere is seen from the pages, wherever its row stands") {
    const OfficeOnDisk office;
    const auto path = path_of(office);
    const RowsAtLimits rows(path);
    CHECK_NOTHROW(Comparing(path).live_by_pages());
    const std::vector<std::string> edits{
        "UPDATE step SET matter = 401 WHERE id = 9",
        "UPDATE step SET text = 99999 WHERE id = 9",
        "UPDATE step SET text = -1 WHERE id = 9",
        "UPDATE step SET dispatch_order = 123456789012 WHERE id = 9",
        "UPDATE matter SET duplicate_of = 401 WHERE id = 9",
        "UPDATE carried_over SET step = 401 WHERE rowid = 9",
        "DELETE FROM said WHERE id = (SELECT min(text) FROM step)",
        "DELETE FROM dispatch_order WHERE id = (SELECT max(dispatch_order) FROM step)",
    };
    for (const auto& sql : edits) {
        CAPTURE(sql);
        const auto copy = path.parent_path() / "copy.db";
        std::filesystem::copy_file(path, copy, std::filesystem::copy_options::overwrite_existing);
        edit(copy, sql);
        Comparing comparing(copy);
        CHECK_THROWS_AS(comparing.live_by_pages(), gate::Doubt);
    }
}

TEST_CASE("what is recorded between two pages counts as it does between two tables") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto begun = office.entries();
    // Now and then, so that some of the trees are read as a whole; and then all the time.
    for (const int every : {7, 2, 1}) {
        CAPTURE(every);
        const auto before = office.entries();
        Comparing comparing(path_of(office));
        const auto live = comparing.live_by_pages([&](int turn) {
            if (turn % every == every - 1 && turn < 60)
                gate::write(office.session("chen"), OfficeOnDisk::complaint("又响了"));
        });
        REQUIRE(office.entries() > before + 1);
        CHECK(comparing.journal(before) == live);
        CHECK(comparing.indexes_agree());
        CHECK_NOTHROW(comparing.look_up_touched());
        CHECK(comparing.tables_by_pages > 0);
    }
    CHECK(office.entries() > begun);
}
