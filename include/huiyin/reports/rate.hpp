#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

/// Rates as they are shown (clauses 3.4.1, 3.4.2). Throws nothing; where a rate there is is asked
/// for, `den` is above 0.
namespace huiyin::reports {

/// How many of how many; no rate where there were none.
struct Rate {
    std::int64_t num = 0;
    std::int64_t den = 0;
};

/// In percent, cut to a tenth and never rounded up: `39.5`, `100`. A share is from 0 to 1; a rate
/// is one there is.
std::string percent(double share);
std::string percent(const Rate& rate);
/// The share itself, cut to four digits. Of a rate there is.
double share_cut(const Rate& rate);

/// `{num, den, rate}`; the rate is rounded to four digits, but 1 only where nothing is missing, and
/// null where there is nothing to divide by.
nlohmann::ordered_json rate_json(const Rate& rate);
/// The same with a rate of null also below so many, where a share says little of anybody.
nlohmann::ordered_json rate_json(const Rate& rate, std::int64_t reference_min);

}  // namespace huiyin::reports
