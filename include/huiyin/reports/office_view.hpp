#pragma once

#include <vector>

#include "huiyin/records/people.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/reports/presentation.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/rulebook/office_rules.hpp"

/// The office itself as it is shown: its people, its policies and its rules. Throws nothing of its
/// own: what is shown was read before; logins are looked up by the connection.
namespace huiyin::reports {

/// A clause with what puts it into effect.
struct ClauseUse {
    const rulebook::Clause* clause;
    std::vector<const rulebook::Rule*> rules;
    std::vector<std::string> commands;
};

Presentation staff_list(store::Connection& connection,
                        const std::vector<records::StaffEdition>& people);
Presentation staff_record(const std::vector<records::StaffEdition>& editions,
                          const std::vector<records::Absence>& absences, const View& view);

Presentation policy_list(const records::Policies& policies, base::Instant now);
Presentation policy_record(const records::PolicyDefinition& definition,
                           const std::vector<records::PolicyEdition>& editions, const View& view);

Presentation rule_list(const std::vector<const rulebook::Rule*>& rules);
Presentation clause_list(const std::vector<ClauseUse>& uses);
/// One clause: its wording and reading (docs/regulation.md), and its rules with what they say.
Presentation clause_record(const ClauseUse& use);
/// With its editions where it is the office's own.
Presentation rule_record(const rulebook::Rule& rule,
                         const std::vector<rulebook::OfficeRuleEdition>& editions,
                         const base::Zone& zone);
Presentation example_results(const std::vector<rulebook::ExampleResult>& results);

}  // namespace huiyin::reports
