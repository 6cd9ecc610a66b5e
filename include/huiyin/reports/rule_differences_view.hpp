#pragma once

#include <vector>

#include "huiyin/reports/presentation.hpp"
#include "huiyin/rulebook/rule_comparison.hpp"

namespace huiyin::reports {

/// What is new, gone and changed between two editions of rules, clause by clause, in words. Throws
/// nothing.
Presentation rule_differences(const rulebook::RulebookEdition& before,
                              const rulebook::RulebookEdition& after);

}  // namespace huiyin::reports
