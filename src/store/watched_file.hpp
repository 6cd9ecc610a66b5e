#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "huiyin/store/connection.hpp"
#include "kept_pages.hpp"

/// Between SQLite and the file of a store, where pages are read and written. Nothing here throws
/// but std::bad_alloc.
namespace huiyin::store {

/// From now on, pages that the connection writes are kept for whoever reads the store as one moment
/// saw it. To be asked of each connection to a file, before anything is done with it.
void watch_file(Connection& connection, const std::filesystem::path& store);

/// From now on nothing that the connection takes the place of is kept: whoever reads begins anew.
void keep_no_pages(Connection& connection);

/// From now on the connection reads what was there at the moment of these pages, without a lock;
/// or with none, what is there. Says whether it could: not while it holds a lock.
bool read_with(Connection& connection, std::shared_ptr<KeptPages> pages);

/// The pages that it reads with; none where it reads what is there.
std::shared_ptr<KeptPages> pages_of(const Connection& connection);

/// What the file is now, whatever the connection reads with; of one that may not change meanwhile.
/// Nothing where it cannot be read.
std::optional<FileState> state_of_file(const Connection& connection);

/// The store's path, as it was given to `watch_file`; empty of a database without one.
std::filesystem::path path_of_file(const Connection& connection);

}  // namespace huiyin::store
