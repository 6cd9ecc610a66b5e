#include "huiyin/reports/deadline_rates.hpp"

#include <algorithm>

namespace huiyin::reports {

using rulebook::Deadline;

rulebook::Checker::Review review(rulebook::Checker& checker, base::Instant since,
                                 const rulebook::Stretch& within,
                                 rulebook::Checker::Telling telling,
                                 const std::optional<rulebook::Stretch>& earlier,
                                 const rulebook::ReviewSharing& sharing) {
    std::vector<std::string_view> rules;
    std::vector<std::string_view> limits;
    const auto take = [](const auto& words, std::vector<std::string_view>& all) {
        std::ranges::copy_if(words, std::back_inserter(all),
                             [](std::string_view word) { return !word.empty(); });
    };
    for (const auto& rate : rates::all) {
        take(rate.rules, rules);
        take(rate.limits, limits);
    }
    return checker.review(since, {.rules = rules, .limits = limits, .within = within}, telling,
                          earlier, sharing);
}

namespace {

bool is_owed(const Deadline& deadline, const DeadlineRate& rate, const records::Window& window) {
    return deadline.rated && window.from <= deadline.due && deadline.due < window.until &&
           deadline.due <= window.as_of && !deadline.never_owed() && rate.is_of(deadline.rule->id);
}

}  // namespace

std::vector<Deadline> owed(const std::vector<Deadline>& deadlines, const DeadlineRate& rate,
                           const records::Window& window) {
    std::vector<Deadline> within;
    std::ranges::copy_if(deadlines, std::back_inserter(within),
                         [&](const Deadline& deadline) { return is_owed(deadline, rate, window); });
    return within;
}

Rate kept(const std::vector<Deadline>& deadlines, const DeadlineRate& rate,
          const records::Window& window) {
    Rate kept{};
    for (const auto& deadline : deadlines) {
        if (!is_owed(deadline, rate, window)) continue;
        ++kept.den;
        if (deadline.met && (rate.how == Kept::by_now || *deadline.met <= deadline.due)) ++kept.num;
    }
    return kept;
}

}  // namespace huiyin::reports
