#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "../../../src/gate/index_sums.hpp"
#include "../../../src/gate/journal_sums.hpp"
#include "../../../src/gate/live_sums.hpp"
#include "../../../src/gate/page_sums.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/verify.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/page_check.hpp"
#include "huiyin/store/tables_used.hpp"
#include "office_on_disk.hpp"

using namespace huiyin;
using gate::testing::OfficeOnDisk;
using store::Query;

namespace {

/// Whoever edits the file with a tool of their own.
void edit(const std::filesystem::path& path, const std::string& sql) {
    store::Connection connection(SQLite::Database(path.string(), SQLITE_OPEN_READWRITE));
    connection.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    connection.execute(sql);
}

std::filesystem::path path_of(const OfficeOnDisk& office) {
    return office.session("root").store;
}

/// Both sides of a comparison, taken apart so that something can be recorded between two tables.
struct Comparing {
    explicit Comparing(const std::filesystem::path& path)
        : connection(store::open_to_verify(path)), shapes(gate::read_shapes(connection)) {
        ranges.resize(shapes.size());
        for (const auto& [name, table] : shapes)
            indexes.emplace(name, gate::IndexSums(connection, table, 40));
    }

    gate::Residue live(const std::function<void(const std::string& table)>& before) {
        gate::LiveSums side(connection, turns, key, [] {});
        for (const auto& [name, table] : shapes) {
            before(name);
            side.rows(table, ranges[table.number], indexes.at(name));
        }
        return side.sum();
    }

    /// The same from the pages, eight at a time; `meanwhile` happens between them. What they do not
    /// tell is left to statements.
    gate::Residue live_by_pages(const std::function<void(int turn)>& meanwhile = {}) {
        std::map<std::size_t, gate::IndexSums> by_number;
        for (const auto& [name, table] : shapes)
            by_number.emplace(table.number, std::move(indexes.at(name)));
        gate::PageSums pages(connection, shapes, by_number, ranges, key);
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
        gate::LiveSums side(connection, turns, key, [] {});
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
        gate::LiveSums side(connection, turns, key, [] {});
        for (const auto& [name, table] : shapes)
            for (std::size_t number = 0; number < indexes.at(name).indexes().size(); ++number)
                side.index(table, number, indexes.at(name));
    }
    bool indexes_agree() const {
        return std::ranges::all_of(indexes, [](const auto& one) { return one.second.agree(); });
    }
    void look_up_touched() {
        gate::LiveSums side(connection, turns, key, [] {});
        for (const auto& [name, table] : shapes)
            side.look_up_touched(table, indexes.at(name));
    }

    /// Of all entries; those behind `begun` count where a row had been read after them.
    gate::Residue journal(std::int64_t begun) {
        gate::JournalSums side(shapes, key);
        store::OrderedScan row(
            connection,
            {.columns = "seq, head, changeset, hash", .from = "journal", .keys = {"seq"}});
        while (row.next()) {
            if (row.integer(0) > begun)
                side.count_only([&](const gate::TableShape& table,
                                    std::span<const store::RawValue> of) {
                    if (table.key_is_rowid)
                        indexes.at(table.name)
                            .touch(store::integer_of(of[table.key_columns.front()]));
                    return gate::is_counted(table, ranges[table.number], of, side.head().entries);
                });
            side.take(std::string(row.value(1).bytes), row.value(2).bytes, row.value(3).bytes);
        }
        return side.sum();
    }

    gate::SumKey key;
    gate::Turns turns;
    store::Connection connection;
    gate::TableShapes shapes;
    std::vector<std::vector<gate::RangeRead>> ranges;
    std::map<std::string, gate::IndexSums> indexes;
    int tables_by_pages = 0;
    int indexes_by_pages = 0;
};

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

}  // namespace

TEST_CASE("sums prove an office as it was recorded, up to its last entry") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto proven = gate::verify(path_of(office), {}, {}, gate::ProofBy::sums);
    CHECK(proven.sound());
    CHECK(proven.by == gate::ProofBy::sums);
    CHECK(proven.head.entries == office.entries());
    CHECK(gate::verify(path_of(office), {}, {}, gate::ProofBy::replay).head.hash ==
          proven.head.hash);
}

