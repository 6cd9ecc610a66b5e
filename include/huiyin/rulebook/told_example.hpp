#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/rule.hpp"
#include "huiyin/store/connection.hpp"

/// The examples of a rule as what happened, for people who do not program.
namespace huiyin::rulebook {

struct ToldMoment {
    base::Instant at;
    base::Text what;
};

struct ToldExample {
    std::string title;  ///< as the file has it
    std::vector<ToldMoment> moments;
    base::Instant now;              ///< when the rule was asked
    std::vector<Finding> findings;  ///< their rule is the one that was handed in
};

/// Has a store of its own, in which one example after the other is set up.
class ExampleTeller {
  public:
    ExampleTeller();

    /// The first example that keeps the rule and the first that breaks it, as their stores have it:
    /// who did what when. Times are UTC. `whole` has its examples (`whole_rule`). One that fails is
    /// left out; thrown is SQLite::Exception where memory or the disk gave out.
    std::vector<ToldExample> tell(const Rule& whole);

  private:
    std::optional<ToldExample> tell(const Rule& whole, const Example& example);

    store::Connection office_;
};

}  // namespace huiyin::rulebook
