#include <doctest/doctest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "../../../src/store/btree_page.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/ordered_scan.hpp"
#include "huiyin/store/page_check.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

using namespace huiyin;
using store::Query;

namespace {

constexpr std::size_t page_size = 512;

/// A file with trees of three levels, rows longer than a page, gaps and free pages.
class File {
  public:
    File() {
        auto name = (std::filesystem::temp_directory_path() / "huiyin-pages.XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
        folder_ = name;
        auto connection = open();
        connection.execute(
            "PRAGMA page_size = 512;"
            "CREATE TABLE step (id INTEGER PRIMARY KEY, matter INT, said TEXT, at INT) STRICT;"
            "CREATE INDEX step_by_matter ON step (matter, at);"
            "CREATE UNIQUE INDEX step_said ON step (said) WHERE said IS NOT NULL;"
            "CREATE TABLE word (word TEXT, at INT, PRIMARY KEY (word, at)) STRICT, WITHOUT ROWID;"
            "CREATE TABLE file (id INTEGER PRIMARY KEY, bytes BLOB) STRICT;"
            "CREATE TABLE vacant (id INTEGER PRIMARY KEY) STRICT;"
            "WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1500)"
            " INSERT INTO step SELECT i, i * 7919 % 611, iif(i % 5, printf('第 %d 步', i), NULL),"
            " i * 100000 * (i % 3) - 5 FROM n;"
            "INSERT INTO word SELECT said, id FROM step WHERE said IS NOT NULL AND id % 3 = 0;"
            "WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 12)"
            " INSERT INTO file SELECT i, zeroblob(i * 397) FROM n;"
            "DELETE FROM step WHERE id BETWEEN 300 AND 420 OR id % 11 = 0;"
            "DELETE FROM file WHERE id % 4 = 0");
    }
    ~File() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    store::Connection open() const {
        return store::Connection(
            SQLite::Database(path().string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    }
    std::string bytes() const {
        std::ifstream in(path(), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void put(std::size_t at, std::string_view bytes) const {
        std::fstream out(path(), std::ios::binary | std::ios::in | std::ios::out);
        out.seekp(static_cast<std::streamoff>(at));
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    std::uint32_t root(const std::string& name) const {
        auto connection = open();
        return static_cast<std::uint32_t>(
            store::find_integer(connection, "SELECT rootpage FROM sqlite_schema WHERE name = ?",
                                name)
                .value());
    }
    static std::size_t place(std::uint32_t page) { return (page - 1) * page_size; }

  private:
    std::filesystem::path path() const { return folder_ / "file.db"; }
    std::filesystem::path folder_;
};

/// Looks at all of it; `meanwhile` happens every few pages.
bool is_sound(const File& file, const std::function<void(int turn)>& meanwhile = {},
              store::RecordVisitor* visitor = nullptr) {
    try {
        auto connection = file.open();
        store::PageCheck check(connection, visitor);
        bool more = true;
        for (int turn = 0; more; ++turn) {
            if (meanwhile) meanwhile(turn);
            const store::ReadTransaction reading(connection);
            more = check.go_on([&] { return bool(meanwhile); });
        }
        return true;
    } catch (const base::Failure& failure) {
        CHECK(failure.code() == base::Exit::integrity);
    } catch (const SQLite::Exception&) {
        // What SQLite itself cannot open.
    }
    return false;
}

/// What SQLite says of the pages; of rows and what indexes have of them others know.
std::string told_by_sqlite(const File& file) {
    std::string told;
    try {
        auto connection = file.open();
        for (Query row(connection, "PRAGMA integrity_check(20)"); row.next();) {
            const auto text = row.text(0);
            const bool is_of_rows = text == "ok" || text.find(" index ") != std::string::npos ||
                                    text.find(" value in ") != std::string::npos;
            if (!is_of_rows) told += text + "\n";
        }
    } catch (const SQLite::Exception& error) {
        told = error.what();
    }
    return told;
}

std::string number(std::uint32_t value) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes += static_cast<char>(value >> shift & 0xffU);
    return bytes;
}

std::string written(const store::RawValue& value) {
    return std::to_string(static_cast<int>(value.type)) + ":" + std::string(value.bytes) + "|";
}

/// The records of each tree that was shown as a whole, in their order.
struct Shown final : store::RecordVisitor {
    ~Shown() override = default;
    bool begin(std::uint32_t root) override {
        at = root;
        trees.erase(root);
        now.clear();
        return root != 1;
    }
    void record(std::int64_t rowid, std::span<const store::RawValue> values) override {
        auto& one = now.emplace_back(std::to_string(rowid) + "|");
        for (const auto& value : values)
            one += written(value);
    }
    void whole(std::uint32_t changes) override {
        trees[at] = now;
        counts.insert(changes);
    }

    std::uint32_t at = 0;
    std::vector<std::string> now;
    std::map<std::uint32_t, std::vector<std::string>> trees;
    std::set<std::uint32_t> counts;
};

/// The same as SQLite reads them: `rowid` of a table is NULL among its columns.
std::vector<std::string> read_by_sqlite(const File& file, const std::string& rowid,
                                        store::OrderedScan::Source source) {
    auto connection = file.open();
    source.columns = rowid + ", " + source.columns;
    std::vector<std::string> all;
    store::OrderedScan row(connection, std::move(source));
    while (row.next()) {
        auto& one = all.emplace_back(std::to_string(row.integer(0)) + "|");
        for (std::size_t column = 1; column < row.columns(); ++column)
            one += written(row.value(column));
    }
    return all;
}

}  // namespace

TEST_CASE("each record of a tree is shown as SQLite reads it, and in its order") {
    const File file;
    {
        auto connection = file.open();
        connection.execute(
            "CREATE TABLE edge (id INTEGER PRIMARY KEY, number INT, bytes BLOB, of REAL) STRICT;"
            "CREATE INDEX edge_by_number ON edge (number, id);"
            "WITH n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 62)"
            " INSERT INTO edge SELECT NULL, sign * ((1 << i) + more), randomblob(i), i + 0.25"
            " FROM n, (SELECT 1 AS sign UNION SELECT -1),"
            " (SELECT -1 AS more UNION SELECT 0 UNION SELECT 1);"
            "INSERT INTO edge VALUES (-5, 9223372036854775807, x'', NULL),"
            " (9223372036854775807, -9223372036854775807 - 1, zeroblob(9), -1.5);"
            "ALTER TABLE edge ADD COLUMN later TEXT");
    }
    const auto expected = [&](const std::string& name) {
        if (name == "step")
            return read_by_sqlite(
                file, "id",
                {.columns = "NULL, matter, said, at", .from = "step NOT INDEXED", .keys = {"id"}});
        if (name == "step_by_matter")
            return read_by_sqlite(file, "0",
                                  {.columns = "matter, at, id",
                                   .from = "step INDEXED BY step_by_matter",
                                   .keys = {"matter", "at", "id"}});
        if (name == "step_said")
            return read_by_sqlite(file, "0",
                                  {.columns = "said, id",
                                   .from = "step INDEXED BY step_said",
                                   .keys = {"said"},
                                   .where = "said IS NOT NULL"});
        if (name == "edge")
            return read_by_sqlite(
                file, "id",
                {.columns = "NULL, number, bytes, of", .from = "edge NOT INDEXED", .keys = {"id"}});
        return read_by_sqlite(file, "0",
                              {.columns = "number, id, id",
                               .from = "edge INDEXED BY edge_by_number",
                               .keys = {"number", "id"}});
    };
    Shown shown;
    REQUIRE(is_sound(file, {}, &shown));
    for (const std::string name :
         {"step", "step_by_matter", "step_said", "edge", "edge_by_number"}) {
        CAPTURE(name);
        REQUIRE(shown.trees.contains(file.root(name)));
        CHECK(shown.trees.at(file.root(name)) == expected(name));
    }
    CHECK(shown.trees.at(file.root("step")).size() > 1000);
    CHECK(shown.trees.at(file.root("vacant")).empty());
    CHECK(shown.counts.size() == 1);
    // Rows that go on elsewhere are not put together.
    CHECK_FALSE(shown.trees.contains(file.root("file")));

    // A few at a time it is the same.
    Shown by_and_by;
    REQUIRE(is_sound(
        file, [](int) {}, &by_and_by));
    CHECK(by_and_by.trees == shown.trees);
}

TEST_CASE("a tree that somebody wrote beside is not shown as a whole, others are") {
    const File file;
    const auto root = file.root("step");
    Shown shown;
    const auto writes = [&](int turn) {
        if (shown.at != root || turn > 60) return;
        auto connection = file.open();
        connection.execute(base::format("INSERT INTO word VALUES ('beside', {})", turn));
    };
    REQUIRE(is_sound(file, writes, &shown));
    CHECK_FALSE(shown.trees.contains(root));
    CHECK(shown.trees.contains(file.root("step_by_matter")));
    CHECK(shown.trees.at(file.root("step_said")).size() > 500);
}

TEST_CASE("texts in another encoding are not shown") {
    const File file;
    file.put(56, number(2));
    Shown shown;
    is_sound(file, {}, &shown);
    CHECK(shown.trees.empty());
}

TEST_CASE("pages as SQLite writes them are sound, in one go and a few at a time") {
    const File file;
    REQUIRE(told_by_sqlite(file).empty());
    CHECK(file.bytes().size() > 200 * page_size);
    CHECK(is_sound(file));
    CHECK(is_sound(file, [](int) {}));
}

TEST_CASE("whatever byte of a file is altered: what SQLite finds of its pages is found") {
    const File file;
    const auto sound = file.bytes();
    // HUIYIN_PAGE_BYTES=1 takes a quarter of an hour.
    const auto* every = std::getenv("HUIYIN_PAGE_BYTES");
    const std::size_t step = every == nullptr ? 149 : std::stoul(every);
    std::size_t found = 0;
    for (std::size_t at = 0; at < sound.size(); at += step) {
        for (const char bit : {'\x01', '\x80'}) {
            file.put(at, std::string(1, static_cast<char>(sound[at] ^ bit)));
            const auto told = told_by_sqlite(file);
            if (!told.empty()) {
                CAPTURE(at);
                CAPTURE(told);
                CHECK_FALSE(is_sound(file));
                ++found;
            }
        }
        file.put(at, sound.substr(at, 1));
    }
    CHECK(found > 100);
    CHECK(is_sound(file));
}

TEST_CASE("a row that is not where it is looked for is found") {
    const File file;
    const auto bytes = file.bytes();
    // The root's first divider, two bytes of an id behind the page of what is below.
    const auto root = File::place(file.root("step"));
    REQUIRE(bytes[root] == 5);
    const auto cell = root + store::two_bytes(bytes, root + 12);
    const auto low = bytes[cell + 5];
    file.put(cell + 5, std::string(1, static_cast<char>(low - 1)));
    CHECK_FALSE(is_sound(file));
    file.put(cell + 5, std::string(1, low));
    CHECK(is_sound(file));
}

TEST_CASE("a page with two uses, and one with none, is found") {
    const auto free = [](const File& file) { return store::four_bytes(file.bytes(), 32); };
    SUBCASE("a tree's that is free, too") {
        const File file;
        const auto trunk = File::place(free(file));
        REQUIRE(store::four_bytes(file.bytes(), trunk + 4) > 0);
        file.put(trunk + 8, number(file.root("word")));
        CHECK_FALSE(is_sound(file));
    }
    SUBCASE("of two trees, both empty") {
        const File file;
        {
            auto connection = file.open();
            connection.execute(
                "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;"
                "PRAGMA writable_schema = ON;"
                "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM"
                " sqlite_schema WHERE name = 'vacant') WHERE name = 'more'");
        }
        CHECK_FALSE(is_sound(file));
    }
    SUBCASE("of none") {
        const File file;
        {
            auto connection = file.open();
            connection.execute(
                "PRAGMA writable_schema = ON;"
                "DELETE FROM sqlite_schema WHERE name = 'vacant'");
        }
        CHECK_FALSE(is_sound(file));
    }
    SUBCASE("of a list that is longer than it says") {
        const File file;
        const auto count = store::four_bytes(file.bytes(), 36);
        file.put(36, number(count + 1));
        CHECK_FALSE(is_sound(file));
    }
    SUBCASE("of a chain that goes on") {
        const File file;
        auto bytes = file.bytes();
        // The last page of a blob: nothing comes behind it.
        const auto before = bytes;
        std::size_t altered = 0;
        for (std::uint32_t page = 2; page <= bytes.size() / page_size && altered == 0; ++page) {
            const auto at = File::place(page);
            if (bytes.substr(at, page_size) != std::string(page_size, '\0')) continue;
            file.put(at, number(free(file)));
            if (!told_by_sqlite(file).empty()) {
                CHECK_FALSE(is_sound(file));
                ++altered;
            }
            file.put(at, std::string(4, '\0'));
        }
        CHECK(altered == 1);
    }
}

TEST_CASE("pages that are moved while others are looked at are no damage, and hide none") {
    const auto writes = [](const File& file, int turn) {
        if (turn % 3 != 1 || turn > 120) return;
        auto connection = file.open();
        connection.execute("PRAGMA secure_delete = ON");
        connection.execute(base::format(
            "DELETE FROM file WHERE id = {0} % 13; DELETE FROM step WHERE id = {0} * 31 % 1500;"
            "INSERT OR REPLACE INTO step VALUES ({0} * 17 % 1500, {0}, NULL, {0});"
            "INSERT OR REPLACE INTO word VALUES (printf('%d', {0} * 7919 % 10007), {0});"
            "INSERT OR REPLACE INTO file VALUES ({0} % 7, zeroblob({0} * 311 % 6000))",
            turn));
    };
    const File file;
    CHECK(is_sound(file, [&](int turn) { writes(file, turn); }));
    CHECK(told_by_sqlite(file).empty());
    {
        auto connection = file.open();
        connection.execute(
            "PRAGMA writable_schema = ON;"
            "DELETE FROM sqlite_schema WHERE name = 'vacant'");
    }
    CHECK_FALSE(is_sound(file, [&](int turn) { writes(file, turn); }));
}

TEST_CASE("every index of a store is in the plain order, which pages are held to") {
    auto trial = store::scratch();
    std::string names;
    for (const auto& migration : store::migrations())
        trial.execute(migration.sql);
    for (Query row(trial,
                   "SELECT s.name FROM sqlite_schema s JOIN pragma_index_xinfo(s.name) x"
                   " WHERE s.type = 'index' AND (x.desc OR x.coll <> 'BINARY') UNION"
                   " SELECT name FROM sqlite_schema WHERE sql LIKE '%COLLATE%'");
         row.next();)
        names += row.text(0) + " ";
    CHECK(names.empty());
}
