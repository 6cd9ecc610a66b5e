#pragma once

#include <string>
#include <vector>

#include "session.hpp"

namespace huiyin::property {

/// What was done in the office and about these matters, and last of all `last`, as a script for
/// the shell. Numbers are taken from what the commands print, so that nothing else need be
/// replayed.
std::string shell_script(const Beginning& beginning, const std::vector<Remembered>& done,
                         const std::set<std::string>& concerned, const Remembered& last);

}  // namespace huiyin::property
