#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/store/changes.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::store {

/// A row that was added, changed or removed.
struct ChangedRow {
    std::string table;
    std::optional<std::int64_t> id;  ///< what its key is or begins with, where that is a number
};

/// Records which rows of journaled tables are changed on a connection, from its making on. What
/// became of them it reads from the tables when it is asked, so that it needs to be told of nothing
/// that was rolled back, by a savepoint or a statement that failed.
///
/// One at a time on a connection: making a second throws std::logic_error.
class ChangeRecorder {
  public:
    explicit ChangeRecorder(Connection& connection);
    ~ChangeRecorder();
    ChangeRecorder(const ChangeRecorder&) = delete;
    ChangeRecorder& operator=(const ChangeRecorder&) = delete;

    /// All changes that still stand: of a row that changed more than once, its first old values and
    /// its last new ones. Throws SQLite::Exception for a table whose columns changed meanwhile, and
    /// std::bad_alloc where a change could not be kept.
    Changeset changeset() const;

    /// How far the recording is: `changed_since` takes it for the beginning.
    std::size_t position() const;
    /// The rows that are not what they were then, each once. Throws as `changeset`.
    std::vector<ChangedRow> changed_since(std::size_t position) const;
    /// The same for whoever knows that nothing was taken back since then, by a savepoint or a
    /// statement that failed: what was added is not looked up.
    std::vector<ChangedRow> standing_since(std::size_t position) const;

    /// The greatest id in a table whose key is `id`; 0 in an empty one. It is asked for once, and
    /// then known from what is recorded, until `forget_ids`.
    std::int64_t last_id(std::string_view table);
    /// For whoever took rows back.
    void forget_ids();

  private:
    class Touches;
    std::unique_ptr<Touches> touches_;
};

}  // namespace huiyin::store
