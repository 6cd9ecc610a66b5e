#include <algorithm>
#include <iterator>

#include "model.hpp"

namespace huiyin::property {

std::vector<Clock> Model::clocks(const Matter& matter) const {
    Clocks clocks(office_, matter);
    switch (matter.kind) {
        case Kind::complaint:
            clocks.complaint();
            break;
        case Kind::suggestion:
            clocks.suggestion();
            break;
        case Kind::repair:
            clocks.repair();
            break;
        case Kind::conduct:
            clocks.conduct();
            break;
        case Kind::letter:
            break;
    }
    return clocks.all();
}

namespace {

/// What keeps a matter from being one of those that a correction leaves broken.
bool heals(const std::string& rule) {
    return rule == "complaint.convened" || rule == "matter.holder" || rule == "rework.undecided" ||
           rule == "rework.apology" || rule == "duty.misconduct" || rule == "conduct.taboo-manner";
}

}  // namespace

std::set<std::pair<std::string, Instant>> Model::standing(const Matter& matter, Instant now) const {
    std::set<std::pair<std::string, Instant>> standing;
    for (const auto& finding : findings(matter, now))
        if (finding.severity == "breach" && !heals(finding.rule))
            standing.emplace(finding.rule, finding.since);
    return standing;
}

FirstTechnician Model::first_technician(const std::string& rework_of, Instant now) const {
    const auto* before = rework_of.empty() ? nullptr : find(rework_of);
    if (before == nullptr) return std::nullopt;
    const auto then = before->as_of(now);
    const auto finishes = then.in_time("finish");
    if (finishes.empty()) return std::nullopt;
    return then.step(then.sent(then.step(finishes.back()).order)).to;
}

/// The same home and category as what was finished not long before: somebody has to say what it is.
bool Model::may_be_rework(const Matter& matter, Instant now) const {
    if (matter.home.empty()) return false;
    const auto window = office_.policy("repair.rework_window", matter.at);
    return std::ranges::any_of(matters_, [&](const Matter& whole) {
        if (whole.kind != Kind::repair || whole.no == matter.no || whole.at > now) return false;
        const auto other = whole.as_of(now);
        if (other.voided() || other.home != matter.home ||
            other.category_at(now) != matter.category_at(now))
            return false;
        return std::ranges::any_of(other.of_kind("finish"), [&](int number) {
            const auto finished = other.step(number).at;
            return finished <= matter.at && matter.at - finished <= window;
        });
    });
}

std::optional<Instant> Model::left_behind(const Matter& matter, Instant now) const {
    const auto holder = matter.holder(now);
    if (matter.closing() || !holder || !office_.has_left(*holder, now, now)) return std::nullopt;
    // Since it was last given to them, by an order too, though they had left by then.
    auto ways_given = matter.handovers_until(now);
    std::ranges::copy(matter.of_kind("dispatch"), std::back_inserter(ways_given));
    auto since = office_.gone_since(*holder, now);
    for (const int number : ways_given)
        if (matter.step(number).to == *holder) since = std::max(since, matter.step(number).at);
    return since;
}

std::set<Finding> Model::findings(const Matter& whole, Instant now) const {
    std::set<Finding> found;
    if (whole.at > now) return found;
    const auto matter = whole.as_of(now);
    if (matter.voided()) return found;
    const auto add = [&](const char* severity, const std::string& rule, Instant since) {
        found.insert({severity, rule, matter.no, since});
    };
    for (const auto& clock : clocks(matter))
        if (clock.broken(now)) add("breach", clock.rule, clock.due);
    for (const auto& broken :
         broken_rules(office_, matter, first_technician(matter.rework_of, now))) {
        const auto& step = matter.step(broken.step);
        if (broken.mended && *broken.mended <= now) continue;
        if ((broken.pardonable && step.as_happened) || typed_over(matter, broken.step))
            add("breach", broken.rule, step.at);
    }
    if (const auto since = left_behind(matter, now)) add("breach", "matter.holder", *since);
    if (matter.kind == Kind::complaint) about_complaint(matter, found);
    if (matter.kind == Kind::repair) about_repair(matter, now, found);
    if (matter.kind == Kind::conduct) about_conduct(matter, found);
    // What stood when something was corrected stands since then, once.
    for (const auto& [rule, since] : matter.standing) {
        if (since > now || found.contains({"breach", rule, matter.no, since})) continue;
        const auto moved = std::ranges::find_if(found, [&](const Finding& finding) {
            return finding.severity == "breach" && finding.rule == rule &&
                   !matter.standing.contains({rule, finding.since});
        });
        if (moved != found.end()) found.erase(moved);
        add("breach", rule, since);
    }
    return found;
}

void Model::about_complaint(const Matter& complaint, std::set<Finding>& found) const {
    if (complaint.courtesy_missed)
        found.insert({"breach", "complaint.courtesy-missed", complaint.no, complaint.at});
    if (!complaint.reachable())
        found.insert({"notice", "complaint.unreachable", complaint.no, complaint.at});
    if (const auto number = complaint.closing()) {
        const auto& closing = complaint.step(*number);
        if (closing.ended == "unsatisfied")
            found.insert({"breach", "complaint.unsatisfied", complaint.no, closing.at});
        if (complaint.ended_otherwise())
            found.insert({"notice", "complaint.ended-unverified", complaint.no, closing.at});
    }
}

/// It stands until it is decided.
void Model::about_conduct(const Matter& one, std::set<Finding>& found) const {
    static const std::set<std::string> on_duty{"sleeping",  "drinking",    "gambling",
                                               "left-post", "missed-post", "other-duty"};
    static const std::set<std::string> manners{"ignoring",     "indifferent", "bureaucratic",
                                               "contemptuous", "arrogant",    "other-manner"};
    if (one.first("decide")) return;
    if (on_duty.contains(one.conduct)) found.insert({"breach", "duty.misconduct", one.no, one.at});
    if (manners.contains(one.conduct))
        found.insert({"breach", "conduct.taboo-manner", one.no, one.at});
}

void Model::about_repair(const Matter& repair, Instant now, std::set<Finding>& found) const {
    const auto finished = repair.first("finish");
    const auto told = repair.first("supplier");
    if (finished && repair.category_at(*finished) == "heating-main" &&
        !(told && *told <= *finished))
        found.insert({"breach", "repair.supplier-told", repair.no, *finished});
    const bool said = !repair.rework_of.empty() || repair.not_rework;
    if (!said && may_be_rework(repair, now))
        found.insert({"breach", "rework.undecided", repair.no, repair.at});
    // A class that was put on record only after the limit before it.
    const auto nature = nature_of(repair);
    if (!nature.fault_since) return;
    auto arrived = repair.first("arrive");
    if (arrived) arrived = std::max(*arrived, *nature.fault_since);
    std::string before;
    for (const int number : repair.in_time("defer")) {
        const auto& step = repair.step(number);
        const bool higher = before.empty() || (before != "major" && step.fault == "major");
        std::optional<Instant> limit;
        if (before.empty() && arrived)
            limit = *arrived + office_.policy("order.first_visit", *arrived);
        if (!before.empty())
            limit = repair.at + office_.policy("order.difficult_within", repair.at);
        if (higher && limit && step.recorded_at > *limit && step.recorded_at <= now)
            found.insert({"notice", "order.deferred-afterwards", repair.no, step.recorded_at});
        if (higher) before = step.fault;
    }
}

int Model::times(const Finding& finding, Instant now) const {
    if (finding.rule != "speech.taboo-phrase") return 1;
    int places = 0;
    for (const auto& step : find(finding.subject)->as_of(now).steps)
        if (!step.what.empty() && !step.voided && step.at == finding.since)
            places += int{step.taboo} + int{step.settled_taboo};
    return std::max(places, 1);
}

std::set<Finding> Model::findings(Instant now) const {
    std::set<Finding> all;
    for (const auto& matter : matters_)
        all.merge(findings(matter, now));
    about_periods(now, all);
    return all;
}

}  // namespace huiyin::property
