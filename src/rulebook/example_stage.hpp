#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/rulebook/examples.hpp"
#include "judgement.hpp"

/// One example of a rule, set up once, on which other wordings of the rule's query are run. Private
/// to this directory.
namespace huiyin::rulebook {

class ExampleStage {
  public:
    /// Throws Failure{usage} for a `now` that is no time, and SQLite::Exception for SQL that fails.
    explicit ExampleStage(const Example& example);
    /// In a store that is as `example_store("")` gives it, and is so again afterwards: one at a
    /// time. Setting one up costs more than most examples do.
    ExampleStage(store::Connection& bare, const Example& example);
    ~ExampleStage();
    ExampleStage(const ExampleStage&) = delete;
    ExampleStage& operator=(const ExampleStage&) = delete;

    const Example& example() const { return example_; }
    store::Connection& connection() { return connection_; }
    base::Instant now() const { return engine_->now(); }

    /// What the rule finds here, run as one of the regulation's. Throws what its query throws.
    std::vector<Finding> find(const Rule& rule);
    /// Whether that is something else than the example says, or no answer: an error, or too much
    /// work. Where memory or the disk gave out, SQLite::Exception.
    bool notices(const Rule& rule);

  private:
    void set_up();

    const Example& example_;
    std::optional<store::Connection> own_;
    store::Connection& connection_;
    base::Zone zone_{"UTC"};
    std::unique_ptr<RuleEngine> engine_;
};

}  // namespace huiyin::rulebook
