#pragma once

#include <string>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/rulebook/rule.hpp"

/// Whether a rule's examples prove it: its query is changed on purpose, in one place at a time, and
/// some example has to notice (docs/rule-format.md). Throws SQLite::Exception where memory or the
/// disk gave out; what else a changed query throws is how it was noticed.
namespace huiyin::rulebook {

/// A rule's query with one change.
struct Mutant {
    std::string change;  ///< as the rule's file names it: `s.at < m.at => s.at <= m.at`
    int line = 0;        ///< of the file
    std::string sql;     ///< to be run
};

/// Every change there is: `<` for `<=`, a second or one more and less, a condition left out, NOT
/// left out, AND for OR, a step for another, and a policy as of now instead of its moment. No two
/// are called the same.
std::vector<Mutant> mutants_of(const Rule& rule);

struct MutantResult {
    enum class Fate {
        killed,     ///< an example noticed
        explained,  ///< none did, and the rule's file says why
        survived
    };
    Mutant mutant;
    Fate fate = Fate::survived;
    std::string by;       ///< the example that noticed
    std::string because;  ///< the reason in the file
};

struct Mutation {
    const Rule* rule = nullptr;
    std::vector<MutantResult> results;
    /// What is wrong with the reasons in its file: they are about no change, or about one that an
    /// example notices; and examples that fail as it is, by which nothing can be told.
    std::vector<base::Text> wrong;

    std::size_t count(MutantResult::Fate fate) const;
    bool proven() const { return wrong.empty() && count(MutantResult::Fate::survived) == 0; }
};

/// Runs every changed query on the rule's examples until one notices.
Mutation mutate(const Rule& rule);

}  // namespace huiyin::rulebook
