#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"

namespace huiyin::cli {

/// What is wrong with the form of a value, if anything. `shown` is the option as people type it.
std::optional<base::Problem> value_problem(const std::string& shown, Takes takes,
                                           std::string_view form, const std::string& value);

/// A number typed without its kind, where the placeholder says it: `7` for `TS` is `TS-7`. Anything
/// else is what it was.
std::string number_of_kind(std::string_view placeholder, std::string typed);

/// Whether it is a calendar day: `2026-11-23`.
bool is_day(std::string_view value);

/// A problem for each required option or operand that is absent and not in `seen`, and for options
/// that do not go together.
std::vector<base::Problem> missing_or_contradictory(const Arguments& arguments,
                                                    const std::set<std::string>& seen);

}  // namespace huiyin::cli
