#include <algorithm>
#include <limits>

#include "clocks.hpp"

namespace huiyin::property {

bool Clock::broken(Instant now) const {
    if (heals && met) return false;
    return std::min({met.value_or(now), stopped.value_or(now), now}) > due;
}

Clock& Clocks::run(const std::string& rule, Instant started, const std::string& limit,
                   std::optional<Instant> met, bool heals) {
    clocks_.push_back({.rule = rule,
                       .due = started + office_.policy(limit, started),
                       .met = met,
                       .stopped = matter_.closed_at(),
                       .heals = heals});
    return clocks_.back();
}

std::optional<Instant> Clocks::happened(int number) const {
    return number == 0 ? std::nullopt : std::optional(matter_.step(number).at);
}

void Clocks::complaint() {
    const auto handovers = matter_.handovers_until(std::numeric_limits<Instant>::max());
    run("complaint.assigned-in-time", matter_.at, "complaint.assign_within",
        handovers.empty() ? std::nullopt : happened(handovers.front()));
    run("complaint.investigated-in-time", matter_.at, "complaint.investigate_within",
        matter_.first("investigate"));
    if (matter_.reachable_since) replies();
    if (matter_.channel == "visit" && matter_.people >= 5)
        // Nobody reports a major event here; a closing does not end it.
        run("complaint.joint-reported", matter_.at, "event.urgent_report_within", std::nullopt)
            .stopped = std::nullopt;
    if (matter_.hotline_due)
        clocks_.push_back({.rule = "complaint.forwarded-answered",
                           .due = *matter_.hotline_due,
                           .met = matter_.first("reply"),
                           .stopped = matter_.closed_at()});
    escalations();
    follow_ups();
    appointments();
}

void Clocks::suggestion() {
    if (matter_.sort == "opinion" && matter_.channel != "round")
        first_callback("answer", "callback.made", "complaint.callback_within");
    holder();
    appointments();
}

void Clocks::conduct() {
    run("conduct.decided", matter_.at, "conduct.decide_within", matter_.first("decide"));
}

/// Somebody has to hold it soon; a holder found late heals it, and so does a late closing (3.3.1).
/// Nobody's again where all that was sent is called off.
void Clocks::holder() {
    // Of one second the later typed came later.
    const auto place = [&](int number) { return std::pair(matter_.step(number).at, number); };
    std::set<std::pair<Instant, int>> given, unheld{{matter_.at, 0}};
    for (const int number : matter_.handovers_until(std::numeric_limits<Instant>::max()))
        given.insert(place(number));
    for (const int number : matter_.of_kind("dispatch"))
        given.insert(place(number));
    for (const int number : matter_.of_kind("cancel"))
        if (!matter_.holder_after(number)) unheld.insert(place(number));
    for (const auto& since : unheld) {
        const auto next = given.upper_bound(since);
        const auto met = next == given.end() ? std::nullopt : std::optional(next->first);
        auto& clock = run("matter.holder", since.first, "matter.assign_within", met, true);
        if (!clock.met && clock.stopped && *clock.stopped > clock.due) clock.met = clock.stopped;
    }
}

void Clocks::replies() {
    const auto replied = matter_.first("reply");
    run("complaint.replied-in-time", *matter_.reachable_since, "complaint.reply_within", replied);
    for (const auto& spell : matter_.repeats) {
        auto& clock =
            run("complaint.repeat-answered", std::max(spell.since, *matter_.reachable_since),
                "complaint.repeat_reply_within", replied);
        clock.unrated = spell.until.has_value();
        if (spell.until && (!clock.stopped || *spell.until < *clock.stopped))
            clock.stopped = spell.until;
    }
    first_callback("reply", "callback.made", "complaint.callback_within");
}

void Clocks::first_callback(const std::string& answer, const std::string& rule,
                            const std::string& limit) {
    const auto answered = matter_.first(answer);
    if (!answered || !matter_.reachable_since) return;
    std::optional<Instant> met;
    for (const int number : matter_.discharging()) {
        const auto& callback = matter_.step(number);
        // A repair called back by somebody else is still to be called back (4.4).
        const bool counts =
            matter_.kind != Kind::repair || !callback.as_happened ||
            office_.has_role(callback.doer, "SMH", callback.at, callback.recorded_at);
        if (counts && !met) met = callback.at;
    }
    auto& clock = run(rule, std::max(*answered, *matter_.reachable_since), limit, met);
    // Only what ended otherwise owes no callback any more.
    if (!matter_.ended_otherwise()) clock.stopped = std::nullopt;
}

void Clocks::escalations() {
    for (const int number : matter_.of_kind("escalate")) {
        const auto& escalation = matter_.step(number);
        std::optional<Instant> met;
        const auto convened = [&](Instant at) {
            if (at >= escalation.at && (!met || at < *met)) met = at;
        };
        for (const int other : matter_.of_kind("convene"))
            convened(matter_.step(other).at);
        for (const int other : matter_.of_kind("escalate"))
            if (matter_.step(other).raised) convened(matter_.step(other).at);
        run("complaint.convened", escalation.at, "complaint.convene_within", met, true);
    }
}

void Clocks::follow_ups() {
    const auto reached = matter_.reached_callbacks();
    const auto discharging = matter_.discharging();
    for (const int number : reached) {
        const auto& callback = matter_.step(number);
        const auto next = std::ranges::find(discharging, number) + 1;
        const bool partly_will_do = office_.policy("callback.partly_closes", callback.at) == 1;
        if (!wants_follow_up(callback, partly_will_do)) continue;
        auto& clock = run("callback.followed-up", callback.at, "callback.follow_up_within",
                          next == discharging.end() ? std::nullopt : happened(*next));
        // A closing ends what was asked for before it, not what is asked for afterwards.
        if (const auto closing = matter_.closing();
            closing &&
            std::pair(matter_.step(*closing).at, *closing) < std::pair(callback.at, number))
            clock.stopped = std::nullopt;
    }
}

void Clocks::appointments() {
    for (const auto* kind : {"callback", "attempt"})
        for (const int number : matter_.of_kind(kind)) {
            const auto appointed = matter_.appointment_of(number);
            if (!appointed || *appointed < matter_.step(number).at) continue;
            std::optional<Instant> met;
            for (const int answer : matter_.of_kind("answered")) {
                const auto& step = matter_.step(answer);
                if (step.about == number && (!met || step.at < *met)) met = step.at;
            }
            // A promise of a time outlives the closing.
            clocks_.push_back({.rule = "callback.appointment-kept", .due = *appointed, .met = met});
        }
}

}  // namespace huiyin::property
