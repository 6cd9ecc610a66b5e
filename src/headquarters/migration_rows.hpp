#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "server.hpp"

/// Rows that a migration makes or changes: no changeset has them. Private to this directory.
namespace huiyin::headquarters {

/// What that migration (from 0) changes in the office's rows as headquarters has them, as a
/// changeset: the migration's own SQL is run over a copy of the tables that it reads and writes.
/// Empty where it changes none. Throws what Server throws, and Misfit.
std::string rows_of_migration(Server& server, std::int64_t office, std::size_t migration);

}  // namespace huiyin::headquarters
