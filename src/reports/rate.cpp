#include "huiyin/reports/rate.hpp"

#include <algorithm>
#include <cmath>

#include "huiyin/base/json.hpp"

namespace huiyin::reports {

using base::Json;

std::int64_t percent(double share) {
    const std::int64_t nearest = std::lround(share * 100);
    return share < 1 ? std::min<std::int64_t>(nearest, 99) : nearest;
}

std::int64_t percent(const Rate& rate) {
    // In whole numbers: as a share, 29 of 200 would be a little less than 14.5.
    const auto nearest = (200 * rate.num + rate.den) / (2 * rate.den);
    return rate.num < rate.den ? std::min<std::int64_t>(nearest, 99) : nearest;
}

Json rate_json(const Rate& rate) {
    Json json{{"num", rate.num}, {"den", rate.den}};
    // Four digits: enough for a percentage with two, and the same on every machine.
    json["rate"] = rate.den == 0 ? Json()
                                 : Json(std::round(10'000.0 * static_cast<double>(rate.num) /
                                                   static_cast<double>(rate.den)) /
                                        10'000.0);
    return json;
}

}  // namespace huiyin::reports
