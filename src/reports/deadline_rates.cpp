#include "huiyin/reports/deadline_rates.hpp"

#include <algorithm>

namespace huiyin::reports {

using rulebook::Deadline;

std::vector<Deadline> owed(const std::vector<Deadline>& deadlines, const DeadlineRate& rate,
                           const records::Window& window) {
    std::vector<Deadline> within;
    std::ranges::copy_if(deadlines, std::back_inserter(within), [&](const Deadline& deadline) {
        return deadline.rated && window.from <= deadline.due && deadline.due < window.until &&
               deadline.due <= window.as_of && !deadline.never_owed() &&
               rate.is_of(deadline.rule->id);
    });
    return within;
}

Rate kept(const std::vector<Deadline>& deadlines, const DeadlineRate& rate,
          const records::Window& window) {
    const auto due = owed(deadlines, rate, window);
    const auto met = std::ranges::count_if(due, [&](const Deadline& deadline) {
        return deadline.met && (rate.how == Kept::by_now || *deadline.met <= deadline.due);
    });
    return {met, std::ssize(due)};
}

}  // namespace huiyin::reports
