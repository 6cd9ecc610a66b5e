#include "huiyin/base/typed_period.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "date_words.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"

namespace huiyin::base {

namespace {

struct PeriodWord {
    std::string_view word;
    int count;
};
constexpr std::array week_words{
    PeriodWord{"本周", 0},      PeriodWord{"这周", 0},       PeriodWord{"这一周", 0},
    PeriodWord{"本星期", 0},    PeriodWord{"这星期", 0},     PeriodWord{"这个星期", 0},
    PeriodWord{"上周", -1},     PeriodWord{"上一周", -1},    PeriodWord{"上星期", -1},
    PeriodWord{"上个星期", -1}, PeriodWord{"上上周", -2},    PeriodWord{"上上星期", -2},
    PeriodWord{"this week", 0}, PeriodWord{"last week", -1},
};
constexpr std::array month_words{
    PeriodWord{"本月", 0},      PeriodWord{"这月", 0},       PeriodWord{"这个月", 0},
    PeriodWord{"上月", -1},     PeriodWord{"上个月", -1},    PeriodWord{"上上月", -2},
    PeriodWord{"上上个月", -2}, PeriodWord{"this month", 0}, PeriodWord{"last month", -1},
};
constexpr std::array year_words{
    PeriodWord{"今年", 0},       PeriodWord{"本年", 0},  PeriodWord{"去年", -1},
    PeriodWord{"上年", -1},      PeriodWord{"前年", -2}, PeriodWord{"this year", 0},
    PeriodWord{"last year", -1},
};

template <std::size_t size>
std::optional<FromCurrent> period_word(const std::array<PeriodWord, size>& words,
                                       std::string_view typed) {
    const auto found = std::ranges::find(words, typed, &PeriodWord::word);
    if (found == words.end()) return {};
    return FromCurrent{found->count};
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
Period counted(Period current, FromCurrent distance) {
    for (; distance.count < 0; ++distance.count)
        current = current.previous();
    for (; distance.count > 0; --distance.count)
        current = current.next();
    return current;
}

std::string week_name(int year, int week) {
    return base::format("{:04}-W{:02}", year, week);
}

}  // namespace

TypedDay TypedDay::parse(std::string_view typed) {
    const auto text = as_written(typed);
    const auto day = take_day(text);
    if (!day || !day->rest.empty() || !day->part.empty())
        throw Failure(Exit::usage, compose({"没有“{}”这一天", "there is no day \"{}\""}, typed),
                      Label{"写作 2026-11-23、11月23日或昨天",
                            "write it as 2026-11-23, 2026/11/23 or yesterday"});
    return TypedDay(
        std::visit([](const auto& midnight) { return TypedTime{midnight}; }, day->midnight));
}

Day TypedDay::resolve(Instant now, const Zone& zone) const {
    return Day::containing(base::resolve(midnight_, now, zone), zone);
}

TypedWeek TypedWeek::parse(std::string_view typed) {
    const auto text = as_written(typed);
    if (const auto distance = period_word(week_words, text)) return TypedWeek(*distance);
    if (const auto number = week_number(text)) return TypedWeek(Number{*number});
    std::string_view rest = text;
    if (const auto year = take_year(rest))
        if (const auto number = week_number(rest))
            return TypedWeek(Week::parse(week_name(*year, *number)));
    return TypedWeek(Week::parse(text));
}

Week TypedWeek::resolve(Instant now, const Zone& zone) const {
    if (const auto* week = std::get_if<Week>(&form_)) return *week;
    const auto current = Week::containing(now, zone);
    if (const auto* distance = std::get_if<FromCurrent>(&form_)) return counted(current, *distance);
    const auto number = std::get<Number>(form_).week;
    const auto this_year = parse_whole(current.name().substr(0, 4)).value();
    const auto year = static_cast<int>(this_year);
    // Only some years have a week 53.
    if (number <= 52 || current.name() == week_name(year, number)) {
        const auto week = Week::parse(week_name(year, number));
        return week <= current ? week : Week::parse(week_name(year - 1, number));
    }
    return Week::parse(week_name(year - 1, number));
}

TypedMonth TypedMonth::parse(std::string_view typed) {
    const auto text = as_written(typed);
    if (const auto distance = period_word(month_words, text)) return TypedMonth(*distance);
    std::string_view rest = text;
    const auto year = take_year(rest);
    const auto month = take_count(rest, 2, "月");
    if (month && rest.empty() && *month >= 1 && *month <= 12)
        return year ? TypedMonth(Month::parse(base::format("{:04}-{:02}", *year, *month)))
                    : TypedMonth(Number{*month});
    return TypedMonth(Month::parse(text));
}

Month TypedMonth::resolve(Instant now, const Zone& zone) const {
    if (const auto* month = std::get_if<Month>(&form_)) return *month;
    auto month = Month::containing(now, zone);
    if (const auto* distance = std::get_if<FromCurrent>(&form_)) return counted(month, *distance);
    const auto ending = base::format("-{:02}", std::get<Number>(form_).month);
    while (!month.name().ends_with(ending))
        month = month.previous();
    return month;
}

TypedYear TypedYear::parse(std::string_view typed) {
    const auto text = as_written(typed);
    if (const auto distance = period_word(year_words, text)) return TypedYear(*distance);
    std::string_view rest = text;
    const auto year = take_year(rest);
    return TypedYear(Year::parse(year && rest.empty() ? base::format("{:04}", *year) : text));
}

Year TypedYear::resolve(Instant now, const Zone& zone) const {
    if (const auto* year = std::get_if<Year>(&form_)) return *year;
    auto year = Year::containing(now, zone);
    for (int back = std::get<FromCurrent>(form_).count; back < 0; ++back)
        year = year.previous();
    return year;
}

namespace {

/// What a parser makes of it, if it can.
template <typename Typed>
std::optional<Typed> readable_as(std::string_view text) {
    try {
        return Typed::parse(text);
    } catch (const Failure&) {
        return {};
    }
}

bool is_date(std::string_view text) {
    const auto day = take_day(text);
    return day && day->rest.empty() && day->part.empty();
}

}  // namespace

TypedBound TypedBound::parse(std::string_view typed) {
    const auto text = as_written(typed);
    if (is_date(text)) return TypedBound(TypedDay::parse(text));
    if (text.find('W') == 5) return TypedBound(TypedWeek::parse(text));
    if (text.size() == std::string_view("2026-11").size() && text[4] == '-')
        return TypedBound(TypedMonth::parse(text));
    if (const auto week = readable_as<TypedWeek>(text)) return TypedBound(*week);
    if (const auto month = readable_as<TypedMonth>(text)) return TypedBound(*month);
    return TypedBound(parse_time(typed));
}

Instant TypedBound::begin(Instant now, const Zone& zone) const {
    return std::visit(
        [&](const auto& bound) {
            if constexpr (requires { bound.resolve(now, zone); })
                return bound.resolve(now, zone).begin(zone);
            else
                return base::resolve(bound, now, zone);
        },
        form_);
}

Instant TypedBound::end(Instant now, const Zone& zone) const {
    return std::visit(
        [&](const auto& bound) {
            if constexpr (requires { bound.resolve(now, zone); })
                return bound.resolve(now, zone).end(zone);
            else
                return base::resolve(bound, now, zone);
        },
        form_);
}

}  // namespace huiyin::base
