#include "date_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "strict_parse.hpp"

namespace huiyin::base {

namespace {

struct DayWord {
    std::string_view word;
    int days_ago;
    std::string_view part = {};
    std::string_view plain = {};  ///< the day without its part
};

/// Longer ones first.
constexpr std::array day_words{
    DayWord{"today", 0},
    DayWord{"yesterday", 1},
    DayWord{"tomorrow", -1},
    DayWord{"大前天", 3},
    DayWord{"大后天", -3},
    DayWord{"前天", 2},
    DayWord{"昨天", 1},
    DayWord{"昨日", 1},
    DayWord{"今天", 0},
    DayWord{"今日", 0},
    DayWord{"明天", -1},
    DayWord{"明日", -1},
    DayWord{"后天", -2},
    DayWord{"前晚", 2, "晚上", "前天"},
    DayWord{"昨晚", 1, "晚上", "昨天"},
    DayWord{"昨夜", 1, "晚上", "昨天"},
    DayWord{"昨早", 1, "早上", "昨天"},
    DayWord{"今早", 0, "早上", "今天"},
    DayWord{"今晨", 0, "早上", "今天"},
    DayWord{"今晚", 0, "晚上", "今天"},
    DayWord{"明早", -1, "早上", "明天"},
    DayWord{"明晨", -1, "早上", "明天"},
    DayWord{"明晚", -1, "晚上", "明天"},
};

struct WeekWord {
    std::string_view word;
    int weeks;
};
constexpr std::array week_words{WeekWord{"下下", 2}, WeekWord{"下", 1}, WeekWord{"上上", -2},
                                WeekWord{"上", -1},  WeekWord{"这", 0}, WeekWord{"本", 0},
                                WeekWord{"", 0}};

std::optional<DayRead> take_day_word(std::string_view text) {
    for (const auto& one : day_words)
        if (text.starts_with(one.word))
            return DayRead{.midnight = TypedTime::TimeOfDay{one.days_ago, Seconds{0}},
                           .part = one.part,
                           .word = one.plain.empty() ? one.word : one.plain,
                           .rest = text.substr(one.word.size())};
    return {};
}

std::optional<DayRead> take_weekday(std::string_view text) {
    static constexpr std::array<std::string_view, 3> names{"周", "星期", "礼拜"};
    static constexpr std::array<std::string_view, 8> days{"一", "二", "三", "四",
                                                          "五", "六", "日", "天"};
    for (const auto& week : week_words) {
        if (!text.starts_with(week.word)) continue;
        auto rest = text.substr(week.word.size());
        const auto* const name = std::ranges::find_if(
            names, [&](std::string_view one) { return rest.starts_with(one); });
        if (name == names.end()) continue;
        rest.remove_prefix(name->size());
        const auto* const day =
            std::ranges::find_if(days, [&](std::string_view one) { return rest.starts_with(one); });
        if (day == days.end()) return {};
        rest.remove_prefix(day->size());
        const auto number = std::min(static_cast<int>(day - days.begin()), 6) + 1;
        return DayRead{
            .midnight = TypedTime::OnWeekday{week.weeks, number, Seconds{0}, week.word.empty()},
            .part = {},
            .word = text.substr(0, text.size() - rest.size()),
            .rest = rest};
    }
    return {};
}

/// A number of so many digits at most, with the word behind it taken too.
std::optional<int> take_number(std::string_view& text, std::size_t most,
                               std::initializer_list<std::string_view> words) {
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    if (end == 0 || end > most) return {};
    int number = 0;
    for (const char digit : text.substr(0, end))
        number = 10 * number + (digit - '0');
    auto rest = text.substr(end);
    const auto* const word =
        std::ranges::find_if(words, [&](std::string_view one) { return rest.starts_with(one); });
    if (word == words.end()) return {};
    rest.remove_prefix(word->size());
    text = rest;
    return number;
}

bool ends_here(std::string_view rest) {
    return rest.empty() || rest.front() < '0' || rest.front() > '9';
}

int days_in(int year, int month) {
    const auto last = std::chrono::year{year} / month / std::chrono::last;
    return static_cast<int>(unsigned{std::chrono::year_month_day{last}.day()});
}

Failure no_such_day(std::string_view typed, int year, int month, int day) {
    const auto what = compose(
        {"“{3}”:没有 {0:04}-{1:02}-{2:02} 这一天", "\"{3}\": there is no day {0:04}-{1:02}-{2:02}"},
        year, month, day, typed);
    if (month < 1 || month > 12)
        return {Exit::usage, what,
                Label{"按年、月、日的次序写,如 2026-11-23",
                      "write year, month and day in this order: 2026-11-23"}};
    return {Exit::usage, what,
            compose({"{0} 年 {1} 月只有 {2} 天", "month {1} of {0} has {2} days"}, year, month,
                    days_in(year, month))};
}

std::optional<DayRead> take_date(std::string_view text) {
    for (const std::string_view divider : {"-", "/", ".", "年"}) {
        auto rest = text;
        const bool in_words = divider == "年";
        const auto year = take_number(rest, 4, {divider});
        if (!year || *year < 1000) continue;
        const auto month = take_number(rest, 2, {in_words ? std::string_view("月") : divider});
        if (!month) continue;
        const auto day = in_words ? take_number(rest, 2, {"日", "号"}) : take_number(rest, 2, {""});
        if (!day || !(in_words || ends_here(rest))) continue;
        const auto date =
            read_exactly(base::format("{:04}-{:02}-{:02}", *year, *month, *day), "%F");
        if (!date) throw no_such_day(text, *year, *month, *day);
        return DayRead{.midnight = *date,
                       .part = {},
                       .word = text.substr(0, text.size() - rest.size()),
                       .rest = rest,
                       .by_calendar = true};
    }
    return {};
}

std::optional<DayRead> take_month_and_day(std::string_view text) {
    auto rest = text;
    const auto month = take_number(rest, 2, {"月"});
    if (!month || *month < 1 || *month > 12) return {};
    const auto day = take_number(rest, 2, {"日", "号"});
    if (!day) return {};
    // 29 February is a day of some years.
    constexpr int leap_year = 2024;
    if (*day < 1 || *day > days_in(leap_year, *month))
        throw Failure(
            Exit::usage,
            compose({"没有 {0} 月 {1} 日这一天", "there is no day {1} in month {0}"}, *month, *day),
            compose({"{0} 月最多 {1} 天", "month {0} has at most {1} days"}, *month,
                    days_in(leap_year, *month)));
    return DayRead{.midnight = TypedTime::OnDate{*month, *day, Seconds{0}},
                   .part = {},
                   .word = text.substr(0, text.size() - rest.size()),
                   .rest = rest,
                   .by_calendar = true};
}

}  // namespace

std::optional<DayRead> take_day(std::string_view text) {
    for (const auto take : {take_date, take_month_and_day, take_day_word, take_weekday})
        if (auto day = take(text)) return day;
    return {};
}

std::string with_leading_digits(std::string_view text) {
    static constexpr std::array<std::string_view, 12> numerals{"零", "一", "二", "三", "四", "五",
                                                               "六", "七", "八", "九", "十", "两"};
    int number = 0;
    bool any = false;
    for (;;) {
        const auto* const found = std::ranges::find_if(
            numerals, [&](std::string_view one) { return text.starts_with(one); });
        if (found == numerals.end()) break;
        const auto value = static_cast<int>(found - numerals.begin());
        // 十二 is 12, 二十 is 20.
        if (value == 10)
            number = std::max(number, 1) * 10;
        else
            number += value == 11 ? 2 : value;
        any = true;
        text.remove_prefix(found->size());
    }
    return any ? base::format("{}{}", number, text) : std::string(text);
}

std::string with_digits(std::string_view text) {
    std::string digits;
    while (!text.empty()) {
        const auto read = with_leading_digits(text);
        const auto end = read.find_first_not_of("0123456789");
        // Numerals are longer than the digits they become.
        if (end != 0 && read != text) {
            digits += read.substr(0, end);
            text = text.substr(text.size() - (read.size() - std::min(end, read.size())));
        } else {
            digits += text.front();
            text.remove_prefix(1);
        }
    }
    return digits;
}

}  // namespace huiyin::base
