#include "huiyin/base/typed_period.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <type_traits>

#include "date_words.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"

namespace huiyin::base {

namespace {

struct PeriodWord {
    std::string_view word;
    int ago;
};
constexpr std::array week_words{
    PeriodWord{"本周", 0},      PeriodWord{"这周", 0},      PeriodWord{"这一周", 0},
    PeriodWord{"本星期", 0},    PeriodWord{"这星期", 0},    PeriodWord{"这个星期", 0},
    PeriodWord{"上周", 1},      PeriodWord{"上一周", 1},    PeriodWord{"上星期", 1},
    PeriodWord{"上个星期", 1},  PeriodWord{"上上周", 2},    PeriodWord{"上上星期", 2},
    PeriodWord{"this week", 0}, PeriodWord{"last week", 1},
};
constexpr std::array month_words{
    PeriodWord{"本月", 0},     PeriodWord{"这月", 0},       PeriodWord{"这个月", 0},
    PeriodWord{"上月", 1},     PeriodWord{"上个月", 1},     PeriodWord{"上上月", 2},
    PeriodWord{"上上个月", 2}, PeriodWord{"this month", 0}, PeriodWord{"last month", 1},
};
constexpr std::array year_words{
    PeriodWord{"今年", 0},      PeriodWord{"本年", 0}, PeriodWord{"去年", 1},
    PeriodWord{"上年", 1},      PeriodWord{"前年", 2}, PeriodWord{"this year", 0},
    PeriodWord{"last year", 1},
};

template <std::size_t size>
std::optional<int> periods_ago(const std::array<PeriodWord, size>& words, std::string_view typed) {
    const auto found = std::ranges::find(words, typed, &PeriodWord::word);
    return found == words.end() ? std::nullopt : std::optional(found->ago);
}

/// Without blanks where Chinese is written: `2026 年 11 月`.
std::string as_written(std::string_view typed) {
    std::string text(trimmed(typed));
    const bool is_chinese =
        std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (is_chinese) std::erase(text, ' ');
    return text;
}

/// The digits before a word, and the text behind it: `47周` is 47.
std::optional<int> take_count(std::string_view& text, std::size_t most, std::string_view word) {
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    if (end == 0 || end > most || !text.substr(end).starts_with(word)) return {};
    const auto count = parse_whole(text.substr(0, end));
    text.remove_prefix(end + word.size());
    return static_cast<int>(count.value());
}

std::optional<int> take_year(std::string_view& text) {
    if (text.find("年") != 4) return {};
    return take_count(text, 4, "年");
}

/// `47周`, `W47`, with or without 第 before it.
std::optional<int> week_number(std::string_view text) {
    for (const std::string_view before : {"第", "W", "w"})
        if (text.starts_with(before)) {
            text.remove_prefix(before.size());
            const auto number =
                before == "第" ? take_count(text, 2, "周") : take_count(text, 2, "");
            if (number && text.empty() && *number >= 1 && *number <= 53) return number;
        }
    return {};
}

template <typename Period>
std::string name_in_year(int year, int number);
template <>
std::string name_in_year<Week>(int year, int number) {
    return base::format("{:04}-W{:02}", year, number);
}
template <>
std::string name_in_year<Month>(int year, int number) {
    return base::format("{:04}-{:02}", year, number);
}

/// The latest of that number that is not ahead.
template <typename Period>
Period latest_numbered(int number, const Period& current) {
    const auto name = current.name();
    auto year = static_cast<int>(parse_whole(name.substr(0, name.find('-'))).value());
    if (name_in_year<Period>(year, number) > name) --year;
    return Period::parse(name_in_year<Period>(year, number));
}

}  // namespace

TypedPeriod<Day> TypedPeriod<Day>::parse(std::string_view typed) {
    const auto text = as_written(typed);
    const auto day = take_day(text);
    if (!day || !day->rest.empty() || !day->part.empty())
        throw Failure(Exit::usage, compose({"没有“{}”这一天", "there is no day \"{}\""}, typed),
                      Label{"写作 2026-11-23、11月23日或昨天",
                            "write it as 2026-11-23, 2026/11/23 or yesterday"});
    return TypedPeriod(
        std::visit([](const auto& midnight) { return TypedTime{midnight}; }, day->midnight));
}

Day TypedPeriod<Day>::resolve(Instant now, const Zone& zone) const {
    return Day::containing(base::resolve(midnight_, now, zone), zone);
}

template <>
TypedWeek TypedWeek::parse(std::string_view typed) {
    const auto text = as_written(typed);
    if (const auto ago = periods_ago(week_words, text)) return TypedWeek(Ago{*ago});
    if (const auto number = week_number(text)) return TypedWeek(Number{*number});
    std::string_view rest = text;
    if (const auto year = take_year(rest))
        if (const auto number = week_number(rest))
            return TypedWeek(Week::parse(name_in_year<Week>(*year, *number)));
    return TypedWeek(Week::parse(text));
}

template <>
TypedMonth TypedMonth::parse(std::string_view typed) {
    const auto text = as_written(typed);
    if (const auto ago = periods_ago(month_words, text)) return TypedMonth(Ago{*ago});
    std::string_view rest = text;
    const auto year = take_year(rest);
    const auto month = take_count(rest, 2, "月");
    if (month && rest.empty() && *month >= 1 && *month <= 12)
        return year ? TypedMonth(Month::parse(name_in_year<Month>(*year, *month)))
                    : TypedMonth(Number{*month});
    return TypedMonth(Month::parse(text));
}

template <>
TypedYear TypedYear::parse(std::string_view typed) {
    const auto text = as_written(typed);
    if (const auto ago = periods_ago(year_words, text)) return TypedYear(Ago{*ago});
    std::string_view rest = text;
    const auto year = take_year(rest);
    return TypedYear(Year::parse(year && rest.empty() ? base::format("{:04}", *year) : text));
}

template <typename Period>
Period TypedPeriod<Period>::resolve(Instant now, const Zone& zone) const {
    if (const auto* period = std::get_if<Period>(&form_)) return *period;
    auto current = Period::containing(now, zone);
    // Years have no number but their own.
    if constexpr (!std::is_same_v<Period, Year>)
        if (const auto* number = std::get_if<Number>(&form_))
            return latest_numbered(number->of_its_year, current);
    for (int ago = std::get<Ago>(form_).count; ago > 0; --ago)
        current = current.previous();
    return current;
}
template class TypedPeriod<Week>;
template class TypedPeriod<Month>;
template class TypedPeriod<Year>;

TypedBound TypedBound::parse(std::string_view typed) {
    const auto text = as_written(typed);
    if (const auto day = read_as<TypedDay>(text)) return TypedBound(*day);
    // What is written as a week or a month and is none is told as such.
    if (text.find('W') == 5) return TypedBound(TypedWeek::parse(text));
    if (text.size() == std::string_view("2026-11").size() && text[4] == '-')
        return TypedBound(TypedMonth::parse(text));
    if (const auto week = read_as<TypedWeek>(text)) return TypedBound(*week);
    if (const auto month = read_as<TypedMonth>(text)) return TypedBound(*month);
    return TypedBound(parse_time(typed));
}

namespace {

struct Stretch {
    Instant begin, end;
};

Stretch stretch_of(const TypedTime& time, Instant now, const Zone& zone) {
    const auto at = resolve(time, now, zone);
    return {at, at};
}

template <typename Period>
Stretch stretch_of(const TypedPeriod<Period>& typed, Instant now, const Zone& zone) {
    const auto period = typed.resolve(now, zone);
    return {period.begin(zone), period.end(zone)};
}

}  // namespace

Instant TypedBound::begin(Instant now, const Zone& zone) const {
    return std::visit([&](const auto& bound) { return stretch_of(bound, now, zone).begin; }, form_);
}

Instant TypedBound::end(Instant now, const Zone& zone) const {
    return std::visit([&](const auto& bound) { return stretch_of(bound, now, zone).end; }, form_);
}

}  // namespace huiyin::base
