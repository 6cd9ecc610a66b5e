#pragma once

#include <string>
#include <vector>

#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/rule.hpp"
#include "huiyin/store/connection.hpp"

/// The examples in rule files, run as tests (docs/rule-format.md). An example that fails, whatever
/// its SQL does, is a result; thrown is SQLite::Exception where memory or the disk gave out.
namespace huiyin::rulebook {

/// What became of one example of a rule file.
struct ExampleResult {
    const Rule* rule = nullptr;
    Example example;
    int found = 0;     ///< how many findings there were
    base::Text wrong;  ///< why it failed; empty when it held

    bool held() const { return wrong.empty(); }
};

/// Of a rule as its file has them: those of the regulation's are read when somebody asks.
std::vector<Example> examples_of(const Rule& rule);

/// Why the findings are not those that the example expects; empty where they are.
base::Text disagreement(const Example& example, const std::vector<Finding>& findings);

/// Runs every example of a rule, each in a private database and within a bound of SQLite's steps.
/// Times are UTC, and so is the zone.
std::vector<ExampleResult> run_examples(const Rule& rule);

/// A private database with the views that examples write to (`given.sql`, `given_duty.sql`), and
/// `sql` run in it. It is no stricter than an example needs: foreign keys are off. Throws
/// SQLite::Exception for SQL that fails.
store::Connection example_store(const std::string& sql);

}  // namespace huiyin::rulebook
