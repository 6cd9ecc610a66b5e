#include "complaint_model.hpp"

#include <algorithm>

namespace huiyin::property {

Complaint Complaint::as_of(Instant moment) const {
    // Numbers stay what they are: what has not happened leaves an empty place.
    auto then = *this;
    for (auto& step : then.steps) {
        if (step.at > moment) step = {.what = "", .at = step.at};
        if (step.voided && *step.voided > moment) step.voided.reset();
    }
    return then;
}

Complaint::Numbers Complaint::of_kind(const std::string& what) const {
    Numbers numbers;
    for (int number = 1; number <= static_cast<int>(steps.size()); ++number)
        if (step(number).what == what && !step(number).voided) numbers.push_back(number);
    return numbers;
}

namespace {

void sort_by_time(const Complaint& complaint, Complaint::Numbers& numbers) {
    std::ranges::sort(numbers, [&](int left, int right) {
        return std::pair(complaint.step(left).at, left) <
               std::pair(complaint.step(right).at, right);
    });
}

}  // namespace

Complaint::Numbers Complaint::handovers_until(Instant moment) const {
    auto until = of_kind("assign");
    const auto escalations = of_kind("escalate");
    until.insert(until.end(), escalations.begin(), escalations.end());
    std::erase_if(until, [&](int number) { return step(number).at > moment; });
    sort_by_time(*this, until);
    return until;
}

std::optional<std::string> Complaint::holder(Instant moment) const {
    const auto until = handovers_until(moment);
    return until.empty() ? std::nullopt : std::optional(step(until.back()).to);
}

std::optional<std::string> Complaint::held_before(int handover) const {
    std::optional<std::string> holder;
    for (const int other : handovers_until(step(handover).at)) {
        if (other == handover) break;
        holder = step(other).to;
    }
    return holder;
}

Complaint::Numbers Complaint::reached_callbacks() const {
    auto reached = of_kind("callback");
    sort_by_time(*this, reached);
    return reached;
}

int Complaint::callback_before(int callback) const {
    int before = 0;
    for (const int other : reached_callbacks()) {
        if (other == callback) break;
        before = other;
    }
    return before;
}

std::optional<int> Complaint::last_callback(Instant moment) const {
    std::optional<int> last;
    for (const int callback : reached_callbacks())
        if (step(callback).at <= moment) last = callback;
    return last;
}

std::optional<Instant> Complaint::first(const std::string& what) const {
    std::optional<Instant> first;
    for (const int number : of_kind(what))
        if (!first || step(number).at < *first) first = step(number).at;
    return first;
}

std::optional<int> Complaint::closing() const {
    const auto closings = of_kind("close");
    return closings.empty() ? std::nullopt : std::optional(closings.front());
}

std::optional<Instant> Complaint::voided() const {
    return first("void");
}

bool Complaint::ended_otherwise() const {
    const auto number = closing();
    return number && !step(*number).ended.empty() && step(*number).ended != "unsatisfied";
}

std::optional<Instant> Complaint::appointment_of(int callback) const {
    auto moves = of_kind("rearrange");
    std::erase_if(moves,
                  [&](int move) { return step(move).about != callback || step(move).as_happened; });
    sort_by_time(*this, moves);
    return moves.empty() ? step(callback).appointment : step(moves.back()).appointment;
}

Instant Complaint::last_at() const {
    Instant last = at;
    for (const auto& step : steps)
        last = std::max(last, step.at);
    return last;
}

bool wants_follow_up(const Step& callback, bool partly_will_do) {
    const bool satisfied =
        callback.satisfied == "yes" || (callback.satisfied == "partly" && partly_will_do);
    return !satisfied || callback.raised;
}

}  // namespace huiyin::property
