#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/time.hpp"

namespace huiyin::base {

/// A week, month or year as typed, not yet tied to a moment or a zone.
template <typename Period>
class TypedPeriod {
  public:
    /// Reads a Week as `2026-W47`, `2026年第47周`, `第47周`, `W47`, `上周`, `last week`; a Month as
    /// `2026-11`, `2026年11月`, `11月`, `上月`, `last month`; a Year as `2026`, `2026年`, `去年`,
    /// `last year`. Throws Failure{usage}.
    static TypedPeriod parse(std::string_view typed);

    /// One without a year is the latest that is not ahead. Throws Failure{usage} for a week 53 of a
    /// short year.
    Period resolve(Instant now, const Zone& zone) const;

  private:
    struct Number {
        int of_its_year;
    };
    /// So many before the current one: 上周 is one week ago.
    struct Ago {
        int count;
    };
    using Form = std::variant<Period, Number, Ago>;
    explicit constexpr TypedPeriod(Form form) : form_(form) {}
    Form form_;
};

/// A day as typed.
template <>
class TypedPeriod<Day> {
  public:
    /// Reads `2026-11-23`, `2026/11/23`, `2026年11月23日`, `11月23日`, `昨天`, `上周一`,
    /// `yesterday`. Throws Failure{usage}.
    static TypedPeriod parse(std::string_view typed);

    /// A day without a year is the latest one that is not ahead. Throws Failure{usage} for a day
    /// that no year has.
    Day resolve(Instant now, const Zone& zone) const;

  private:
    explicit constexpr TypedPeriod(TypedTime midnight) : midnight_(midnight) {}
    TypedTime midnight_;
};

using TypedDay = TypedPeriod<Day>;
using TypedWeek = TypedPeriod<Week>;
using TypedMonth = TypedPeriod<Month>;
using TypedYear = TypedPeriod<Year>;

/// What a text reads as, if it does: a Day, a TypedWeek.
template <typename Typed>
std::optional<Typed> read_as(std::string_view text) {
    try {
        return Typed::parse(text);
    } catch (const Failure&) {
        return {};
    }
}

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
