#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "whole_office.hpp"

namespace huiyin::property {

/// A matter that cannot be brought to its end: whatever its next step may be is refused.
struct DeadEnd {
    std::string no;
    std::set<std::string> rules;       ///< that refused, each the last time it was tried
    std::vector<std::string> refused;  ///< what was tried, with what was said
    std::string story;                 ///< the commands that led there

    /// All on lines of their own.
    std::string told() const;
};

/// From the state in which an office is, tries to end every matter that is open, by any step, any
/// person and in any manner that a clerk who keeps the regulation could think of: never by
/// `--as-happened`, by taking anything back, or by making it void. Says what could not be ended.
/// `ended` counts what was.
std::vector<DeadEnd> find_dead_ends(const WholeOffice& office, int& ended);

}  // namespace huiyin::property
