#include "huiyin/store/migrations.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <set>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/embedded.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::store {

std::span<const base::EmbeddedFile> schema_files();  // made by the build

namespace {

/// Of the schema after each migration; a unit test compares them with the migrations themselves.
constexpr std::array<std::string_view, 18> digests{
    "a1f9aff9e1b266da9613614871ad56a8c639594d6354884964015c045d40ce37",
    "629e8b75fb8ab9e47a9103ee1f6e231d5bf2a7f16a0e1c9e23f5d51ef73b455b",
    "0872498a90ba8b6bd443987173e0650e7152c152e0efbfa0d8f00eac275cd200",
    "a0063335fa8faeb61fb523fc3b04cb3d0ac34589ef60db2590ac37253320717e",
    "446bce0cd8f0fc2dcde539c73596efbf8386e03730ad2b665722510002459748",
    "1efaecc948fa9f4baf1741be90fb33823c7b075ac4f02a0a6adc31579747fa27",
    "523c7489b5528a0dd3400b99f2044b8d6f34a15c61179596f79cb3d759938af4",
    "f5ceed5b864687a566f1e9f07c564e4aa655982752d4d8f61ea3d71b1b51e17e",
    "7003bf935d70e9f64854cf9114aad629379ea113b27bf27fc67ea4bd03787f1d",
    "61019f1a0025905bd361157eff2bfb1d820eeb72c5f1c8f152d670f85924fe02",
    "bdd4e885d52404460660bba448b717a44865a525344b34c60b1f381dddc18b70",
    "cf2b21ed06d5e2dfc9a5d1f539172ee797014000ef7ad757a5c7d41cfc826918",
    "e66f406f5caf792827e213e7c4b7ca814a73b99113724db648fc16c6bacf553a",
    "851381106bc5c838ec420ae7948e9db7be8edef7c9d0d7d75df61aaa011e87b2",
    "be812f1eb99029145ad3a81fab542e686b03e45f7286b8af9acdd3efe2231487",
    "61da7fb1a4eea1946f9499937bccd24e99dc35f47926373df0419f48fd5c8760",
    "68bdc8c66ef23a2191ab2050ed8a8bdf5f9ae7aca5623393afa315cc0a8710d2",
    "32335024015892dcb576696390eee6018d8b3fd70f5bb5a0d4c02bc35289312f",
};

using Objects = std::set<std::pair<std::string, std::string>>;

Objects objects_of(Connection& connection, std::string_view schema) {
    Objects objects;
    // SQLite's indexes for constraints are its own affair, and so is what ANALYZE found. A name
    // that begins like SQLite's own hides nothing else: whoever edits the schema by hand can call a
    // trigger so. SQLite reads bytes as the text they spell; other tools would pass over such an
    // object.
    constexpr std::string_view query = R"(
        SELECT type || ' ' || name,
            ifnull(sql, '')
                || iif(typeof(type) = 'text' AND typeof(name) = 'text' AND typeof(tbl_name) = 'text'
                       AND typeof(rootpage) = 'integer' AND typeof(sql) IN ('text', 'null'),
                    '', ' of bytes')
        FROM {}.sqlite_schema
        WHERE NOT (type = 'index' AND sql IS NULL AND name GLOB 'sqlite_autoindex_*')
            AND NOT (type = 'table' AND name GLOB 'sqlite_stat[0-9]'))";
    for (Query row(connection, base::format(query, schema)); row.next();)
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
    if (count > 0 && schema_digest(connection, schema) == migrations()[count - 1].digest) return {};
    // Another SQLite may word FTS5's tables in its own way: what it makes afresh decides.
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
