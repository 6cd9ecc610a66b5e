#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "matter_model.hpp"
#include "office_model.hpp"

namespace huiyin::property {

/// A rule that refuses, broken by a step.
struct Broken {
    std::string rule;
    int step = 0;
    /// Committed all the same, and a breach, where the step says that it happened so.
    bool pardonable = false;
    /// When it was mended, where mending ends the breach.
    std::optional<Instant> mended = {};

    auto operator<=>(const Broken&) const = default;
};

/// Who worked on the repair that this one does again; nobody else's matter is looked at otherwise.
using FirstTechnician = std::optional<std::string>;

/// Every refusing rule that a matter's steps break as they stand, whoever broke them when.
std::vector<Broken> broken_rules(const Office& office, const Matter& matter,
                                 const FirstTechnician& first = {});

/// Whether something typed after this step, about what happened before it, may have broken it.
bool typed_over(const Matter& matter, int step);

}  // namespace huiyin::property
