#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huiyin::cli {

/// One row of a table file: names and values of the cells it has.
struct TableRow {
    std::size_t line;  ///< its place in the file; the header of a CSV file is 1
    std::vector<std::pair<std::string, std::string>> cells;
};

struct TableFile {
    std::vector<std::string> columns;
    std::vector<TableRow> rows;
};

/// Reads CSV (RFC 4180, UTF-8 with or without BOM, CRLF or LF, quoted line breaks).
/// Throws Failure{usage} for a malformed file.
TableFile read_csv(std::string_view text);
/// Reads one JSON object a line. Values are strings, numbers, booleans, or lists of them.
TableFile read_json_lines(std::string_view text);

}  // namespace huiyin::cli
