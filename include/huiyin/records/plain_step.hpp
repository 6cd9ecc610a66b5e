#pragma once

#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// Puts a step on file that is no more than its own words, of the matter of this number. What kinds
/// of step there are says `step_kind.hpp`. Throws as `require_matter`: Failure{not_found}, and
/// Failure{usage} for what is no number or that of another kind of matter.
WriteResult record_step(const Writing& writing, std::string_view number, MatterKind kind,
                        const NewStep& step);

}  // namespace huiyin::records
