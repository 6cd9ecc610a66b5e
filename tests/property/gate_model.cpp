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
                   [](const VoidCallback&) { return true; }, [](const DecideCase&) { return true; },
                   [](const SetPolicy&) { return true; }, [](const Away&) { return true; },
                   [](const Leave&) { return true; }, [](const ChangeStaff&) { return true; },
                   [](const Hire&) { return true; }, [](const Return&) { return true; },
                   [](const auto&) { return false; }},
        deed);
}

std::string roles_for(const Deed& deed) {
    return std::visit(
        Overloaded{[](const Note&) { return field_workers; },
                   [](const Void&) { return std::string("MH"); },
                   [](const VoidCallback&) { return std::string("MH"); },
                   [](const AmendTime&) { return std::string("MH"); },
                   [](const AmendMatter& one) {
                       return one.complaint_class || !one.category.empty() ? std::string("MH")
                                                                           : office_workers;
                   },
                   [](const RecordConduct&) { return std::string("MH"); },
                   [](const DecideCase&) { return std::string("MH"); },
                   [](const AddRepair&) { return field_workers; },
                   [](const Arrive&) { return field_workers; },
                   [](const Start&) { return field_workers; },
                   [](const Defer&) { return field_workers; },
                   [](const Finish&) { return field_workers; },
                   [](const Sign&) { return field_workers; },
                   [](const Apologise&) { return field_workers; },
                   [](const TellSupplier&) { return field_workers; },
                   [](const Urge&) { return field_workers; },
                   [](const AmendCallback& one) {
                       // What is only worded otherwise anybody corrects.
                       return one.satisfied.empty() && one.method.empty() && !one.is_signed
                                  ? office_workers
                                  : std::string("MH");
                   },
                   [](const SetPolicy&) { return std::string("X"); },
                   [](const Away&) { return std::string("X"); },
                   [](const Leave&) { return std::string("X"); },
                   [](const ChangeStaff&) { return std::string("X"); },
                   [](const Hire&) { return std::string("X"); },
                   [](const Return&) { return std::string("X"); },
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
                                 [](const Dispatch& one) {
                                     auto people = one.mates;
                                     people.push_back(one.to);
                                     return people;
                                 },
                                 [](const HandIn& one) { return std::vector{one.to}; },
                                 [](const Quarrel& one) {
                                     std::vector<std::string> people{one.who};
                                     for (const auto& other : {one.stopped_by, one.taken_over_by})
                                         if (!other.empty() && other != "none")
                                             people.push_back(other);
                                     return people;
                                 },
                                 [](const RecordConduct& one) { return std::vector{one.who}; },
                                 [](const Away& one) {
                                     return std::vector{one.login, one.acting};
                                 },
                                 [](const Leave& one) {
                                     std::vector<std::string> people{one.login};
                                     if (!one.successor.empty()) people.push_back(one.successor);
                                     return people;
                                 },
                                 [](const ChangeStaff& one) {
                                     std::vector<std::string> people{one.login};
                                     if (!one.superior.empty()) people.push_back(one.superior);
                                     return people;
                                 },
                                 [](const Hire& one) { return std::vector{one.superior}; },
                                 [](const Return& one) {
                                     return std::vector{one.login, one.superior};
                                 },
                                 [](const auto&) { return std::vector<std::string>{}; }},
                      deed);
}

}  // namespace

/// Judges a command by what it would leave on file.
class Gate {
  public:
    Gate(const Model& model, const Action& action, Instant now)
        : model_(model), action_(action), now_(now) {}

    Verdict verdict() {
        if (const auto opened = model_.opened(action_, now_)) return registered(*opened);
        const auto* subject = model_.subject_of(action_.deed);
        if (subject == nullptr) return {.refused = refused_of_office(), .no = named()};
        Verdict verdict{.no = number(*subject)};
        const auto [after, judged] = model_.after(*subject, action_, now_);
        const auto before = broken(*subject);
        const bool moves = std::holds_alternative<AmendTime>(action_.deed);
        for (const auto& one : broken(after)) {
            const bool own = judged.contains(one.step);
            // A corrected time breaks nothing that held, whatever step it is.
            const bool new_one = moves && std::ranges::find(before, one) == before.end();
            if (!own && !new_one) continue;
            if (one.pardonable && after.step(one.step).as_happened) {
                if (own) verdict.pardoned.insert(one.rule);
            } else {
                verdict.refused.insert(one.rule);
            }
        }
        return verdict;
    }

  private:
    std::vector<Broken> broken(const Matter& matter) const {
        return broken_rules(model_.office(), matter,
                            model_.first_technician(matter.rework_of, now_));
    }

    Verdict registered(const Matter& matter) {
        Verdict verdict{.no = matter.no};
        for (const auto& one : broken(matter))
            verdict.refused.insert(one.rule);
        for (const auto& no : matter.answers) {
            const auto answered = model_.with_share(*model_.find(no), matter, now_);
            for (const auto& one : broken(answered))
                if (one.step == answered.count()) verdict.refused.insert(one.rule);
        }
        return verdict;
    }

    std::set<std::string> refused_of_office() const {
        if (const auto* away = std::get_if<Away>(&action_.deed)) return refused_of_absence(*away);
        std::set<std::string> refused;
        const auto at = action_.at.value_or(now_);
        if (at > now_) refused.insert("record.in-order");
        if (now_ - at > model_.office().policy("record.late_after", at) && !action_.late_reason)
            refused.insert("record.late-reason");
        if (breaks_the_line(at)) refused.insert("staff.chain");
        return refused;
    }

