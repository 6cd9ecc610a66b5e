#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huiyin/base/failure.hpp"

namespace huiyin::cli {

/// One row of a table file: names and values of the cells it has.
struct TableRow {
    std::size_t line;  ///< its place in the file; the header of a CSV file is 1
    std::vector<std::pair<std::string, std::string>> cells;
    std::optional<base::Problem> problem = {};  ///< why it cannot be read
};

struct TableFile {
    std::vector<std::string> columns;
    std::vector<TableRow> rows;
};

/// UTF-8 as spreadsheets begin it.
std::string_view without_byte_order_mark(std::string_view text);

/// Reads CSV (RFC 4180, UTF-8 with or without BOM, CRLF or LF, quoted line breaks). Rows are
/// counted as a spreadsheet counts them; empty ones, and columns without name and content, are left
/// out. Throws Failure{usage} for a malformed file.
TableFile read_csv(std::string_view text);
/// Reads one JSON object a line. Values are strings, numbers, booleans, or lists of them.
TableFile read_json_lines(std::string_view text);

}  // namespace huiyin::cli
