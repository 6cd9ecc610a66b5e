#pragma once

#include <compare>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "office_time.hpp"

namespace huiyin::property {

/// One thing done on a complaint, with all that any kind of it says. Its place in the list, from 1,
/// is the order of typing and the number that `show` gives it.
struct Step {
    std::string what;
    Instant at = 0, recorded_at = 0;
    std::string doer = {}, to = {};
    bool reason = false, late_reason = false, as_happened = false;
    /// Words that 2.2.1 forbids, in what was said and in how it was settled.
    bool taboo = false, settled_taboo = false;
    std::string method = {}, satisfied = {};
    bool is_signed = false, raised = false, settled = false;
    std::string hf = {};
    std::optional<Instant> appointment = {};
    std::string ended = {};
    bool outcome = true;
    std::optional<Instant> voided = {};
    /// The step it answers, moves, corrects or makes void.
    int about = 0;
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
    std::vector<Step> steps = {};
    /// Breaches that stood when something was corrected.
    std::set<std::pair<std::string, Instant>> standing = {};

    /// What of it had happened by then.
    Complaint as_of(Instant moment) const;

    using Numbers = std::vector<int>;
    const Step& step(int number) const { return steps[static_cast<std::size_t>(number) - 1]; }
    /// The steps of a kind that are not void, in the order of typing.
    Numbers of_kind(const std::string& what) const;
    /// Assignments and escalations in the order in which they happened, up to this moment.
    Numbers handovers_until(Instant moment) const;
    std::optional<std::string> holder(Instant moment) const;
    /// Who held it before this handover.
    std::optional<std::string> held_before(int handover) const;
    /// Callbacks that reached someone, in the order in which they happened.
    Numbers reached_callbacks() const;
    /// The one before, among those that reached someone; 0 for none.
    int callback_before(int callback) const;
    std::optional<int> last_callback(Instant moment) const;
    std::optional<Instant> first(const std::string& what) const;
    std::optional<int> closing() const;
    std::optional<Instant> voided() const;
    bool ended_otherwise() const;
    /// The appointment in force of a callback.
    std::optional<Instant> appointment_of(int callback) const;
    /// When the last of its steps happened.
    Instant last_at() const;
};

/// Whether this callback leaves something that another one has to follow up.
bool wants_follow_up(const Step& callback, bool partly_will_do);

}  // namespace huiyin::property
