#pragma once

#include <string>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/rulebook/rule.hpp"

/// What a rule's examples have made of the branches inside its query (docs/rule-format.md). Throws
/// SQLite::Exception where memory or the disk gave out.
namespace huiyin::rulebook {

/// A place of a query at which it goes one way or the other: an alternative of an OR, what an
/// EXISTS asks, a case of a CASE or an iif.
struct Branch {
    enum class Is { alternative, existence, choice };
    Is is = Is::alternative;
    std::string text;    ///< the condition, on one line; in the middle left out where it is long
    int line = 0;        ///< of the file
    int made_true = 0;   ///< by how many examples
    int made_false = 0;  ///< or by how many it was unknown, which chooses nothing either

    bool touched() const { return made_true > 0 && made_false > 0; }
};

struct RuleCoverage {
    const Rule* rule = nullptr;
    std::vector<Branch> branches;
    /// Examples that do not hold while the branches are watched.
    std::vector<base::Text> wrong;

    std::size_t untouched() const;
    bool complete() const { return wrong.empty() && untouched() == 0; }
};

/// Runs the rule's examples and watches.
RuleCoverage cover(const Rule& rule);

}  // namespace huiyin::rulebook
