#include "huiyin/store/migrations.hpp"

#include <doctest/doctest.h>

#include <string>

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
