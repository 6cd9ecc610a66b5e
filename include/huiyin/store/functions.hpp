#pragma once

#include <string_view>

#include "huiyin/store/connection.hpp"

namespace huiyin::store {

/// Gives a connection the SQL functions that every one has, whoever opened it: `home_of(unit)` and
/// `phone_of(number)`, the forms in which homes and phones are compared (`base::home_key`,
/// `base::plain_phone`); NULL of NULL. Throws nothing but
/// SQLite::Exception.
void define_functions(Connection& connection);

/// Whether this is the name of one of them.
bool defines_function(std::string_view name);

}  // namespace huiyin::store
