#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huiyin/base/failure.hpp"

namespace huiyin::cli {

/// One row of a table file: names and values of the cells it has, without the blanks around them.
struct TableRow {
    std::size_t line;  ///< its place in the file; the header of a CSV file is 1
    std::vector<std::pair<std::string, std::string>> cells;
    std::vector<base::Problem> problems = {};  ///< why it cannot be read
};

/// A problem with the line that has it in front.
base::Problem at_line(std::size_t line, base::Problem problem);

/// What is wrong with a line of JSON that gives an option twice, in whatever spelling.
base::Problem said_twice(std::string_view option);

struct TableFile {
    std::vector<std::string> columns;
    std::vector<TableRow> rows;
    std::vector<base::Text> remarks = {};  ///< what was left out, and why
};

/// Whether a command has a column of this name.
using IsColumn = std::function<bool(std::string_view)>;

/// UTF-8 as spreadsheets begin it.
std::string_view without_byte_order_mark(std::string_view text);

/// Reads CSV (RFC 4180, UTF-8 with or without BOM, CRLF or LF, quoted line breaks), its cells
/// divided by commas, semicolons or tabs. Rows are counted as a spreadsheet counts them. What
/// spreadsheets put around a table is left out: empty rows and columns, a title, sums, a header
/// printed again. Throws Failure{usage} for a malformed file.
TableFile read_csv(std::string_view text, const IsColumn& is_column);
/// Reads one JSON object a line. Values are strings, numbers, booleans, or lists of them.
TableFile read_json_lines(std::string_view text);

/// Whether cells say a sum of the rows above: 合计, 小计, Total, with nothing but figures beside
/// it.
bool is_sum(const std::vector<std::string_view>& cells);
/// Whether cells are what stands under a table: 制表人:李雷, 审核:…, 注:….
bool is_signature(const std::vector<std::string_view>& cells);
/// That the rows with sums were left out, if there were any.
void remark_sums(TableFile& table, const std::vector<std::size_t>& lines);

}  // namespace huiyin::cli
