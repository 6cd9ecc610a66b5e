#include "complaint_model.hpp"

#include <algorithm>

namespace huiyin::property {

bool Complaint::ended_otherwise() const {
    return closing && !closing->ended.empty() && closing->ended != "unsatisfied";
}

std::vector<Handover> Complaint::handovers_until(Instant moment) const {
    std::vector<Handover> until;
    std::ranges::copy_if(handovers, std::back_inserter(until),
                         [&](const auto& one) { return one.at <= moment; });
    std::ranges::stable_sort(until, {}, &Handover::at);
    return until;
}

std::optional<std::string> Complaint::holder(Instant moment) const {
    const auto until = handovers_until(moment);
    return until.empty() ? std::nullopt : std::optional(until.back().to);
}

std::vector<Callback> Complaint::reached_callbacks() const {
    std::vector<Callback> reached;
    std::ranges::copy_if(callbacks, std::back_inserter(reached), &Callback::reached);
    std::ranges::stable_sort(reached, {}, &Callback::at);
    return reached;
}

std::optional<Callback> Complaint::last_callback(Instant moment) const {
    std::optional<Callback> last;
    for (const auto& callback : reached_callbacks())
        if (callback.at <= moment) last = callback;
    return last;
}

std::optional<Instant> earliest(const std::vector<Done>& steps) {
    if (steps.empty()) return std::nullopt;
    return std::ranges::min(steps, {}, &Done::at).at;
}

std::optional<Instant> Complaint::first_reply() const {
    return earliest(replies);
}

int Complaint::round() const {
    return static_cast<int>(std::ranges::count_if(callbacks, &Callback::reached));
}

bool Complaint::done_in_the_round_of(Instant moment, const std::vector<Done>& steps) const {
    std::vector<Instant> called_back;  // as it was recorded
    for (const auto& callback : callbacks)
        if (callback.reached) called_back.push_back(callback.at);
    return std::ranges::any_of(steps, [&](const Done& step) {
        const auto opens_another = [&](Instant called) {
            return called >= step.at && called <= moment;
        };
        return !step.as_happened &&
               std::none_of(called_back.begin() + step.round, called_back.end(), opens_another);
    });
}

bool wants_follow_up(const Callback& callback, bool partly_will_do) {
    const bool satisfied =
        callback.satisfied == "yes" || (callback.satisfied == "partly" && partly_will_do);
    return !satisfied || callback.raised;
}

}  // namespace huiyin::property
