#include "huiyin/reports/rate.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace huiyin::reports {

using Json = nlohmann::ordered_json;

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
