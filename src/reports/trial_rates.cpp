#include "trial_rates.hpp"

#include <algorithm>
#include <map>

#include "huiyin/reports/deadline_rates.hpp"
#include "report_parts.hpp"

namespace huiyin::reports {

using rulebook::Trial;
using rulebook::Tried;

namespace {

/// The shares of a shift's inspections, which no deadline is about.
RateMoved rate_of_inspections(const View& view, const Tried& tried, const records::Window& window) {
    const auto share = [&](const records::Policies& policies) {
        const auto duty = records::count_duty(view.connection, policies, window);
        return Rate{duty.inspections, duty.inspections_owed};
    };
    return {"patrols", figure_title("duty.patrols"), share(view.policies),
            share(rulebook::policies_by(view.connection, tried))};
}

bool hangs_on(const Tried& tried, const DeadlineRate& rate) {
    return std::ranges::any_of(tried.ids, [&](const std::string& id) { return rate.is_of(id); });
}

}  // namespace

std::vector<std::string_view> rules_beside(const Tried& tried) {
    std::vector<std::string_view> beside;
    for (const auto& rate : rates::all)
        if (hangs_on(tried, rate)) std::ranges::copy(rate.rules, std::back_inserter(beside));
    return beside;
}

std::vector<RateMoved> rates_moved(const View& view, const Tried& tried, const Trial& trial) {
    const records::Window window{tried.supposed.since, base::Instant::max(), view.now};
    std::vector<RateMoved> moved;
    for (const auto& rate : rates::all)
        if (hangs_on(tried, rate))
            moved.push_back({std::string(rate.name()), figure_title(rate.path),
                             kept(trial.before, rate, window), kept(trial.after, rate, window)});
    std::map<std::string, Text> others;
    for (const auto* deadlines : {&trial.before, &trial.after})
        for (const auto& deadline : *deadlines)
            if (std::ranges::none_of(rates::all, [&](const DeadlineRate& rate) {
                    return rate.is_of(deadline.rule->id);
                }))
                others.emplace(deadline.rule->id, deadline.rule->title);
    for (const auto& [id, title] : others) {
        const DeadlineRate rate{id, {id}, {}, Kept::in_time};
        moved.push_back(
            {id, title, kept(trial.before, rate, window), kept(trial.after, rate, window)});
    }
    const auto is_tried = [&](std::string_view rule) {
        return std::ranges::find(tried.ids, rule) != tried.ids.end();
    };
    if (is_tried("callback.signed-rate")) {
        const auto counts =
            records::count_callbacks(view.connection, {window.from, view.now, view.now});
        const Rate visits{counts.signed_visits, counts.rated};
        moved.push_back({"signed_visits", figure_title("callbacks.signed_visits"), visits, visits});
    }
    if (is_tried("duty.areas-patrolled"))
        moved.push_back(rate_of_inspections(view, tried, {window.from, view.now, view.now}));
    return moved;
}

}  // namespace huiyin::reports
