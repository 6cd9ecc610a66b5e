#pragma once

#include <string_view>

#include "huiyin/store/connection.hpp"

namespace huiyin::store {

/// Gives a connection the SQL functions that every one has, whoever opened it: `home_of(unit)`, the
/// form in which homes are compared (`base::home_key`); NULL of NULL. Throws nothing but
/// SQLite::Exception.
void define_functions(Connection& connection);

/// Whether this is the name of one of them.
bool defines_function(std::string_view name);

}  // namespace huiyin::store
