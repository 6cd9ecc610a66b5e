#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "huiyin/store/connection.hpp"

namespace huiyin::store {

/// A changeset as SQLite's session extension writes it: every row changed, old and new values.
using Changeset = std::string;

/// Whether changes to a table belong in the journal: all but what people said and the files they
/// attached, the journal itself, what is made from these (spellings of homes, tiles of the tree,
/// the search index) and SQLite's own tables.
bool is_journaled(std::string_view table);

/// One value of a row; nothing stands for "not part of this change".
using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string>;

/// One changed row. An update carries its key and the columns that changed, nothing else.
struct Change {
    enum class Kind { inserted, updated, deleted };
    Kind kind;
    std::string table;
    std::vector<bool> in_key;                      ///< per column
    std::vector<std::optional<Value>> old_values;  ///< per column; empty for an insert
    std::vector<std::optional<Value>> new_values;  ///< per column; empty for a delete

    /// The value of a column, new where there is one, else old.
    const std::optional<Value>& value(std::size_t column) const;
};

/// The columns of a table, in the order a change has them; none for a table that is not there.
std::vector<std::string> column_names(Connection& connection, const std::string& table);

/// Calls `visit` for each changed row. Throws Failure{integrity} for bytes that are no changeset.
void for_each_change(std::string_view changeset, const std::function<void(const Change&)>& visit);

/// Gathers changesets and folds them into one: of a row that changed more than once, its first old
/// values and its last new ones.
class ChangeGroup {
  public:
    ChangeGroup();
    ~ChangeGroup();
    ChangeGroup(const ChangeGroup&) = delete;
    ChangeGroup& operator=(const ChangeGroup&) = delete;

    /// Throws Failure{integrity} for bytes that are no changeset, and for a table that has another
    /// shape than in an earlier one: migrations part groups.
    void add(std::string_view changeset);
    Changeset folded() const;

  private:
    struct Delete {
        void operator()(void* group) const;
    };
    std::unique_ptr<void, Delete> group_;
};

/// What takes a changeset back: inserted rows go, deleted ones come again, old values for new ones.
/// Throws Failure{integrity} for bytes that are no changeset.
Changeset inverted(std::string_view changeset);

/// Applies a changeset to a bare schema (no foreign keys, no unique indexes). Throws
/// Failure{integrity} when a change does not fit, names a table that is missing, or is skipped.
void apply(Connection& target, std::string_view changeset);

}  // namespace huiyin::store
