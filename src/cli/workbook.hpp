#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/base/failure.hpp"

namespace huiyin::cli {

/// Why bytes are no text at all, but a workbook, a page or the like: what they are, and the one
/// line that makes CSV of them. Nothing for what may be text. `name`: the file's, for that line.
std::optional<base::Problem> no_text_problem(std::string_view bytes, const std::string& name);

/// Whether this is a workbook as Excel and WPS have saved them since 2007.
bool is_workbook(std::string_view bytes);

/// The first sheet of a workbook.
struct WorkbookSheet {
    std::string csv;
    std::size_t sheets;  ///< how many the workbook has
};

/// Reads it through the program xlsx2csv, run without a shell, for a minute at most and with so
/// much memory; nothing where it is not installed. Throws Failure{usage} where it cannot read the
/// book.
std::optional<WorkbookSheet> read_workbook(const std::string& bytes, const std::string& name);

}  // namespace huiyin::cli
