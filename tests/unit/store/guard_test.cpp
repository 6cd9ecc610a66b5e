#include "huiyin/store/guard.hpp"

#include <SQLiteCpp/Exception.h>
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <new>
#include <string>
#include <string_view>

#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

using namespace huiyin;

namespace {

bool only_t(std::string_view name) {
    return name == "t";
}
bool only_abs(std::string_view name) {
    return name == "abs";
}

bool is_prepared(store::Connection& connection, const std::string& sql) {
    try {
        const store::Query query(connection, sql);
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

int statements_on(const store::Connection& connection) {
    int count = 0;
    for (auto* one = sqlite3_next_stmt(connection.handle(), nullptr); one != nullptr;
         one = sqlite3_next_stmt(connection.handle(), one))
        ++count;
    return count;
}

}  // namespace

TEST_CASE("reading only: what goes wrong while judging stays out of SQLite, and is told") {
    auto connection = store::scratch();
    connection.execute("CREATE TABLE t (x)");
    {
        const store::ReadingOnly guard(
            connection, [](std::string_view) -> bool { throw std::bad_alloc(); }, only_abs);
        const auto before = statements_on(connection);
        CHECK_FALSE(is_prepared(connection, "SELECT x FROM t"));
        // One that was half prepared would keep the connection from being closed.
        CHECK(statements_on(connection) == before);
        CHECK_THROWS_AS(guard.require_judged(), std::bad_alloc);
    }
    CHECK(is_prepared(connection, "SELECT x FROM t"));
}

TEST_CASE("reading only: what is admitted is prepared, and nothing else") {
    auto connection = store::scratch();
    connection.execute("CREATE TABLE t (x); CREATE TABLE u (x); CREATE VIEW v AS SELECT x FROM u");
    const store::ReadingOnly guard(connection, only_t, only_abs);
    CHECK(is_prepared(connection, "SELECT abs(x) FROM t"));
    CHECK_FALSE(is_prepared(connection, "SELECT count(1) FROM t"));
    CHECK(is_prepared(connection, "WITH c AS (SELECT x FROM t) SELECT 1 FROM c"));
    CHECK_FALSE(is_prepared(connection, "SELECT x FROM u"));
    CHECK_FALSE(is_prepared(connection, "SELECT 1 FROM u"));
    CHECK_FALSE(is_prepared(connection, "SELECT x FROM v"));
    CHECK_FALSE(is_prepared(connection, "WITH t AS (SELECT x FROM u) SELECT x FROM t"));
    CHECK_FALSE(is_prepared(connection, "SELECT 1 FROM pragma_function_list"));
    CHECK_FALSE(is_prepared(connection, "SELECT upper(x) FROM t"));
    CHECK_FALSE(is_prepared(connection, "INSERT INTO t VALUES (1)"));
    CHECK_FALSE(is_prepared(connection, "PRAGMA user_version = 1"));
    CHECK_FALSE(is_prepared(connection, "ATTACH '' AS other"));
    CHECK(guard.tables_denied().contains("u"));
    CHECK_FALSE(guard.tables_denied().contains("t"));
    CHECK(guard.functions_denied() == std::set<std::string>{"count", "upper"});
    CHECK(guard.would_act());
}

TEST_CASE("reading only ends with its life") {
    auto connection = store::scratch();
    { const store::ReadingOnly guard(connection, only_t, only_abs); }
    CHECK(is_prepared(connection, "CREATE TABLE t (x)"));
}

TEST_CASE("rows only: rows change, the schema and other files do not") {
    auto connection = store::scratch();
    connection.execute("CREATE TABLE t (x)");
    const store::RowsOnly guard(connection);
    CHECK(is_prepared(connection, "INSERT INTO t VALUES (1)"));
    CHECK_FALSE(is_prepared(connection, "DROP TABLE t"));
    CHECK_FALSE(is_prepared(connection, "ATTACH '' AS other"));
    CHECK_FALSE(is_prepared(connection, "PRAGMA foreign_keys = ON"));
}

TEST_CASE("bounded work ends what does not end, and lets the next one run") {
    auto connection = store::scratch();
    const std::string endless =
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c";
    {
        const store::BoundedWork bounds(connection, 1'000'000);
        CHECK_THROWS_AS(store::find_integer(connection, endless), SQLite::Exception);
        CHECK(bounds.spent());
    }
    CHECK(store::find_integer(connection, "SELECT 1") == 1);
    const store::BoundedWork bounds(connection, 1'000'000);
    CHECK(store::find_integer(connection, "SELECT length(zeroblob(1 << 20))") == 1 << 20);
    CHECK_THROWS_AS(store::find_integer(connection, "SELECT length(zeroblob((1 << 20) + 1))"),
                    SQLite::Exception);
    CHECK_FALSE(bounds.spent());
}
