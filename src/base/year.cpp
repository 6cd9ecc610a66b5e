#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/time.hpp"
#include "strict_parse.hpp"

namespace huiyin::base {

Year Year::parse(std::string_view typed) {
    const auto first = read_exactly(base::format("{}-01-01", typed), "%F");
    if (!first)
        throw Failure(Exit::usage, compose({"没有“{}”这一年", "there is no year \"{}\""}, typed),
                      Label{"写作 2026", "write it as 2026"});
    return Year(std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(*first)}.year());
}

Year Year::containing(Instant instant, const Zone& zone) {
    return Year(
        std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(zone.civil(instant))}
            .year());
}

std::string Year::name() const {
    return base::format("{:04}", int{year_});
}

Instant Year::begin(const Zone& zone) const {
    return zone.instant(CivilTime{std::chrono::local_days{year_ / 1 / 1}});
}

Instant Year::end(const Zone& zone) const {
    return Year(year_ + std::chrono::years{1}).begin(zone);
}

Year Year::previous() const {
    return Year(year_ - std::chrono::years{1});
}

}  // namespace huiyin::base
