#pragma once

#include <string_view>

#include "huiyin/records/writing.hpp"

namespace huiyin::rulebook {

/// Puts on record why a breach happened; it is reported as explained from then on. Covers every
/// unexplained breach of the rule by the subject; whose it is, the rule says (`blame.hpp`).
/// Throws Failure{not_found} where none stands, and Failure{not_permitted} for one's own breach: a
/// head's is explained by an auditor or a higher head, anyone else's by a manager or head.
records::WriteResult explain_breach(const records::Writing& writing, std::string_view rule,
                                    std::string_view subject, const std::string& reason);

}  // namespace huiyin::rulebook
