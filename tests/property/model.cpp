#include "model.hpp"

#include <algorithm>

namespace huiyin::property {

namespace {

std::string numbered(const std::string& prefix, int year, int running) {
    auto digits = std::to_string(running);
    digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
    return prefix + "-" + std::to_string(year) + "-" + digits;
}

}  // namespace

const Complaint* Model::find(const std::string& no) const {
    const auto found = std::ranges::find(complaints_, no, &Complaint::no);
    return found == complaints_.end() ? nullptr : &*found;
}

std::optional<std::pair<const Complaint*, const Callback*>> Model::find_callback(
    const std::string& hf) const {
    for (const auto& complaint : complaints_)
        for (const auto& callback : complaint.callbacks)
            if (callback.no == hf) return std::pair(&complaint, &callback);
    return std::nullopt;
}

const Complaint* Model::subject_of(const Deed& deed) const {
    if (const auto* answer = std::get_if<Answer>(&deed)) {
        const auto found = find_callback(answer->hf);
        return found ? found->first : nullptr;
    }
    const auto no = complaint_of(deed);
    return no ? find(*no) : nullptr;
}

Complaint& Model::at(const std::string& no) {
    return *std::ranges::find(complaints_, no, &Complaint::no);
}

std::string Model::next_number(const std::string& prefix, Instant now) const {
    const auto year = office_year(now);
    const auto used = numbers_.find({prefix, year});
    return numbered(prefix, year, (used == numbers_.end() ? 0 : used->second) + 1);
}

std::string Model::take_number(const std::string& prefix, Instant now) {
    const auto no = next_number(prefix, now);
    ++numbers_[{prefix, office_year(now)}];
    return no;
}

/// What each command leaves on record.
class Recorder {
  public:
    Recorder(Model& model, const Action& action, Instant now, const Verdict& verdict)
        : model_(model),
          action_(action),
          verdict_(verdict),
          now_(now),
          at_(action.at.value_or(now)) {}

    void operator()(const AddComplaint& deed) {
        const std::set<std::string> acts(deed.courtesy.begin(), deed.courtesy.end());
        model_.complaints_.push_back({.no = model_.take_number("TS", now_),
                                      .at = at_,
                                      .reachable = deed.phone || deed.unit,
                                      .complaint_class = deed.complaint_class.value_or(0),
                                      .courtesy_missed = deed.channel == "visit" && acts.size() < 4,
                                      .last_at = at_,
                                      .last_work_at = at_});
    }

    void operator()(const Assign& deed) { on(deed.no).handovers.push_back({at_, deed.to, false}); }

    void operator()(const Escalate& deed) {
        auto& complaint = on(deed.no);
        complaint.handovers.push_back({at_, deed.to, true});
        if (!deed.convened.empty()) complaint.convened.push_back(at_);
    }

    void operator()(const Convene& deed) { on(deed.no).convened.push_back(at_); }
    void operator()(const Investigate& deed) {
        auto& complaint = on(deed.no);
        complaint.findings.push_back(done(complaint));
    }
    void operator()(const Opinion& deed) {
        auto& complaint = on(deed.no);
        complaint.opinions.push_back(done(complaint));
    }
    void operator()(const Reply& deed) {
        auto& complaint = on(deed.no);
        complaint.replies.push_back(done(complaint));
    }

    void operator()(const Settle& deed) {
        auto& complaint = on(deed.no);
        complaint.findings.push_back(done(complaint));
        complaint.opinions.push_back(done(complaint));
        complaint.replies.push_back(done(complaint));
    }

    void operator()(const LogCallback& deed) {
        auto& complaint = on(deed.no);
        complaint.callbacks.push_back({.no = model_.take_number("HF", now_),
                                       .at = at_,
                                       .method = deed.method,
                                       .satisfied = deed.satisfied,
                                       .raised = deed.raised,
                                       .appointment = deed.appointment});
    }

    void operator()(const Attempt& deed) {
        on(deed.no).callbacks.push_back(
            {.no = model_.take_number("HF", now_), .at = at_, .reached = false});
    }

    void operator()(const Answer& deed) {
        auto& complaint = on(model_.find_callback(deed.hf)->first->no);
        std::ranges::find(complaint.callbacks, deed.hf, &Callback::no)->answers.push_back(at_);
    }

    void operator()(const Close& deed) { on(deed.no).closing = Closing{at_, deed.ended}; }
    void operator()(const Note& deed) { on(deed.no); }
    void operator()(const Void& deed) { on(deed.no).voided = at_; }

    void operator()(const SetPolicy& deed) {
        model_.office_.set_policy(deed.key, deed.meaning, deed.from.value_or(now_));
    }
    void operator()(const Away& deed) {
        model_.office_.goes_away(deed.login, {deed.from, deed.to, deed.acting});
    }
    void operator()(const Leave& deed) { model_.office_.leaves(deed.login, now_); }
    void operator()(const Hire& deed) { model_.office_.hire(deed.login, deed.role, deed.superior); }

  private:
    Complaint& on(const std::string& no) {
        auto& complaint = model_.at(no);
        complaint.last_at = std::max(complaint.last_at, at_);
        if (!std::holds_alternative<Note>(action_.deed))
            complaint.last_work_at = std::max(complaint.last_work_at, at_);
        for (const auto& rule : verdict_.pardoned)
            complaint.pardoned.emplace(rule, at_);
        return complaint;
    }

    Done done(const Complaint& complaint) const {
        return {at_, complaint.round(), action_.as_happened};
    }

    Model& model_;
    const Action& action_;
    const Verdict& verdict_;
    Instant now_, at_;
};

void Model::record(const Action& action, Instant now, const Verdict& verdict) {
    if (action.dry_run) return;
    if (verdict.exit == 0 || verdict.exit == 7) ++entries;
    if (verdict.exit == 0) std::visit(Recorder(*this, action, now, verdict), action.deed);
}

}  // namespace huiyin::property
