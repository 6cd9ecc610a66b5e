#include "huiyin/store/one_moment.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <utility>

#include "huiyin/store/query.hpp"
#include "watched_file.hpp"

namespace huiyin::store {

namespace {

/// What the file is, and stays until the end of the transaction that is under way.
std::optional<FileState> held_state(Connection& connection) {
    find_integer(connection, "SELECT 1 FROM main.sqlite_schema");
    return state_of_file(connection);
}

std::shared_ptr<KeptPages> begin_to_keep(Connection& connection) {
    const ReadTransaction held(connection);
    const auto state = held_state(connection);
    return state ? KeptPages::make(path_of_file(connection), *state) : nullptr;
}

}  // namespace

bool begin_moment(Connection& connection) {
    if (path_of_file(connection).empty() || is_of_one_moment(connection) ||
        sqlite3_get_autocommit(connection.handle()) == 0)
        return false;
    auto pages = begin_to_keep(connection);
    return pages && read_with(connection, std::move(pages));
}

bool is_of_one_moment(const Connection& connection) {
    return pages_of(connection) != nullptr;
}

bool end_moment(Connection& connection) {
    const auto pages = pages_of(connection);
    if (!pages || !read_with(connection, {})) return false;
    try {
        const ReadTransaction held(connection);
        const auto state = held_state(connection);
        return state && pages->has_all(state->changes);
    } catch (const SQLite::Exception&) {
        return false;  // somebody's write was cut off, and is to be undone first
    }
}

bool read_as(Connection& another, const Connection& connection) {
    auto pages = pages_of(connection);
    return !pages || read_with(another, std::move(pages));
}

}  // namespace huiyin::store
