#include "huiyin/rulebook/checker.hpp"

#include <algorithm>
#include <tuple>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"
#include "standing.hpp"

namespace huiyin::rulebook {

namespace {

/// Narrows deadlines to those that still run.
constexpr std::string_view pending = "WHERE met IS NULL AND stopped IS NULL";

/// What was found, once its refusals are settled: with what stood before a correction and the rules
/// that could not be run.
Checker::Verdict verdict_of(
    Evaluation&& evaluation, RuleEngine& engine, Judgement& judgement,
    const std::function<bool(const Found&)>& wanted = [](const Found&) { return true; }) {
    StoodBefore(engine, judgement).add_to(evaluation.findings);
    std::erase_if(evaluation.findings, std::not_fn(wanted));
    Checker::Verdict verdict{.findings = engine.maker().tell(evaluation.findings),
                             .due = std::move(evaluation.deadlines)};
    std::ranges::move(judgement.take_unable(), std::back_inserter(verdict.findings));
    engine.maker().mark_explained(verdict.findings);
    keep_pending(verdict.due, engine.now());
    return verdict;
}

SubjectJudgement::Subjects as_subjects(const std::set<std::int64_t>& matters) {
    SubjectJudgement::Subjects subjects;
    for (const auto id : matters)
        subjects.emplace("matter", id);
    return subjects;
}

/// What is on file about some subjects.
Checker::Verdict verdict_about(RuleEngine& engine, const SubjectJudgement::Subjects& subjects) {
    SubjectJudgement judgement(engine, subjects);
    auto evaluation = judgement.evaluate(judgement.concerned());
    settle_refusals_on_file(engine, evaluation.findings);
    return verdict_of(std::move(evaluation), engine, judgement);
}

/// The deadlines of some subjects; `condition` narrows what is read.
std::vector<Deadline> deadlines_on(RuleEngine& engine, const SubjectJudgement::Subjects& subjects,
                                   std::string_view condition) {
    SubjectJudgement judgement(engine, subjects);
    auto rules = judgement.concerned();
    std::erase_if(rules, [](const RuleInForce& rule) { return rule.rule->form != Form::clock; });
    return judgement.evaluate(rules, condition).deadlines;
}

}  // namespace

Checker::Checker(store::Connection& connection, const base::Zone& zone, base::Instant now)
    : engine_(std::make_unique<RuleEngine>(connection, zone, now)) {}
Checker::~Checker() = default;

Checker::Verdict Checker::judge_change(const ChangeSummary& touched,
                                       const std::optional<records::Provenance>& provenance) {
    if (touched.tables.contains("policy_edition") || touched.tables.contains("own_rule"))
        engine_->read_again();
    const bool by_itself = provenance && !touched.tables.contains("step");
    // What is corrected may be anything that a rule reads through a view.
    const bool corrects = touched.tables.contains("amended");
    SubjectJudgement judgement(*engine_, touched.subjects, by_itself ? provenance : std::nullopt);
    auto evaluation =
        judgement.evaluate(corrects ? judgement.concerned() : judgement.concerned(touched.tables));
    std::erase_if(evaluation.findings, [&](const Found& found) {
        return found.severity != "refuse" && refuses(*found.rule) &&
               !touched.written.contains({found.rule->blames, found.row});
    });
    settle_refusals_of(touched, *engine_, evaluation.findings);
    return verdict_of(std::move(evaluation), *engine_, judgement);
}

Checker::Standing Checker::before_correction(
    const std::set<std::pair<std::string, std::int64_t>>& subjects,
    const std::set<base::Instant>& moments) {
    auto of_periods = StoreJudgement(*engine_).evaluate_periods(engine_->rules(), moments).findings;
    SubjectJudgement judgement(*engine_, subjects);
    auto found = judgement.evaluate(judgement.concerned()).findings;
    StoodBefore(*engine_, judgement).add_to(found);
    Standing standing;
    for (const auto& one : found)
        if (one.severity == "refuse") standing.broken.emplace(one.rule->id, one.row);
    settle_refusals_on_file(*engine_, found);
    // What mending ends is not kept, nor what only lasts until something is done.
    std::erase_if(found, [](const Found& one) {
        return one.severity != "breach" || one.rule->heals ||
               (one.rule->form != Form::clock && one.open);
    });
    std::ranges::copy_if(of_periods, std::back_inserter(found), [](const Found& one) {
        return one.severity == "breach" && !one.rule->heals;
    });
    standing.breaches = engine_->maker().tell(found);
    return standing;
}

Checker::Verdict Checker::audit(const std::optional<base::Instant>& since,
                                const std::optional<Stretch>& earlier) {
    const auto known_by = longest_limit(engine_->policies());
    auto judgement =
        since ? StoreJudgement(*engine_, {.since = since, .earlier = earlier, .known_by = known_by})
              : StoreJudgement(*engine_);
    auto evaluation = judgement.evaluate(engine_->rules(), {.condition = pending_or_missed,
                                                            .periods_since = since,
                                                            .but_of = earlier,
                                                            .only_what_stands = true});
    settle_refusals_on_file(*engine_, evaluation.findings);
    std::vector<Deadline> missed;
    std::ranges::copy_if(evaluation.deadlines, std::back_inserter(missed),
                         [&](const Deadline& one) { return one.broken(engine_->now()); });
    auto verdict = verdict_of(std::move(evaluation), *engine_, judgement, [&](const Found& found) {
        return !since || found.since >= *since || found.open ||
               (earlier && earlier->holds(found.since));
    });
    verdict.missed = std::move(missed);
    std::ranges::stable_sort(verdict.findings, [](const Finding& left, const Finding& right) {
        return std::tie(left.since, left.rule->id) < std::tie(right.since, right.rule->id);
    });
    return verdict;
}

Checker::Verdict Checker::about(const std::string& subject) {
    const auto id = matter_of(engine_->connection(), subject);
    if (!id) return {};
    return verdict_about(*engine_, {{"matter", *id}});
}

std::map<std::string, Checker::Verdict> Checker::about_each(const std::set<std::int64_t>& matters) {
    constexpr std::size_t most_at_once = 1'000;
    std::map<std::string, Verdict> verdicts;
    SubjectJudgement::Subjects portion;
    const auto judge_portion = [&] {
        auto verdict = verdict_about(*engine_, std::exchange(portion, {}));
        for (auto& finding : verdict.findings)
            verdicts[finding.subject].findings.push_back(std::move(finding));
        for (auto& deadline : verdict.due)
            verdicts[deadline.subject].due.push_back(std::move(deadline));
    };
    for (const auto id : matters) {
        portion.emplace("matter", id);
        if (portion.size() == most_at_once) judge_portion();
    }
    if (!portion.empty()) judge_portion();
    return verdicts;
}

std::vector<Deadline> Checker::deadlines_of(const std::string& subject) {
    const auto id = matter_of(engine_->connection(), subject);
    if (!id) return {};
    auto deadlines = deadlines_on(*engine_, {{"matter", *id}}, {});
    std::ranges::stable_sort(deadlines, soonest);
    return deadlines;
}

std::vector<Deadline> Checker::deadlines_of_rules(std::span<const std::string_view> ids,
                                                  const Stretch& within,
                                                  const std::optional<Stretch>& earlier) {
    std::vector<RuleInForce> rules;
    for (const auto id : ids)
        rules.push_back({.rule = &require_rule(id)});
    const auto longest = longest_limit(engine_->policies());
    StoreJudgement::Active active{.since = within.from - longest, .known_by = longest};
    auto condition = base::format("WHERE (due >= {} AND due < {})", base::seconds(within.from),
                                  base::seconds(within.until));
    if (earlier) {
        active.earlier = Stretch{earlier->from - longest, earlier->until};
        condition += base::format(" OR (due >= {} AND due < {})", base::seconds(earlier->from),
                                  base::seconds(earlier->until));
    }
    StoreJudgement judgement(*engine_, active);
    return judgement.evaluate(rules, {.condition = condition}).deadlines;
}

std::vector<Deadline> Checker::running(const std::optional<std::string_view>& kind,
                                       const std::function<bool(const Rule&)>& wanted) {
    auto rules = engine_->rules();
    std::erase_if(rules, [&](const RuleInForce& rule) {
        return rule.rule->form != Form::clock || !wanted(*rule.rule) ||
               (kind && !goes_by_portions(rule));
    });
    StoreJudgement judgement(*engine_, StoreJudgement::Active{.kind = kind});
    auto deadlines = judgement.evaluate(rules, {.condition = pending, .by_forms = true}).deadlines;
    std::ranges::sort(deadlines, soonest);
    return deadlines;
}

std::optional<std::string> Checker::would_be_blamed(const Deadline& deadline) {
    return rulebook::would_be_blamed(*engine_, deadline);
}

std::set<std::int64_t> Checker::still_running_on(const std::set<std::int64_t>& matters) {
    std::set<std::int64_t> running;
    for (const auto& deadline : deadlines_on(*engine_, as_subjects(matters), pending))
        if (const auto id = matter_of(engine_->connection(), deadline.subject)) running.insert(*id);
    return running;
}

std::vector<Finding> Checker::run(const Rule& rule) {
    const bool own =
        std::ranges::none_of(regulation_rules(), [&](const Rule& one) { return &one == &rule; });
    const RuleInForce only{.rule = &rule, .own = own};
    StoreJudgement judgement(*engine_, most_steps_at_the_gate);
    auto found = judgement.evaluate(std::span(&only, 1)).findings;
    if (const auto unable = judgement.take_unable(); !unable.empty())
        throw base::Failure(base::Exit::failed, unable.front().message);
    return engine_->maker().tell(found);
}

std::vector<Finding> Checker::office_rules_unable() {
    StoreJudgement judgement(*engine_);
    judgement.evaluate(engine_->office_rules());
    auto unable = judgement.take_unable();
    std::ranges::stable_sort(unable, {}, &Finding::subject);
    return unable;
}

}  // namespace huiyin::rulebook
