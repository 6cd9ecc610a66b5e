#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "office_time.hpp"

namespace huiyin::property {

struct Particulars;

/// One thing done on a matter, with all that any kind of it says. Its place in the list, from 1,
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
    /// The order it belongs to, and what only orders say.
    std::string order = {};
    std::vector<std::string> mates = {};
    bool agreed = false, refused_to_sign = false, apology = false;
    std::string fault = {}, instead = {};
    /// Who quarrelled, and who stopped it.
    std::string who = {}, stopped_by = {};
    /// The open letter that this is a share of, and of how many.
    std::string letter = {};
    std::size_t shares = 0;
    /// Decided above the office.
    bool authority = false;
    /// Corrected into this one; thanks or an apology.
    std::string category = {}, courtesy = {};
    /// Comes with the reception, and moves with it.
    bool with_reception = false;
    /// What a correction of the particulars replaced.
    std::shared_ptr<const Particulars> replaced = {};
};

/// What the rulebook finds: severity, rule, and since when.
struct Finding {
    std::string severity, rule, subject;
    Instant since = 0;

    auto operator<=>(const Finding&) const = default;
};

enum class Kind { complaint, suggestion, repair, conduct, letter };

/// From when to when something was so; no end yet.
struct Spell {
    Instant since = 0;
    std::optional<Instant> until = {};
};

/// What is said of a matter when it is registered, and may turn out to be mistyped.
struct Particulars {
    std::string channel = {};
    /// Homes as such, however they were spelled.
    std::string home = {};
    bool phone = true;
    /// As registered; what a repair's was corrected into is a step.
    std::string category = {};
    int complaint_class = 0, people = 0;
    bool courtesy_missed = false;
    std::vector<std::string> acts = {};
    /// opinion or suggestion
    std::string sort = {};
    std::optional<Instant> appointment = {};
    std::string rework_of = {};
    bool not_rework = false;
    bool forwarded = false;
    std::optional<Instant> hotline_due = {};
    /// A conduct case: whose, and what they did.
    std::string who = {}, conduct = {};
    /// An open letter: to which matters.
    std::vector<std::string> answers = {};

    bool reachable() const { return phone || !home.empty(); }
};

/// A matter as the plain list of what was done about it, in the order of typing.
struct Matter : Particulars {
    std::string no;
    Kind kind = Kind::complaint;
    Instant at = 0;
    std::vector<Step> steps = {};
    /// Since when it can be answered, where it can.
    std::optional<Instant> reachable_since = {};
    /// When it was a repeat.
    std::vector<Spell> repeats = {};
    /// Breaches that stood when something was corrected.
    std::set<std::pair<std::string, Instant>> standing = {};

    /// What of it had happened by then.
    Matter as_of(Instant moment) const;
    /// As it was known then, whatever was corrected since.
    const Particulars& known_at(Instant moment) const;

    using Numbers = std::vector<int>;
    const Step& step(int number) const { return steps[static_cast<std::size_t>(number) - 1]; }
    int count() const { return static_cast<int>(steps.size()); }
    /// The steps of a kind that are not void, in the order of typing.
    Numbers of_kind(const std::string& what) const;
    /// The same in the order in which they happened.
    Numbers in_time(const std::string& what) const;
    /// What gives it to somebody, in the order in which it happened, up to this moment.
    Numbers handovers_until(Instant moment) const;
    std::optional<std::string> holder(Instant moment) const;
    /// Right after a step, of those of its second after what was typed before it.
    std::optional<std::string> holder_after(int number) const;
    /// Who held it before this handover.
    std::optional<std::string> held_before(int handover) const;
    /// Callbacks that reached someone, in the order in which they happened.
    Numbers reached_callbacks() const { return in_time("callback"); }
    /// What discharges a callback that is owed: they, and open letters to more than one (3.3.4).
    Numbers discharging() const;
    /// The one before, among those that reached someone; 0 for none.
    int callback_before(int callback) const;
    std::optional<int> last_callback(Instant moment) const;
    std::optional<Instant> first(const std::string& what) const;
    std::optional<int> closing() const;
    std::optional<Instant> closed_at() const;
    std::optional<Instant> voided() const;
    bool ended_otherwise() const;
    /// The appointment in force of a callback.
    std::optional<Instant> appointment_of(int callback) const;
    /// Whether somebody had quarrelled over it before this step.
    bool quarrelled_before(const std::string& login, int number) const;
    /// When the last of its steps happened.
    Instant last_at() const;

    /// The orders of a repair, as they were sent.
    std::vector<std::string> orders() const;
    /// The last step of an order before this one, in the order of typing; 0 for none.
    int order_step_before(const std::string& order, int number) const;
    /// dispatch, arrive … of the last step.
    std::string order_state(const std::string& order) const;
    /// The step by which an order was sent.
    int sent(const std::string& order) const;
    std::optional<Instant> order_first(const std::string& order, const std::string& what) const;
    /// Since when all orders that were sent are called off.
    std::optional<Instant> called_off() const;
    std::string category_at(Instant moment) const;

  private:
    std::optional<std::string> holder_by(std::pair<Instant, int> moment) const;
};

/// Whether this callback leaves something that another one has to follow up.
bool wants_follow_up(const Step& callback, bool partly_will_do);

/// Urgent by itself (clause 4.5).
bool is_urgent(const std::string& category);

}  // namespace huiyin::property
