#include <algorithm>

#include "model.hpp"

namespace huiyin::property {

namespace {

const std::string office_workers = "CSMH";
const std::string field_workers = "CSMHT";

/// Whether this deed is a decision, which nobody takes in another's name.
bool is_decision(const Deed& deed) {
    return std::visit(
        Overloaded{[](const Close&) { return true; }, [](const Void&) { return true; },
                   [](const SetPolicy&) { return true; }, [](const Away&) { return true; },
                   [](const Leave&) { return true; }, [](const Hire&) { return true; },
                   [](const auto&) { return false; }},
        deed);
}

std::string roles_for(const Deed& deed) {
    return std::visit(Overloaded{[](const Note&) { return field_workers; },
                                 [](const Void&) { return std::string("MH"); },
                                 [](const SetPolicy&) { return std::string("X"); },
                                 [](const Away&) { return std::string("X"); },
                                 [](const Leave&) { return std::string("X"); },
                                 [](const Hire&) { return std::string("X"); },
                                 [](const auto&) { return office_workers; }},
                      deed);
}

std::vector<std::string> people_in(const Deed& deed) {
    return std::visit(Overloaded{[](const Assign& one) { return std::vector{one.to}; },
                                 [](const Escalate& one) {
                                     auto people = one.convened;
                                     people.push_back(one.to);
                                     return people;
                                 },
                                 [](const Convene& one) { return one.who; },
                                 [](const Away& one) {
                                     return std::vector{one.login, one.acting};
                                 },
                                 [](const Leave& one) { return std::vector{one.login}; },
                                 [](const Hire& one) { return std::vector{one.superior}; },
                                 [](const auto&) { return std::vector<std::string>{}; }},
                      deed);
}

/// Judges one deed on an existing complaint by the refusing rules, each told as the rulebook does.
class Gate {
  public:
    Gate(const Model& model, const Action& action, Instant now)
        : model_(model),
          office_(model.office()),
          action_(action),
          now_(now),
          at_(action.at.value_or(now)) {}

    Verdict verdict = {};

    void operator()(const AddComplaint& deed) {
        timely();
        const std::set<std::string> acts(deed.courtesy.begin(), deed.courtesy.end());
        if (deed.channel == "visit" && acts.size() < 4 && !deed.courtesy_missed)
            refuse("complaint.courtesy");
        verdict.no = model_.next_number("TS", now_);
    }

    void operator()(const Assign& deed) {
        const auto& complaint = step_on(deed.no);
        const auto before = complaint.handovers_until(at_);
        if (before.empty() || excused(before.back().to)) return;
        int transfers = 1;
        for (std::size_t index = 1; index < before.size(); ++index)
            if (!before[index].escalation && !excused(before[index - 1].to, before[index].at))
                ++transfers;
        if (!deed.reason || was_holder(deed.to, before) ||
            transfers > policy("complaint.max_transfers"))
            refuse_unless_happened("complaint.no-buck-passing");
    }

    void operator()(const Escalate& deed) {
        const auto& complaint = step_on(deed.no);
        // What nobody holds is escalated by whoever takes it up the line.
        if (!is_superior(deed.to, complaint.holder(at_).value_or(action_.actor)))
            refuse_unless_happened("complaint.escalated-properly");
    }

    void operator()(const Convene& deed) { step_on(deed.no); }

    void operator()(const Investigate& deed) {
        const auto& complaint = step_on(deed.no);
        once(complaint, complaint.findings);
    }

    void operator()(const Opinion& deed) {
        const auto& complaint = step_on(deed.no);
        once(complaint, complaint.opinions);
        if (complaint.findings.empty()) {
            refuse("complaint.facts-before-opinion");
        } else {
            after(earliest(complaint.findings));
        }
    }

    void operator()(const Reply& deed) {
        const auto& complaint = step_on(deed.no);
        once(complaint, complaint.replies);
        if (complaint.opinions.empty()) {
            refuse_unless_happened("complaint.opinion-before-reply");
        } else {
            after(earliest(complaint.opinions));
        }
        say(deed.text, deed.method != "letter");
    }

