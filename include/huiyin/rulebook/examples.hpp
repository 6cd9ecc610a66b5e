#pragma once

#include <string>
#include <vector>

#include "huiyin/rulebook/rule.hpp"

namespace huiyin::rulebook {

/// What became of one example of a rule file.
struct ExampleResult {
    const Rule* rule = nullptr;
    const Example* example = nullptr;
    int found = 0;
    std::string wrong;  ///< why it failed, in English; empty when it held

    bool held() const { return wrong.empty(); }
};

/// Runs every example of a rule, each in a store of its own.
std::vector<ExampleResult> run_examples(const Rule& rule);

}  // namespace huiyin::rulebook
