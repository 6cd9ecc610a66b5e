// The rules that the model knows, each with the clauses it is about.

#include <map>

#include "model.hpp"

namespace huiyin::property {

namespace {

using Clauses = std::set<std::string>;

const std::map<std::string, Clauses>& rules() {
    static const std::map<std::string, Clauses> rules{
        {"record.in-order", {"1.6"}},
        {"record.closed", {"1.6"}},
        {"record.late-reason", {"1.6"}},
        {"speech.taboo-phrase", {"2.2.1"}},
        {"complaint.no-buck-passing", {"2.2.2"}},
        {"complaint.courtesy", {"2.2.3"}},
        {"complaint.courtesy-missed", {"2.2.3"}},
        {"complaint.facts-before-opinion", {"2.2.4"}},
        {"complaint.opinion-before-reply", {"2.2.4"}},
        {"complaint.investigated-in-time", {"2.2.4"}},
        {"complaint.replied-in-time", {"2.2.4"}},
        {"complaint.repeat-answered", {"3.3.5"}},
        {"suggestion.courtesy", {"2.2.5"}},
        {"callback.kind-of-method", {"3.2.2"}},
        {"callback.after-the-work", {"3.2.2", "3.2.4"}},
        {"matter.outcome", {"3.3.1"}},
        {"matter.holder", {"3.3.1"}},
        {"callback.visit-signature", {"3.3.2"}},
        {"callback.appointment", {"3.3.3a"}},
        {"callback.appointment-kept", {"3.3.3a"}},
        {"callback.follow-up-method", {"3.3.3b"}},
        {"callback.followed-up", {"3.3.3b"}},
        {"complaint.unreachable", {"3.3.6"}},
        {"callback.made", {"3.4.1"}},
        {"complaint.assigned-in-time", {"5.2"}},
        {"complaint.escalated-properly", {"5.3"}},
        {"complaint.convened", {"5.3"}},
        {"complaint.satisfied", {"5.4"}},
        {"complaint.ended-attempts", {"5.4"}},
        {"complaint.ended-letter", {"5.4"}},
        {"complaint.unsatisfied", {"5.4"}},
        {"complaint.ended-unverified", {"5.4"}},
        {"repair.dispatched-in-time", {"4.1"}},
        {"repair.noted", {"4.3"}},
        {"repair.callback-by-steward", {"4.4"}},
        {"repair.callback-by-another", {"4.4"}},
        {"repair.callback-made", {"4.4"}},
        {"repair.urgent-stays", {"4.5"}},
        {"repair.supplier-told", {"4.5"}},
        {"order.one-live", {"4.1"}},
        {"order.sequence", {"4.2"}},
        {"order.signed", {"4.2", "4.3"}},
        {"order.returned-to-clerk", {"4.3"}},
        {"order.returned-in-time", {"4.3"}},
        {"order.arrived-in-time", {"6.1"}},
        {"order.fixed-on-the-spot", {"6.2"}},
        {"order.solved-in-time", {"6.3", "6.4"}},
        {"order.deferred-afterwards", {"6.4"}},
        {"rework.undecided", {"6.5"}},
        {"rework.same-technician", {"6.5"}},
        {"rework.apology", {"6.5"}},
        {"complaint.forwarded-answered", {"3.2.2"}},
        {"complaint.quarrel-taken-over", {"2.2.6"}},
        {"complaint.quarrel-withdrawn", {"2.2.6"}},
        {"conduct.decided", {"2.2.9"}},
        {"conduct.decided-by-another", {"2.2.9", "7.5"}},
        {"conduct.taboo-manner", {"2.2.1"}},
        {"duty.misconduct", {"1.4"}},
        {"letter.archived", {"3.3.4"}},
        {"letter.by-clerk", {"3.3.4"}},
        {"staff.chain", {"7.4"}},
        {"complaint.joint-reported", {"2.2.8"}},
        {"callback.signed-rate", {"3.4.1"}},
        {"callback.rate", {"3.4.1"}},
        {"report.weekly-filed", {"5.5"}}};
    return rules;
}

}  // namespace

const std::set<std::string>& modelled_rules() {
    static const auto known = [] {
        std::set<std::string> ids;
        for (const auto& [id, clauses] : rules())
            ids.insert(id);
        return ids;
    }();
    return known;
}

const Clauses& clauses_of(const std::string& rule) {
    return rules().at(rule);
}

const Clauses& modelled_clauses() {
    // The others have rules too that the model does not know: on duty and
    // events.
    static const Clauses known{"1.6",   "2.2.1",  "2.2.2",  "2.2.3", "2.2.4", "2.2.5", "2.2.6",
                               "2.2.8", "2.2.9",  "3.4.1",  "5.5",   "3.2.2", "3.2.4", "3.3.1",
                               "3.3.2", "3.3.3a", "3.3.3b", "3.3.5", "4.1",   "4.2",   "4.3",
                               "4.4",   "4.5",    "5.2",    "5.3",   "5.4",   "6.1",   "6.2",
                               "6.3",   "6.4",    "6.5"};
    return known;
}

}  // namespace huiyin::property
