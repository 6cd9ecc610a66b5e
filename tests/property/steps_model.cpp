#include <algorithm>

#include "model.hpp"

namespace huiyin::property {

namespace {

/// What each command puts on file: one step mostly.
class Steps {
  public:
    Steps(const Model& model, const Action& action, Instant now)
        : model_(model),
          now_(now),
          base_{.what = {},
                .at = action.at.value_or(now),
                .recorded_at = now,
                .doer = action.by.empty() ? action.actor : action.by,
                .late_reason = action.late_reason,
                .as_happened = action.as_happened} {}

    using List = std::vector<Step>;

    List operator()(const AddComplaint&) { return {plain("add")}; }
    List operator()(const AddSuggestion&) { return {plain("add")}; }
    List operator()(const AddRepair& deed) {
        return with_first_technician(plain("add"), deed.rework_of, true);
    }
    List operator()(const Assign& deed) {
        auto step = plain("assign");
        step.to = deed.to;
        step.reason = deed.reason;
        return {step};
    }
    List operator()(const Escalate& deed) {
        auto step = plain("escalate");
        step.to = deed.to;
        step.raised = !deed.convened.empty();
        return {step};
    }
    List operator()(const Convene&) { return {plain("convene")}; }
    List operator()(const Investigate&) { return {plain("investigate")}; }
    List operator()(const Opinion&) { return {plain("opinion")}; }
    List operator()(const Reply& deed) { return {said("reply", deed.text, deed.method)}; }
    List operator()(const Settle& deed) {
        return {plain("investigate"), plain("opinion"), said("reply", deed.reply, deed.method)};
    }
    List operator()(const LogCallback& deed) {
        auto step = said("callback", deed.note.value_or(Words{}), deed.method);
        step.satisfied = deed.satisfied;
        step.is_signed = deed.is_signed;
        step.raised = deed.raised;
        step.settled = deed.settled.has_value();
        step.settled_taboo = deed.settled && deed.settled->taboo;
        step.appointment = deed.appointment;
        step.hf = model_.next_number("HF", now_);
        return {step};
    }
    List operator()(const Attempt& deed) {
        auto step = plain("attempt");
        step.method = deed.method;
        step.hf = model_.next_number("HF", now_);
        return {step};
    }
    List operator()(const Answer& deed) {
        auto step = said("answered", deed.text, "");
        step.about = about(deed.hf);
        return {step};
    }
    List operator()(const Rearrange& deed) {
        auto step = plain("rearrange");
        step.about = about(deed.hf);
        step.appointment = deed.appointment;
        return {step};
    }
    List operator()(const VoidCallback& deed) {
        auto step = plain("callback-void");
        step.about = about(deed.hf);
        return {step};
    }
    List operator()(const AmendCallback& deed) {
        // Each field is a correction of its own.
        const int fields =
            !deed.satisfied.empty() + !deed.method.empty() + deed.is_signed + deed.note.has_value();
        auto step = plain("amend");
        step.about = about(deed.hf);
        return List(static_cast<std::size_t>(fields), step);
    }
    List operator()(const AmendTime& deed) {
        auto step = plain("amend");
        step.about = deed.step;
        return {step};
    }
    List operator()(const AmendMatter& deed) {
        auto step = plain("amend");
        step.about = 1;
        const auto& before = *model_.find(deed.no);
        auto steps = with_first_technician(step, deed.rework_of, !before.holder(step.at));
        // A rework and none exclude each other: that the other is taken back is a step, too.
        const bool takes_back = (deed.not_rework && !before.rework_of.empty()) ||
                                (!deed.rework_of.empty() && before.not_rework);
        if (takes_back) steps.insert(steps.begin(), step);
        return steps;
    }
    List operator()(const Close& deed) {
        auto step = plain("close");
        step.ended = deed.ended;
        step.outcome = deed.outcome;
        step.reason = deed.reason;
        return {step};
    }
    List operator()(const PublishLetter& deed) { return {said("add", deed.text, "letter")}; }
    List operator()(const Quarrel& deed) {
        auto step = plain("quarrel");
        const auto somebody = [](const std::string& login) {
            return login == "none" ? std::string() : login;
        };
        step.who = deed.who;
        step.stopped_by = somebody(deed.stopped_by);
        step.to = somebody(deed.taken_over_by);
        return {step};
    }
    List operator()(const RecordConduct&) { return {plain("add")}; }
    List operator()(const DecideCase& deed) {
        auto step = plain("decide");
        step.authority = deed.authority;
        return {step};
    }
    List operator()(const CloseMatter& deed) {
        auto step = plain("close");
        step.outcome = deed.outcome;
        return {step};
    }
    List operator()(const Note&) { return {plain("note")}; }
    List operator()(const Void& deed) {
        List steps;
        // Its live orders are cancelled with it.
        const auto& matter = *model_.find(deed.no);
        for (const auto& order : matter.orders()) {
            const auto state = matter.order_state(order);
            if (state != "dispatch" && state != "arrive" && state != "start" && state != "defer")
                continue;
            steps.push_back(plain("cancel"));
            steps.back().order = order;
        }
        steps.push_back(plain("void"));
        return steps;
    }
    List operator()(const AnswerSuggestion& deed) {
        auto step = said("answer", deed.text, deed.method);
        step.courtesy = deed.courtesy;
        return {step};
    }
    List operator()(const Dispatch& deed) {
        auto step = plain("dispatch");
        step.order = model_.next_number("PG", now_);
        step.to = deed.to;
        step.mates = deed.mates;
        step.instead = deed.instead;
        step.reason = deed.reason;
        return {step};
    }
    List operator()(const Arrive& deed) { return {on("arrive", deed.pg)}; }
    List operator()(const Start& deed) {
        auto step = on("start", deed.pg);
        step.agreed = deed.agreed;
        return {step};
    }
    List operator()(const Defer& deed) {
        auto step = on("defer", deed.pg);
        step.fault = deed.fault;
        return {step};
    }
    List operator()(const Finish& deed) {
        auto step = on("finish", deed.pg);
        step.taboo = deed.result.taboo;
        step.apology = deed.apology;
        List steps{step};
        if (deed.apology) steps.push_back(plain("apology"));
        return steps;
    }
    List operator()(const Sign& deed) {
        auto step = on("sign", deed.pg);
        step.refused_to_sign = deed.refused;
        return {step};
    }
    List operator()(const HandIn& deed) {
        auto step = on("return", deed.pg);
        step.to = deed.to;
        return {step};
    }
    List operator()(const CancelOrder& deed) { return {on("cancel", deed.pg)}; }
    List operator()(const Recategorise& deed) {
        auto step = plain("recategorise");
        step.category = deed.category;
        return {step};
    }
    List operator()(const Apologise&) { return {plain("apology")}; }
    List operator()(const TellSupplier&) { return {plain("supplier")}; }
    List operator()(const Urge&) { return {plain("urge")}; }
    template <typename OfTheOffice>
    List operator()(const OfTheOffice&) {
        return {};
    }

