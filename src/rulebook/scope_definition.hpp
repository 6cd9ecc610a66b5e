#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huiyin::rulebook {

/// What may be touched and is judged: each has a table of ids, `touched_matter` and so on.
inline constexpr std::array<std::string_view, 3> touched_kinds{"matter", "staff", "policy"};

/// A view or a table that rules read, as scope.sql and owed.sql define it.
struct ScopeDefinition {
    std::string_view name;
    bool is_table = false;
    std::string_view
        columns;  ///< where they are named: what asks for none of its rows reads no more
    std::string_view kept_by;   ///< the KEY of its `@kept(KEY)`, empty without one
    std::string_view seen_by;   ///< the signs of its `@seen(SIGN …)`
    std::string_view asked_by;  ///< the columns of its `@asked(COLUMN …)`
    std::string_view body;      ///< a view's SELECT, a table's columns

    /// Neither kept nor asked: written out where it is read.
    bool is_written_out() const { return !is_table && kept_by.empty() && asked_by.empty(); }
};

/// All of them, in the order of the files: each after what it reads.
std::span<const ScopeDefinition> scope_definitions();
const ScopeDefinition* find_scope_definition(std::string_view name);

/// What `@key(…)` in a view becomes: that one of its columns is something.
struct KeyIs {
    std::string_view column = {};
    std::string_view condition = {};  ///< ` = ?1`; empty: nothing
};

/// The view's SELECT, complete. `@touched(KIND)` becomes a condition that admits what was touched
/// where it is for `touched_only`, else nothing; `@key(PLACE)` that the key there, called `*`, is
/// what is asked for; `@once` that a WITH clause is worked out once where that is of few matters;
/// what is in `@held(…)` nothing where the holder is not asked.
std::string select_of(const ScopeDefinition& definition, bool touched_only, const KeyIs& key = {},
                      bool asks_holder = true);
/// Whether it has a place for that.
bool is_asked_inside(const ScopeDefinition& definition);

/// Of what is kept by a key: that the key is a matter that was touched.
inline constexpr std::string_view of_touched = " IN (SELECT id FROM temp.touched_matter)";

/// Calls `visit` for each lower-case word of the SQL: what is defined here is named in those.
template <typename Visit>
void for_each_name(std::string_view sql, Visit visit) {
    const auto is_name_letter = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '_';
    };
    for (std::size_t at = 0; at < sql.size();) {
        const auto begin = at;
        while (at < sql.size() && is_name_letter(sql[at]))
            ++at;
        if (at > begin) visit(sql.substr(begin, at - begin));
        ++at;
    }
}

}  // namespace huiyin::rulebook
