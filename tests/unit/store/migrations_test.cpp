#include "huiyin/store/migrations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/functions.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

using namespace huiyin;

TEST_CASE("each migration's digest is that of the schema it makes") {
    auto connection = store::scratch();
    for (const auto& migration : store::migrations()) {
        connection.execute(migration.sql);
        CAPTURE(migration.name);
        CHECK_EQ(store::schema_digest(connection), migration.digest);
    }
}

TEST_CASE("any object more, fewer or otherwise is named") {
    const auto all = store::migrations().size();
    auto connection = store::scratch();
    for (const auto& migration : store::migrations())
        connection.execute(migration.sql);
    const auto differences = [&] { return store::schema_differences(connection, "main", all); };
    CHECK(differences().empty());

    connection.execute("CREATE TRIGGER sly AFTER INSERT ON step BEGIN DELETE FROM said; END");
    CHECK_EQ(differences(), std::vector<std::string>{"sly"});
    connection.execute("DROP TRIGGER sly; DROP VIEW v_step");
    CHECK_EQ(differences(), std::vector<std::string>{"v_step"});
    connection.execute("CREATE VIEW v_step AS SELECT 1");
    CHECK_EQ(differences(), std::vector<std::string>{"v_step"});
}

// A command takes the rows that SQLite reads for itself; whatever was read before is asked for.
TEST_CASE("the schema is the same whether it is heard while SQLite reads it or asked for") {
    const auto folder = std::filesystem::temp_directory_path() / "huiyin-schema-heard";
    std::filesystem::create_directories(folder);
    const auto path = folder / "office.db";
    const auto open = [&] {
        store::Connection connection(
            SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
        store::define_functions(connection);
        return connection;
    };
    std::filesystem::remove(path);
    {
        auto made = open();
        for (const auto& migration : store::migrations())
            made.execute(migration.sql);
    }
    const auto heard_as_asked = [&] {
        auto connection = open();
        const auto heard = store::schema_digest(connection);
        const auto asked = store::schema_digest(connection);
        auto knowing = open();
        knowing.execute("SELECT count(*) FROM matter");
        return heard == asked && asked == store::schema_digest(knowing);
    };
    const auto changed_by = [&](std::string_view sql) {
        auto connection = open();
        connection.execute(sql);
    };
    CHECK(heard_as_asked());
    {
        auto connection = open();
        CHECK_EQ(store::schema_digest(connection), store::migrations().back().digest);
    }
    changed_by("ANALYZE");
    CHECK(heard_as_asked());
    {
        auto connection = open();
        CHECK_EQ(store::schema_digest(connection), store::migrations().back().digest);
    }
    changed_by("CREATE TRIGGER sly AFTER INSERT ON step BEGIN DELETE FROM said; END");
    CHECK(heard_as_asked());
    {
        auto connection = open();
        CHECK_NE(store::schema_digest(connection), store::migrations().back().digest);
    }
    // A name of bytes is no text to other tools.
    changed_by(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET name = CAST('sly' AS BLOB)"
        " WHERE name = 'sly'");
    CHECK(heard_as_asked());
    changed_by("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'trigger'");
    {
        auto connection = open();
        CHECK_EQ(store::schema_digest(connection), store::migrations().back().digest);
    }
    // What other schemas hold is not this one's.
    {
        auto connection = open();
        connection.execute(base::format("ATTACH '{}' AS other", path.string()));
        CHECK_EQ(store::schema_digest(connection), store::migrations().back().digest);
        CHECK_EQ(store::schema_digest(connection, "other"), store::migrations().back().digest);
    }
    std::filesystem::remove_all(folder);
}

TEST_CASE("every table can be journaled: strict, with a declared key, nothing generated") {
    auto connection = store::scratch();
    for (const auto& migration : store::migrations())
        connection.execute(migration.sql);
    for (store::Query row(connection,
                          "SELECT l.name, l.strict,"
                          " (SELECT count(*) FROM pragma_table_xinfo(l.name) WHERE pk > 0),"
                          " (SELECT count(*) FROM pragma_table_xinfo(l.name) WHERE hidden > 0)"
                          " FROM pragma_table_list l WHERE l.schema = 'main' AND l.type = 'table'"
                          " AND l.name NOT LIKE 'sqlite%' AND l.name NOT LIKE 'search_index%'");
         row.next();) {
        CAPTURE(row.text(0));
        CHECK(row.flag(1));
        CHECK_GT(row.integer(2), 0);
        CHECK_EQ(row.integer(3), 0);
    }
}

TEST_CASE("homes that were folded otherwise are folded anew") {
    constexpr int folds_anew = 20;
    auto connection = store::scratch();
    for (const auto& migration : store::migrations()) {
        if (migration.number == folds_anew)
            connection.execute(
                "INSERT INTO staff (id, login) VALUES (1, 'chen');"
                "INSERT INTO said (id, place, row, digest) VALUES (1, 'matter.text', 1, x'00');"
                "INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, unit, text)"
                " VALUES (1, 'TS-2026-0001', 'complaint', 0, 0, 1, 'phone', '第3栋502。', 1);"
                "INSERT INTO home (id, unit, added_at, recorded_at, recorder)"
                " VALUES (1, '3-502', 0, 0, 1);"
                "INSERT INTO home_spelling (unit, home) VALUES ('第3栋502。', '=第3栋502。'),"
                " ('3-502', '3||502'), ('9-9', '9||9')");
        connection.execute(migration.sql);
    }
    CHECK_EQ(
        store::find_integer(connection, "SELECT count(*) FROM home_spelling WHERE home = '3||502'"),
        2);
    CHECK_EQ(store::find_integer(connection, "SELECT count(*) FROM home_spelling"), 2);
}

TEST_CASE("a migration adds columns only behind those that there are") {
    // Headquarters reads the changes of an older office as the first columns of its own tables.
    const auto shape = [](store::Connection& connection) {
        std::map<std::string, std::vector<std::string>> tables;
        for (store::Query row(connection,
                              "SELECT l.name, c.name, c.type FROM pragma_table_list l,"
                              " pragma_table_info(l.name) c WHERE l.schema = 'main'"
                              " AND l.type = 'table' AND l.name NOT LIKE 'sqlite%'"
                              " ORDER BY l.name, c.cid");
             row.next();)
            if (store::is_journaled(row.text(0)))
                tables[row.text(0)].push_back(row.text(1) + " " + row.text(2));
        return tables;
    };
    auto connection = store::scratch();
    std::map<std::string, std::vector<std::string>> before;
    for (const auto& migration : store::migrations()) {
        connection.execute(migration.sql);
        CAPTURE(migration.name);
        const auto after = shape(connection);
        for (const auto& [table, columns] : before) {
            CAPTURE(table);
            REQUIRE(after.contains(table));
            const auto& now = after.at(table);
            REQUIRE_GE(now.size(), columns.size());
            CHECK(std::equal(columns.begin(), columns.end(), now.begin()));
        }
        before = after;
    }
    for (const auto& [table, columns] : before)
        for (const auto& column : columns) {
            CAPTURE(table);
            CHECK_FALSE(column.ends_with(" REAL"));  // no migration could be replayed over it
        }
}
