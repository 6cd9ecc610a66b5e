#pragma once

#include <optional>
#include <vector>

#include "huiyin/records/policy.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/rulebook/told_example.hpp"

/// What the book tells of one rule. Private to this directory.
namespace huiyin::reports {

/// How often a rule spoke this year, as far as it left a trace, and what became of it.
struct Spoke {
    int found = 0;
    int explained = 0;
    int standing = 0;  ///< a breach that nobody explained
};

/// A limit that a rule goes by.
struct Limit {
    const records::PolicyDefinition* policy;
    records::PolicyEdition edition;
};

struct RuleInBook {
    rulebook::Rule rule;                 ///< with its examples
    std::optional<base::Instant> since;  ///< of the office's own: from when on
    std::vector<Limit> limits;
    Spoke spoke;
    std::vector<rulebook::ToldExample> stories;
};

/// Two sentences, one behind the other.
Text joined(const Text& left, const Text& right);
/// What happens where it is not kept, and whose it is then; what it asks for is its title.
Text sentence(const rulebook::Rule& rule);
/// A value as people say it: `24 小时`.
Text value_told(const Limit& limit);
/// What names policies by their keys, between backquotes, with what they are called and their
/// values in force.
Text without_keys(const View& view, const Text& text);
Text who_set(const View& view, const Limit& limit);
Text spoke_told(const RuleInBook& one, int year);
Story story_of(const rulebook::ToldExample& told);

}  // namespace huiyin::reports
