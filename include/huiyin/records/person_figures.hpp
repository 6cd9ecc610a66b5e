#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "huiyin/records/flow_figures.hpp"
#include "huiyin/records/week_figures.hpp"

/// Who did how much (clause 5.5). Throws nothing of its own.
namespace huiyin::records {

/// What one person did in a window, and holds at its end.
struct PersonWork {
    std::int64_t finished = 0;   ///< repairs, by who finished them
    std::int64_t callbacks = 0;  ///< that reached someone, open letters too, by who made them
    std::int64_t satisfied = 0;  ///< of `asked`
    std::int64_t asked = 0;      ///< callbacks on what they repaired or, of other matters, held
    std::int64_t open = 0;       ///< matters they hold
};
std::map<StaffId, PersonWork> count_work(store::Connection& connection, const Window& window,
                                         const std::vector<OpenMatter>& open);

/// When somebody got a matter from somebody else who had it: of a repair the last order, of another
/// the last assignment, by a moment. Nothing where nobody had it before them.
std::optional<base::Instant> taken_over_at(store::Connection& connection, MatterId matter,
                                           StaffId staff, base::Instant by);

}  // namespace huiyin::records
