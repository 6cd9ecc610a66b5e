#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

/// What is wrong with the form of a value, if anything. `shown` is the option as people type it.
std::optional<base::Problem> value_problem(const std::string& shown, const Slot& slot,
                                           const std::string& value);

/// What is kept of what was typed: words without the blanks around them, a choice by its word
/// (`phone` for 电话), a number with its kind where the slot says it (`7` for `TS` is `TS-7`),
/// full-width figures and marks as plain ones.
std::string as_kept(const Slot& slot, std::string typed);

/// Whether a category of repairs belongs there: one of the regulation's, or an office's own.
bool takes_repair_category(const Slot& slot);

/// Whether somebody's name belongs there.
bool names_a_person(const Slot& slot);

/// Whether it says that there is no such contact: 无, `-`, N/A for a phone, a home or a name.
bool is_left_out(const Slot& slot, std::string_view value);

/// Whether a flag with a value is given: `--urgent=no` and an empty cell are not. Nothing where the
/// value says neither.
std::optional<bool> is_flag_given(std::string_view value);

/// That an option is absent which is required.
base::Problem missing_option(const Option& option);
/// A problem for each required option or operand that is absent and not in `seen`, and for options
/// that do not go together.
std::vector<base::Problem> missing_or_contradictory(const Arguments& arguments,
                                                    const std::set<std::string>& seen);

}  // namespace huiyin::cli
