#pragma once

#include <compare>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "office_time.hpp"

namespace huiyin::property {

/// Something done, after how many callbacks were on file; whether it was only recorded as it
/// happened.
struct Done {
    Instant at = 0;
    int round = 0;
    bool as_happened = false;
};

struct Handover {
    Instant at = 0;
    std::string to;
    bool escalation = false;
};

struct Callback {
    std::string no;
    Instant at = 0;
    bool reached = true;
    std::string method = {}, satisfied = {};
    bool raised = false;
    std::optional<Instant> appointment = {};
    std::vector<Instant> answers = {};
};

struct Closing {
    Instant at = 0;
    /// Empty, `unsatisfied`, or how it ended.
    std::string ended = {};
};

/// What the rulebook finds: severity, rule, and since when.
struct Finding {
    std::string severity, rule, subject;
    Instant since = 0;

    auto operator<=>(const Finding&) const = default;
};

/// A complaint as the plain list of what was done about it, in the order of typing.
struct Complaint {
    std::string no;
    Instant at = 0;
    bool reachable = true;
    int complaint_class = 0;
    bool courtesy_missed = false;
    std::vector<Handover> handovers = {};
    std::vector<Instant> convened = {};
    std::vector<Done> findings = {}, opinions = {}, replies = {};
    std::vector<Callback> callbacks = {};
    std::optional<Closing> closing = {};
    std::optional<Instant> voided = {};
    /// Breaches of rules that would have refused, had it not been said to have happened so.
    std::set<std::pair<std::string, Instant>> pardoned = {};
    /// When the last of its steps happened, with notes and without.
    Instant last_at = 0, last_work_at = 0;

    bool ended_otherwise() const;
    /// Handovers in the order in which they happened, up to this moment.
    std::vector<Handover> handovers_until(Instant moment) const;
    std::optional<std::string> holder(Instant moment) const;
    /// Callbacks that reached someone, in the order in which they happened.
    std::vector<Callback> reached_callbacks() const;
    std::optional<Callback> last_callback(Instant moment) const;
    std::optional<Instant> first_reply() const;
    /// Callbacks on file: each that reached someone opens another round of facts, opinion and
    /// reply.
    int round() const;
    /// Whether one of these was done in the round that a step of this moment belongs to: no
    /// callback between the two, neither in time nor on record. What was only recorded as it
    /// happened was not done.
    bool done_in_the_round_of(Instant moment, const std::vector<Done>& steps) const;
};

/// Whether this callback leaves something that another one has to follow up.
bool wants_follow_up(const Callback& callback, bool partly_will_do);

std::optional<Instant> earliest(const std::vector<Done>& steps);

}  // namespace huiyin::property
