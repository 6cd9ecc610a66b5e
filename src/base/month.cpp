#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/time.hpp"
#include "strict_parse.hpp"

namespace huiyin::base {

Month Month::parse(std::string_view typed) {
    const auto first = read_exactly(base::format("{}-01", typed), "%F");
    if (!first)
        throw Failure(Exit::usage, compose({"没有“{}”这个月", "there is no month \"{}\""}, typed),
                      Label{"写作 2026-11、11月或上月", "write it as 2026-11 or last month"});
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(*first)};
    return Month(day.year() / day.month());
}

Month Month::containing(Instant instant, const Zone& zone) {
    const std::chrono::year_month_day day{
        std::chrono::floor<std::chrono::days>(zone.civil(instant))};
    return Month(day.year() / day.month());
}

std::string Month::name() const {
    return base::format("{:04}-{:02}", int{month_.year()}, unsigned{month_.month()});
}

Instant Month::begin(const Zone& zone) const {
    return zone.instant(CivilTime{std::chrono::local_days{month_ / 1}});
}

Instant Month::end(const Zone& zone) const {
    return next().begin(zone);
}

Month Month::next() const {
    return Month(month_ + std::chrono::months{1});
}

Month Month::previous() const {
    return Month(month_ - std::chrono::months{1});
}

Month Month::year_before() const {
    return Month(month_ - std::chrono::years{1});
}

}  // namespace huiyin::base
