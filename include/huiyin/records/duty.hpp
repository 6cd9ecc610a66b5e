#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/matter.hpp"

/// Duty round the clock (clauses 1.1 to 1.9): the roster, shifts, handovers, inspections. Logins
/// are `Writing::staff_with_us`, and throw as that does, unless said otherwise. `load_…` throws
/// Failure{integrity} for an id that is not on file.
namespace huiyin::records {

struct RosterEntry {
    Matter matter;
    std::string who;                ///< answers for it; a login
    std::vector<std::string> with;  ///< the others on it
    std::string kind;               ///< day, overnight (clause 1.2)
    base::Instant from;
    base::Instant until;
};

struct Shift {
    Matter matter;                  ///< from its own time to its closing
    std::string officer;            ///< answers for it; a login
    std::vector<std::string> with;  ///< the others on it (clause 1.9)
    std::optional<std::string> substitute_for;
    bool entered_afterwards = false;
};

/// Who is on a shift: one answers for it, the others are with them. Logins.
struct Crew {
    std::string who;
    std::vector<std::string> with = {};
};

/// Enters one shift into the roster. Throws Failure{usage} for times that no one shift can have (it
/// ends after it begins, within 72 h), and for somebody who would be on it twice.
WriteResult schedule_duty(const Writing& writing, const Crew& crew, base::Instant from,
                          base::Instant until, const std::string& kind);
/// Entries that begin in from ≤ t < until, in order of time, withdrawn ones left out.
std::vector<MatterId> list_roster(store::Connection& connection, std::optional<base::Instant> from,
                                  std::optional<base::Instant> until);
RosterEntry load_roster_entry(store::Connection& connection, MatterId id);

/// Who stands in for whom, and why (clause 1.2).
struct Substitution {
    std::optional<std::string> instead_of;  ///< a login; may have left
    std::optional<std::string> reason;
};

/// Begins a shift at the command's time. Throws Failure{usage} for somebody who would be on it
/// twice.
WriteResult start_duty(const Writing& writing, const Crew& crew, const Substitution& substitution);
/// A shift that was held and not written down: from the command's time to `until`, with what its
/// log would have said. The reason is why it is entered only now. Its officer may have left since.
WriteResult enter_past_duty(const Writing& writing, const Crew& crew,
                            const Substitution& substitution, base::Instant until,
                            const std::optional<std::string>& log, const std::string& reason);
Shift load_shift(store::Connection& connection, MatterId id);
/// The shift in force at an instant, whoever's it is; its last second still belongs to it.
std::optional<MatterId> shift_at(store::Connection& connection, base::Instant at);

/// The shift that ended at this very second, by a handover or otherwise.
std::optional<MatterId> shift_ended_at(store::Connection& connection, base::Instant at);

/// A line in the log of the shift in force at the command's time (clause 1.6). This and whatever
/// else is done on that shift throws Failure{not_found} where nobody is on duty then.
WriteResult log_duty(const Writing& writing, const std::string& text);

/// What an inspection found, and what is opened for it: of the three at most one.
struct NewPatrol {
    std::string area;
    std::string result;  ///< ok, fault
    std::optional<std::string> note;
    std::optional<std::string> repair;  ///< a category
    std::optional<int> event;           ///< a category
    std::optional<std::string> known;   ///< the number of what is open already
};
/// An inspection (clause 1.8). Throws as `require_area`, `add_repair` and `require_matter`.
WriteResult patrol_area(const Writing& writing, const NewPatrol& patrol);

struct NewHandover {
    std::string to;                 ///< a login
    std::vector<std::string> with;  ///< who is on the next shift with the relief
    std::optional<std::string> reported_to;
    std::optional<std::string> note;
    std::optional<std::string> items;
    std::optional<std::string> refused;  ///< why the relief would not take it: then nothing ends
    Substitution substitution;
    bool acknowledges = false;  ///< the relief, who records it, the rules and the plans (1.1, 1.3)
};
/// Ends one shift and begins the relief's in the same second, with what is open listed (1.7, 1.9).
/// Answers with the new shift's number; where the relief refused, the old one's. Throws
/// Failure{not_permitted} where anybody but the relief acknowledges; as `require_staff` for the
/// relief, of whom a rule asks that they are still with us.
WriteResult hand_over(const Writing& writing, const NewHandover& handover);

/// Ends the shift of an officer who is gone, as of `since`, and begins the doer's own at the
/// command's time. `reason` is one of `words::absence`.
WriteResult take_over(const Writing& writing, base::Instant since, const std::string& reason,
                      const Substitution& substitution);
/// Ends the shift with nobody to follow: the post is unmanned until the next begins, a breach of
/// 1.9.
WriteResult end_duty(const Writing& writing, const std::optional<std::string>& note);

/// What `duty status` shows.
struct DutyStatus {
    std::optional<Shift> shift;                   ///< the one in force
    std::optional<base::Instant> unmanned_since;  ///< nothing before the first shift ever
    std::optional<base::Instant> until;           ///< as the roster has it
    std::optional<RosterEntry> next;              ///< the first to begin at `until`, or now
    std::map<std::string, int> open;              ///< matters by their numbers' prefix
};
/// As of `now`.
DutyStatus duty_status(store::Connection& connection, base::Instant now);

/// What had come by an instant and is open now: complaints, suggestions, calls for help, repairs
/// and events.
std::vector<MatterId> open_matters(store::Connection& connection, base::Instant at);

}  // namespace huiyin::records
