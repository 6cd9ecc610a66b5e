#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/records/matter.hpp"
#include "huiyin/records/value.hpp"

/// Complaints: clauses 2, 3.3.5 and 5. These functions put a step on file and judge nothing:
/// whether it may be taken, by whom and in which order, rules say at the gate. Each throws what
/// `require_matter` throws for its number, a number of another kind included, and what
/// `Writing::staff_with_us` throws for a login.
namespace huiyin::records {

class Policies;

/// The four acts of receiving a visitor (clause 2.2.3). Offered counts.
struct Courtesy {
    bool seat = false;
    bool tea = false;
    bool heard = false;
    bool calmed = false;
};

struct NewComplaint {
    NewMatter matter;
    FieldValues own{"complaint"};  ///< `fields/complaint.hpp`: subject, class, people …
    Courtesy courtesy;
};

struct Complaint {
    Matter matter;
    FieldValues own{"complaint"};
    Courtesy courtesy;
};

/// Registers one (2.1); one like an earlier one from the same home is marked as its repeat (3.3.5).
/// Throws Failure{usage} where the complaint it is said to repeat is void, and as `open_matter`.
WriteResult add_complaint(const Writing& writing, const NewComplaint& complaint);
/// Throws Failure{integrity} for an id that is not on file.
Complaint load_complaint(store::Connection& connection, MatterId id);

/// Hands a complaint, or another matter of `kind`, to somebody (2.2.2, 5.2).
WriteResult assign_matter(const Writing& writing, std::string_view number, std::string_view to,
                          const std::optional<std::string>& reason, MatterKind kind);
/// Hands it up, and notes whom that convened (5.3). `to` may be anyone; a rule refuses all but
/// the holder's superior or their stand-in.
WriteResult escalate_complaint(const Writing& writing, std::string_view number, std::string_view to,
                               const std::optional<std::string>& reason,
                               const std::vector<std::string>& convened);
/// Notes who was brought together about it (5.3).
WriteResult convene_complaint(const Writing& writing, std::string_view number,
                              const std::vector<std::string>& who);

/// What an investigation found, what is to be done about it, what the complainant was told (2.2.4);
/// the text of a reply is scanned for taboo phrases (2.2.1). `method` is letter, phone or visit.
WriteResult investigate_complaint(const Writing& writing, std::string_view number,
                                  const std::string& findings);
WriteResult give_opinion(const Writing& writing, std::string_view number,
                         const std::string& opinion);
WriteResult reply_to_complaint(const Writing& writing, std::string_view number,
                               const std::string& reply, const std::string& method);

struct Settlement {
    std::optional<std::string> findings;  ///< none: they are on record, or a rule says they are not
    std::optional<std::string> opinion;
    std::string reply;
    std::string method;
};
/// The three steps of clause 2.2.4, as far as they are given, in one commit and of one time.
WriteResult settle_complaint(const Writing& writing, std::string_view number,
                             const Settlement& settlement);

/// How it ended (3.3.1, 5.4): with an outcome, or otherwise, for a reason.
struct Closing {
    std::optional<std::string> outcome;
    /// unsatisfied, withdrawn, moved, unreached, declined, letter; nothing where it was settled
    std::optional<std::string> ended;
    std::optional<std::string> reason;
};
/// One that was closed before keeps that closing; a rule then refuses this one.
WriteResult close_complaint(const Writing& writing, std::string_view number,
                            const Closing& closing);

/// Corrects one of a complaint's own fields, or of those that every matter has; what it repeats is
/// looked up again if it depends on that field (3.3.5). `option` is one that `amendable_field`
/// knows. Throws Failure{usage} for a repeat of itself or of a void one, and as `amend_matter`.
void amend_complaint(const Writing& writing, MatterId id, std::string_view option,
                     const std::string& value, const std::string& reason);

/// What `class` or `people` was before its first correction; `current`, the value it has, if it was
/// never corrected. Throws nothing of its own.
std::optional<std::int64_t> registered_value(store::Connection& connection, MatterId id,
                                             std::string_view field,
                                             std::optional<std::int64_t> current);

/// Whether so many residents came together (clause 2.2.8): a visit by `complaint.group_size` or
/// more, by the policy in force at `at`.
bool is_joint(std::string_view channel, std::int64_t people, base::Instant at,
              const Policies& policies);

}  // namespace huiyin::records