    void operator()(const Settle& deed) {
        const auto& complaint = step_on(deed.no);
        once(complaint, complaint.findings);
        once(complaint, complaint.opinions);
        once(complaint, complaint.replies);
        say(deed.reply, deed.method != "letter");
    }

    void operator()(const LogCallback& deed) {
        const auto& complaint = step_on(deed.no, true);
        const auto replied = complaint.first_reply();
        if (!replied || *replied > at_) refuse("callback.after-the-work");
        if (deed.method == "letter") refuse("callback.kind-of-method");
        if (deed.method == "visit" && !deed.is_signed)
            refuse_unless_happened("callback.visit-signature");
        if (deed.raised && !deed.settled && !deed.appointment)
            refuse_unless_happened("callback.appointment");
        if (!follow_up_method_fits(complaint, deed.method))
            refuse_unless_happened("callback.follow-up-method");
        if (deed.note) say(*deed.note, deed.method != "letter");
        if (deed.settled) say(*deed.settled, deed.method != "letter");
        verdict.no = model_.next_number("HF", now_);
    }

    void operator()(const Attempt& deed) {
        step_on(deed.no, true);
        verdict.no = model_.next_number("HF", now_);
    }

    void operator()(const Answer& deed) {
        const auto [complaint, callback] = *model_.find_callback(deed.hf);
        step_on(complaint->no, true);
        after(callback->at);
        if (!callback->answers.empty()) refuse("record.closed");
        say(deed.text, true);
    }

    void operator()(const Close& deed) {
        const auto& complaint = step_on(deed.no);
        const bool ended = !deed.ended.empty() && deed.ended != "unsatisfied";
        const auto replied = complaint.first_reply();
        const bool answer_owed = complaint.reachable && !ended;
        if (!deed.outcome || (answer_owed && (!replied || *replied > at_)))
            refuse("matter.outcome");
        // Who says that it ended without satisfaction needs the rank for it, whatever else is true.
        const bool by_rank = deed.reason && office_.has_role(action_.actor, "MH");
        if (deed.ended.empty() ? complaint.reachable && !satisfied(complaint) : !by_rank)
            refuse("complaint.satisfied");
        // A closing comes last, whatever may still follow it: only notes may be younger.
        if (complaint.last_work_at > at_) refuse("record.in-order");
        if (deed.ended == "unreached" && !tried_enough(complaint))
            refuse("complaint.ended-attempts");
    }

    void operator()(const Note& deed) { step_on(deed.no, true); }
    void operator()(const Void& deed) { step_on(deed.no, true); }
    void operator()(const SetPolicy& deed) { verdict.no = deed.key; }
    void operator()(const Away& deed) {
        verdict.no = deed.login;
        // Nobody stands in, however indirectly, for whoever stands in for them meanwhile.
        for (const auto& other : office_.person(deed.acting).absences)
            if (other.acting == deed.login && other.from < deed.to && deed.from < other.to)
                refuse("staff.chain");
    }
    void operator()(const Leave& deed) { verdict.no = deed.login; }
    void operator()(const Hire& deed) { verdict.no = deed.login; }

  private:
    void refuse(const std::string& rule) { verdict.refused.insert(rule); }

    void refuse_unless_happened(const std::string& rule) {
        (action_.as_happened ? verdict.pardoned : verdict.refused).insert(rule);
    }

    void say(const Words& words, bool spoken) {
        if (!words.taboo) return;
        if (spoken) {
            refuse_unless_happened("speech.taboo-phrase");
        } else {
            refuse("speech.taboo-phrase");
        }
    }

    std::int64_t policy(const std::string& key) const { return office_.policy(key, at_); }

    void timely() {
        if (at_ > now_) refuse("record.in-order");
        if (now_ - at_ > policy("record.late_after") && !action_.late_reason)
            refuse("record.late-reason");
    }

    const Complaint& step_on(const std::string& no, bool after_closing = false) {
        const auto& complaint = *model_.find(no);
        verdict.no = no;
        timely();
        after(complaint.at);
        if (complaint.closing && !after_closing) refuse("record.closed");
        if (complaint.voided && !std::holds_alternative<Note>(action_.deed))
            refuse("record.closed");
        return complaint;
    }