    /// As everything stands once it is on record (7.4).
    bool breaks_the_line(Instant at) const {
        auto after = model_.office();
        if (const auto* leave = std::get_if<Leave>(&action_.deed)) {
            after.leaves(leave->login, leave->successor, at, now_);
            const auto here = after.of_role("CTSMHAX", now_);
            return !after.below(leave->login, now_).empty() ||
                   std::ranges::any_of(
                       here, [&](const auto& login) { return after.is_in_a_circle(login, now_); });
        }
        const auto* change = std::get_if<ChangeStaff>(&action_.deed);
        if (change == nullptr) return false;
        if (!change->superior.empty())
            after.changes(change->login, Fact::Of::superior, change->superior, at, now_);
        return after.is_in_a_circle(change->login, now_) && !after.has_left(change->login, now_);
    }

    /// Nobody stands in, however indirectly, for whoever stands in for them meanwhile.
    std::set<std::string> refused_of_absence(const Away& typed) const {
        const auto* deed = &typed;
        std::set<Instant> moments{deed->from};
        for (const auto& login : model_.office().logins())
            for (const auto& absence : model_.office().person(login).absences)
                if (absence.from > deed->from && absence.from < deed->to)
                    moments.insert(absence.from);
        for (const auto moment : moments) {
            auto acting = deed->acting;
            for (std::size_t steps = 0; steps < 100 && acting != deed->login; ++steps) {
                const auto away = model_.office().absence(acting, moment);
                if (!away) break;
                acting = away->acting;
            }
            if (acting == deed->login) return {"staff.chain"};
        }
        return {};
    }

    std::string number(const Matter& subject) const {
        if (std::holds_alternative<LogCallback>(action_.deed) ||
            std::holds_alternative<Attempt>(action_.deed))
            return model_.next_number("HF", now_);
        if (std::holds_alternative<Dispatch>(action_.deed)) return model_.next_number("PG", now_);
        if (const auto pg = order_of(action_.deed)) return *pg;
        if (std::holds_alternative<VoidCallback>(action_.deed) ||
            std::holds_alternative<AmendCallback>(action_.deed))
            return *callback_of(action_.deed);
        return subject.no;
    }

    std::string named() const {
        return std::visit(Overloaded{[](const SetPolicy& deed) { return deed.key; },
                                     [](const Away& deed) { return deed.login; },
                                     [](const Leave& deed) { return deed.login; },
                                     [](const ChangeStaff& deed) { return deed.login; },
                                     [](const Hire& deed) { return deed.login; },
                                     [](const Return& deed) { return deed.login; },
                                     [](const auto&) { return std::string(); }},
                          action_.deed);
    }

    const Model& model_;
    const Action& action_;
    Instant now_;
};

namespace {

bool all_on_file(const Model& model, const Deed& deed) {
    if (const auto* letter = std::get_if<PublishLetter>(&deed))
        if (!std::ranges::all_of(letter->answers,
                                 [&](const auto& no) { return model.find(no) != nullptr; }))
            return false;
    if (const auto no = matter_of(deed); no && model.find(*no) == nullptr) return false;
    if (const auto hf = callback_of(deed); hf && !model.find_callback(*hf)) return false;
    if (const auto pg = order_of(deed); pg && model.find_order(*pg) == nullptr) return false;
    if (const auto* amend = std::get_if<AmendTime>(&deed);
        amend && amend->step > static_cast<int>(model.find(amend->no)->steps.size()))
        return false;
    return std::ranges::all_of(people_in(deed),
                               [&](const auto& login) { return model.office().knows(login); });
}

/// Whoever has left is nobody to give anything to.
bool names_someone_gone(const Office& office, const Action& action, Instant at) {
    const auto& deed = action.deed;
    auto people = people_in(deed);
    if (const auto* away = std::get_if<Away>(&deed)) people = {away->acting};
    // Whoever left afterwards did what they did.
    if (std::holds_alternative<RecordConduct>(deed)) people.clear();
    if (std::holds_alternative<Quarrel>(deed)) people.erase(people.begin());
    if (const auto* back = std::get_if<Return>(&deed)) people = {back->superior};
    // Nobody leaves twice. Of whoever has left the record can still be changed.
    if (const auto* change = std::get_if<ChangeStaff>(&deed)) {
        people.clear();
        if (!change->superior.empty()) people.push_back(change->superior);
    }
    if (!action.by.empty()) people.push_back(action.by);
    return std::ranges::any_of(people,
                               [&](const auto& login) { return office.has_left(login, at); });
}

bool is_unreadable(const Action& action) {
    if (action.slip == Slip::unknown_option) return true;
    if (const auto* leave = std::get_if<Leave>(&action.deed);
        leave && leave->login == leave->successor)
        return true;
    return (action.slip == Slip::by_on_a_decision || !action.by.empty()) &&
           is_decision(action.deed);
}

/// Decisions bind from when they are made.
bool decides_from_earlier(const Action& action, Instant now) {
    const auto* policy = std::get_if<SetPolicy>(&action.deed);
    return policy != nullptr && policy->from && *policy->from < now;
}

}  // namespace

Verdict Model::judge(const Action& action, Instant now) const {
    if (is_unreadable(action)) return {.exit = 2};
    if (!office_.has_role(action.actor, roles_for(action.deed), now) ||
        office_.has_left(action.actor, now))
        return {.exit = 7};
    if (decides_from_earlier(action, now)) return {.exit = 2};
    if (!all_on_file(*this, action.deed) || (!action.by.empty() && !office_.knows(action.by)))
        return {.exit = 3};
    if (names_someone_gone(office_, action, action.at.value_or(now))) return {.exit = 2};
    auto verdict = Gate(*this, action, now).verdict();
    if (!verdict.refused.empty()) return {.exit = 4, .refused = verdict.refused};
    return verdict;
}

}  // namespace huiyin::property
