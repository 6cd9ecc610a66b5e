#pragma once

#include <vector>

#include "huiyin/gate/gate.hpp"
#include "huiyin/rulebook/checker.hpp"

namespace huiyin::cli {

/// Every callback, follow-up and appointment to answer that is still owed, passed or not, soonest
/// first (3.2.2, 3.3.3, 4.4).
std::vector<rulebook::Deadline> owed_callbacks(gate::Reading& reading);

}  // namespace huiyin::cli
