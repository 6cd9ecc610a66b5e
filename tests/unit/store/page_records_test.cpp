#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/ordered_scan.hpp"
#include "huiyin/store/page_check.hpp"
#include "pages_file.hpp"

using namespace huiyin;
using store::testing::File;
using store::testing::is_sound;
using store::testing::number;

namespace {

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

TEST_CASE("a tree beside which somebody writes all the time is not shown, others are") {
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

TEST_CASE("a tree that somebody wrote to is shown anew, up to three times") {
    for (const int most : {1, 2, 3}) {
        CAPTURE(most);
        const File file;
        const auto root = file.root("step");
        Shown shown;
        int written = 0;
        const auto writes = [&](int) {
            if (shown.at != root || shown.now.size() < 200 || written == most) return;
            ++written;
            auto connection = file.open();
            // In front of what was shown, and behind it.
            connection.execute(base::format(
                "DELETE FROM step WHERE id = {0}; INSERT INTO step VALUES (2000 + {0}, 1, NULL, 1)",
                written));
        };
        REQUIRE(is_sound(file, writes, &shown));
        CHECK(written == most);
        CHECK(shown.trees.contains(root) == (most < 3));
        if (most < 3)
            CHECK(shown.trees.at(root) == read_by_sqlite(file, "id",
                                                         {.columns = "NULL, matter, said, at",
                                                          .from = "step NOT INDEXED",
                                                          .keys = {"id"}}));
    }
}

TEST_CASE("texts in another encoding are not shown") {
    const File file;
    file.put(56, number(2));
    Shown shown;
    is_sound(file, {}, &shown);
    CHECK(shown.trees.empty());
}
