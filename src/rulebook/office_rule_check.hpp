#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/rulebook/rule.hpp"
#include "huiyin/store/connection.hpp"

/// What a rule has to be that did not come with this program. Private to this directory.
namespace huiyin::rulebook {

/// How many steps of SQLite's machine such a rule may take: some tenths of a second of a
/// command, some seconds of an audit.
inline constexpr std::int64_t most_steps_at_the_gate = 20'000'000;
inline constexpr std::int64_t most_steps_in_an_audit = 200'000'000;
/// How much it may find.
inline constexpr std::size_t most_rows = 100'000;

/// Whether a rule's query may read a table or view, and call a function; names in lower case.
bool may_be_read(std::string_view table);
bool may_be_called(std::string_view function);

/// Everything that is wrong with a rule file: its form, what it names, its query, its examples.
std::vector<base::Problem> problems_of(std::string_view path, const RuleFile& file);

}  // namespace huiyin::rulebook
