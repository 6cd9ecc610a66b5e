#include "huiyin/reports/rate.hpp"

#include <algorithm>
#include <cmath>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"

namespace huiyin::reports {

using base::Json;

/// What a rate with something missing comes to at most: 1 says that nothing is.
constexpr double most_of_less_than_all = 0.9999;

namespace {

std::string tenths(std::int64_t tenths_of_percent) {
    const auto rest = tenths_of_percent % 10;
    return rest == 0 ? base::format("{}", tenths_of_percent / 10)
                     : base::format("{}.{}", tenths_of_percent / 10, rest);
}

}  // namespace

std::string percent(double share) {
    // A share is a quotient of whole numbers, so what lies this close below a tenth is that tenth.
    constexpr double imprecision = 1e-7;
    return tenths(static_cast<std::int64_t>(std::floor(share * 1'000 + imprecision)));
}

std::string percent(const Rate& rate) {
    // In whole numbers: as a share, 29 of 200 would be a little less than 14.5.
    return tenths(rate.num * 1'000 / rate.den);
}

double share_cut(const Rate& rate) {
    constexpr std::int64_t steps = 10'000;
    const auto cut = rate.num * steps / rate.den;
    return static_cast<double>(cut) / static_cast<double>(steps);
}

Json rate_json(const Rate& rate) {
    Json json{{"num", rate.num}, {"den", rate.den}};
    // Four digits: enough for a percentage with two, and the same on every machine.
    if (rate.den == 0) {
        json["rate"] = Json();
        return json;
    }
    const auto rounded =
        std::round(10'000.0 * static_cast<double>(rate.num) / static_cast<double>(rate.den)) /
        10'000.0;
    json["rate"] = rate.num < rate.den ? std::min(rounded, most_of_less_than_all) : rounded;
    return json;
}

Json rate_json(const Rate& rate, std::int64_t reference_min) {
    auto json = rate_json(rate);
    if (rate.den < reference_min) json["rate"] = Json();
    return json;
}

}  // namespace huiyin::reports