    void after(std::optional<Instant> needed) {
        if (needed && at_ < *needed) refuse("record.in-order");
    }

    void once(const Complaint& complaint, const std::vector<Done>& steps) {
        if (complaint.done_in_the_round_of(at_, steps)) refuse("record.closed");
    }

    bool excused(const std::string& holder) const { return excused(holder, at_); }
    bool excused(const std::string& holder, Instant at) const {
        return office_.has_left(holder, at) || office_.absence(holder, at);
    }

    bool was_holder(const std::string& login, const std::vector<Handover>& handovers) const {
        for (std::size_t index = 0; index < handovers.size(); ++index) {
            if (handovers[index].to != login) continue;
            const bool lost_while_away =
                index + 1 < handovers.size() && excused(login, handovers[index + 1].at);
            // Transfers because of absence or departure do not count, nor does what they took away.
            if (!lost_while_away) return true;
        }
        return false;
    }

    /// Of the holder, or of somebody in whose place the holder acts.
    bool is_superior(const std::string& to, const std::string& holder) const {
        for (const auto& place : office_.places(holder, at_)) {
            const auto& superior = office_.person(place).superior;
            if (superior.empty()) continue;
            const auto absence = office_.absence(superior, at_);
            if (to == superior || (absence && to == absence->acting)) return true;
        }
        return false;
    }

    bool follow_up_method_fits(const Complaint& complaint, const std::string& method) const {
        int ordinal = 1;
        for (const auto& callback : complaint.reached_callbacks())
            if (callback.at <= at_) ++ordinal;
        if (ordinal == 1 || method == "visit") return true;
        return method == "phone" && ordinal > policy("callback.visits_until") &&
               complaint.complaint_class != 3;
    }

    bool satisfied(const Complaint& complaint) const {
        const auto last = complaint.last_callback(at_);
        if (!last) return false;
        return last->satisfied == "yes" ||
               (last->satisfied == "partly" && policy("callback.partly_closes") == 1);
    }

    bool tried_enough(const Complaint& complaint) const {
        std::int64_t attempts = 0;
        std::set<std::string> days;
        for (const auto& callback : complaint.callbacks) {
            if (callback.reached || callback.at > at_) continue;
            ++attempts;
            days.insert(office_day(callback.at));
        }
        return attempts >= policy("callback.attempts") && days.size() >= 2;
    }

    const Model& model_;
    const Office& office_;
    const Action& action_;
    Instant now_, at_;
};

bool all_on_file(const Model& model, const Deed& deed) {
    if (const auto no = complaint_of(deed); no && model.find(*no) == nullptr) return false;
    if (const auto* answer = std::get_if<Answer>(&deed); answer && !model.find_callback(answer->hf))
        return false;
    return std::ranges::all_of(people_in(deed),
                               [&](const auto& login) { return model.office().knows(login); });
}

/// Whoever has left is nobody to give anything to.
bool names_someone_gone(const Office& office, const Deed& deed, Instant at) {
    auto people = people_in(deed);
    if (const auto* away = std::get_if<Away>(&deed)) people = {away->acting};
    if (std::holds_alternative<Leave>(deed)) people.clear();
    return std::ranges::any_of(people,
                               [&](const auto& login) { return office.has_left(login, at); });
}

bool is_unreadable(const Action& action) {
    if (action.slip == Slip::unknown_option) return true;
    return action.slip == Slip::by_on_a_decision && is_decision(action.deed);
}

}  // namespace

Verdict Model::judge(const Action& action, Instant now) const {
    if (is_unreadable(action)) return {.exit = 2};
    if (!office_.has_role(action.actor, roles_for(action.deed)) ||
        office_.has_left(action.actor, now))
        return {.exit = 7};
    if (!all_on_file(*this, action.deed)) return {.exit = 3};
    if (names_someone_gone(office_, action.deed, action.at.value_or(now))) return {.exit = 2};
    Gate gate(*this, action, now);
    std::visit(gate, action.deed);
    if (!gate.verdict.refused.empty()) return {.exit = 4, .refused = gate.verdict.refused};
    return gate.verdict;
}

}  // namespace huiyin::property
