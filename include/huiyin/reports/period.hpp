#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/week_figures.hpp"

namespace huiyin::reports {

enum class Span { day, week, month, year, stretch };

/// What a report is about: a day, week, month or year of the office's calendar, or any stretch of
/// time.
struct Period {
    Span span = Span::week;
    std::string name;  ///< `2026-11-23`, `2026-W47`, `2026-11`, `2026`, `2026-11-01/2026-11-15`
    base::Instant from;
    base::Instant until;  ///< the first second after it

    static Period of(const base::Day& day, const base::Zone& zone);
    static Period of(const base::Week& week, const base::Zone& zone);
    static Period of(const base::Month& month, const base::Zone& zone);
    static Period of(const base::Year& year, const base::Zone& zone);
    /// Throws Failure{usage} where it would not end after it begins.
    static Period of(base::Instant from, base::Instant until, const base::Zone& zone);

    /// The one just before: the day, the week, the month, the year, or as long a stretch.
    Period before(const base::Zone& zone) const;
    /// The same week, month or year of the year before; nothing where that year has no such week,
    /// and of a day or a stretch.
    std::optional<Period> year_before(const base::Zone& zone) const;
    records::Window seen_from(base::Instant as_of) const { return {from, until, as_of}; }
};

/// The calendar days a period touches, in order.
std::vector<base::Day> days_of(const Period& period, const base::Zone& zone);

/// What a period of its kind is called.
struct SpanWords {
    base::Label report;    ///< 周报, weekly report
    base::Label current;   ///< 本周, this week
    base::Label previous;  ///< 上周, week before
    std::string_view id;   ///< `weekly`, as in commands and schemas
    std::string_view key;  ///< `week`, the JSON key of its name
};
const SpanWords& words_of(Span span);

}  // namespace huiyin::reports
