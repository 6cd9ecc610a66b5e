#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Values in the form that changesets have, which is described at `sqlite3session` in SQLite's
/// source: a type, then a number's eight bytes, the highest first, or a length and so many bytes.
/// Throws std::bad_alloc alone.
namespace huiyin::store {

/// SQLite's variable-length integer.
void append_length(std::string& written, std::size_t length);
void append_value(std::string& written, sqlite3_value* value);
void append_integer(std::string& written, std::int64_t value);

/// Takes the first of the values off, which has to be one of `append_value`'s.
std::string_view next_value(std::string_view& values);
/// The number that one of them is; nothing where it is none.
std::optional<std::int64_t> integer_of(std::string_view value);
/// Binds one of them; SQLite's code. The bytes have to stay until the statement ran.
int bind_value(sqlite3_stmt* statement, int parameter, std::string_view value);

/// Both records of an update: of the old values key and changed ones, of the new ones the changed.
/// `key_places` has a byte for each column, zero where it is no part of the key.
std::string update_of(std::string_view key_places, std::string_view before, std::string_view now);

}  // namespace huiyin::store
