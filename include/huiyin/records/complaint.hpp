#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/records/matter.hpp"
#include "huiyin/records/value.hpp"

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
WriteResult add_complaint(const Writing& writing, const NewComplaint& complaint);
Complaint load_complaint(store::Connection& connection, MatterId id);

/// Hands a complaint, or another matter of `kind`, to somebody (2.2.2, 5.2).
WriteResult assign_matter(const Writing& writing, std::string_view number, std::string_view to,
                          const std::optional<std::string>& reason, MatterKind kind);
/// Hands it to the holder's superior, with whom they convened about it (5.3).
WriteResult escalate_complaint(const Writing& writing, std::string_view number, std::string_view to,
                               const std::optional<std::string>& reason,
                               const std::vector<std::string>& convened);
WriteResult convene_complaint(const Writing& writing, std::string_view number,
                              const std::vector<std::string>& who);

/// What an investigation, an opinion and a reply say (clause 2.2.4).
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
/// The three steps of clause 2.2.4, as far as they are given, in one commit.
WriteResult settle_complaint(const Writing& writing, std::string_view number,
                             const Settlement& settlement);

/// How it ended (3.3.1, 5.4): with an outcome, or otherwise, for a reason.
struct Closing {
    std::optional<std::string> outcome;
    std::optional<std::string>
        ended;  ///< unsatisfied, withdrawn, moved, unreached, declined, letter
    std::optional<std::string> reason;
};
WriteResult close_complaint(const Writing& writing, std::string_view number,
                            const Closing& closing);

/// Corrects one of a complaint's own fields, or of those that every matter has.
void amend_complaint(const Writing& writing, MatterId id, std::string_view option,
                     const std::string& value, const std::string& reason);

/// What `class` or `people` was registered as, before any correction of the value it has now.
std::optional<std::int64_t> registered_value(store::Connection& connection, MatterId id,
                                             std::string_view field,
                                             std::optional<std::int64_t> now);

/// Whether so many residents came together (clause 2.2.8).
bool is_joint(std::string_view channel, std::int64_t people, base::Instant at,
              const Policies& policies);

}  // namespace huiyin::records
