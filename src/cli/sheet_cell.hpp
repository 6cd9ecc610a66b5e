#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/command.hpp"

/// What spreadsheets make of the cells that people typed.
namespace huiyin::cli {

/// A cell as it was meant: `2.0` where a whole number is wanted, `TRUE` where yes or no is.
std::string as_meant(Takes takes, std::string cell);

/// A workbook's cell as xlsx2csv gave it, as the workbook has it: characters that are written
/// `_x000D_` as themselves, a number without the zeros (13800008000.000000) that it puts behind it.
std::string as_in_workbook(std::string_view cell);

/// What is wrong with a cell that holds a spreadsheet's own words, `########` or `#N/A`, if
/// anything.
std::optional<base::Problem> sheet_word_problem(const std::string& shown, std::string_view cell);

/// A time that is a spreadsheet's number of days since the end of 1899, told with the time it says:
/// `46349.375` for 2026-11-23 09:00, `0.375` for 09:00. Nothing for all else.
std::optional<base::Problem> day_number_problem(const std::string& shown, std::string_view typed);

}  // namespace huiyin::cli
