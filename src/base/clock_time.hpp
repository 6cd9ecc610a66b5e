#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/base/time.hpp"

/// Times of day as people type them. Private to this directory.
namespace huiyin::base {

/// A time of day, and what else it could mean.
struct ClockReading {
    Seconds since_midnight;
    std::optional<Seconds> or_else;  ///< half a day away, where nothing says which half is meant
    bool of_a_part = false;          ///< a part of the day was said, as in 下午6:30
};

/// Reads `18:30`, `18:30:05`, `18：30`, `下午6:30`, `6:30pm`, `6:30 PM`, `9am`, `上午 9点`,
/// `晚上8点半`, `15点20分`, `9时5分`, `24:00`. Nothing for anything else, or a time no clock shows.
/// An hour up to 12 without its part of the day is certain only where it has two digits and a
/// colon, as a 24-hour clock shows it.
std::optional<ClockReading> read_clock_time(std::string_view text);

/// A time of day in a part of it, 15:00 for 下午; nothing for any other word.
std::optional<std::string_view> time_in_part(std::string_view part);

/// `06:30`, or `06:30:05` where there are seconds.
std::string clock_shown(Seconds since_midnight);

}  // namespace huiyin::base
