#pragma once

#include <string_view>
#include <variant>

#include "huiyin/base/time.hpp"

namespace huiyin::base {

/// So many days, weeks, months or years from the current one: 昨天 is -1.
struct FromCurrent {
    int count;
};

/// A day as typed, not yet tied to a moment or a zone.
class TypedDay {
  public:
    /// Reads `2026-11-23`, `2026/11/23`, `2026年11月23日`, `11月23日`, `昨天`, `上周一`,
    /// `yesterday`. Throws Failure{usage}.
    static TypedDay parse(std::string_view typed);

    /// A day without a year is the latest one that is not ahead. Throws Failure{usage} for a day
    /// that no year has.
    Day resolve(Instant now, const Zone& zone) const;

  private:
    explicit constexpr TypedDay(TypedTime midnight) : midnight_(midnight) {}
    TypedTime midnight_;
};

/// A week as typed.
class TypedWeek {
  public:
    /// Reads `2026-W47`, `2026年第47周`, `第47周`, `W47`, `上周`, `本周`, `last week`. Throws
    /// Failure{usage}.
    static TypedWeek parse(std::string_view typed);

    /// A week without a year is the latest one that is not ahead. Throws Failure{usage} for a
    /// week 53 of a short year.
    Week resolve(Instant now, const Zone& zone) const;

  private:
    struct Number {
        int week;
    };
    using Form = std::variant<Week, Number, FromCurrent>;
    explicit constexpr TypedWeek(Form form) : form_(form) {}
    Form form_;
};

/// A month as typed.
class TypedMonth {
  public:
    /// Reads `2026-11`, `2026年11月`, `11月`, `上月`, `本月`, `last month`. Throws Failure{usage}.
    static TypedMonth parse(std::string_view typed);

    /// A month without a year is the latest one that is not ahead.
    Month resolve(Instant now, const Zone& zone) const;

  private:
    struct Number {
        int month;
    };
    using Form = std::variant<Month, Number, FromCurrent>;
    explicit constexpr TypedMonth(Form form) : form_(form) {}
    Form form_;
};

/// A year as typed.
class TypedYear {
  public:
    /// Reads `2026`, `2026年`, `去年`, `今年`, `last year`. Throws Failure{usage}.
    static TypedYear parse(std::string_view typed);

    Year resolve(Instant now, const Zone& zone) const;

  private:
    using Form = std::variant<Year, FromCurrent>;
    explicit constexpr TypedYear(Form form) : form_(form) {}
    Form form_;
};

/// Where a stretch of time begins or ends, as typed: a TIME, or a whole day, week or month.
class TypedBound {
  public:
    /// Reads every form of a day, a week and a month, and every TIME. Throws Failure{usage}.
    static TypedBound parse(std::string_view typed);

    /// Its first second. Both throw as `resolve` does.
    Instant begin(Instant now, const Zone& zone) const;
    /// The first second after it; of a TIME that moment itself.
    Instant end(Instant now, const Zone& zone) const;

  private:
    using Form = std::variant<TypedTime, TypedDay, TypedWeek, TypedMonth>;
    explicit constexpr TypedBound(Form form) : form_(form) {}

    Form form_;
};

}  // namespace huiyin::base
