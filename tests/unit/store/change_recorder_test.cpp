// What is recorded is what SQLite's own session records of the same commands: the programs of
// earlier versions, and everybody's tools, read changesets by it.

#include "huiyin/store/change_recorder.hpp"

#include <SQLiteCpp/Exception.h>
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "../../../src/store/row_keys.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

using namespace huiyin;

namespace {

constexpr auto tables =
    "CREATE TABLE matter (id INTEGER PRIMARY KEY NOT NULL, no TEXT UNIQUE, at INTEGER, weight REAL,"
    " photo BLOB);"
    "CREATE TABLE word (word TEXT PRIMARY KEY NOT NULL, meaning ANY);"
    "CREATE TABLE answer (callback INTEGER NOT NULL, letter TEXT NOT NULL, said TEXT,"
    " PRIMARY KEY (letter, callback)) WITHOUT ROWID;"
    "CREATE TABLE content (id INTEGER PRIMARY KEY NOT NULL, value TEXT);"
    "CREATE TABLE echo (id INTEGER PRIMARY KEY NOT NULL, heard INTEGER);"
    "CREATE TRIGGER heard AFTER INSERT ON matter WHEN new.id % 5 = 0"
    " BEGIN INSERT OR REPLACE INTO echo VALUES (new.id, new.at); END;"
    "INSERT INTO matter VALUES (1, 'TS-1', 10, 0.5, NULL), (2, 'TS-2', 20, NULL, x'00');"
    "ALTER TABLE matter ADD COLUMN urgency TEXT NOT NULL DEFAULT '普通';";

/// SQLite's own recorder.
class Session {
  public:
    explicit Session(store::Connection& connection) {
        sqlite3_session* raw = nullptr;
        REQUIRE_EQ(sqlite3session_create(connection.handle(), "main", &raw), SQLITE_OK);
        session_.reset(raw);
        sqlite3session_table_filter(
            raw, [](void*, const char* table) { return store::is_journaled(table) ? 1 : 0; },
            nullptr);
        REQUIRE_EQ(sqlite3session_attach(raw, nullptr), SQLITE_OK);
    }

    store::Changeset changeset() const {
        int size = 0;
        void* bytes = nullptr;
        REQUIRE_EQ(sqlite3session_changeset(session_.get(), &size, &bytes), SQLITE_OK);
        const std::unique_ptr<void, decltype(&sqlite3_free)> owned(bytes, &sqlite3_free);
        return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
    }

  private:
    std::unique_ptr<sqlite3_session, decltype(&sqlite3session_delete)> session_{
        nullptr, &sqlite3session_delete};
};

using Rows = std::multiset<std::pair<std::string, std::optional<std::int64_t>>>;

Rows rows_of(std::span<const store::ChangedRow> changed) {
    Rows rows;
    for (const auto& row : changed)
        rows.emplace(row.table, row.id);
    return rows;
}

/// Those that a changeset has, each with what its key begins with.
Rows rows_of(const store::Changeset& changeset) {
    Rows rows;
    store::for_each_change(changeset, [&](const store::Change& change) {
        const auto key = std::ranges::find(change.in_key, true) - change.in_key.begin();
        const auto& value = change.value(static_cast<std::size_t>(key));
        const auto* id = value ? std::get_if<std::int64_t>(&*value) : nullptr;
        rows.emplace(change.table, id == nullptr ? std::nullopt : std::optional(*id));
    });
    return rows;
}

/// The changes apart from their order: as bytes, each behind its table's header.
std::multiset<std::string> changes_of(std::string_view changeset) {
    std::multiset<std::string> changes;
    sqlite3_changeset_iter* raw = nullptr;
    // SQLite's interface takes a non-const pointer but only reads.
    REQUIRE_EQ(sqlite3changeset_start(&raw, static_cast<int>(changeset.size()),
                                      const_cast<char*>(changeset.data())),
               SQLITE_OK);
    const std::unique_ptr<sqlite3_changeset_iter, decltype(&sqlite3changeset_finalize)> iterator(
        raw, &sqlite3changeset_finalize);
    const auto told = [](sqlite3_value* value) -> std::string {
        if (value == nullptr) return " -";
        const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
        return " " + std::to_string(sqlite3_value_type(value)) + ":" +
               (bytes == nullptr ? std::string() : std::string(bytes, size));
    };
    while (sqlite3changeset_next(raw) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0, operation = 0, indirect = 0;
        unsigned char* keys = nullptr;
        REQUIRE_EQ(sqlite3changeset_op(raw, &table, &columns, &operation, &indirect), SQLITE_OK);
        REQUIRE_EQ(sqlite3changeset_pk(raw, &keys, nullptr), SQLITE_OK);
        auto line = std::string(table) + " " + std::to_string(operation) + (indirect ? "i" : "");
        for (int column = 0; column < columns; ++column) {
            sqlite3_value* value = nullptr;
            line += " " + std::to_string(keys[column]);
            if (operation != SQLITE_INSERT) {
                REQUIRE_EQ(sqlite3changeset_old(raw, column, &value), SQLITE_OK);
                line += told(value);
            }
            if (operation != SQLITE_DELETE) {
                REQUIRE_EQ(sqlite3changeset_new(raw, column, &value), SQLITE_OK);
                line += told(value);
            }
        }
        changes.insert(std::move(line));
    }
    return changes;
}

/// Commands by chance on few rows, so that many change more than once.
class Chance {
  public:
    explicit Chance(unsigned seed) : random_(seed) {}

