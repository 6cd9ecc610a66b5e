#pragma once

#include <set>
#include <string>
#include <vector>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/gate/gate.hpp"

namespace huiyin::cli {

/// What is on record of the last weeks from the home, or under the phone, that was given so far,
/// for whoever is typing in something new from there; nothing of a command that registers nothing
/// of a resident. What is in `told` is left out, and added to it.
std::vector<base::Text> earlier_matters(const Arguments& arguments, gate::Reading& reading,
                                        std::set<std::string>& told);

}  // namespace huiyin::cli
