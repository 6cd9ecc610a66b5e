#pragma once

#include <set>
#include <string>
#include <string_view>

#include "huiyin/store/connection.hpp"

namespace huiyin::store {

/// Which journaled tables some SQL reads and writes, whatever is in them.
struct TablesUsed {
    std::set<std::string> read;
    std::set<std::string> written;
};

/// Runs the SQL and looks. Throws nothing but SQLite::Exception.
TablesUsed tables_used(Connection& connection, std::string_view sql);

}  // namespace huiyin::store
