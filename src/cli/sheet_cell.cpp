#include "sheet_cell.hpp"

#include <date/date.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"

namespace huiyin::cli {

using base::compose;
using base::Label;
using base::Problem;

namespace {

constexpr double day = 86'400;
constexpr double first_day = 36'526;  // 2000-01-01, from which on a number is taken for a day
constexpr double last_day = 73'051;   // 2100-01-01
constexpr int unix_epoch = 25'569;    // 1970-01-01

std::optional<double> read_number(std::string_view text) {
    double number = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

constexpr std::string_view written_form = "_x000D_";

/// The letter that a cell begins with, where it is written as `_x000D_`.
std::optional<std::string> written_letter(std::string_view cell) {
    if (cell.size() < written_form.size() || !cell.starts_with("_x") || cell[6] != '_') return {};
    unsigned code = 0;
    const auto digits = cell.substr(2, 4);
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), code, 16);
    if (error != std::errc{} || end != digits.end() || code == 0) return {};
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes.data());
    std::string letter(bytes.begin(), bytes.begin() + size);
    // Half of a character beyond the first 65,536 is none.
    return base::text_problem(letter) && code >= 0x80 ? std::nullopt : std::optional(letter);
}

/// To how many seconds a number of days is exact, by the digits behind its point; to a minute at
/// most.
double exactness(std::string_view typed) {
    const auto point = std::min(typed.find('.'), typed.size() - 1);
    return std::min(day / 2 / std::pow(10, typed.size() - 1 - point), 30.0);
}

/// `2026-11-23 09:00`, with seconds where there are any; without the date where it is below 1.
std::string time_of(double number, std::string_view typed) {
    using namespace std::chrono;
    auto second = seconds{std::llround(number * day)};
    // 46349.3333 was 08:00 before its digits were cut.
    const auto minute = round<minutes>(second);
    if (abs(minute - second) < duration<double>{exactness(typed)}) second = minute;
    const auto moment = date::local_seconds{second - days{unix_epoch}};
    const char* const clock = second % minutes{1} == seconds{0} ? "%H:%M" : "%T";
    return date::format(number < 1 ? clock : base::format("%F {}", clock), moment);
}

/// 3人, 12 户: the number that is meant.
std::string without_measure(std::string cell) {
    static constexpr std::array<std::string_view, 8> measures{"人", "口", "户", "名",
                                                              "位", "份", "件", "次"};
    for (const auto measure : measures)
        if (cell.size() > measure.size() && cell.ends_with(measure) &&
            base::parse_whole(
                base::trimmed(std::string_view(cell).substr(0, cell.size() - measure.size())))) {
            cell.resize(cell.size() - measure.size());
            return std::string(base::trimmed(cell));
        }
    return cell;
}

}  // namespace

std::string as_meant(Takes takes, std::string cell) {
    if (takes == Takes::nothing) return base::fold(cell);
    if (takes != Takes::whole && takes != Takes::count && takes != Takes::choice) return cell;
    if (takes != Takes::choice) cell = without_measure(std::move(cell));
    const auto point = cell.find('.');
    if (point != 0 && point != cell.npos && point + 1 < cell.size() &&
        cell.find_first_not_of('0', point + 1) == cell.npos)
        cell.resize(point);
    return cell;
}

std::string as_in_workbook(std::string_view cell) {
    constexpr std::string_view zeros = ".000000";
    if (cell.ends_with(zeros) && base::parse_whole(cell.substr(0, cell.size() - zeros.size())))
        return std::string(cell.substr(0, cell.size() - zeros.size()));
    std::string meant;
    while (!cell.empty())
        if (const auto letter = written_letter(cell)) {
            meant += *letter;
            cell.remove_prefix(written_form.size());
        } else {
            meant += cell.front();
            cell.remove_prefix(1);
        }
    return std::string(base::trimmed(base::with_plain_line_ends(meant)));
}

std::optional<Problem> sheet_word_problem(const std::string& shown, std::string_view cell) {
    static constexpr std::array<std::string_view, 8> errors{
        "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!"};
    if (!cell.starts_with('#')) return {};
    if (cell.size() > 2 && cell.find_first_not_of('#') == cell.npos)
        return Problem{
            compose({"{} 是「{}」:表格里这一列太窄,内容没有存下来",
                     "{} is '{}': its column was too narrow, so the value was not saved"},
                    shown, cell),
            Label{"把列拉宽(文字列设为“常规”格式)后重新另存",
                  "widen the column (format texts as \"General\") and save again"}};
    if (std::ranges::find(errors, cell) == errors.end()) return {};
    return Problem{
        compose({"{} 是「{}」:表格里的公式算不出来", "{} is '{}': a formula of the sheet failed"},
                shown, cell),
        Label{"填上内容,或清空这一格", "write the value, or empty the cell"}};
}

std::optional<Problem> day_number_problem(const std::string& shown, std::string_view typed) {
    const auto number = read_number(typed);
    const bool is_day = number && *number >= first_day && *number < last_day;
    const bool is_deadline = number && *number > 0 && *number < 1;
    if (!is_day && !is_deadline) return {};
    return Problem{
        compose({"{}:{} 是表格的日期序号,像是 {}",
                 "{}: {} is a spreadsheet's serial number, probably for {}"},
                shown, typed, time_of(*number, typed)),
        compose({"写作 {};或把这一列的格式设为 yyyy-mm-dd hh:mm 再另存",
                 "write {}, or give the column the format yyyy-mm-dd hh:mm and save again"},
                time_of(*number, typed))};
}

}  // namespace huiyin::cli
