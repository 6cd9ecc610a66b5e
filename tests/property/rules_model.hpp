#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "complaint_model.hpp"
#include "office_model.hpp"

namespace huiyin::property {

/// A rule that refuses, broken by a step.
struct Broken {
    std::string rule;
    int step = 0;
    /// Committed all the same, and a breach, where the step says that it happened so.
    bool pardonable = false;

    auto operator<=>(const Broken&) const = default;
};

/// Every refusing rule that a complaint's steps break as they stand, whoever broke them when.
std::vector<Broken> broken_rules(const Office& office, const Complaint& complaint);

/// Whether something typed after this step, about what happened before it, may have broken it.
bool typed_over(const Complaint& complaint, int step);

}  // namespace huiyin::property
