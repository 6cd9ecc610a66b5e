#include <algorithm>
#include <limits>

#include "model.hpp"

namespace huiyin::property {

namespace {

/// Collects the clocks of one complaint.
class Clocks {
  public:
    Clocks(const Office& office, const Complaint& complaint)
        : office_(office), complaint_(complaint) {}

    std::vector<Clock> all() {
        from_the_start();
        if (complaint_.reachable) answers_owed();
        escalations();
        callbacks();
        return std::move(clocks_);
    }

  private:
    void run(const std::string& rule, Instant started, const std::string& limit,
             std::optional<Instant> met, bool heals = false) {
        clocks_.push_back({.rule = rule,
                           .due = started + office_.policy(limit, started),
                           .met = met,
                           .stopped = closed(),
                           .heals = heals});
    }

    std::optional<Instant> closed() const {
        const auto number = complaint_.closing();
        return number ? std::optional(complaint_.step(*number).at) : std::nullopt;
    }

    void from_the_start() {
        const auto handovers = complaint_.handovers_until(std::numeric_limits<Instant>::max());
        run("complaint.assigned-in-time", complaint_.at, "complaint.assign_within",
            handovers.empty() ? std::nullopt
                              : std::optional(complaint_.step(handovers.front()).at));
        run("complaint.investigated-in-time", complaint_.at, "complaint.investigate_within",
            complaint_.first("investigate"));
    }

    void answers_owed() {
        const auto replied = complaint_.first("reply");
        run("complaint.replied-in-time", complaint_.at, "complaint.reply_within", replied);
        if (!replied) return;
        const auto reached = complaint_.reached_callbacks();
        run("callback.made", *replied, "complaint.callback_within",
            reached.empty() ? std::nullopt : std::optional(complaint_.step(reached.front()).at));
        // Only what ended otherwise owes no callback any more.
        if (complaint_.closing() && !complaint_.ended_otherwise())
            clocks_.back().stopped = std::nullopt;
    }

    void escalations() {
        for (const int number : complaint_.of_kind("escalate")) {
            const auto& escalation = complaint_.step(number);
            std::optional<Instant> met;
            const auto convened = [&](Instant at) {
                if (at >= escalation.at && (!met || at < *met)) met = at;
            };
            for (const int other : complaint_.of_kind("convene"))
                convened(complaint_.step(other).at);
            for (const int other : complaint_.of_kind("escalate"))
                if (complaint_.step(other).raised) convened(complaint_.step(other).at);
            run("complaint.convened", escalation.at, "complaint.convene_within", met, true);
        }
    }

    void callbacks() {
        const auto reached = complaint_.reached_callbacks();
        for (std::size_t index = 0; index < reached.size(); ++index) {
            const auto& callback = complaint_.step(reached[index]);
            const bool partly_will_do = office_.policy("callback.partly_closes", callback.at) == 1;
            if (!wants_follow_up(callback, partly_will_do)) continue;
            run("callback.followed-up", callback.at, "callback.follow_up_within",
                index + 1 < reached.size() ? std::optional(complaint_.step(reached[index + 1]).at)
                                           : std::nullopt);
            // A closing ends what was asked for before it, not what is asked for afterwards.
            if (const auto closing = complaint_.closing();
                closing && std::pair(complaint_.step(*closing).at, *closing) <
                               std::pair(callback.at, reached[index]))
                clocks_.back().stopped = std::nullopt;
        }
        for (const auto* kind : {"callback", "attempt"})
            for (const int number : complaint_.of_kind(kind))
                appointment(number);
    }

    void appointment(int number) {
        const auto appointed = complaint_.appointment_of(number);
        if (!appointed || *appointed < complaint_.step(number).at) return;
        std::optional<Instant> met;
        for (const int answer : complaint_.of_kind("answered")) {
            const auto& step = complaint_.step(answer);
            if (step.about == number && (!met || step.at < *met)) met = step.at;
        }
        // A promise of a time outlives the closing.
        clocks_.push_back({.rule = "callback.appointment-kept", .due = *appointed, .met = met});
    }

