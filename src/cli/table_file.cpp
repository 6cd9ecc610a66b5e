#include "table_file.hpp"

#include <csv.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/limits.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string_view without_mark(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return text;
}

/// Line ends inside a cell as everywhere else in the product.
std::string with_plain_line_ends(std::string text) {
    for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at))
        text.erase(at, 1);
    return text;
}

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
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    const std::unique_ptr<csv_parser, decltype(&csv_free)> owned(&parser, &csv_free);
    Records records;
    const auto read = csv_parse(&parser, text.data(), text.size(), &on_cell, &on_record, &records);
    if (read != text.size() || csv_fini(&parser, &on_cell, &on_record, &records) != 0)
        throw Failure(Exit::usage,
                      compose({"CSV 第 {} 行之后的引号不成对",
                               "CSV: quotation marks do not pair after record {}"},
                              records.done.size()),
                      Label{"单元格中的 \" 要写成 \"\" 并加引号",
                            "write \" inside a cell as \"\" and quote the cell"});
    return records.done;
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

TableFile read_csv(std::string_view text) {
    auto records = split_csv(without_mark(text));
    if (records.empty())
        throw Failure(Exit::usage, Label{"CSV 是空的", "the CSV file is empty"},
                      Label{"第一行写列名(选项名)", "its first line names the columns: options"});
    TableFile table{std::move(records.front()), {}};
    for (std::size_t index = 1; index < records.size(); ++index) {
        auto& record = records[index];
        if (record.size() == 1 && record.front().empty()) continue;  // a blank line
        if (record.size() != table.columns.size())
            throw Failure(Exit::usage, compose({"CSV 第 {} 行有 {} 格,应为 {} 格",
                                                "CSV record {} has {} cells, not {}"},
                                               index + 1, record.size(), table.columns.size()));
        TableRow row{index + 1, {}};
        for (std::size_t column = 0; column < record.size(); ++column)
            row.cells.emplace_back(table.columns[column],
                                   with_plain_line_ends(std::move(record[column])));
        table.rows.push_back(std::move(row));
    }
    return table;
}

TableFile read_json_lines(std::string_view text) {
    text = without_mark(text);
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
        if (!json.is_object())
            throw Failure(Exit::usage,
                          compose({"第 {} 行不是 JSON 对象", "line {} is no JSON object"}, line));
        TableRow row{line, {}};
        for (const auto& [name, value] : json.items()) {
            auto cell = json_cell(value);
            if (!cell)
                throw Failure(Exit::usage, compose({"第 {} 行的 {} 既不是值也不是一列值",
                                                    "line {}: {} is neither a value nor a list"},
                                                   line, name));
            columns.insert(name);
            row.cells.emplace_back(name, with_plain_line_ends(std::move(*cell)));
        }
        table.rows.push_back(std::move(row));
    }
    table.columns.assign(columns.begin(), columns.end());
    return table;
}

}  // namespace huiyin::cli