    std::string statement() {
        const auto id = std::to_string(below(12));
        const auto letter = "'" + std::string(1, static_cast<char>('a' + below(4))) + "'";
        switch (below(16)) {
            case 0:
                return "INSERT INTO matter (id, no, at) VALUES (" + id + ", 'TS-" + id + "', " +
                       value() + ")";
            case 1:  // The last of them may be there already: then none is.
                return "INSERT INTO matter (id, no) SELECT column1, 'TS-' || column1 FROM (VALUES "
                       "(" +
                       id + "), (" + id + " + 1), (" + id + " + 2))";
            case 2:
                return "INSERT OR REPLACE INTO matter (id, no, weight) VALUES (" + id + ", 'TS-" +
                       std::to_string(below(12)) + "', " + value() + ")";
            case 3:
                return "UPDATE matter SET weight = " + value() + ", photo = " + value() +
                       " WHERE id = " + id;
            case 4:
                return "UPDATE matter SET urgency = '紧急' WHERE id % 3 = " +
                       std::to_string(below(3));
            case 5:
                return "UPDATE OR IGNORE matter SET id = id + 1 WHERE id = " + id;
            case 6:
                return "DELETE FROM matter WHERE id = " + id;
            case 7:
                return "INSERT INTO word VALUES (" + letter + ", " + value() +
                       ") ON CONFLICT (word) DO UPDATE SET meaning = excluded.meaning";
            case 8:
                return "UPDATE word SET meaning = meaning WHERE word = " + letter;
            case 9:
                return "DELETE FROM word WHERE word >= " + letter;
            case 10:
                return "INSERT OR REPLACE INTO answer VALUES (" + id + ", " + letter + ", " +
                       value() + ")";
            case 11:
                return "UPDATE answer SET said = " + value() + " WHERE letter = " + letter;
            case 12:
                return "UPDATE OR REPLACE answer SET callback = " + id +
                       " WHERE letter = " + letter;
            case 13:
                return "DELETE FROM answer WHERE callback < " + id;
            case 14:
                return "DELETE FROM answer";
            default:
                return "INSERT OR REPLACE INTO content VALUES (" + id + ", '说过的话')";
        }
    }
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

  private:
    std::string value() {
        switch (below(7)) {
            case 0:
                return "NULL";
            case 1:
                return std::to_string(below(3));
            case 2:
                return "0.5";
            case 3:
                return "x'" + std::string(below(2) == 0 ? "" : "00ff") + "'";
            case 4:
                return "'" + std::string(static_cast<std::size_t>(below(300)), 'x') + "'";
            case 5:
                return "-9223372036854775808";
            default:
                return "'回音'";
        }
    }

    std::mt19937 random_;
};

/// Both recorders hear the same.
struct Pair {
    store::Connection ours = store::scratch();
    store::Connection sqlites = store::scratch();

    Pair() { run(tables); }
    /// Whether it went well.
    bool run(const std::string& sql) {
        std::string errors[2];
        for (auto* connection : {&ours, &sqlites}) {
            try {
                connection->execute(sql);
            } catch (const SQLite::Exception& error) {
                errors[connection == &ours ? 0 : 1] = error.what();
            }
        }
        REQUIRE_EQ(errors[0], errors[1]);
        return errors[0].empty();
    }
};

}  // namespace

