#include "huiyin/reports/period.hpp"

#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"

namespace huiyin::reports {

namespace {

constexpr std::array span_words{
    SpanWords{
        {"日报", "daily report"}, {"当日", "this day"}, {"前日", "day before"}, "daily", "day"},
    SpanWords{{"周报", "weekly report"},
              {"本周", "this week"},
              {"上周", "week before"},
              "weekly",
              "week"},
    SpanWords{{"月报", "monthly report"},
              {"本月", "this month"},
              {"上月", "month before"},
              "monthly",
              "month"},
    SpanWords{{"年报", "yearly report"},
              {"本年", "this year"},
              {"上年", "year before"},
              "yearly",
              "year"},
    SpanWords{{"期间报告", "report"},
              {"本期", "this period"},
              {"上期", "period before"},
              "period",
              "period"},
};

template <typename Unit>
Period calendar_period(Span span, const Unit& unit, const base::Zone& zone) {
    return {span, unit.name(), unit.begin(zone), unit.end(zone)};
}

/// A day by its date, any other moment to the minute.
std::string end_name(base::Instant instant, const base::Zone& zone) {
    const auto day = base::Day::containing(instant, zone);
    return day.begin(zone) == instant ? day.name() : base::readable_minute(instant, zone);
}

std::string stretch_name(base::Instant from, base::Instant until, const base::Zone& zone) {
    const auto last = base::Day::containing(until - base::Seconds{1}, zone);
    const auto end = last.end(zone) == until ? last.name() : base::readable_minute(until, zone);
    return base::format("{}/{}", end_name(from, zone), end);
}

}  // namespace

Period Period::of(const base::Day& day, const base::Zone& zone) {
    return calendar_period(Span::day, day, zone);
}
Period Period::of(const base::Week& week, const base::Zone& zone) {
    return calendar_period(Span::week, week, zone);
}
Period Period::of(const base::Month& month, const base::Zone& zone) {
    return calendar_period(Span::month, month, zone);
}
Period Period::of(const base::Year& year, const base::Zone& zone) {
    return calendar_period(Span::year, year, zone);
}
Period Period::of(base::Instant from, base::Instant until, const base::Zone& zone) {
    if (from >= until)
        throw base::Failure(
            base::Exit::usage,
            base::compose({"起 {} 不早于止 {}", "it begins {}, not before its end {}"},
                          base::readable(from, zone), base::readable(until, zone)),
            base::Label{"--from 要早于 --to", "--from must be before --to"});
    return {Span::stretch, stretch_name(from, until, zone), from, until};
}

Period Period::before(const base::Zone& zone) const {
    const auto eve = from - base::Seconds{1};
    switch (span) {
        case Span::day:
            return of(base::Day::containing(eve, zone), zone);
        case Span::week:
            return of(base::Week::containing(eve, zone), zone);
        case Span::month:
            return of(base::Month::containing(eve, zone), zone);
        case Span::year:
            return of(base::Year::containing(eve, zone), zone);
        case Span::stretch:
            break;
    }
    return of(from - (until - from), from, zone);
}

std::optional<Period> Period::year_before(const base::Zone& zone) const {
    switch (span) {
        case Span::week:
            if (const auto week = base::Week::containing(from, zone).year_before())
                return of(*week, zone);
            return {};
        case Span::month:
            return of(base::Month::containing(from, zone).year_before(), zone);
        case Span::year:
            return before(zone);
        case Span::day:
        case Span::stretch:
            break;
    }
    return {};
}

std::vector<base::Day> days_of(const Period& period, const base::Zone& zone) {
    std::vector<base::Day> days;
    for (auto day = base::Day::containing(period.from, zone); day.begin(zone) < period.until;
         day = day.next())
        days.push_back(day);
    return days;
}

const SpanWords& words_of(Span span) {
    return span_words.at(static_cast<std::size_t>(span));
}

}  // namespace huiyin::reports
