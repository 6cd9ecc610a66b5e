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

ComplaintCounts count_complaints(store::Connection& connection, const Policies& policies,
                                 const Window& window);

}  // namespace huiyin::records