TEST_CASE("what is recorded is what SQLite's session records, whatever was rolled back") {
    std::size_t commands = 0, rows = 0, changes = 0, standing = 0;
    for (unsigned seed = 1; seed <= 330; ++seed) {
        Pair pair;
        Chance chance(seed);
        store::ChangeRecorder whole(pair.ours);
        const Session session_of_all(pair.sqlites);
        pair.run("BEGIN");
        for (int command = 0; command < 12; ++command, ++commands) {
            const auto begin = whole.position();
            const Session session(pair.sqlites);
            pair.run("SAVEPOINT command");
            bool taken_back = false;
            const auto take_back = [&] {
                taken_back = true;
                pair.run("ROLLBACK TO command");
            };
            for (int statement = chance.below(16); statement > 0; --statement) {
                if (chance.below(15) == 0) take_back();
                if (chance.below(8) == 0) pair.run("SAVEPOINT inner");
                if (!pair.run(chance.statement())) taken_back = true;
            }
            if (chance.below(6) == 0) take_back();
            pair.run("RELEASE command");
            const auto expected = rows_of(session.changeset());
            CAPTURE(seed);
            REQUIRE_EQ(rows_of(whole.changed_since(begin)), expected);
            rows += expected.size();
            if (taken_back)
                whole.forget_ids();
            else
                REQUIRE_EQ(rows_of(whole.standing_since(begin)), expected);
            standing += taken_back ? 0 : expected.size();
            REQUIRE_EQ(whole.last_id("matter"),
                       store::find_integer(pair.ours, "SELECT max(id) FROM matter").value_or(0));
        }
        const auto expected = changes_of(session_of_all.changeset());
        REQUIRE_EQ(changes_of(whole.changeset()), expected);
        changes += expected.size();
        pair.run("COMMIT");
    }
    MESSAGE(commands << " commands, " << rows << " rows, " << changes << " changes compared");
    CHECK_GT(rows, 6'000);
    CHECK_GT(changes, 3'000);
    CHECK_GT(standing, 1'000);
}

TEST_CASE("a change that comes to nothing is none") {
    auto connection = store::scratch();
    connection.execute(tables);
    const store::ChangeRecorder recorder(connection);
    connection.execute(
        "INSERT INTO word VALUES ('a', 1); DELETE FROM word;"
        "UPDATE matter SET at = at + 1; UPDATE matter SET at = at - 1;"
        "INSERT INTO content VALUES (1, '说过的话')");
    // The column was added after the rows, which counts as a change of it.
    CHECK_EQ(changes_of(recorder.changeset()).size(), 2);
    CHECK_EQ(recorder.changed_since(0).size(), 2);
    CHECK(recorder.changed_since(recorder.position()).empty());
}

TEST_CASE("the keys that are known without asking are those of the schema") {
    auto connection = store::scratch();
    for (const auto& migration : store::migrations())
        connection.execute(migration.sql);
    for (const auto& key : store::row_keys) {
        CAPTURE(key.table);
        std::vector<std::string> names;
        for (store::Query column(
                 connection, "SELECT name, pk, cid, type FROM pragma_table_info(?) ORDER BY cid",
                 key.table);
             column.next();) {
            const bool is_first = column.integer(2) == 0;
            const bool is_second = column.integer(2) == 1 && !key.second.empty();
            CHECK_EQ(column.integer(1), is_first ? 1 : is_second ? 2 : 0);
            // Rows are read in the order of a key that is one number, and told by it.
            if (is_first && key.second.empty()) CHECK_EQ(column.text(3), "INTEGER");
            names.push_back(column.text(0));
        }
        if (key.second.empty())
            CHECK_EQ(store::find_integer(
                         connection, "SELECT wr FROM pragma_table_list WHERE name = ?", key.table),
                     0);
        REQUIRE(names.size() >= 2);
        CHECK_EQ(names[0], key.first);
        if (!key.second.empty()) CHECK_EQ(names[1], key.second);
    }
}

TEST_CASE("there is one recorder at a time on a connection") {
    auto connection = store::scratch();
    {
        const store::ChangeRecorder recorder(connection);
        CHECK_THROWS_AS(store::ChangeRecorder{connection}, std::logic_error);
    }
    CHECK_NOTHROW(store::ChangeRecorder{connection});
}
