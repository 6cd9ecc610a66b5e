#include "huiyin/reports/rate.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace huiyin::reports {

using Json = nlohmann::ordered_json;

std::int64_t percent(double share) {
    const std::int64_t nearest = std::lround(share * 100);
    return share < 1 ? std::min<std::int64_t>(nearest, 99) : nearest;
}

std::int64_t percent(const Rate& rate) {
    return percent(static_cast<double>(rate.num) / static_cast<double>(rate.den));
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
