#pragma once

#include <nlohmann/json.hpp>

namespace huiyin::base {

/// Keys stay in the order in which they were written, as the schemas in docs/schema list them.
using Json = nlohmann::ordered_json;

}  // namespace huiyin::base

/// Compiled once, in base/json.cpp: half of what a file that writes JSON would take is the same
/// code again. Headers that only name it include <nlohmann/json_fwd.hpp>.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;
