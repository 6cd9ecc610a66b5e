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
        return complaint_.closing ? std::optional(complaint_.closing->at) : std::nullopt;
    }

    void from_the_start() {
        const auto first = complaint_.handovers_until(std::numeric_limits<Instant>::max());
        run("complaint.assigned-in-time", complaint_.at, "complaint.assign_within",
            first.empty() ? std::nullopt : std::optional(first.front().at));
        run("complaint.investigated-in-time", complaint_.at, "complaint.investigate_within",
            earliest(complaint_.findings));
    }

    void answers_owed() {
        const auto replied = complaint_.first_reply();
        run("complaint.replied-in-time", complaint_.at, "complaint.reply_within", replied);
        if (!replied) return;
        const auto reached = complaint_.reached_callbacks();
        run("callback.made", *replied, "complaint.callback_within",
            reached.empty() ? std::nullopt : std::optional(reached.front().at));
        // Only what ended otherwise owes no callback any more.
        if (complaint_.closing &&
            (complaint_.closing->ended.empty() || complaint_.closing->ended == "unsatisfied"))
            clocks_.back().stopped = std::nullopt;
    }

    void escalations() {
        for (const auto& handover : complaint_.handovers) {
            if (!handover.escalation) continue;
            std::optional<Instant> met;
            for (const auto at : complaint_.convened)
                if (at >= handover.at && (!met || at < *met)) met = at;
            run("complaint.convened", handover.at, "complaint.convene_within", met, true);
        }
    }

    void callbacks() {
        const auto reached = complaint_.reached_callbacks();
        for (std::size_t index = 0; index < reached.size(); ++index) {
            const bool partly_will_do =
                office_.policy("callback.partly_closes", reached[index].at) == 1;
            if (!wants_follow_up(reached[index], partly_will_do)) continue;
            run("callback.followed-up", reached[index].at, "callback.follow_up_within",
                index + 1 < reached.size() ? std::optional(reached[index + 1].at) : std::nullopt);
            // A closing ends what was asked for before it, not what is asked for afterwards.
            if (complaint_.closing && complaint_.closing->at < reached[index].at)
                clocks_.back().stopped = std::nullopt;
        }
        for (const auto& callback : complaint_.callbacks) {
            if (!callback.appointment) continue;
            // A promise of a time outlives the closing.
            clocks_.push_back({.rule = "callback.appointment-kept",
                               .due = *callback.appointment,
                               .met = callback.answers.empty()
                                          ? std::nullopt
                                          : std::optional(std::ranges::min(callback.answers))});
        }
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

std::set<Finding> Model::findings(const Complaint& complaint, Instant now) const {
    std::set<Finding> found;
    if (complaint.voided) return found;
    const auto add = [&](const char* severity, const std::string& rule, Instant since) {
        found.insert({severity, rule, complaint.no, since});
    };
    for (const auto& clock : clocks(complaint))
        if (clock.broken(now)) add("breach", clock.rule, clock.due);
    for (const auto& [rule, since] : complaint.pardoned)
        add("breach", rule, since);
    if (complaint.courtesy_missed) add("breach", "complaint.courtesy-missed", complaint.at);
    if (!complaint.reachable) add("notice", "complaint.unreachable", complaint.at);
    if (const auto& closing = complaint.closing) {
        if (closing->ended == "unsatisfied") add("breach", "complaint.unsatisfied", closing->at);
        if (complaint.ended_otherwise()) add("notice", "complaint.ended-unverified", closing->at);
    } else if (const auto handovers = complaint.handovers_until(now); !handovers.empty()) {
        const auto& last = handovers.back();
        if (office_.has_left(last.to, now))
            add("breach", "matter.holder", std::max(last.at, *office_.person(last.to).left));
    }
    return found;
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
                                             "complaint.unsatisfied",
                                             "complaint.ended-unverified"};
    return rules;
}

}  // namespace huiyin::property
