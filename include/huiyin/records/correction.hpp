#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/matter.hpp"

/// Corrections: every typed value can be put right; the old one stays on record, and what was
/// broken by it keeps standing (`amend` in the contract of the command line).
namespace huiyin::records {

/// What a field is corrected to.
struct NewValue {
    std::string field;                     ///< the option's name: `unit`, `opened-at`
    std::string value;                     ///< as it is put on record
    std::optional<base::Instant> at = {};  ///< where the field is a time
};

/// Corrects one field of a matter, one that `amendable_field` knows of its kind. Throws
/// Failure{usage} for a value that this kind cannot have, and for the time of a shift that began by
/// a handover; for a login or number in the value, what `require_staff` and `require_matter` throw.
void amend_field(const Writing& writing, const Matter& matter, const NewValue& value,
                 const std::string& reason);

/// Corrects a step's time, words or particulars; `seq` is its number as `show` gives it. Throws
/// Failure{not_found} for a step that the matter does not have; Failure{usage} for a field that the
/// step does not have, for the time of a decision, and for somebody who had left by then.
void amend_step(const Writing& writing, const Matter& matter, int seq, const NewValue& value,
                const std::string& reason);

/// Whether the words of such a step go by this name where they are corrected: `text`, as its own
/// command calls them, or after the step.
bool is_wording(std::string_view what, std::string_view option);

/// The Failure{usage} for a field that a step of this kind does not have.
base::Failure no_such_field(const Matter& matter, const Step& step, std::string_view field);

/// Corrects a callback or an attempt, by its number. Throws Failure{usage} for the share of an open
/// letter and for a field that it does not have, and as `require_callback`.
void amend_callback(const Writing& writing, std::string_view number, const NewValue& value,
                    const std::string& reason);

/// The fields of a matter that were corrected, each once, in the order of their first corrections.
std::vector<std::string> corrected_fields(store::Connection& connection, MatterId id);

/// The newest step there is: what a command is about to add comes after it.
StepId newest_step(store::Connection& connection);
/// Of the corrections behind that step, the fields that said so already, as options name them.
std::vector<std::string> unchanged_fields(store::Connection& connection, StepId after);

}  // namespace huiyin::records
