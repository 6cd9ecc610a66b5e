#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>

namespace huiyin::reports {

/// How many of how many; no rate where there were none.
struct Rate {
    std::int64_t num = 0;
    std::int64_t den = 0;
};

/// To the nearest whole percent, but never 100 while something is missing. Of a rate there is.
std::int64_t percent(double share);
std::int64_t percent(const Rate& rate);

/// `{num, den, rate}`; the rate is null where there is nothing to divide by.
nlohmann::ordered_json rate_json(const Rate& rate);

}  // namespace huiyin::reports
