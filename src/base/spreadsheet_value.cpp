#include "spreadsheet_value.hpp"

#include <date/date.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <vector>

#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"

namespace huiyin::base {

namespace {

bool is_decimal(char c) {
    return c >= '0' && c <= '9';
}

std::optional<int> whole_in(std::string_view digits) {
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(number)
                                                                        : std::nullopt;
}

std::optional<int> month_of(std::string_view word) {
    static constexpr std::array<std::string_view, 12> months{
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    const auto found = std::ranges::find(months, word);
    if (found == months.end()) return {};
    return static_cast<int>(found - months.begin()) + 1;
}

/// The parts of a text between dashes, strokes, dots, blanks and 年月日.
std::vector<std::string> date_parts(std::string_view folded) {
    std::vector<std::string> parts(1);
    for (const auto& letter : letters(folded)) {
        const bool parts_them = letter.bytes == "-" || letter.bytes == "/" || letter.bytes == "." ||
                                letter.bytes == " " || letter.bytes == "年" ||
                                letter.bytes == "月" || letter.bytes == "日";
        if (!parts_them)
            parts.back() += letter.bytes;
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

}  // namespace

std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(fold(text), std::back_inserter(digits), is_decimal);
    return digits;
}

std::optional<std::string> shortened_number(std::string_view folded) {
    const auto exponent = folded.find('e');
    if (exponent == std::string_view::npos || exponent == 0 || exponent + 1 >= folded.size())
        return {};
    const auto mantissa = folded.substr(0, exponent);
    auto power = folded.substr(exponent + 1);
    const bool has_sign = power.front() == '+';
    if (has_sign) power.remove_prefix(1);
    const bool is_number =
        is_decimal(mantissa.front()) &&
        std::ranges::all_of(mantissa, [](char c) { return is_decimal(c) || c == '.'; }) &&
        !power.empty() && power.size() <= 2 && std::ranges::all_of(power, is_decimal);
    if (!is_number || (!has_sign && mantissa.find('.') == std::string_view::npos)) return {};
    return digits_of(mantissa);
}

std::optional<std::string> taken_for_a_date(std::string_view folded) {
    auto parts = date_parts(folded);
    // A time behind it, most often midnight, which some programs write there.
    if (parts.size() == 4 && parts[3].find(':') != std::string::npos) parts.pop_back();
    const auto at = [&](std::size_t index) { return whole_in(parts[index]); };
    const auto pair = [](int one, int other) { return base::format("{}-{}", one, other); };
    const auto is_year = [](std::optional<int> number) {
        return number && *number >= 1900 && *number < 2100;
    };
    const auto is_month = [](std::optional<int> number) {
        return number && *number >= 1 && *number <= 12;
    };
    if (parts.size() == 2) {
        if (const auto month = month_of(parts[1]); month && at(0)) return pair(*month, *at(0));
        if (const auto month = month_of(parts[0]); month && at(1)) return pair(*month, *at(1));
        const bool said = folded.find("月") != std::string_view::npos;
        if (said && is_month(at(0)) && at(1)) return pair(*at(0), *at(1));
        if (said && is_year(at(0)) && is_month(at(1))) return pair(*at(1), *at(0) % 100);
    }
    if (parts.size() == 3) {
        if (const auto month = month_of(parts[1]); month && at(0)) return pair(*month, *at(0));
        if (is_year(at(0)) && is_month(at(1)) && at(2) && *at(2) <= 31) return pair(*at(1), *at(2));
        if (is_year(at(2)) && is_month(at(0)) && at(1) && *at(1) <= 31) return pair(*at(0), *at(1));
    }
    return {};
}

std::optional<std::string> taken_for_a_day_number(std::string_view folded) {
    // A home is taken for a day of the year in which it is typed; 40101 may be a home by itself.
    constexpr int first_day = 40'544;   // 2011-01-01
    constexpr int last_day = 54'788;    // 2049-12-31
    constexpr int unix_epoch = 25'569;  // 1970-01-01
    constexpr std::size_t digits = 5;
    const auto day = folded.size() == digits ? whole_in(folded) : std::nullopt;
    if (!day || *day < first_day || *day > last_day) return {};
    const date::year_month_day when{date::sys_days{date::days{*day - unix_epoch}}};
    return base::format("{}-{}", static_cast<unsigned>(when.month()),
                        static_cast<unsigned>(when.day()));
}

Problem date_problem(std::string_view typed, const std::string& likely) {
    return {compose({"「{}」是表格软件改成的日期", "'{}' is a date made by a spreadsheet"}, typed),
            compose({"多半是 {0};写 {0},表格中把该列设为文本",
                     "probably {0}: write {0}, and set the column to text"},
                    likely)};
}

Problem shortened_problem(std::string_view typed, const std::string& digits) {
    const auto likely = digits + std::string(digits.size() < 11 ? 11 - digits.size() : 0, '?');
    return {compose({"「{}」是表格软件缩写的号码,后面几位已经丢失",
                     "'{}' is a number that a spreadsheet shortened: its last digits are lost"},
                    typed),
            compose({"原号码多半是 {};在表格中把该列设为文本,重新填写",
                     "probably {}: set the column to text and type it again"},
                    likely)};
}

}  // namespace huiyin::base
