#pragma once

#include <set>
#include <string>
#include <utility>

#include "huiyin/records/writing.hpp"
#include "huiyin/rulebook/checker.hpp"

/// Corrections, as the gate sees them: by the steps behind the last one before the command.
namespace huiyin::gate {

/// Corrects something, or makes a callback or a matter void.
bool takes_something_back(store::Connection& connection, std::int64_t last_step);
/// Makes a matter void, not only a callback.
bool voids_a_matter(store::Connection& connection, std::int64_t last_step);
bool corrects_a_time(store::Connection& connection, std::int64_t last_step);

/// When whatever was done on these matters happened, as it is on record now.
std::set<base::Instant> moments_of(store::Connection& connection,
                                   const std::set<std::pair<std::string, std::int64_t>>& subjects);

/// Leaves of what stood before what does not stand any more, and all that is about weeks and
/// months.
void leave_what_is_gone(rulebook::Checker::Standing& standing,
                        const rulebook::Checker::Standing& after);

/// Breaches that stood before a correction keep standing, whatever it changes; where something was
/// made void, what had fallen due unmet does, but for what it broke itself.
void keep_standing(const records::Writing& writing, const rulebook::Checker::Standing& standing,
                   std::int64_t last_step);

}  // namespace huiyin::gate
