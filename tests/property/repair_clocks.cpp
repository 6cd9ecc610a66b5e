#include <algorithm>

#include "clocks.hpp"

namespace huiyin::property {

Nature nature_of(const Matter& repair) {
    Nature nature;
    auto known = repair.category;
    if (known != "service") nature.fault_since = repair.at;
    if (known == "service") nature.service_since = repair.at;
    if (is_urgent(known)) nature.urgent_since = repair.at;
    for (const int number : repair.of_kind("recategorise")) {
        const auto& step = repair.step(number);
        if (step.category == "service" && known != "service")
            nature.service_since = step.recorded_at;
        if (step.category != "service") {
            nature.service_since.reset();
            if (!nature.fault_since) nature.fault_since = step.recorded_at;
        }
        if (is_urgent(step.category) && !nature.urgent_since)
            nature.urgent_since = step.recorded_at;
        known = step.category;
    }
    return nature;
}

namespace {

std::optional<Instant> earlier(std::optional<Instant> one, std::optional<Instant> other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

}  // namespace

void Clocks::repair() {
    run("repair.dispatched-in-time", matter_.at, "repair.dispatch_within",
        matter_.first("dispatch"));
    arrival();
    first_visit();
    solution();
    sheets();
    first_callback("finish", "repair.callback-made", "repair.callback_within");
    holder();
    appointments();
}

void Clocks::arrival() {
    const auto nature = nature_of(matter_);
    if (!nature.fault_since) return;
    auto started = *nature.fault_since;
    if (matter_.appointment && office_.policy("repair.appointment_counts", matter_.at) == 1) {
        started = std::max(started, *matter_.appointment);
        // Danger waits for no appointment.
        if (nature.urgent_since) started = std::min(started, *nature.urgent_since);
    }
    auto& clock =
        run("order.arrived-in-time", started, "order.arrive_within", matter_.first("arrive"));
    clock.stopped = earlier(clock.stopped, nature.service_since);
    // Called off in time and closed, it owed no arrival; left open it does.
    if (const auto off = matter_.called_off(); off && matter_.closing())
        clock.stopped = earlier(clock.stopped, off);
}

void Clocks::first_visit() {
    const auto nature = nature_of(matter_);
    const auto arrived = matter_.first("arrive");
    if (!nature.fault_since || !arrived) return;
    auto& clock =
        run("order.fixed-on-the-spot", std::max(*arrived, *nature.fault_since), "order.first_visit",
            earlier(matter_.first("finish"), matter_.first("defer")));
    // Whom nobody sends any more owes no work; a second order brings back the limit of the first.
    clock.stopped = earlier(nature.service_since, matter_.called_off());
}

void Clocks::solution() {
    const auto nature = nature_of(matter_);
    const auto deferrals = matter_.in_time("defer");
    if (!nature.fault_since || deferrals.empty()) return;
    const auto difficult = matter_.at + office_.policy("order.difficult_within", matter_.at);
    auto major = matter_.step(deferrals.front()).fault == "major";
    for (const int number : deferrals) {
        const auto& step = matter_.step(number);
        // A higher class counts if it was decided before the former limit passed.
        if (step.fault == "major" && step.at <= difficult) major = true;
    }
    auto& clock =
        run("order.solved-in-time", matter_.at,
            major ? "order.major_within" : "order.difficult_within", matter_.first("finish"));
    clock.stopped = earlier(nature.service_since, matter_.called_off());
}

/// The signed sheet comes back, and the register says the result (4.3).
void Clocks::sheets() {
    for (const auto& order : matter_.orders()) {
        const auto finished = matter_.order_first(order, "finish");
        const auto returned = matter_.order_first(order, "return");
        if (finished) {
            auto& clock = run("order.returned-in-time", *finished, "order.return_within", returned);
            clock.stopped = std::nullopt;
        }
        if (returned) {
            auto& clock = run("repair.noted", *returned, "repair.note_within", matter_.closed_at());
            clock.stopped = std::nullopt;
        }
    }
}

}  // namespace huiyin::property
