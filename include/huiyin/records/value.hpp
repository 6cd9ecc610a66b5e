#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "huiyin/base/money.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/records/field.hpp"

namespace huiyin::records {

/// What a field says, as people know it: one of us by login, another record by its number, one of
/// listed words as it is typed. Nothing where nothing was said.
using Value = std::variant<std::monostate, bool, std::int64_t, base::Instant, base::Money,
                           std::string, std::vector<std::string>>;

struct FieldValue {
    const Field* field;
    Value value;
};

/// The values of the fields that only one kind of record has, in the order of the catalogue. One
/// that no code asks for by its key needs nothing but its row there.
class FieldValues {
  public:
    /// All of them, with nothing said. `of` names the fields and the table in which they are kept.
    explicit FieldValues(std::string_view of);

    /// Each of these throws std::logic_error for a key without a row.
    void set(std::string_view key, Value value);
    const Value& at(std::string_view key) const;
    std::optional<std::string> text(std::string_view key) const;
    std::optional<std::int64_t> whole(std::string_view key) const;
    std::optional<base::Instant> time(std::string_view key) const;
    bool flag(std::string_view key) const;  ///< no where nothing was said

    auto begin() const { return values_.begin(); }
    auto end() const { return values_.end(); }
    std::string_view of() const { return of_; }

  private:
    std::string_view of_;
    std::vector<FieldValue> values_;
};

}  // namespace huiyin::records
