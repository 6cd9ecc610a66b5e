#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "huiyin/base/language.hpp"

/// Time: stored in UTC seconds, typed and shown in the office's zone. What asks a Zone throws
/// Failure{failed} for a moment beyond the C library's calendar.
namespace huiyin::base {

/// A moment, in whole UTC seconds. Stored as the integer `seconds(instant)`.
using Instant = std::chrono::sys_seconds;
using Seconds = std::chrono::seconds;

constexpr std::int64_t seconds(Instant instant) {
    return instant.time_since_epoch().count();
}
constexpr Instant instant(std::int64_t utc_seconds) {
    return Instant{Seconds{utc_seconds}};
}

/// The machine's clock, read once; cut to the second. `gate` asks it, and hands the moment on.
Instant machine_now();

/// A calendar date with a time of day, without a zone.
using CivilTime = std::chrono::local_seconds;

/// A time zone: the office's, or UTC where rules are tried. glibc keeps one for the process;
/// whichever is asked is put in force first, so several can live side by side. For one thread.
class Zone {
  public:
    /// Throws Failure{usage} for a name without a zone file (glibc would silently take UTC).
    explicit Zone(std::string name);

    const std::string& name() const { return name_; }
    CivilTime civil(Instant instant) const;
    /// When the office's clocks show this: once; never where they are put forward over it; twice
    /// where they are put back. In order.
    std::vector<Instant> instants(CivilTime civil) const;
    /// The first of them; for a time that is skipped, as if the clocks had not been put forward.
    Instant instant(CivilTime civil) const;
    Seconds offset(Instant instant) const;

  private:
    std::string name_;
};

/// `2026-11-23T18:30:00+08:00`, as in JSON.
std::string iso(Instant instant, const Zone& zone);
/// `2026-11-23 18:30:00`, as people read it.
std::string readable(Instant instant, const Zone& zone);
/// `2026-11-23 18:30`, for narrow tables.
std::string readable_minute(Instant instant, const Zone& zone);
/// The same for a list that people look through at `now`: without the year where it is this one.
std::string readable_brief(Instant instant, Instant now, const Zone& zone);
/// The year by the office's calendar.
int year_of(Instant instant, const Zone& zone);

/// A time as somebody typed it, understood but not yet tied to a clock or a zone.
struct TypedTime {
    struct TimeOfDay {
        int days_ago;  ///< negative: ahead
        Seconds since_midnight;
    };
    /// A day of the year nearest to now, on the side where it can lie.
    struct OnDate {
        int month;
        int day;
        Seconds since_midnight;
    };
    struct OnWeekday {
        int weeks;    ///< from this one
        int weekday;  ///< 1 is Monday
        Seconds since_midnight;
        bool of_any_week = false;  ///< 星期天: the nearest, on the side where it can lie
    };
    struct Ago {
        Seconds distance;  ///< negative: ahead
    };
    std::variant<Instant, CivilTime, TimeOfDay, OnDate, OnWeekday, Ago> form;
    bool may_lie_ahead = false;  ///< an appointment does, what happened does not
};

/// Reads every form of TIME the command line allows: `2026-11-23 18:30[:05]`, `2026/11/23 9:05`,
/// `2026年11月23日 9时5分`, `2026-11-23 24:00`, `2026-11-23T18:30:00+08:00`, `11月22日 18:30`,
/// `18:30[:05]`, `yesterday 18:30`, `昨天 18:30`, `昨晚10点`, `tomorrow 14:00`, `后天上午9点`,
/// `下周一 09:00`, `30min ago`, `2h ago`, `3d ago`, `in 2h`, the same in Chinese (`30分钟前`,
/// `半小时前`, `2小时后`) and `now`, `刚才`. Throws Failure{usage}, saying what was expected; a
/// bare `m` is refused by name.
TypedTime parse_time(std::string_view typed);

/// Ties a typed time to the moment of the command and the office's zone.
/// Throws Failure{usage} for a civil time that the zone skips or has twice, and for a day that no
/// year has.
Instant resolve(const TypedTime& typed, Instant now, const Zone& zone);

/// Reads `15min`, `24h`, `3d`, `90s`, and `15分钟`, `24小时`, `3天`, `90秒`. Throws Failure{usage};
/// a bare `m` is refused by name.
Seconds parse_duration(std::string_view typed);
/// A span for people: `2 小时 5 分 3 秒` / `2 h 5 min 3 s`; never rounds. Days begin at 24 h, but
/// whole hours stay hours up to 72 h, as the regulation words its limits.
Text spoken(Seconds duration);
/// The same for a list: without seconds from ten minutes on, without minutes from two days on.
Text spoken_roughly(Seconds duration);

/// A calendar day in the office's zone.
class Day {
  public:
    /// Reads `2026-11-23`. Throws Failure{usage} for anything else.
    static Day parse(std::string_view typed);
    static Day containing(Instant instant, const Zone& zone);

    std::string name() const;  ///< `2026-11-23`
    int weekday() const;       ///< 1 is Monday, 7 Sunday
    Instant begin(const Zone& zone) const;
    Instant end(const Zone& zone) const;  ///< the first second after it
    Day next() const;
    Day previous() const;

    auto operator<=>(const Day&) const = default;

  private:
    explicit constexpr Day(std::chrono::local_days day) : day_(day) {}
    std::chrono::local_days day_;
};

/// A week by ISO 8601: Monday 00:00 to Sunday 24:00 in the office's zone.
class Week {
  public:
    /// Reads `2026-W47`. Throws Failure{usage} for anything else, week 53 of a short year included.
    static Week parse(std::string_view typed);
    static Week containing(Instant instant, const Zone& zone);

    std::string name() const;  ///< `2026-W47`
    Instant begin(const Zone& zone) const;
    Instant end(const Zone& zone) const;  ///< the first second after it
    Week next() const;
    Week previous() const;
    /// The week of this number in the year before; nothing where that year has no week 53.
    std::optional<Week> year_before() const;

    auto operator<=>(const Week&) const = default;

  private:
    explicit constexpr Week(std::chrono::local_days monday) : monday_(monday) {}
    std::chrono::local_days monday_;
};

/// A calendar month in the office's zone.
class Month {
  public:
    /// Reads `2026-11`. Throws Failure{usage} for anything else.
    static Month parse(std::string_view typed);
    static Month containing(Instant instant, const Zone& zone);

    std::string name() const;  ///< `2026-11`
    Instant begin(const Zone& zone) const;
    Instant end(const Zone& zone) const;  ///< the first second after it
    Month next() const;
    Month previous() const;
    Month year_before() const;  ///< the month of this name in the year before

  private:
    explicit constexpr Month(std::chrono::year_month month) : month_(month) {}
    std::chrono::year_month month_;
};

/// A calendar year in the office's zone.
class Year {
  public:
    /// Reads `2026`. Throws Failure{usage} for anything else.
    static Year parse(std::string_view typed);
    static Year containing(Instant instant, const Zone& zone);

    std::string name() const;  ///< `2026`
    Instant begin(const Zone& zone) const;
    Instant end(const Zone& zone) const;  ///< the first second after it
    Year previous() const;

  private:
    explicit constexpr Year(std::chrono::year year) : year_(year) {}
    std::chrono::year year_;
};

}  // namespace huiyin::base
