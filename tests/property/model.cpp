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

std::optional<std::pair<const Complaint*, int>> Model::find_callback(const std::string& hf) const {
    for (const auto& complaint : complaints_)
        for (int number = 1; number <= static_cast<int>(complaint.steps.size()); ++number)
            if (complaint.step(number).hf == hf) return std::pair(&complaint, number);
    return std::nullopt;
}

const Complaint* Model::subject_of(const Deed& deed) const {
    if (const auto hf = callback_of(deed)) {
        const auto found = find_callback(*hf);
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

std::vector<Step> Model::steps_of(const Action& action, Instant now) const {
    const Step base{.what = {},
                    .at = action.at.value_or(now),
                    .recorded_at = now,
                    .doer = action.actor,
                    .late_reason = action.late_reason,
                    .as_happened = action.as_happened};
    const auto one = [&](const char* what, auto&& fill) {
        auto step = base;
        step.what = what;
        fill(step);
        return std::vector<Step>{step};
    };
    const auto plain = [&](const char* what) { return one(what, [](Step&) {}); };
    const auto about = [&](const std::string& hf) { return find_callback(hf)->second; };
    return std::visit(
        Overloaded{
            [&](const AddComplaint&) { return plain("add"); },
            [&](const Assign& deed) {
                return one("assign", [&](Step& step) {
                    step.to = deed.to;
                    step.reason = deed.reason;
                });
            },
            [&](const Escalate& deed) {
                auto steps = one("escalate", [&](Step& step) {
                    step.to = deed.to;
                    step.raised = !deed.convened.empty();
                });
                return steps;
            },
            [&](const Convene&) { return plain("convene"); },
            [&](const Investigate&) { return plain("investigate"); },
            [&](const Opinion&) { return plain("opinion"); },
            [&](const Reply& deed) {
                return one("reply", [&](Step& step) {
                    step.method = deed.method;
                    step.taboo = deed.text.taboo;
                });
            },
            [&](const Settle& deed) {
                auto steps = plain("investigate");
                steps.push_back(plain("opinion").front());
                steps.push_back(one("reply", [&](Step& step) {
                                    step.method = deed.method;
                                    step.taboo = deed.reply.taboo;
                                }).front());
                return steps;
            },
            [&](const LogCallback& deed) {
                return one("callback", [&](Step& step) {
                    step.method = deed.method;
                    step.satisfied = deed.satisfied;
                    step.is_signed = deed.is_signed;
                    step.raised = deed.raised;
                    step.settled = deed.settled.has_value();
                    step.appointment = deed.appointment;
                    step.hf = next_number("HF", now);
                    step.taboo = deed.note && deed.note->taboo;
                    step.settled_taboo = deed.settled && deed.settled->taboo;
                });
            },
            [&](const Attempt& deed) {
                return one("attempt", [&](Step& step) {
                    step.method = deed.method;
                    step.hf = next_number("HF", now);
                });
            },
            [&](const Answer& deed) {
                return one("answered", [&](Step& step) {
                    step.about = about(deed.hf);
                    step.taboo = deed.text.taboo;
                });
            },
            [&](const Rearrange& deed) {
                return one("rearrange", [&](Step& step) {
                    step.about = about(deed.hf);
                    step.appointment = deed.appointment;
                });
            },
            [&](const VoidCallback& deed) {
                return one("callback-void", [&](Step& step) { step.about = about(deed.hf); });
            },
            [&](const AmendCallback& deed) {
                // Each field is a correction of its own.
                const int fields = !deed.satisfied.empty() + !deed.method.empty() + deed.is_signed +
                                   deed.note.has_value();
                auto step = plain("amend").front();
                step.about = about(deed.hf);
                return std::vector<Step>(static_cast<std::size_t>(fields), step);
            },
            [&](const AmendTime& deed) {
                return one("amend", [&](Step& step) { step.about = deed.step; });
            },
            [&](const Close& deed) {
                return one("close", [&](Step& step) {
                    step.ended = deed.ended;
                    step.outcome = deed.outcome;
                    step.reason = deed.reason;
                });
            },
            [&](const Note&) { return plain("note"); }, [&](const Void&) { return plain("void"); },
            [&](const auto&) { return std::vector<Step>{}; }},
        action.deed);
}

std::pair<Complaint, std::set<int>> Model::after(const Complaint& before, const Action& action,
                                                 Instant now) const {
    auto complaint = before;
    std::set<int> judged;
    for (auto& step : steps_of(action, now)) {
        complaint.steps.push_back(std::move(step));
        judged.insert(static_cast<int>(complaint.steps.size()));
    }
    const auto corrected = [&](int number) -> Step& {
        judged.insert(number);
        return complaint.steps[static_cast<std::size_t>(number) - 1];
    };
    if (const auto* deed = std::get_if<VoidCallback>(&action.deed)) {
        auto& step = corrected(find_callback(deed->hf)->second);
        if (!step.voided) step.voided = action.at.value_or(now);
    }
    if (const auto* deed = std::get_if<AmendCallback>(&action.deed)) {
        auto& step = corrected(find_callback(deed->hf)->second);
        if (!deed->satisfied.empty()) step.satisfied = deed->satisfied;
        if (!deed->method.empty()) step.method = deed->method;
        step.is_signed = step.is_signed || deed->is_signed;
        if (deed->note) step.taboo = deed->note->taboo;
    }
    if (const auto* deed = std::get_if<AmendTime>(&action.deed)) {
        auto& step = corrected(deed->step);
        step.at = deed->at;
        step.late_reason = true;
        if (deed->step == 1) complaint.at = deed->at;
    }
    return {std::move(complaint), std::move(judged)};
}

/// What each command leaves on record.
class Recorder {
  public:
    Recorder(Model& model, const Action& action, Instant now)
        : model_(model), action_(action), now_(now) {}

    void operator()(const AddComplaint& deed) {
        const std::set<std::string> acts(deed.courtesy.begin(), deed.courtesy.end());
        model_.complaints_.push_back({.no = model_.take_number("TS", now_),
                                      .at = action_.at.value_or(now_),
                                      .reachable = deed.phone || deed.unit,
                                      .complaint_class = deed.complaint_class.value_or(0),
                                      .courtesy_missed = deed.channel == "visit" && acts.size() < 4,
                                      .steps = model_.steps_of(action_, now_)});
    }
    void operator()(const SetPolicy& deed) {
        model_.office_.set_policy(deed.key, deed.meaning, deed.from.value_or(now_));
    }
    void operator()(const Away& deed) {
        model_.office_.goes_away(deed.login, {deed.from, deed.to, deed.acting});
    }
    void operator()(const Leave& deed) { model_.office_.leaves(deed.login, now_); }
    void operator()(const Hire& deed) { model_.office_.hire(deed.login, deed.role, deed.superior); }

    template <typename Deed>
    void operator()(const Deed& deed) {
        auto& complaint = model_.at(model_.subject_of(action_.deed)->no);
        const bool corrects =
            std::is_same_v<Deed, AmendCallback> || std::is_same_v<Deed, AmendTime>;
        if (corrects) complaint.standing = model_.standing(complaint, now_);
        complaint = model_.after(complaint, action_, now_).first;
        if constexpr (std::is_same_v<Deed, LogCallback> || std::is_same_v<Deed, Attempt>)
            model_.take_number("HF", now_);
        static_cast<void>(deed);
    }

  private:
    Model& model_;
    const Action& action_;
    Instant now_;
};

void Model::record(const Action& action, Instant now, const Verdict& verdict) {
    if (action.dry_run) return;
    if (verdict.exit == 0 || verdict.exit == 7) ++entries;
    if (verdict.exit == 0) std::visit(Recorder(*this, action, now), action.deed);
}

}  // namespace huiyin::property