    const Office& office_;
    const Complaint& complaint_;
    std::vector<Clock> clocks_;
};

}  // namespace

bool Clock::broken(Instant now) const {
    if (heals && met) return false;
    return std::min({met.value_or(now), stopped.value_or(now), now}) > due;
}

std::vector<Clock> Model::clocks(const Complaint& complaint) const {
    return Clocks(office_, complaint).all();
}

namespace {

/// What keeps a matter from being one of those that a correction leaves broken.
bool heals(const std::string& rule) {
    return rule == "complaint.convened" || rule == "matter.holder";
}

}  // namespace

std::set<std::pair<std::string, Instant>> Model::standing(const Complaint& complaint,
                                                          Instant now) const {
    std::set<std::pair<std::string, Instant>> standing;
    for (const auto& finding : findings(complaint, now))
        if (finding.severity == "breach" && !heals(finding.rule))
            standing.emplace(finding.rule, finding.since);
    return standing;
}

std::set<Finding> Model::findings(const Complaint& whole, Instant now) const {
    std::set<Finding> found;
    if (whole.at > now) return found;
    const auto complaint = whole.as_of(now);
    if (complaint.voided()) return found;
    const auto add = [&](const char* severity, const std::string& rule, Instant since) {
        found.insert({severity, rule, complaint.no, since});
    };
    for (const auto& clock : clocks(complaint))
        if (clock.broken(now)) add("breach", clock.rule, clock.due);
    for (const auto& broken : broken_rules(office_, complaint)) {
        const auto& step = complaint.step(broken.step);
        if ((broken.pardonable && step.as_happened) || typed_over(complaint, broken.step))
            add("breach", broken.rule, step.at);
    }
    if (complaint.courtesy_missed) add("breach", "complaint.courtesy-missed", complaint.at);
    if (!complaint.reachable) add("notice", "complaint.unreachable", complaint.at);
    if (const auto number = complaint.closing()) {
        const auto& closing = complaint.step(*number);
        if (closing.ended == "unsatisfied") add("breach", "complaint.unsatisfied", closing.at);
        if (complaint.ended_otherwise()) add("notice", "complaint.ended-unverified", closing.at);
    } else if (const auto handovers = complaint.handovers_until(now); !handovers.empty()) {
        const auto& last = complaint.step(handovers.back());
        if (office_.has_left(last.to, now))
            add("breach", "matter.holder", std::max(last.at, *office_.person(last.to).left));
    }
    // What stood when something was corrected stands since then, once.
    for (const auto& [rule, since] : complaint.standing) {
        if (since > now || found.contains({"breach", rule, complaint.no, since})) continue;
        const auto moved = std::ranges::find_if(found, [&](const Finding& finding) {
            return finding.severity == "breach" && finding.rule == rule &&
                   !complaint.standing.contains({rule, finding.since});
        });
        if (moved != found.end()) found.erase(moved);
        add("breach", rule, since);
    }
    return found;
}

std::map<std::string, std::int64_t> Model::figures(Instant from, Instant until,
                                                   Instant as_of) const {
    std::map<std::string, std::int64_t> figures;
    const auto within = [&](Instant at) { return at >= from && at < until && at <= as_of; };
    for (const auto& whole : complaints_) {
        const auto complaint = whole.as_of(as_of);
        if (whole.at > as_of || complaint.voided()) continue;
        if (within(complaint.at)) ++figures["complaints.received"];
        if (const auto closing = complaint.closing();
            closing && within(complaint.step(*closing).at))
            ++figures["complaints.closed"];
        for (const int number : complaint.of_kind("callback")) {
            const auto& callback = complaint.step(number);
            if (!within(callback.at)) continue;
            ++figures["callbacks.signed_visits.den"];
            ++figures["callbacks.satisfied.den"];
            figures["callbacks.signed_visits.num"] +=
                callback.method == "visit" && callback.is_signed;
            figures["callbacks.satisfied.num"] += callback.satisfied == "yes";
        }
        for (const auto& clock : clocks(complaint)) {
            // What ceased to matter before it fell due was never owed.
            const bool owed = !(clock.stopped && *clock.stopped <= clock.due &&
                                !(clock.met && *clock.met <= *clock.stopped));
            if (!within(clock.due) || !owed) continue;
            if (clock.rule == "callback.made" || clock.rule == "callback.followed-up") {
                ++figures["callbacks.handled.den"];
                figures["callbacks.handled.num"] += clock.met.has_value();
            }
            if (clock.rule == "complaint.replied-in-time") {
                ++figures["complaints.replied_on_time.den"];
                figures["complaints.replied_on_time.num"] += clock.met && *clock.met <= clock.due;
            }
        }
    }
    return figures;
}

std::set<Finding> Model::findings(Instant now) const {
    std::set<Finding> all;
    for (const auto& complaint : complaints_)
        all.merge(findings(complaint, now));
    return all;
}

const std::set<std::string>& modelled_rules() {
    static const std::set<std::string> rules{"record.in-order",
                                             "record.closed",
                                             "record.late-reason",
                                             "speech.taboo-phrase",
                                             "complaint.no-buck-passing",
                                             "complaint.courtesy",
                                             "complaint.courtesy-missed",
                                             "complaint.facts-before-opinion",
                                             "complaint.opinion-before-reply",
                                             "complaint.investigated-in-time",
                                             "complaint.replied-in-time",
                                             "callback.kind-of-method",
                                             "callback.after-the-work",
                                             "matter.outcome",
                                             "matter.holder",
                                             "callback.visit-signature",
                                             "callback.appointment",
                                             "callback.appointment-kept",
                                             "callback.follow-up-method",
                                             "callback.followed-up",
                                             "complaint.unreachable",
                                             "callback.made",
                                             "complaint.assigned-in-time",
                                             "complaint.escalated-properly",
                                             "complaint.convened",
                                             "complaint.satisfied",
                                             "complaint.ended-attempts",
                                             "complaint.ended-letter",
                                             "complaint.unsatisfied",
                                             "complaint.ended-unverified"};
    return rules;
}

}  // namespace huiyin::property
