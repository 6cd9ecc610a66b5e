#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/base/time.hpp"

/// Private to this directory.
namespace huiyin::base {

/// A day as it stands at the beginning of a text, and what follows it.
struct DayRead {
    std::variant<CivilTime, TypedTime::TimeOfDay, TypedTime::OnDate, TypedTime::OnWeekday> midnight;
    std::string_view part;  ///< of the day, where the word has it: 昨晚 is 昨天 and 晚上
    std::string_view word;  ///< the day alone, as it can be written before a clock again
    std::string_view rest;
    bool by_calendar = false;  ///< a date in figures: what follows is the 24-hour clock
};

/// Reads `2026-11-23`, `2026/11/3`, `2026年11月3日`, `11月3日`, `昨天`, `昨晚`, `tomorrow`,
/// `下周一`; nothing where the text begins with no day.
std::optional<DayRead> take_day(std::string_view text);

/// 两小时 as 2小时: what a span or a count begins with, in digits.
std::string with_leading_digits(std::string_view text);
/// 十点二十分 as 10点20分.
std::string with_digits(std::string_view text);

}  // namespace huiyin::base
