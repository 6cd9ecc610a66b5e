#pragma once

#include <span>
#include <string_view>

/// The rows of a changeset as its own bytes, for whoever hands very many of them on. Who looks at
/// few finds `for_each_change` easier.
namespace huiyin::store {

/// One value as a changeset writes it: numbers as eight bytes, the highest first.
struct RawValue {
    enum class Type : char { absent = 0, integer = 1, real = 2, text = 3, blob = 4, null = 5 };
    Type type = Type::absent;
    std::string_view bytes;

    bool operator==(const RawValue&) const = default;
};

/// One row; its values are views into the changeset, by column.
struct RowChange {
    enum class Kind { inserted, updated, deleted };
    Kind kind = Kind::inserted;
    std::span<const RawValue> old_values;  ///< none of an insert; of an update key and changed ones
    std::span<const RawValue> new_values;  ///< none of a delete; of an update the changed ones
};

/// Takes the rows of a changeset, table by table.
class RowVisitor {
  public:
    virtual ~RowVisitor() = default;
    /// `keys` has a byte for each column, zero where it is no part of the key.
    virtual void table(std::string_view name, std::string_view keys) = 0;
    virtual void row(const RowChange& change) = 0;
};

/// Visits every row. Throws Failure{integrity} for bytes that are no changeset.
void visit_rows(std::string_view changeset, RowVisitor& visitor);

}  // namespace huiyin::store
