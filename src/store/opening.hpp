#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

#include "huiyin/store/connection.hpp"

/// How the file of a store is opened. Failures are those that store.hpp names.
namespace huiyin::store {

/// How long whoever finds the store held by others waits for it.
inline constexpr std::chrono::seconds patience{10};

/// SQLite refuses every symbolic link under SQLITE_OPEN_NOFOLLOW, the folders' too; only one in
/// place of the store itself is suspicious.
std::filesystem::path with_real_folder(const std::filesystem::path& path);

/// Throws Failure{failed} for what is no regular file, or may not be read.
void require_file(const std::filesystem::path& path);

Connection open_file(const std::filesystem::path& path, int flags);

/// What holds for every connection: no schema code from the file is trusted, no quirk of SQL is
/// allowed, damage is noticed early.
void harden(Connection& connection);

/// TRUNCATE and FULL: what is acknowledged survives a power cut, and no write-ahead file stands
/// between a reader without write permission and the records.
void make_durable(Connection& connection);

/// A hardened connection to a store of ours that is no newer than this program. Throws
/// Failure{failed}.
Connection open_hardened(const std::filesystem::path& path, int flags);

/// A store to read, whatever its schema.
Connection open_unchecked(const std::filesystem::path& path);

/// The number of its last migration.
std::int64_t version_of(Connection& connection);

/// Nothing of a store is believed whose tables are views, or whose rows have triggers. Throws
/// Failure{integrity}.
void require_own_schema(Connection& connection, const std::filesystem::path& path);

/// A store that is opened to write while others still write: opening takes longer than most that
/// is done then. What was found is looked at again under the writers' lock.
class EarlyOpening {
  public:
    explicit EarlyOpening(std::filesystem::path path) : path_(std::move(path)) {}

    /// Before the lock. Whatever stands in the way will be met under it, and is told there.
    void attempt();

    /// Under the lock: the store, opened now unless the one opened early is good still.
    Connection take();

  private:
    bool is_good_still();

    std::filesystem::path path_;
    std::optional<Connection> opened_;
    std::int64_t schema_ = 0;  ///< SQLite's number, which every change of a schema changes
};

}  // namespace huiyin::store
