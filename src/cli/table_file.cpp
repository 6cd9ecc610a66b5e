#include "table_file.hpp"

#include <csv.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/limits.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

/// What libcsv's callbacks fill.
struct Records {
    std::vector<std::vector<std::string>> done;
    std::vector<std::string> current;
};

extern "C" void on_cell(void* bytes, std::size_t size, void* context) {
    static_cast<Records*>(context)->current.emplace_back(static_cast<const char*>(bytes), size);
}

extern "C" void on_record(int, void* context) {
    auto& records = *static_cast<Records*>(context);
    records.done.push_back(std::exchange(records.current, {}));
}

std::vector<std::vector<std::string>> split_csv(std::string_view text) {
    csv_parser parser{};
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
        throw std::bad_alloc();
    const std::unique_ptr<csv_parser, decltype(&csv_free)> owned(&parser, &csv_free);
    Records records;
    const auto read = csv_parse(&parser, text.data(), text.size(), &on_cell, &on_record, &records);
    if (read != text.size() || csv_fini(&parser, &on_cell, &on_record, &records) != 0)
        throw Failure(Exit::usage,
                      compose({"CSV 第 {} 行以下的引号不成对",
                               "CSV: quotation marks do not pair below row {}"},
                              records.done.size()),
                      Label{"单元格中的 \" 要写成 \"\" 并加引号",
                            "write \" inside a cell as \"\" and quote the cell"});
    return records.done;
}

bool is_blank(const std::vector<std::string>& record) {
    return std::ranges::all_of(record, &std::string::empty);
}

/// What spreadsheets write when they are not asked for CSV in UTF-8.
void require_readable_header(const std::vector<std::string>& header) {
    const auto& first = header.front();
    if (base::text_problem(first))
        throw Failure(Exit::usage, Label{"文件不是 UTF-8", "the file is not UTF-8"},
                      Label{"在 Excel 中另存为“CSV UTF-8”,或 iconv -f GB18030 -t UTF-8",
                            "save it as \"CSV UTF-8\", or iconv -f GB18030 -t UTF-8"});
    if (header.size() == 1 && first.find_first_of(";\t") != std::string::npos)
        throw Failure(Exit::usage, Label{"各格之间不是逗号", "its cells are not divided by commas"},
                      Label{"另存时选逗号作分隔符", "choose the comma as divider when saving it"});
}

/// A row must be as wide as the header: an unquoted comma would move its cells to other columns.
TableRow row_of(std::size_t line, std::vector<std::string>& record,
                const std::vector<std::string>& columns, std::size_t width) {
    TableRow row{line, {}, {}};
    const auto named = std::min(record.size(), columns.size());
    const auto nameless = std::ranges::find_if_not(
        record.begin() + static_cast<std::ptrdiff_t>(named), record.end(), &std::string::empty);
    if (record.size() != width || nameless != record.end())
        row.problem = base::Problem{
            compose({"有 {} 格,列名有 {} 个", "it has {} cells for {} columns"}, record.size(),
                    columns.size()),
            Label{"内容里有逗号的格子要加引号", "quote a cell that has a comma in it"}};
    else
        for (std::size_t column = 0; column < columns.size(); ++column)
            row.cells.emplace_back(columns[column], std::move(record[column]));
    return row;
}

std::optional<std::string> json_scalar(const nlohmann::json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_null()) return "";
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    return value.is_number() ? std::optional(value.dump()) : std::nullopt;
}

/// A value, or a list of them; nothing for what is nested deeper.
std::optional<std::string> json_cell(const nlohmann::json& value) {
    if (!value.is_array()) return json_scalar(value);
    std::string list;
    for (const auto& part : value) {
        const auto scalar = json_scalar(part);
        if (!scalar) return {};
        list += (list.empty() ? "" : ",") + *scalar;
    }
    return list;
}

}  // namespace

std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    return text;
}

TableFile read_csv(std::string_view text) {
    // libcsv takes CRLF for two line ends, and rows are counted.
    auto records = split_csv(base::with_plain_line_ends(without_byte_order_mark(text)));
    while (!records.empty() && is_blank(records.back()))
        records.pop_back();
    if (records.empty())
        throw Failure(Exit::usage, Label{"CSV 是空的", "the CSV file is empty"},
                      Label{"第一行写列名(选项名)", "its first line names the columns: options"});
    if (is_blank(records.front()))
        throw Failure(Exit::usage, Label{"CSV 第一行是空的", "the first line of the CSV is empty"},
                      Label{"第一行写列名(选项名)", "its first line names the columns: options"});
    require_readable_header(records.front());
    TableFile table{std::move(records.front()), {}};
    const auto width = table.columns.size();
    while (table.columns.size() > 1 && table.columns.back().empty())
        table.columns.pop_back();
    for (std::size_t index = 1; index < records.size(); ++index)
        if (!is_blank(records[index]))
            table.rows.push_back(row_of(index + 1, records[index], table.columns, width));
    return table;
}

TableFile read_json_lines(std::string_view text) {
    text = without_byte_order_mark(text);
    TableFile table;
    std::set<std::string> columns;
    for (std::size_t start = 0, line = 1; start < text.size(); ++line) {
        const auto end = std::min(text.find('\n', start), text.size());
        const auto one = text.substr(start, end - start);
        start = end + 1;
        if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        if (one.size() > base::limits::line)
            throw Failure(Exit::usage, compose({"第 {} 行太长:一行至多 {} 字节",
                                                "line {} is too long: at most {} bytes a line"},
                                               line, base::limits::line));
        const auto json = nlohmann::json::parse(one, nullptr, false);
        TableRow row{line, {}, {}};
        if (!json.is_object())
            row.problem = base::Problem{Label{"不是 JSON 对象", "it is no JSON object"},
                                        Label{"一行写一个 {\"选项\": \"内容\", …}",
                                              "write one {\"option\": \"value\", …} a line"}};
        if (json.is_object())
            for (const auto& [name, value] : json.items()) {
                columns.insert(name);
                if (auto cell = json_cell(value))
                    row.cells.emplace_back(name, base::with_plain_line_ends(std::move(*cell)));
                else
                    row.problem = base::Problem{
                        compose({"{} 既不是值也不是一列值", "{} is neither a value nor a list"},
                                name),
                        Label{"多个值写成 [\"a\", \"b\"]",
                              "write several values as [\"a\", \"b\"]"}};
            }
        table.rows.push_back(std::move(row));
    }
    table.columns.assign(columns.begin(), columns.end());
    return table;
}

}  // namespace huiyin::cli
