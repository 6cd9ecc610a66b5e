#include "foreign_table.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "table_headings.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using base::Problem;

/// Three numbers divided by strokes, dashes or dots, and what stands behind them.
struct Date {
    std::array<std::string_view, 3> parts;
    std::string_view rest;
};

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

std::optional<Date> find_date(std::string_view text) {
    Date date{{}, base::trimmed(text)};
    for (std::size_t index = 0; index < date.parts.size(); ++index) {
        auto& rest = date.rest;
        const auto end = std::ranges::find_if_not(rest, is_digit);
        const auto size = static_cast<std::size_t>(end - rest.begin());
        if (size == 0 || size > 4) return {};
        date.parts.at(index) = rest.substr(0, size);
        rest.remove_prefix(size);
        if (index + 1 == date.parts.size()) break;
        if (rest.empty() || std::string_view("/-.").find(rest.front()) == std::string_view::npos)
            return {};
        rest.remove_prefix(1);
    }
    if (!date.rest.empty() && date.rest.front() != ' ' && date.rest.front() != 'T') return {};
    return date;
}

/// ` 00:30:00` for ` 12:30:00 AM`: midnight and noon as programs write them.
std::string by_24_hours(std::string_view rest) {
    const auto folded = base::fold(base::trimmed(rest));
    const bool before_noon = folded.ends_with("am");
    const auto colon = folded.find(':');
    const auto hour = base::parse_whole(std::string_view(folded).substr(0, colon));
    constexpr int half_day = 12;
    if ((!before_noon && !folded.ends_with("pm")) || colon == folded.npos || !hour || *hour < 1 ||
        *hour > half_day)
        return std::string(rest);
    const auto clock =
        base::trimmed(std::string_view(folded).substr(colon, folded.size() - 2 - colon));
    return base::format(" {:02}{}", *hour % half_day + (before_noon ? 0 : half_day), clock);
}

/// 2026-11-05, of the place of each in the parts.
std::string year_first(const Date& date, std::size_t year, std::size_t month, std::size_t day) {
    const auto of = date.parts.at(year);
    return base::format("{}{}-{:0>2}-{:0>2}{}", of.size() == 2 ? "20" : "", of,
                        date.parts.at(month), date.parts.at(day), by_24_hours(date.rest));
}

}  // namespace

SaidColumns::SaidColumns(const Verb& verb, std::string_view typed) {
    std::vector<Problem> problems;
    const auto folded = base::half_width(typed);
    for (std::string_view rest = folded; !rest.empty();) {
        const auto end = std::min(rest.find(','), rest.size());
        const auto said = base::trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (said.empty()) continue;
        const auto sign = said.rfind('=');
        if (sign == said.npos || sign == 0) {
            problems.push_back({compose({"--columns 的「{}」没有写是哪一项",
                                         "--columns: '{}' does not say which option"},
                                        said),
                                compose({"写作 {0}=选项名,如 {0}=内容;不要这一列的写 {0}=",
                                         "write {0}=text, or {0}= to leave it out"},
                                        said)});
            continue;
        }
        const auto heading = base::fold(base::trimmed(said.substr(0, sign)));
        const auto option = base::trimmed(said.substr(sign + 1));
        auto slot = option.empty() ? std::optional(std::string{}) : slot_of_heading(verb, option);
        if (!slot) problems.push_back(unknown_option(verb, base::format("--{}", option)));
        as_typed_.emplace(heading, base::trimmed(said.substr(0, sign)));
        slots_.insert_or_assign(heading, slot.value_or(""));
    }
    if (!problems.empty()) throw Failure(Exit::usage, std::move(problems));
}

std::optional<std::string> SaidColumns::slot_of(std::string_view heading) const {
    if (slots_.empty()) return {};
    const auto found = slots_.find(base::fold(base::trimmed(heading)));
    return found == slots_.end() ? std::nullopt : std::optional(found->second);
}

void SaidColumns::require_in(const std::vector<std::string>& headings) const {
    std::vector<Problem> problems;
    for (const auto& [heading, typed] : as_typed_)
        if (std::ranges::none_of(headings, [&](const auto& one) {
                return base::fold(base::trimmed(one)) == heading;
            }))
            problems.push_back({compose({"表里没有 --columns 写的列「{}」",
                                         "the table has no column '{}', which --columns names"},
                                        typed),
                                compose({"表里有:{}", "it has: {}"},
                                        base::format("{}", fmt::join(headings, ", ")))});
    if (!problems.empty()) throw Failure(Exit::usage, std::move(problems));
}

std::string with_year_first(std::string_view cell, std::string_view order) {
    const auto date = find_date(cell);
    if (!date) return std::string(cell);
    constexpr std::size_t whole_year = 4;
    const auto is_year = [](std::string_view part) { return part.size() == whole_year; };
    // 2026-11-05 says itself where its year is, in whatever order the others are written.
    if (is_year(date->parts[0])) return year_first(*date, 0, 1, 2);
    const auto year = order.find('y');
    const bool is_elsewhere =
        std::ranges::any_of(date->parts, is_year) && !is_year(date->parts.at(year));
    if (is_elsewhere || date->parts.at(year).size() % 2 != 0) return std::string(cell);
    return year_first(*date, year, order.find('m'), order.find('d'));
}

std::optional<Problem> date_order_problem(const std::string& shown, std::string_view typed) {
    const auto date = find_date(typed);
    if (!date || date->parts[2].size() != 4 || date->parts[0].size() > 2 ||
        date->parts[1].size() > 2)
        return {};
    const auto one = base::parse_whole(date->parts[0]).value_or(0);
    const auto two = base::parse_whole(date->parts[1]).value_or(0);
    constexpr int months = 12;
    if (one > months && two > months) return {};
    const auto month_first = year_first(*date, 2, 0, 1);
    const auto day_first = year_first(*date, 2, 1, 0);
    const Label whole_table{";整张表都是月日年的,写 --dates mdy;都是日月年的,写 --dates dmy",
                            "; of a whole table: --dates mdy, or --dates dmy"};
    if (one > months || two > months) {
        const auto& meant = one > months ? day_first : month_first;
        return Problem{
            compose({"{}:「{}」的年份不在前面", "{}: the year is not first in '{}'"}, shown, typed),
            {base::format("写作 {}{}", meant, whole_table.zh),
             base::format("write {}{}", meant, whole_table.en)}};
    }
    return Problem{
        compose({"{}:「{}」分不清哪个是月", "{}: in '{}' either could be the month"}, shown, typed),
        {base::format("写作 {} 或 {}{}", month_first, day_first, whole_table.zh),
         base::format("write {} or {}{}", month_first, day_first, whole_table.en)}};
}

}  // namespace huiyin::cli
