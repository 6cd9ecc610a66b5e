#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/writing.hpp"
#include "huiyin/rulebook/checker.hpp"

namespace huiyin::rulebook {

/// Puts on record why a breach happened; it is reported as explained from then on. Covers every
/// unexplained breach of the rule by the subject; whose it is, the rule says (`blame.hpp`). `rule`
/// is an id, or a clause of which the subject broke one rule; `subject` as findings name it.
/// Throws Failure{not_found} where there is no such rule or breach; Failure{usage} for a clause
/// with several; Failure{not_permitted} for one's own breach, and to all but those who may: a
/// head's is explained by an auditor or a higher head, anyone else's by a manager or head.
records::WriteResult explain_breach(const records::Writing& writing, std::string_view rule,
                                    std::string_view subject, const std::string& reason);

struct ExplainedBreach {
    std::string rule;
    std::string clause;  ///< empty of a rule that the office no longer has
    std::string subject;
    base::Instant since;  ///< when it fell due
    Explanation explanation;
};
/// Every explanation given by `now`, in the order in which they were given. Throws nothing of its
/// own.
std::vector<ExplainedBreach> explanations(store::Connection& connection, base::Instant now);

}  // namespace huiyin::rulebook
