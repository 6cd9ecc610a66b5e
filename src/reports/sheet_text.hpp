#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

/// Words as workbooks write them. Private to this directory.
namespace huiyin::reports {

/// Sheets write characters as `_x000A_`. What looks like such a one stays what somebody wrote, if
/// its underscore is written in that way.
std::string as_cell_text(std::string_view text);

/// How many seconds a sheet's number 1 is, where it is a time.
inline constexpr double seconds_of_day = 86'400;

/// Nothing for a text that is no number.
std::optional<double> read_number(std::string_view text);
/// A time as lists show it, in days as sheets count them; nothing for another text.
std::optional<double> read_time(const std::string& text);

/// A name that sheets allow, and that no other sheet has; `place` tells those of one name apart.
std::string sheet_name(std::string wanted, int place, std::set<std::string>& taken);

}  // namespace huiyin::reports
