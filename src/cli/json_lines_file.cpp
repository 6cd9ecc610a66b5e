#include <algorithm>
#include <optional>
#include <set>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/base/limits.hpp"
#include "table_file.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Json;
using base::Label;

namespace {

/// The numbers with a point or an exponent, as they are written: 1.38e10 has lost digits, which
/// 13800000000.0 would hide.
class Literals : public nlohmann::json_sax<Json> {
  public:
    bool number_float(number_float_t, const string_t& written) override {
        written_.push_back(written);
        return true;
    }
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
        return false;
    }

    bool any_shortened() const {
        return std::ranges::any_of(
            written_, [](const auto& one) { return one.find_first_of("eE") != one.npos; });
    }
    /// Whoever goes through the values in their order asks for each.
    std::string next() { return at_ < written_.size() ? written_[at_++] : std::string{}; }

  private:
    std::vector<std::string> written_;
    std::size_t at_ = 0;
};

/// In the order in which they stand, so that numbers can be told as they are written.
void keep_as_written(Json& value, Literals& literals) {
    if (value.is_structured()) {
        for (auto& part : value)
            keep_as_written(part, literals);
    } else if (value.is_number_float()) {
        if (const auto written = literals.next(); written.find_first_of("eE") != written.npos)
            value = written;
    }
}

std::optional<std::string> scalar(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_null()) return "";
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    return value.is_number() ? std::optional(value.dump()) : std::nullopt;
}

/// A value, or a list of them; nothing for what is nested deeper.
std::optional<std::string> cell_of(const Json& value) {
    if (!value.is_array()) return scalar(value);
    std::string list;
    for (const auto& part : value) {
        const auto one = scalar(part);
        if (!one) return {};
        list += (list.empty() ? "" : ",") + *one;
    }
    return list;
}

/// An object, and the keys that stand in it more than once: JSON lets them, and keeps the last.
struct Parsed {
    Json json;
    std::vector<std::string> doubled;
};

Parsed parse_line(std::string_view line) {
    Parsed parsed;
    std::set<std::string> seen;
    bool fraction = false;
    int deepest = 0;
    const auto notice = [&](int depth, Json::parse_event_t event, const Json& value) {
        deepest = std::max(deepest, depth);
        fraction |= event == Json::parse_event_t::value && value.is_number_float();
        if (event != Json::parse_event_t::key || depth != 1) return true;
        const auto key = value.get<std::string>();
        if (!seen.insert(key).second &&
            std::ranges::find(parsed.doubled, key) == parsed.doubled.end())
            parsed.doubled.push_back(key);
        return true;
    };
    parsed.json = Json::parse(line, notice, false);
    // Of a doubled key one value is gone, and the row is told of by that; so is one nested deeper
    // than a list, and going through its values could take any depth.
    constexpr int list_in_object = 2;
    if (fraction && deepest <= list_in_object && parsed.doubled.empty())
        if (Literals literals; Json::sax_parse(line, &literals) && literals.any_shortened())
            keep_as_written(parsed.json, literals);
    return parsed;
}

TableRow row_of(std::size_t number, std::string_view line) {
    TableRow row{number, {}, {}};
    const auto [json, doubled] = parse_line(line);
    if (!json.is_object()) {
        row.problems.push_back({Label{"不是 JSON 对象", "this is not a JSON object"},
                                Label{"一行写一个 {\"选项\": \"内容\", …}",
                                      "write one {\"option\": \"value\", …} a line"}});
        return row;
    }
    for (const auto& key : doubled)
        row.problems.push_back(said_twice(key));
    for (const auto& [name, value] : json.items())
        if (const auto cell = cell_of(value))
            row.cells.emplace_back(name, base::trimmed(base::with_plain_line_ends(*cell)));
        else
            row.problems.push_back(
                {compose({"{} 既不是值也不是一列值", "{} is neither a value nor a list"}, name),
                 Label{"多个值写成 [\"a\", \"b\"]", "write several values as [\"a\", \"b\"]"}});
    return row;
}

}  // namespace

base::Problem said_twice(std::string_view option) {
    return {base::compose({"{} 写了不止一次", "{} is there more than once"}, option),
            base::Label{"每个选项只写一次", "give each option once"}};
}

TableFile read_json_lines(std::string_view text) {
    text = without_byte_order_mark(text);
    TableFile table;
    std::set<std::string> columns;
    std::vector<std::size_t> sums;
    for (std::size_t start = 0, line = 1; start < text.size(); ++line) {
        const auto end = std::min(text.find('\n', start), text.size());
        const auto one = text.substr(start, end - start);
        start = end + 1;
        if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        if (one.size() > base::limits::line)
            throw Failure(Exit::usage, compose({"第 {} 行太长:一行至多 {} 字节",
                                                "line {} is too long: at most {} bytes a line"},
                                               line, base::limits::line));
        auto row = row_of(line, one);
        std::vector<std::string_view> values;
        for (const auto& [name, value] : row.cells)
            values.push_back(value);
        if (row.problems.empty() && std::ranges::all_of(values, &std::string_view::empty)) continue;
        if (row.problems.empty() && is_sum(values)) {
            sums.push_back(line);
            continue;
        }
        for (const auto& [name, value] : row.cells)
            columns.insert(name);
        table.rows.push_back(std::move(row));
    }
    remark_sums(table, sums);
    table.columns.assign(columns.begin(), columns.end());
    return table;
}

}  // namespace huiyin::cli
