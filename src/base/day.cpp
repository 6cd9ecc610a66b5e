#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/time.hpp"
#include "strict_parse.hpp"

namespace huiyin::base {

using std::chrono::days;

Day Day::parse(std::string_view typed) {
    const auto midnight = read_exactly(std::string(typed), "%F");
    if (!midnight)
        throw Failure(Exit::usage, compose({"没有“{}”这一天", "there is no day \"{}\""}, typed),
                      Label{"写作 2026-11-23", "write it as 2026-11-23"});
    return Day{std::chrono::floor<days>(*midnight)};
}

Day Day::containing(Instant instant, const Zone& zone) {
    return Day{std::chrono::floor<days>(zone.civil(instant))};
}

std::string Day::name() const {
    const std::chrono::year_month_day day{day_};
    return base::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()},
                        unsigned{day.day()});
}

int Day::weekday() const {
    return static_cast<int>(std::chrono::weekday{day_}.iso_encoding());
}

Instant Day::begin(const Zone& zone) const {
    return zone.instant(day_);
}
Instant Day::end(const Zone& zone) const {
    return next().begin(zone);
}
Day Day::next() const {
    return Day{day_ + days{1}};
}
Day Day::previous() const {
    return Day{day_ - days{1}};
}

}  // namespace huiyin::base
