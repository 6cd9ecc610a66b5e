#include "matter_model.hpp"

#include <algorithm>

namespace huiyin::property {

Matter Matter::as_of(Instant moment) const {
    // Numbers stay what they are: what has not happened leaves an empty place.
    auto then = *this;
    static_cast<Particulars&>(then) = known_at(moment);
    std::erase_if(then.repeats, [&](const Spell& spell) { return spell.since > moment; });
    for (auto& spell : then.repeats)
        if (spell.until && *spell.until > moment) spell.until.reset();
    if (then.reachable_since && *then.reachable_since > moment) then.reachable_since.reset();
    for (auto& step : then.steps) {
        const bool is_known = step.what != "recategorise" || step.recorded_at <= moment;
        if (step.at > moment || !is_known) step = {.what = "", .at = step.at};
        if (step.voided && *step.voided > moment) step.voided.reset();
    }
    return then;
}

const Particulars& Matter::known_at(Instant moment) const {
    for (const auto& step : steps)
        if (step.replaced && step.at > moment) return *step.replaced;
    return *this;
}

Matter::Numbers Matter::of_kind(const std::string& what) const {
    Numbers numbers;
    for (int number = 1; number <= static_cast<int>(steps.size()); ++number)
        if (step(number).what == what && !step(number).voided) numbers.push_back(number);
    return numbers;
}

namespace {

void sort_by_time(const Matter& complaint, Matter::Numbers& numbers) {
    std::ranges::sort(numbers, [&](int left, int right) {
        return std::pair(complaint.step(left).at, left) <
               std::pair(complaint.step(right).at, right);
    });
}

}  // namespace

Matter::Numbers Matter::in_time(const std::string& what) const {
    auto numbers = of_kind(what);
    sort_by_time(*this, numbers);
    return numbers;
}

Matter::Numbers Matter::handovers_until(Instant moment) const {
    static const std::set<std::string> giving{"assign", "escalate", "quarrel"};
    Numbers until;
    for (int number = 1; number <= count(); ++number) {
        const auto& one = step(number);
        if (giving.contains(one.what) && !one.to.empty() && one.at <= moment)
            until.push_back(number);
    }
    sort_by_time(*this, until);
    return until;
}

std::optional<std::string> Matter::holder(Instant moment) const {
    return holder_by({moment, count()});
}

std::optional<std::string> Matter::holder_after(int number) const {
    return holder_by({step(number).at, number});
}

std::optional<std::string> Matter::holder_by(std::pair<Instant, int> moment) const {
    const auto happened = [&](int number) { return std::pair(step(number).at, number) <= moment; };
    const auto given = handovers_until(moment.first);
    if (const auto last = std::ranges::find_if(given.rbegin(), given.rend(), happened);
        last != given.rend())
        return step(*last).to;
    // Else whoever was sent; a cancelled order holds nothing.
    std::optional<std::string> sent;
    for (const int number : in_time("dispatch")) {
        const auto cancels = in_time("cancel");
        const bool cancelled = std::ranges::any_of(cancels, [&](int other) {
            return step(other).order == step(number).order && happened(other);
        });
        if (happened(number) && !cancelled) sent = step(number).to;
    }
    return sent;
}

std::optional<std::string> Matter::held_before(int handover) const {
    std::optional<std::string> holder;
    for (const int other : handovers_until(step(handover).at)) {
        if (other == handover) break;
        holder = step(other).to;
    }
    return holder;
}

Matter::Numbers Matter::discharging() const {
    auto numbers = of_kind("callback");
    for (const int share : of_kind("open-letter"))
        if (step(share).shares > 1) numbers.push_back(share);
    sort_by_time(*this, numbers);
    return numbers;
}

int Matter::callback_before(int callback) const {
    int before = 0;
    for (const int other : reached_callbacks()) {
        if (other == callback) break;
        before = other;
    }
    return before;
}

std::optional<int> Matter::last_callback(Instant moment) const {
    std::optional<int> last;
    for (const int callback : reached_callbacks())
        if (step(callback).at <= moment) last = callback;
    return last;
}

std::optional<Instant> Matter::first(const std::string& what) const {
    std::optional<Instant> first;
    for (const int number : of_kind(what))
        if (!first || step(number).at < *first) first = step(number).at;
    return first;
}

std::optional<int> Matter::closing() const {
    const auto closings = of_kind("close");
    return closings.empty() ? std::nullopt : std::optional(closings.front());
}

std::optional<Instant> Matter::closed_at() const {
    const auto number = closing();
    return number ? std::optional(step(*number).at) : std::nullopt;
}

std::optional<Instant> Matter::voided() const {
    return first("void");
}

bool Matter::ended_otherwise() const {
    const auto number = closing();
    return number && !step(*number).ended.empty() && step(*number).ended != "unsatisfied";
}

std::optional<Instant> Matter::appointment_of(int callback) const {
    auto moves = of_kind("rearrange");
    std::erase_if(moves,
                  [&](int move) { return step(move).about != callback || step(move).as_happened; });
    sort_by_time(*this, moves);
    return moves.empty() ? step(callback).appointment : step(moves.back()).appointment;
}

bool Matter::quarrelled_before(const std::string& login, int number) const {
    return std::ranges::any_of(of_kind("quarrel"), [&](int quarrel) {
        return step(quarrel).who == login &&
               std::pair(step(quarrel).at, quarrel) < std::pair(step(number).at, number);
    });
}

Instant Matter::last_at() const {
    Instant last = at;
    for (const auto& step : steps)
        last = std::max(last, step.at);
    return last;
}

std::vector<std::string> Matter::orders() const {
    std::vector<std::string> orders;
    for (const int number : of_kind("dispatch"))
        orders.push_back(step(number).order);
    return orders;
}

int Matter::order_step_before(const std::string& order, int number) const {
    for (int before = number - 1; before >= 1; --before)
        if (step(before).order == order && !step(before).what.empty()) return before;
    return 0;
}

std::string Matter::order_state(const std::string& order) const {
    const int last = order_step_before(order, count() + 1);
    return last == 0 ? "" : step(last).what;
}

int Matter::sent(const std::string& order) const {
    for (const int number : of_kind("dispatch"))
        if (step(number).order == order) return number;
    return 0;
}

std::optional<Instant> Matter::order_first(const std::string& order,
                                           const std::string& what) const {
    std::optional<Instant> first;
    for (const int number : of_kind(what))
        if (step(number).order == order && (!first || step(number).at < *first))
            first = step(number).at;
    return first;
}

std::optional<Instant> Matter::called_off() const {
    std::optional<Instant> last;
    for (const auto& order : orders()) {
        const auto cancelled = order_first(order, "cancel");
        if (!cancelled) return std::nullopt;
        last = std::max(last.value_or(*cancelled), *cancelled);
    }
    return last;
}

std::string Matter::category_at(Instant moment) const {
    auto known = category;
    // From when it is on record.
    for (const int number : of_kind("recategorise"))
        if (step(number).recorded_at <= moment) known = step(number).category;
    return known;
}

bool is_urgent(const std::string& category) {
    static const std::set<std::string> urgent{"elevator",     "structure",        "wiring",
                                              "water-supply", "tap-burst",        "heating-main",
                                              "falling-risk", "floor-stair-rail", "danger"};
    return urgent.contains(category);
}

bool wants_follow_up(const Step& callback, bool partly_will_do) {
    const bool satisfied =
        callback.satisfied == "yes" || (callback.satisfied == "partly" && partly_will_do);
    return !satisfied || callback.raised;
}

}  // namespace huiyin::property
