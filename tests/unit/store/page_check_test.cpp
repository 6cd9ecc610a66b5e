#include <doctest/doctest.h>

#include <cstdlib>
#include <functional>
#include <string>

#include "../../../src/store/btree_page.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "pages_file.hpp"

using namespace huiyin;
using store::Query;
using store::testing::File;
using store::testing::is_sound;
using store::testing::number;
using store::testing::page_size;

namespace {

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

}  // namespace

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