  private:
    Step plain(const char* what) const {
        auto step = base_;
        step.what = what;
        return step;
    }
    /// Whose work is done again holds it from its first second (6.5).
    List with_first_technician(const Step& said, const std::string& rework_of, bool unheld) const {
        List steps{said};
        const auto first = model_.first_technician(rework_of, now_);
        if (!first || !unheld || model_.office().has_left(*first, said.at)) return steps;
        steps.push_back(plain("assign"));
        steps.back().to = *first;
        steps.back().with_reception = said.what == "add";
        return steps;
    }
    Step said(const char* what, const Words& words, const std::string& method) const {
        auto step = plain(what);
        step.method = method;
        step.taboo = words.taboo;
        return step;
    }
    Step on(const char* what, const std::string& order) const {
        auto step = plain(what);
        step.order = order;
        return step;
    }
    int about(const std::string& hf) const { return model_.find_callback(hf)->second; }

    const Model& model_;
    Instant now_;
    Step base_;
};

}  // namespace

std::vector<Step> Model::steps_of(const Action& action, Instant now) const {
    return std::visit(Steps(*this, action, now), action.deed);
}

std::optional<Matter> Model::opened(const Action& action, Instant now) const {
    Matter matter;
    matter.at = action.at.value_or(now);
    if (const auto* deed = std::get_if<AddComplaint>(&action.deed)) {
        matter.channel = deed->channel;
        matter.category = deed->category;
        matter.phone = deed->phone;
        if (deed->home) matter.home = deed->home->as_such;
        matter.complaint_class = deed->complaint_class.value_or(0);
        matter.people = deed->people.value_or(0);
        matter.acts = deed->courtesy;
        const std::set<std::string> acts(deed->courtesy.begin(), deed->courtesy.end());
        matter.courtesy_missed =
            deed->channel == "visit" && acts.size() < 4 && deed->courtesy_missed;
        matter.forwarded = deed->forwarded;
        matter.hotline_due = deed->hotline_due;
        matter.no = next_number("TS", now);
    } else if (const auto* suggested = std::get_if<AddSuggestion>(&action.deed)) {
        matter.kind = Kind::suggestion;
        matter.sort = suggested->sort;
        matter.channel = suggested->channel;
        matter.phone = suggested->phone;
        if (suggested->home) matter.home = suggested->home->as_such;
        matter.no = next_number("JY", now);
    } else if (const auto* asked = std::get_if<AddRepair>(&action.deed)) {
        matter.kind = Kind::repair;
        matter.channel = asked->channel;
        matter.category = asked->category;
        matter.phone = asked->phone;
        if (asked->home) matter.home = asked->home->as_such;
        matter.appointment = asked->appointment;
        matter.rework_of = asked->rework_of;
        matter.not_rework = asked->not_rework;
        matter.no = next_number("BX", now);
    } else if (const auto* told = std::get_if<RecordConduct>(&action.deed)) {
        matter.kind = Kind::conduct;
        matter.who = told->who;
        matter.conduct = told->kind;
        matter.no = next_number("CL", now);
    } else if (const auto* published = std::get_if<PublishLetter>(&action.deed)) {
        matter.kind = Kind::letter;
        for (const auto& no : published->answers)
            if (std::ranges::find(matter.answers, no) == matter.answers.end())
                matter.answers.push_back(no);
        matter.no = next_number("GX", now);
    } else {
        return std::nullopt;
    }
    if (matter.reachable()) matter.reachable_since = matter.at;
    matter.steps = steps_of(action, now);
    return matter;
}

Matter Model::with_share(const Matter& before, const Matter& letter, Instant now) const {
    auto matter = before;
    auto share = letter.steps.front();
    share.what = "open-letter";
    share.taboo = false;
    share.hf = next_number("HF", now);
    share.letter = letter.no;
    share.shares = letter.answers.size();
    matter.steps.push_back(share);
    return matter;
}

std::pair<Matter, std::set<int>> Model::after(const Matter& before, const Action& action,
                                              Instant now) const {
    auto matter = before;
    std::set<int> judged;
    for (auto& step : steps_of(action, now)) {
        matter.steps.push_back(std::move(step));
        judged.insert(matter.count());
    }
    const auto corrected = [&](int number) -> Step& {
        judged.insert(number);
        return matter.steps[static_cast<std::size_t>(number) - 1];
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
        if (deed->step == 1) {
            // What began with the reception moves with it.
            if (matter.reachable_since == matter.at) matter.reachable_since = deed->at;
            for (auto& spell : matter.repeats)
                if (spell.since == matter.at) spell.since = deed->at;
            matter.at = deed->at;
            for (auto& other : matter.steps)
                if (other.with_reception) {
                    other.at = deed->at;
                    other.late_reason = true;
                }
        }
    }
    if (const auto* deed = std::get_if<AmendMatter>(&action.deed)) {
        matter.steps[before.steps.size()].replaced = std::make_shared<const Particulars>(before);
        if (deed->home) matter.home = deed->home->as_such;
        matter.phone = matter.phone || deed->phone;
        if (!deed->category.empty()) matter.category = deed->category;
        if (deed->complaint_class) matter.complaint_class = *deed->complaint_class;
        if (!deed->rework_of.empty()) matter.not_rework = false;
        if (deed->not_rework) matter.rework_of.clear();
        if (!deed->rework_of.empty()) matter.rework_of = deed->rework_of;
        matter.not_rework = matter.not_rework || deed->not_rework;
        if (!matter.reachable_since && matter.reachable()) matter.reachable_since = now;
    }
    return {std::move(matter), std::move(judged)};
}

}  // namespace huiyin::property
