#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

/// The column names of a rule's query.
using Columns = std::vector<std::string>;

/// One row of a rule's query, by column name.
class Row {
  public:
    using Value = std::variant<std::nullptr_t, std::int64_t, std::string>;

    void reserve(std::size_t columns) { values_.reserve(columns); }
    void set(std::string_view column, Value value);
    /// NULL where there is none.
    const Value& value(std::string_view column) const;
    std::string text(std::string_view column) const;  ///< empty where there is none
    std::optional<std::int64_t> integer(std::string_view column) const;
    std::optional<base::Instant> time(std::string_view column) const;

    /// Every column as JSON shows it: times in ISO form, the rest as they are; NULLs left out.
    std::map<std::string, std::string> details(const base::Zone& zone) const;
    /// One column as a sentence shows it, by the conventions of docs/rule-format.md.
    base::Text shown(std::string_view column, const base::Zone& zone) const;

    /// Calls `change(column, value)` for each text, which it may replace.
    template <typename Change>
    void for_each_text(Change change) {
        for (auto& [column, value] : values_)
            if (auto* words = std::get_if<std::string>(&value)) change(column, *words);
    }

  private:
    /// Null where there is none.
    const Value* find(std::string_view column) const;

    /// A dozen at most: looking through them is quicker than a tree.
    std::vector<std::pair<std::string, Value>> values_;
};

/// Whether such a column is somebody's login, by the conventions of docs/rule-format.md; or, of
/// `other`, may be.
bool names_somebody(std::string_view column);

Columns columns_of(const store::Query& rows);
Row read_row(const store::Query& rows, const Columns& columns);

/// Replaces `{column}` in both languages of a sentence. `{late}` is the column `late_for`.
base::Text fill(const base::Text& sentence, const Row& row, const base::Zone& zone);

}  // namespace huiyin::rulebook
