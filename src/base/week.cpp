#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/time.hpp"
#include "strict_parse.hpp"

namespace huiyin::base {

using std::chrono::weeks;

Week Week::parse(std::string_view typed) {
    // A week 53 in a short year is read as the next year's week 1, and so does not read exactly.
    const auto monday = read_exactly(base::format("{}-1", typed), "%G-W%V-%u");
    if (!monday)
        throw Failure(
            Exit::usage, compose({"没有“{}”这一周", "there is no week \"{}\""}, typed),
            Label{"按 ISO 8601 写作 2026-W47,也可写上周;53 周的年份才有 W53",
                  "write it by ISO 8601 as 2026-W47, or last week; only a long year has a W53"});
    return Week{std::chrono::floor<std::chrono::days>(*monday)};
}

Week Week::containing(Instant instant, const Zone& zone) {
    const auto day = std::chrono::floor<std::chrono::days>(zone.civil(instant));
    return Week{day - (std::chrono::weekday{day} - std::chrono::Monday)};
}

std::string Week::name() const {
    // Of the year in which its Thursday lies; counting from there is much quicker than formatting.
    const auto thursday = monday_ + std::chrono::days{3};
    const auto year = std::chrono::year_month_day{thursday}.year();
    const auto day = thursday - std::chrono::local_days{year / std::chrono::January / 1};
    return base::format("{:04}-W{:02}", int{year}, day / weeks{1} + 1);
}

Instant Week::begin(const Zone& zone) const {
    return zone.instant(monday_);
}
Instant Week::end(const Zone& zone) const {
    return next().begin(zone);
}
Week Week::next() const {
    return Week{monday_ + weeks{1}};
}
Week Week::previous() const {
    return Week{monday_ - weeks{1}};
}

std::optional<Week> Week::year_before() const {
    const auto own = name();
    const auto year = std::chrono::year_month_day{monday_ + std::chrono::days{3}}.year();
    const auto same = base::format("{:04}{}-1", int{year} - 1, own.substr(own.find('-')));
    const auto monday = read_exactly(same, "%G-W%V-%u");
    if (!monday) return {};
    return Week{std::chrono::floor<std::chrono::days>(*monday)};
}

}  // namespace huiyin::base
