#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/money.hpp"
#include "huiyin/records/writing.hpp"

namespace huiyin::records {

using MatterId = std::int64_t;
using StepId = std::int64_t;

/// A quarrel with a visitor (clause 2.2.6); who took over is the step's `to`.
struct Quarrel {
    StaffId who = 0;
    std::optional<StaffId> stopped_by;
    std::string case_no;  ///< the conduct case it opened
};

/// A file that was added to a matter.
struct Attachment {
    std::string name;
    std::int64_t size = 0;  ///< bytes
};

/// An inspection of a key area (clause 1.8).
struct PatrolDetail {
    std::string area;
    std::string result;                ///< ok, fault
    std::optional<std::string> found;  ///< the number of the repair or event that follows the fault
};

/// What a handover says beside its words; the relief is the step's `to` (clauses 1.7, 1.9).
struct HandoverDetail {
    std::optional<StaffId> reported_to;
    std::optional<std::string> items;
    std::vector<std::string> carried;  ///< the numbers of what was open then
};

/// What a message about an event says beside its words: a department told, or newer figures.
struct EventMessage {
    std::optional<std::string> department = {};
    std::optional<std::int64_t> casualties = {};
    std::optional<std::int64_t> loss = {};  ///< yuan
};

/// What only a step of a dispatch order says.
struct OrderDetail {
    std::string no = {};  ///< the order's number
    std::optional<std::string> agreed_by = {};
    std::optional<base::Money> quoted = {};
    std::optional<std::string> fault = {};
    std::optional<base::Instant> eta = {};
    std::optional<std::string> materials = {};
    std::optional<base::Money> fee = {};
    std::optional<std::string> signed_by = {};
    std::optional<std::string> form_no = {};
    std::optional<std::string> refused = {};  ///< why the resident would not sign
    std::optional<std::string> instead = {};  ///< of a dispatch: off-shift, skill
};

/// One thing done on a matter.
struct Step {
    StepId id = 0;
    int seq = 0;             ///< 1, 2, … as recorded
    std::int64_t entry = 0;  ///< the journal entry that it is part of
    std::string what;        ///< `step_kind.hpp`
    base::Instant at;        ///< when it was done
    base::Instant recorded_at;
    StaffId doer = 0;
    StaffId recorder = 0;
    std::optional<StaffId> to;
    std::optional<std::string> method;
    std::optional<std::string> ended;
    std::optional<std::string> field;
    std::optional<std::string> text;
    std::optional<std::string> reason;
    std::optional<std::string> as_happened;
    std::optional<std::string> witness;
    std::optional<std::string> late_reason;
    std::optional<base::Instant> voided_at;  ///< of a callback or an attempt that never was
    std::optional<std::string> callback;     ///< the number of the one that it moves or makes void
    std::optional<base::Instant> appointment;   ///< what it was moved to
    std::optional<base::Instant> corrected_at;  ///< when it was last corrected
    std::optional<int> corrects;                ///< of a correction: the number of the step
    std::vector<StaffId> convened;              ///< by an escalation or a convening
    std::optional<std::string> courtesy;        ///< of an answer to a suggestion: thanks, apology
    std::optional<std::int64_t> returned;       ///< sheets of a survey that came back
    std::optional<Quarrel> quarrel;
    std::optional<Attachment> attachment;
    std::optional<PatrolDetail> patrol;
    std::optional<HandoverDetail> handover;
    std::optional<EventMessage> message;
    std::optional<OrderDetail> order;
    std::optional<std::string> category;  ///< what a repair's category was corrected to
};

/// What a step says beyond who, when and how it was recorded, which its provenance says.
struct NewStep {
    std::string_view what;
    std::optional<StaffId> to = {};
    std::optional<std::string> method = {};
    std::optional<std::string> ended = {};
    std::optional<std::string> field = {};
    std::optional<std::string> text = {};
    std::optional<std::string> reason = {};
};

/// Puts a step on file, done at the command's time by its doer. Throws nothing of its own: that the
/// matter is there the caller has seen; whether it takes such a step (1.6) rules say at the gate.
StepId add_step(const Writing& writing, MatterId matter, const NewStep& step);
/// In the order they were recorded; what was erased is nothing. None for an id that is not on file.
std::vector<Step> steps_of(store::Connection& connection, MatterId id);

}  // namespace huiyin::records
