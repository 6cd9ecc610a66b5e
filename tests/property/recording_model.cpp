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

const Matter* Model::find(const std::string& no) const {
    const auto found = std::ranges::find(matters_, no, &Matter::no);
    return found == matters_.end() ? nullptr : &*found;
}

std::optional<std::pair<const Matter*, int>> Model::find_callback(const std::string& hf) const {
    for (const auto& complaint : matters_)
        for (int number = 1; number <= static_cast<int>(complaint.steps.size()); ++number)
            if (complaint.step(number).hf == hf) return std::pair(&complaint, number);
    return std::nullopt;
}

const Matter* Model::find_order(const std::string& pg) const {
    for (const auto& matter : matters_)
        if (std::ranges::find(matter.steps, pg, &Step::order) != matter.steps.end()) return &matter;
    return nullptr;
}

const Matter* Model::subject_of(const Deed& deed) const {
    if (const auto hf = callback_of(deed)) {
        const auto found = find_callback(*hf);
        return found ? found->first : nullptr;
    }
    if (const auto pg = order_of(deed)) return find_order(*pg);
    const auto no = matter_of(deed);
    return no ? find(*no) : nullptr;
}

Matter& Model::at(const std::string& no) {
    return *std::ranges::find(matters_, no, &Matter::no);
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
    Recorder(Model& model, const Action& action, Instant now)
        : model_(model), action_(action), now_(now) {}

    void operator()(const SetPolicy& deed) {
        model_.office_.set_policy(deed.key, deed.meaning, deed.from.value_or(now_));
    }
    void operator()(const Away& deed) {
        model_.office_.goes_away(deed.login, {deed.from, deed.to, deed.acting, now_});
    }
    void operator()(const Leave& deed) {
        model_.office_.leaves(deed.login, deed.successor, action_.at.value_or(now_), now_);
    }
    void operator()(const ChangeStaff& deed) {
        const auto at = action_.at.value_or(now_);
        if (!deed.role.empty())
            model_.office_.changes(deed.login, Fact::Of::role, deed.role, at, now_);
        if (!deed.superior.empty())
            model_.office_.changes(deed.login, Fact::Of::superior, deed.superior, at, now_);
    }
    void operator()(const Return& deed) {
        model_.office_.changes(deed.login, Fact::Of::here, "yes", now_, now_);
        model_.office_.changes(deed.login, Fact::Of::role, deed.role, now_, now_);
        model_.office_.changes(deed.login, Fact::Of::superior, deed.superior, now_, now_);
    }
    void operator()(const Hire& deed) { model_.office_.hire(deed.login, deed.role, deed.superior); }

    template <typename Deed>
    void operator()(const Deed& deed) {
        if (auto opened = model_.opened(action_, now_)) {
            model_.take_number(opened->no.substr(0, 2), now_);
            for (const auto& no : opened->answers) {
                auto& answered = model_.at(no);
                answered = model_.with_share(answered, *opened, now_);
                model_.take_number("HF", now_);
            }
            model_.matters_.push_back(std::move(*opened));
            return;
        }
        auto& matter = model_.at(model_.subject_of(action_.deed)->no);
        const bool corrects = std::is_same_v<Deed, AmendCallback> ||
                              std::is_same_v<Deed, AmendTime> || std::is_same_v<Deed, AmendMatter>;
        if (corrects) matter.standing = model_.standing(matter, now_);
        if constexpr (std::is_same_v<Deed, VoidCallback>)
            matter.standing = but_of(matter, model_.find_callback(deed.hf)->second);
        matter = model_.after(matter, action_, now_).first;
        if constexpr (std::is_same_v<Deed, LogCallback> || std::is_same_v<Deed, Attempt>)
            model_.take_number("HF", now_);
        if constexpr (std::is_same_v<Deed, Dispatch>) model_.take_number("PG", now_);
        if (std::is_same_v<Deed, Void> && matter.kind == Kind::letter)
            for (const auto& no : std::vector(matter.answers))
                for (auto& share : model_.at(no).steps)
                    if (share.letter == matter.no) share.voided = now_;
        if constexpr (std::is_same_v<Deed, Quarrel>) {
            // It opens a conduct case (2.2.9).
            Action opens{.actor = action_.actor,
                         .deed = RecordConduct{deed.who, "quarrel"},
                         .by = action_.by,
                         .at = action_.at,
                         .late_reason = action_.late_reason};
            model_.matters_.push_back(*model_.opened(opens, now_));
            model_.take_number("CL", now_);
        }
        static_cast<void>(deed);
    }

  private:
    /// What stands broken, but for what this callback broke itself: that is void with it.
    std::set<std::pair<std::string, Instant>> but_of(const Matter& matter, int callback) const {
        auto stood = model_.standing(matter, now_);
        const auto broken =
            broken_rules(model_.office_, matter, model_.first_technician(matter.rework_of, now_));
        for (const auto& one : broken)
            if (one.step == callback) stood.erase({one.rule, matter.step(callback).at});
        for (const auto& one : broken)
            if (const std::pair other(one.rule, matter.step(one.step).at);
                one.step != callback && model_.standing(matter, now_).contains(other))
                stood.insert(other);
        stood.insert(matter.standing.begin(), matter.standing.end());
        return stood;
    }

    Model& model_;
    const Action& action_;
    Instant now_;
};

void Model::link_repeats(Instant now) {
    for (auto& one : matters_) {
        if (one.kind != Kind::complaint) continue;
        const auto window = office_.policy("complaint.repeat_window", one.at);
        const auto* const own = &one;
        const bool repeats = std::ranges::any_of(matters_, [&](const Matter& other) {
            if (other.kind != Kind::complaint || &other == own || other.voided()) return false;
            const bool before = std::pair(other.at, &other) < std::pair(own->at, own);
            return before && own->at - other.at <= window && !own->home.empty() &&
                   other.home == own->home && !own->category.empty() &&
                   other.category == own->category;
        });
        auto& spells = one.repeats;
        const bool known = !spells.empty() && !spells.back().until;
        const bool just_registered = one.steps.size() == 1 && one.steps.front().recorded_at == now;
        if (repeats && !known && !one.voided())
            spells.push_back({.since = just_registered ? one.at : std::max(one.at, now)});
        if (!repeats && known) spells.back().until = now;
    }
}

void Model::record(const Action& action, Instant now, const Verdict& verdict) {
    if (action.dry_run) return;
    if (verdict.exit == 0 || verdict.exit == 7) ++entries;
    if (verdict.exit != 0) return;
    const bool takes_back = std::visit(
        Overloaded{[](const AmendCallback&) { return true; }, [](const AmendTime&) { return true; },
                   [](const AmendMatter&) { return true; },
                   [](const VoidCallback&) { return true; }, [](const Void&) { return true; },
                   [](const auto&) { return false; }},
        action.deed);
    std::set<Finding> before;
    std::set<Instant> moments;
    const auto note_moments = [&] {
        if (const auto* matter = subject_of(action.deed); takes_back && matter != nullptr)
            for (const auto& step : matter->steps)
                moments.insert(step.at);
    };
    if (takes_back) about_periods(now, before);
    note_moments();
    std::visit(Recorder(*this, action, now), action.deed);
    link_repeats(now);
    note_moments();
    if (takes_back) keep_periods(before, moments, now);
}

}  // namespace huiyin::property
