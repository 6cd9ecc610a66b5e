#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace huiyin::base {

/// JSON on one line, without a line's end. A byte that is no UTF-8 becomes U+FFFD, so that whatever
/// is on file can be written. Throws nothing.
std::string one_line(const nlohmann::ordered_json& json);

}  // namespace huiyin::base
