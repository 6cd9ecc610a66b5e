#pragma once

#include <vector>

#include "huiyin/reports/document.hpp"
#include "huiyin/reports/presentation.hpp"
#include "huiyin/rulebook/mutants.hpp"
#include "huiyin/rulebook/rule_coverage.hpp"

/// How well the examples of rules prove them. Throws nothing.
namespace huiyin::reports {

/// Changes of the rules' queries: how many of each rule an example noticed, and which none did.
Presentation mutation_results(const std::vector<rulebook::Mutation>& mutations);
/// Branches inside the rules' queries, and those that no example made both true and false.
Presentation coverage_results(const std::vector<rulebook::RuleCoverage>& coverages);

}  // namespace huiyin::reports