TEST_CASE("sums agree with no row that was altered, and the replay that follows names it") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const std::vector<std::string> edits{
        "UPDATE matter SET at = at + 1",
        "UPDATE matter SET closed_at = 0",
        "UPDATE complaint SET seat = 1",
        "UPDATE staff SET login = 'x' WHERE id = 2",
        "UPDATE number_series SET last = last + 1",
        "UPDATE step SET id = id + 1000",
        "DELETE FROM step",
        "INSERT INTO owing VALUES (1)",
        "UPDATE said SET digest = zeroblob(32) WHERE id = 1",
        "UPDATE content SET value = value || 'x' WHERE id = 1",
        "INSERT INTO content VALUES (9999, x'00', 'x')",
        "UPDATE journal SET head = replace(head, 'desk', 'disk') WHERE seq = 23",
    };
    for (const auto& sql : edits) {
        CAPTURE(sql);
        const OfficeOnDisk altered;
        gate::write(altered.session("chen"), OfficeOnDisk::complaint());
        edit(path_of(altered), sql);
        CHECK_FALSE(gate::prove_by_sums(path_of(altered)));
        const auto told = gate::verify(path_of(altered), {}, {}, gate::ProofBy::sums);
        CHECK_FALSE(told.sound());
        CHECK(told.by == gate::ProofBy::replay);
    }
}

TEST_CASE("rows that an index has otherwise are no sound store") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto path = path_of(office);
    // The row is entered under another time, which the index does not learn: it is out of the
    // schema meanwhile. Then the time is put right beside it.
    const std::string out =
        "PRAGMA writable_schema = ON; CREATE TABLE kept AS SELECT * FROM sqlite_schema"
        " WHERE name = 'matter_by_time'; DELETE FROM sqlite_schema WHERE name = 'matter_by_time'";
    const std::string back =
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM kept;"
        " DROP TABLE kept";
    edit(path, "UPDATE matter SET at = at + 5");
    edit(path, out);
    edit(path, "UPDATE matter SET at = at - 5");
    edit(path, back);
    Comparing comparing(path);
    comparing.live([](const std::string&) {});
    comparing.read_indexes();
    auto& sums = comparing.indexes.at("matter");
    CHECK_FALSE(sums.agree());
    // What was touched is not summed but looked up.
    CHECK_NOTHROW(comparing.look_up_touched());
    sums.touch(1);
    CHECK(comparing.indexes_agree());
    CHECK_THROWS_AS(comparing.look_up_touched(), gate::Doubt);
    CHECK_FALSE(gate::prove_by_sums(path));
}

TEST_CASE("an entry that no row has, and a row that a partial index lacks, are no sound store") {
    const std::string open = "UPDATE matter SET closed_at = NULL";
    const std::string closed = "UPDATE matter SET closed_at = 7";
    for (const auto& [indexed, meant] : {std::pair(open, closed), std::pair(closed, open)}) {
        CAPTURE(meant);
        const OfficeOnDisk office;
        gate::write(office.session("chen"), OfficeOnDisk::complaint());
        const auto path = path_of(office);
        edit(path, indexed);
        // The index keeps what its rows were: it is out of the schema meanwhile.
        edit(path,
             "PRAGMA writable_schema = ON; CREATE TABLE kept AS SELECT * FROM sqlite_schema"
             " WHERE name = 'matter_open'; DELETE FROM sqlite_schema"
             " WHERE name = 'matter_open'");
        edit(path, meant);
        edit(path,
             "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM kept;"
             " DROP TABLE kept");
        Comparing comparing(path);
        comparing.live([](const std::string&) {});
        comparing.read_indexes();
        CHECK_FALSE(comparing.indexes.at("matter").agree());
    }
}

TEST_CASE(
    "an index read at another time than its rows agrees, but for what was written meanwhile") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto begun = office.entries();
    Comparing comparing(path_of(office));
    comparing.live([](const std::string&) {});
    for (int more = 0; more < 80; ++more)
        gate::write(office.session("chen"), OfficeOnDisk::complaint("又响了"));
    comparing.read_indexes();
    CHECK_FALSE(comparing.indexes_agree());
    comparing.journal(begun);
    CHECK(comparing.indexes_agree());
    CHECK_NOTHROW(comparing.look_up_touched());
    // Nothing of what nobody touched was left out of the sums.
    const auto touched = comparing.indexes.at("staff_edition").touched();
    CHECK(touched.empty());
}

TEST_CASE("what is recorded while sums are taken counts where its rows were read after it") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto begun = office.entries();
    Comparing comparing(path_of(office));
    // Between any two tables: some of what an entry writes is read before it, some behind.
    const auto live = comparing.live([&](const std::string&) {
        gate::write(office.session("chen"), OfficeOnDisk::complaint("又响了"));
    });
    REQUIRE(office.entries() > begun + 10);
    CHECK(comparing.journal(begun) == live);
    // The same without asking when a row was read: later entries count though it is too early.
    CHECK_FALSE(comparing.journal(office.entries()) == live);
}

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

