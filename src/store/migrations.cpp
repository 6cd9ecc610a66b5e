#include "huiyin/store/migrations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <set>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/embedded.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::store {

std::span<const base::EmbeddedFile> schema_files();  // made by the build

namespace {

/// Of the schema after each migration; a unit test compares them with the migrations themselves.
constexpr std::array<std::string_view, 11> digests{
    "a1f9aff9e1b266da9613614871ad56a8c639594d6354884964015c045d40ce37",
    "629e8b75fb8ab9e47a9103ee1f6e231d5bf2a7f16a0e1c9e23f5d51ef73b455b",
    "8de0e1916f3dfa0879ac327ad8825fa3756d4464d3d7190fcd7cca25a530d080",
    "93c64cf58dc7561fd966b1382cc5fb1ca9eccfaa7efa9161b1d90707e432a3ea",
    "a86e12d8a426a184d1fd75cb7f1401daa4ae7bc1dda7aebf7d34274b5d673ff1",
    "1e5274d92a301114d78932808bb4a01a265f1a3e2734d9e08a6bfa358d93a1d0",
    "061d212aa7473cb37256f5492c729ebc5305c83c7c2dca4a0acb9bdda37f75af",
    "55daa0c1d1d4fada0378614600b4bf2c88efcff5d98d1c64417a58ec86790587",
    "8c6a4b05a56a314da8a79314750da364082c5dba84af30b37176b322bf259bbc",
    "bce0d5a10226a6bd28ffa8113f4c696a415a53b38cae2e5b3d0095263317e5c7",
    "fcf85a02a81f30b3b7d5d69a8b5199d6efb3b0ca80c688c68c163cff5e6c1b4f",
};

using Objects = std::set<std::pair<std::string, std::string>>;

Objects objects_of(Connection& connection, std::string_view schema) {
    Objects objects;
    // How FTS5 words its own tables is its own affair; so are SQLite's indexes for constraints, and
    // what ANALYZE found. A name that begins like SQLite's own hides nothing else: whoever edits
    // the schema by hand can call a trigger so. SQLite reads bytes as the text they spell; other
    // tools would pass over such an object.
    constexpr std::string_view query = R"(
        SELECT type || ' ' || name,
            iif(name GLOB 'search_index_*', '', ifnull(sql, ''))
                || iif(typeof(type) = 'text' AND typeof(name) = 'text' AND typeof(tbl_name) = 'text'
                       AND typeof(rootpage) = 'integer' AND typeof(sql) IN ('text', 'null'),
                    '', ' of bytes')
        FROM {}.sqlite_schema
        WHERE NOT (type = 'index' AND sql IS NULL AND name GLOB 'sqlite_autoindex_*')
            AND NOT (type = 'table' AND name GLOB 'sqlite_stat[0-9]'))";
    for (Query row(connection, fmt::format(query, schema)); row.next();)
        objects.emplace(row.text(0), row.text(1));
    return objects;
}

}  // namespace

std::span<const Migration> migrations() {
    // The number is what the file's name starts with: 0001_foundation.sql.
    static const std::vector<Migration> all = [] {
        std::vector<Migration> list;
        for (const auto& file : schema_files()) {
            int number = 0;
            std::from_chars(file.path.data(), file.path.data() + file.path.size(), number);
            list.push_back({number, file.path, file.text, digests.at(list.size())});
        }
        return list;
    }();
    return all;
}

std::string schema_digest(Connection& connection, std::string_view schema) {
    std::string text;
    for (const auto& [name, sql] : objects_of(connection, schema))
        text.append(name).append("\n").append(sql).append("\n");
    return base::hex(base::blake2b({text}));
}

std::vector<std::string> schema_differences(Connection& connection, std::string_view schema,
                                            std::size_t count) {
    auto fresh = scratch();
    for (const auto& migration : migrations().first(count))
        fresh.execute(migration.sql);
    Objects differing;
    std::ranges::set_symmetric_difference(objects_of(fresh, "main"), objects_of(connection, schema),
                                          std::inserter(differing, differing.end()));
    std::set<std::string> names;
    for (const auto& [name, sql] : differing)
        names.insert(name.substr(name.find(' ') + 1));
    return {names.begin(), names.end()};
}

}  // namespace huiyin::store
