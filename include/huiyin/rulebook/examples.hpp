#pragma once

#include <string>
#include <vector>

#include "huiyin/rulebook/rule.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::rulebook {

/// What became of one example of a rule file.
struct ExampleResult {
    const Rule* rule = nullptr;
    Example example;
    int found = 0;
    base::Text wrong;  ///< why it failed; empty when it held

    bool held() const { return wrong.empty(); }
};

/// Of a rule as its file has them: of the regulation's they are read when somebody asks.
std::vector<Example> examples_of(const Rule& rule);

/// Runs every example of a rule, each in a store of its own that nothing leaves, and not for ever.
std::vector<ExampleResult> run_examples(const Rule& rule);

/// A store in memory with the words of the examples (`given.sql`, `given_duty.sql`) and what they
/// are used to tell. It is no stricter than an example needs: foreign keys are off.
store::Connection example_store(const std::string& sql);

}  // namespace huiyin::rulebook
