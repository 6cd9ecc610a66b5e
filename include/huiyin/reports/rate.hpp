#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace huiyin::reports {

/// How many of how many; no rate where there were none.
struct Rate {
    std::int64_t num = 0;
    std::int64_t den = 0;
};

/// In percent, cut to a tenth and never rounded up: `39.5`, `100`. Of a rate there is.
std::string percent(double share);
std::string percent(const Rate& rate);
/// The share itself, cut to four digits. Of a rate there is.
double share_cut(const Rate& rate);

/// `{num, den, rate}`; the rate is rounded to four digits, but 1 only where nothing is missing, and
/// null where there is nothing to divide by.
nlohmann::ordered_json rate_json(const Rate& rate);

}  // namespace huiyin::reports
