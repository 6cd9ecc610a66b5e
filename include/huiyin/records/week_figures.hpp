#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/store/connection.hpp"

/// What a report counts (clause 5.5), as of any moment. Void matters are left out, if they were
/// void by then. Throws nothing of its own: what did not happen is 0.
namespace huiyin::records {

/// A stretch of time, from its first second to the first one after it, and the moment it is seen
/// from: what happened later has not happened yet.
struct Window {
    base::Instant from;
    base::Instant until;
    base::Instant as_of;
};

/// What can be counted of complaints in a window.
struct ComplaintCounts {
    std::int64_t received = 0;
    std::map<std::string, std::int64_t> by_channel;
    std::map<std::string, std::int64_t> by_class;
    std::map<std::string, std::int64_t> by_category;  ///< those that were given one
    std::int64_t closed = 0;
    std::int64_t closed_unsatisfied = 0;
    std::int64_t closed_unverified = 0;
    std::int64_t open_at_end = 0;  ///< of the window, or as of when, if that is earlier
    std::int64_t repeat = 0;
    std::int64_t joint = 0;  ///< visits by a group (clause 2.2.8)
    std::int64_t unreachable = 0;
    std::int64_t forwarded = 0;
    std::vector<std::int64_t> reply_seconds;  ///< of first replies made in the window, ascending
};

/// A callback that reached someone.
struct CallbackMade {
    MatterId matter = 0;
    MatterKind kind = MatterKind::complaint;
    bool hotline = false;  ///< the complaint is an order of a hotline
    StaffId doer = 0;
    base::Instant at;
    std::string method;
    bool rated = false;  ///< what clause 3.4.1 speaks of
    bool has_signature = false;
    std::optional<std::string> satisfied;  ///< yes, partly, no; of an open letter nothing
    std::optional<std::string> resolved;   ///< yes, no; nothing where it was not asked

    /// By visit, phone or letter: an open letter says nothing of anybody.
    bool is_personal() const { return method != "open-letter"; }
};

/// What residents said in callbacks on complaints.
struct Answers {
    std::int64_t asked = 0;  ///< whether it was resolved
    std::int64_t resolved = 0;
    std::int64_t reached = 0;
    std::int64_t satisfied = 0;
};

/// Callbacks of a window, of every kind of matter unless said.
struct CallbackCounts {
    std::map<std::string, std::int64_t>
        by_method;                   ///< those that reached someone, open letters too
    std::int64_t answered = 0;       ///< by visit, phone or letter
    std::int64_t satisfied = 0;      ///< of `answered`
    std::int64_t rated = 0;          ///< of `answered`: what clause 3.4.1 speaks of
    std::int64_t signed_visits = 0;  ///< of `rated`
    Answers on_complaints;
    Answers on_hotline;  ///< of `on_complaints`, those on orders of a hotline

    std::int64_t done() const;
};

/// A repair that was finished for the first time.
struct FinishedRepair {
    StaffId doer = 0;
    std::optional<std::string> category;
    bool first_visit = false;  ///< one arrival, never deferred
};

struct RepairCounts {
    std::int64_t received = 0;
    std::map<std::string, std::int64_t> by_category;
    std::int64_t urgent = 0;
    std::int64_t finished = 0;
    std::int64_t open_at_end = 0;
    std::int64_t urged = 0;
    std::int64_t rework = 0;             ///< of `received`
    std::int64_t fixed_first_visit = 0;  ///< of `fixable`: one arrival, never deferred
    std::int64_t fixable = 0;            ///< finished, other than services
};

struct SuggestionCounts {
    std::int64_t received = 0;
    std::int64_t answered = 0;              ///< matters with an answer in the window
    std::int64_t optional = 0;              ///< of `received`: whose callback 3.4.2 leaves open
    std::int64_t optional_called_back = 0;  ///< of `optional`
};

/// Sheets of paper, not surveys.
struct SurveyCounts {
    std::int64_t issued = 0;
    std::int64_t returned = 0;
};

struct ConductCounts {
    std::int64_t opened = 0;
    std::int64_t decided = 0;
};

struct EventCounts {
    std::int64_t reported = 0;
    std::int64_t urgent = 0;
    std::vector<std::string> numbers;
};

/// Duty round the clock (clauses 1.8, 1.9).
struct DutyCounts {
    /// A stretch with nobody on duty, as far as it lies in the window.
    struct Gap {
        base::Instant from;
        base::Instant until;
    };
    std::int64_t shifts = 0;                 ///< begun in the window
    std::optional<base::Instant> owed_from;  ///< in the window; the first shift ever begins it
    std::int64_t owed = 0;                   ///< seconds since
    std::int64_t covered = 0;
    std::vector<Gap> gaps;
    std::int64_t inspections_owed = 0;  ///< of shifts that ended in the window
    std::int64_t inspections = 0;
};

DutyCounts count_duty(store::Connection& connection, const Policies& policies,
                      const Window& window);
/// In the window, by visit, phone, letter or open letter; without void ones.
std::vector<CallbackMade> callbacks_made(store::Connection& connection, const Window& window);
CallbackCounts count_callbacks(store::Connection& connection, const Window& window);
/// In the window.
std::vector<FinishedRepair> finished_repairs(store::Connection& connection, const Window& window);
RepairCounts count_repairs(store::Connection& connection, const Window& window);
SuggestionCounts count_suggestions(store::Connection& connection, const Window& window);
SurveyCounts count_surveys(store::Connection& connection, const Window& window);
ConductCounts count_conduct(store::Connection& connection, const Window& window);
EventCounts count_events(store::Connection& connection, const Window& window);

ComplaintCounts count_complaints(store::Connection& connection, const Policies& policies,
                                 const Window& window);

/// When each complaint of a window came, and its category (empty where it has none), by time.
std::vector<std::pair<base::Instant, std::string>> complaints_received(
    store::Connection& connection, const Window& window);

}  // namespace huiyin::records
