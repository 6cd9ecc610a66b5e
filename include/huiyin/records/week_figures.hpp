#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::records {

/// A stretch of time, from its first second to the first one after it, and the moment it is seen
/// from: what happened later has not happened yet.
struct Window {
    base::Instant from;
    base::Instant until;
    base::Instant as_of;
};

/// What can be counted of complaints in a window, voided ones left out.
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

/// Callbacks of a window, of every kind of matter unless said.
struct CallbackCounts {
    std::map<std::string, std::int64_t> by_method;  ///< those that reached someone, open letters too
    std::int64_t answered = 0;   ///< by visit, phone or letter
    std::int64_t satisfied = 0;  ///< of `answered`
    std::int64_t on_complaints = 0;  ///< of `answered`: what clause 3.4.1 speaks of
    std::int64_t signed_visits = 0;  ///< of `on_complaints`

    std::int64_t done() const;
};

struct RepairCounts {
    std::int64_t received = 0;
    std::map<std::string, std::int64_t> by_category;
    std::int64_t urgent = 0;
    std::int64_t finished = 0;
    std::int64_t open_at_end = 0;
    std::int64_t urged = 0;
    std::int64_t fixed_first_visit = 0;  ///< of `fixable`: one arrival, never deferred
    std::int64_t fixable = 0;            ///< finished, other than services
};

CallbackCounts count_callbacks(store::Connection& connection, const Window& window);
RepairCounts count_repairs(store::Connection& connection, const Window& window);

ComplaintCounts count_complaints(store::Connection& connection, const Policies& policies,
                                 const Window& window);

}  // namespace huiyin::records
