// Whose breach it is, where the regulation leaves no doubt.

#include <algorithm>

#include "model.hpp"

namespace huiyin::property {

namespace {

/// Deadlines of the matter as such: the holder's, or of whoever registered it.
bool is_the_holders(const std::string& rule) {
    static const std::set<std::string> rules{"complaint.assigned-in-time",
                                             "complaint.investigated-in-time",
                                             "complaint.replied-in-time",
                                             "complaint.repeat-answered",
                                             "callback.made",
                                             "callback.followed-up",
                                             "callback.appointment-kept",
                                             "complaint.forwarded-answered",
                                             "complaint.joint-reported",
                                             "repair.dispatched-in-time",
                                             "repair.callback-made"};
    return rules.contains(rule);
}

bool is_the_technicians(const std::string& rule) {
    static const std::set<std::string> rules{"order.arrived-in-time", "order.fixed-on-the-spot",
                                             "order.solved-in-time"};
    return rules.contains(rule);
}

}  // namespace

Model::Blame Model::blamed(const Matter& whole, const Finding& finding, Instant now) const {
    const auto matter = whole.as_of(now);
    const auto& rule = finding.rule;
    if (matter.standing.contains({rule, finding.since})) return std::nullopt;
    if (rule == "complaint.courtesy-missed") return matter.step(1).doer;
    if (rule == "complaint.unsatisfied") return matter.step(*matter.closing()).doer;
    if (rule == "duty.misconduct" || rule == "conduct.taboo-manner") return matter.who;
    if (is_the_holders(rule)) return matter.holder(finding.since).value_or(matter.step(1).doer);
    if (is_the_technicians(rule)) {
        // Of several orders it may be anybody's.
        const auto orders = matter.orders();
        if (orders.size() != 1 || matter.step(matter.sent(orders.front())).at > finding.since)
            return std::nullopt;
        // Whoever was called off before was not to come any more.
        const auto off = matter.called_off();
        if (off && *off <= finding.since) return std::nullopt;
        return matter.step(matter.sent(orders.front())).to;
    }
    if (rule == "rework.apology") return first_technician(matter.rework_of, now);
    Blame doer;
    for (const auto& broken :
         broken_rules(office_, matter, first_technician(matter.rework_of, now))) {
        const auto& step = matter.step(broken.step);
        if (broken.rule != rule || step.at != finding.since) continue;
        // Two people in one second.
        if (doer && *doer != step.doer) return std::nullopt;
        doer = step.doer;
    }
    return doer;
}

/// Never one's own; a head's only an auditor or a higher head, and an auditor nothing else.
bool Model::may_explain(const std::string& who, const std::string& blamed, Instant since,
                        Instant now) const {
    if (office_.has_left(who, now) || who == blamed) return false;
    const bool of_head = !blamed.empty() && office_.role(blamed, since) == "head";
    for (const auto& place : office_.places(who, now)) {
        const auto role = office_.role(place, now);
        if (place == blamed) continue;
        if (!of_head && (role == "manager" || role == "head")) return true;
        if (of_head && role == "auditor") return true;
        if (of_head && role == "head" && office_.is_above(place, blamed, now)) return true;
    }
    return false;
}

}  // namespace huiyin::property
