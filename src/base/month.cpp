#include <fmt/format.h>

#include "huiyin/base/time.hpp"

namespace huiyin::base {

Month Month::containing(Instant instant, const Zone& zone) {
    const std::chrono::year_month_day day{
        std::chrono::floor<std::chrono::days>(zone.civil(instant))};
    return Month(day.year() / day.month());
}

std::string Month::name() const {
    return fmt::format("{:04}-{:02}", int{month_.year()}, unsigned{month_.month()});
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

}  // namespace huiyin::base