TEST_CASE("an entry that any one index has and no row is seen from the pages") {
    const OfficeOnDisk office;
    const auto path = path_of(office);
    const RowsAtLimits rows(path);
    const auto all = indexes_of(path);
    CHECK(all.size() > 45);
    for (const auto& [table, index] : all) {
        CAPTURE(index.name);
        const auto copy = path.parent_path() / "copy.db";
        std::filesystem::copy_file(path, copy, std::filesystem::copy_options::overwrite_existing);
        // It keeps the entry of a row that is gone: another tree is taken for it meanwhile.
        std::string columns;
        for (const auto& column : index.columns)
            columns += (columns.empty() ? "" : ", ") + column;
        edit(copy, base::format("CREATE INDEX other ON {} ({}) WHERE {}", table, columns,
                                index.condition));
        edit(copy, base::format("PRAGMA writable_schema = ON;"
                                "CREATE TABLE kept AS SELECT * FROM sqlite_schema"
                                " WHERE name IN ('{0}', 'other');"
                                "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM kept"
                                " WHERE name = 'other') WHERE name = '{0}';"
                                "DELETE FROM sqlite_schema WHERE name = 'other'",
                                index.name));
        edit(copy,
             base::format("DELETE FROM {0} WHERE rowid = (SELECT max(rowid) FROM {0} WHERE {1})",
                          table, index.condition));
        edit(copy, base::format("PRAGMA writable_schema = ON;"
                                "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM kept"
                                " WHERE name = '{0}') WHERE name = '{0}';"
                                "INSERT INTO sqlite_schema SELECT * FROM kept WHERE name = 'other';"
                                "DROP TABLE kept",
                                index.name));
        edit(copy, "DROP INDEX other");
        Comparing comparing(copy);
        comparing.live_by_pages();
        CHECK_FALSE(comparing.indexes.at(table).agree());
    }
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

TEST_CASE("no two comparisons share a key") {
    const OfficeOnDisk office;
    Comparing first(path_of(office));
    Comparing second(path_of(office));
    CHECK_FALSE(first.live([](const std::string&) {}) == second.live([](const std::string&) {}));
}

TEST_CASE("the last migration that makes rows out of others is the one that sums know") {
    auto trial = store::scratch();
    std::size_t last = 0;
    for (const auto& migration : store::migrations())
        if (!store::tables_used(trial, migration.sql).written.empty())
            last = static_cast<std::size_t>(migration.number);
    CHECK(last == gate::last_migration_of_rows);
    // No table has a shape that sums could not tell rows apart by.
    CHECK_FALSE(gate::read_shapes(trial).empty());
}

TEST_CASE("an entry more in any one index is seen") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    Comparing comparing(path_of(office));
    comparing.live([](const std::string&) {});
    comparing.read_indexes();
    REQUIRE(comparing.indexes_agree());
    const gate::Residue more(7);
    auto less = gate::Residue();
    less -= more;
    std::size_t seen = 0;
    for (auto& [table, sums] : comparing.indexes)
        for (std::size_t number = 0; sums.are_summed() && number < sums.indexes().size();
             ++number, ++seen) {
            CAPTURE(sums.indexes()[number].name);
            sums.add_entry(number, 3, more);
            CHECK_FALSE(comparing.indexes_agree());
            sums.add_entry(number, 3, less);
            CHECK(comparing.indexes_agree());
        }
    CHECK(seen > 30);
}

TEST_CASE(
    "what came since an anchor is proven beside whoever writes, and what was altered is found") {
    const OfficeOnDisk office;
    gate::write(office.session("chen"), OfficeOnDisk::complaint());
    const auto path = path_of(office);
    gate::Outside outside;
    {
        auto connection = store::open_to_verify(path);
        outside.anchor =
            gate::Anchor{.head = gate::read_head(connection), .store_id = {}, .seal = {}};
    }
    std::atomic<bool> is_done = false;
    std::thread writer([&] {
        for (int more = 0; more < 60; ++more)
            gate::write(office.session("chen"), OfficeOnDisk::complaint("又响了"));
        is_done = true;
    });
    int proofs = 0;
    for (; !is_done || proofs == 0; ++proofs) {
        const auto proven = gate::verify(path, outside, {}, gate::ProofBy::since_seal);
        CHECK(proven.sound());
        CHECK(proven.by == gate::ProofBy::since_seal);
    }
    writer.join();
    CHECK(gate::verify(path, outside, {}, gate::ProofBy::since_seal).head.entries ==
          office.entries());
    edit(path, "UPDATE step SET at = at + 1 WHERE id = (SELECT max(id) FROM step)");
    CHECK_FALSE(gate::verify(path, outside, {}, gate::ProofBy::since_seal).sound());
}

TEST_CASE("every index of a store is one that sums are taken of") {
    auto trial = store::scratch();
    for (const auto& migration : store::migrations())
        trial.execute(migration.sql);
    std::string others;
    for (Query row(trial, "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'");
         row.next();)
        if (!store::is_journaled(row.text(1)) && row.text(1) != "home_spelling")
            others += row.text(0) + " ";
    CHECK(others.empty());
}
