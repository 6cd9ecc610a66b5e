#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/store/connection.hpp"

/// The schema and the steps that lead to it. Throws nothing but SQLite::Exception: who opens a
/// store makes Failure{integrity} of what differs.
namespace huiyin::store {

/// One step of the schema. A released one never changes: the journal replays it by its digest.
struct Migration {
    int number;  ///< 1, 2, …; the store's user_version once it has run
    std::string_view name;
    std::string_view sql;
    std::string_view digest;  ///< of the schema as it is then, see `schema_digest`
};

/// Every migration of this program, in order.
std::span<const Migration> migrations();

/// BLAKE2b, in hex, over every table, index, view and trigger of an attached database; what SQLite
/// itself makes (indexes of constraints, statistics) left out.
std::string schema_digest(Connection& connection, std::string_view schema = "main");

/// The names of what `schema` has more, fewer or otherwise than the first `count` migrations make;
/// none where they agree. `count` is no more than there are.
std::vector<std::string> schema_differences(Connection& connection, std::string_view schema,
                                            std::size_t count);

}  // namespace huiyin::store
