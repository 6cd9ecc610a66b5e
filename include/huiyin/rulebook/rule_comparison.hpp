#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "huiyin/base/language.hpp"

/// Two editions of rules side by side: rule files of an office, or the books of two versions of the
/// program or of two offices (`rules book --json`).
namespace huiyin::rulebook {

/// A rule as far as two editions of it are compared.
struct RuleEdition {
    std::vector<std::string> clauses;
    /// What it is, by name: severity, judges, whose it is, its sentences, its limits.
    std::map<std::string, std::string, std::less<>> facts;
    base::Text title;
    std::string sql;
};

/// Rules by id, and what a book says of each clause beside: its words and readings.
struct RulebookEdition {
    std::map<std::string, RuleEdition, std::less<>> rules;
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> clauses;
};

/// Reads a rule file, or a book as JSON. Throws Failure{usage} for what is neither, with what is
/// wrong by line; Failure{failed} for a file that cannot be read.
RulebookEdition read_rulebook_edition(const std::filesystem::path& file);

/// One thing that is another in the newer edition.
struct RuleDifference {
    enum class Is { added, gone, changed };
    Is is = Is::changed;
    std::string clause;  ///< a rule of several stands under the first
    std::string rule;    ///< empty: of the clause itself
    std::string fact;    ///< what of it, in the words of rule files; empty: all of it
    std::string before;
    std::string after;
};

/// By clause, as the regulation orders them, then by rule and fact. Throws nothing.
std::vector<RuleDifference> differences(const RulebookEdition& before,
                                        const RulebookEdition& after);

}  // namespace huiyin::rulebook
