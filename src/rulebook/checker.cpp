#include "huiyin/rulebook/checker.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "checker_context.hpp"
#include "huiyin/base/formatting.hpp"
#include "office_rule_check.hpp"

namespace huiyin::rulebook {

namespace {

/// Narrows deadlines to those that still run.
constexpr std::string_view pending = "WHERE met IS NULL AND stopped IS NULL";

/// The regulation's rules about matters. What speaks of weeks or people, or is the office's own, is
/// run over everything at once.
bool by_portions(const RuleInForce& rule) {
    constexpr std::array<std::string_view, 5> others{"staff", "policy", "week", "month", "post"};
    return !rule.own && std::ranges::find(others, rule.rule->judges) == others.end();
}

bool soonest(const Deadline& left, const Deadline& right) {
    return std::tie(left.due, left.subject, left.rule->id) <
           std::tie(right.due, right.subject, right.rule->id);
}

}  // namespace

Checker::Checker(store::Connection& connection, const base::Zone& zone, base::Instant now)
    : context_(std::make_unique<Context>(connection, zone, now)) {}
Checker::~Checker() = default;

namespace {

void keep_pending(std::vector<Deadline>& deadlines, base::Instant now) {
    std::erase_if(deadlines, [&](const Deadline& deadline) {
        return !deadline.pending() || deadline.due < now;
    });
    std::ranges::sort(deadlines, soonest);
}

}  // namespace

Checker::Verdict Checker::judge_change(const ChangeSummary& touched,
                                       const std::optional<records::Provenance>& provenance) {
    if (touched.tables.contains("policy_edition") || touched.tables.contains("own_rule"))
        context_->read_again();
    const bool by_itself = provenance && !touched.tables.contains("step");
    // What is corrected may be anything that a rule reads through a view.
    const bool corrects = touched.tables.contains("amended");
    context_->judge(touched.subjects, by_itself ? provenance : std::nullopt);
    Verdict verdict;
    for (const auto& rule : context_->concerned(corrects ? nullptr : &touched.tables)) {
        if (rule.rule->form == Form::clock)
            context_->evaluate(rule, "", &verdict.due, &verdict.findings);
        else
            context_->find(rule, verdict.findings);
    }
    std::erase_if(verdict.findings, [&](const Finding& finding) {
        return finding.severity != "refuse" && refuses(*finding.rule) &&
               !touched.written.contains({finding.rule->blames, finding.row});
    });
    context_->settle_refusals(verdict.findings, &touched);
    context_->add_standing(verdict.findings, true);
    std::ranges::move(context_->take_unable(), std::back_inserter(verdict.findings));
    context_->mark_explained(verdict.findings);
    keep_pending(verdict.due, context_->now());
    return verdict;
}

void Checker::over_chosen(std::span<const RuleInForce> rules,
                          const std::optional<base::Instant>& since,
                          const std::function<void(const RuleInForce&)>& apply) {
    for (std::int64_t last = 0; context_->judge_portion(last);)
        for (const auto& rule : rules)
            if (by_portions(rule) && context_->concerns(*rule.rule)) apply(rule);
    if (std::ranges::all_of(rules, by_portions)) return;
    context_->judge_rest();
    for (const auto& rule : rules)
        if (!by_portions(rule) && rule.rule->form == Form::clock) apply(rule);
    if (since) context_->leave_out_periods_before(*since);
    for (const auto& rule : rules)
        if (!by_portions(rule) && rule.rule->form != Form::clock) apply(rule);
}

Checker::Verdict Checker::audit(const std::optional<base::Instant>& since) {
    if (since)
        context_->choose_active(since, {});
    else
        context_->choose_all();
    Verdict verdict;
    over_chosen(context_->rules(), since, [&](const RuleInForce& rule) {
        if (rule.rule->form == Form::clock)
            context_->evaluate(rule,
                               "WHERE (met IS NULL AND stopped IS NULL)"
                               " OR min(coalesce(met, stopped), coalesce(stopped, met)) > due",
                               &verdict.due, &verdict.findings);
        else
            context_->find(rule, verdict.findings);
    });
    context_->settle_refusals(verdict.findings, nullptr);
    context_->add_standing(verdict.findings, false);
    std::erase_if(verdict.findings, [&](const Finding& finding) {
        return since && finding.since < *since && !finding.open;
    });
    std::ranges::move(context_->take_unable(), std::back_inserter(verdict.findings));
    context_->mark_explained(verdict.findings);
    std::ranges::stable_sort(verdict.findings, [](const Finding& left, const Finding& right) {
        return std::tie(left.since, left.rule->id) < std::tie(right.since, right.rule->id);
    });
    keep_pending(verdict.due, context_->now());
    return verdict;
}

Checker::Verdict Checker::about(const std::string& subject) {
    const auto id = context_->matter_id(subject);
    if (!id) return {};
    return about_these({{"matter", *id}});
}

std::map<std::string, Checker::Verdict> Checker::about_each(const std::set<std::int64_t>& matters) {
    constexpr std::size_t most_at_once = 1'000;
    std::map<std::string, Verdict> verdicts;
    std::set<std::pair<std::string, std::int64_t>> portion;
    const auto judge_portion = [&] {
        auto verdict = about_these(std::exchange(portion, {}));
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

Checker::Verdict Checker::about_these(
    const std::set<std::pair<std::string, std::int64_t>>& subjects) {
    context_->judge(subjects);
    Verdict verdict;
    for (const auto& rule : context_->concerned(nullptr)) {
        if (rule.rule->form == Form::clock)
            context_->evaluate(rule, "", &verdict.due, &verdict.findings);
        else
            context_->find(rule, verdict.findings);
    }
    context_->settle_refusals(verdict.findings, nullptr);
    context_->add_standing(verdict.findings, true);
    std::ranges::move(context_->take_unable(), std::back_inserter(verdict.findings));
    context_->mark_explained(verdict.findings);
    keep_pending(verdict.due, context_->now());
    return verdict;
}

std::vector<Deadline> Checker::deadlines_on(
    const std::set<std::pair<std::string, std::int64_t>>& subjects, std::string_view condition) {
    context_->judge(subjects);
    std::vector<Deadline> deadlines;
    for (const auto& rule : context_->concerned(nullptr))
        if (rule.rule->form == Form::clock)
            context_->evaluate(rule, condition, &deadlines, nullptr);
    return deadlines;
}

std::vector<Deadline> Checker::deadlines_of(const std::string& subject) {
    const auto id = context_->matter_id(subject);
    if (!id) return {};
    auto deadlines = deadlines_on({{"matter", *id}}, "");
    std::ranges::stable_sort(deadlines, soonest);
    return deadlines;
}

std::vector<Deadline> Checker::deadlines_of_rules(std::span<const std::string_view> ids,
                                                  base::Instant from, base::Instant until) {
    context_->choose_active(from - context_->longest_limit(), {});
    std::vector<RuleInForce> rules;
    for (const auto id : ids)
        rules.push_back({.rule = &require_rule(id)});
    std::vector<Deadline> deadlines;
    const auto condition =
        base::format("WHERE due >= {} AND due < {}", base::seconds(from), base::seconds(until));
    over_chosen(rules, {}, [&](const RuleInForce& rule) {
        context_->evaluate(rule, condition, &deadlines, nullptr);
    });
    return deadlines;
}

std::vector<Deadline> Checker::running(const std::optional<std::string_view>& kind,
                                       const std::function<bool(const Rule&)>& wanted) {
    context_->choose_active({}, kind);
    auto rules = context_->rules();
    std::erase_if(rules, [&](const RuleInForce& rule) {
        return rule.rule->form != Form::clock || !wanted(*rule.rule) ||
               (kind && !by_portions(rule));
    });
    std::vector<Deadline> deadlines;
    over_chosen(rules, {}, [&](const RuleInForce& rule) {
        context_->evaluate(rule, pending, &deadlines, nullptr);
    });
    std::ranges::sort(deadlines, soonest);
    return deadlines;
}

std::optional<std::string> Checker::would_be_blamed(const Deadline& deadline) {
    return context_->blamed(
        *deadline.rule,
        {.subject = deadline.subject, .since = context_->now(), .said = deadline.said});
}

std::set<std::int64_t> Checker::still_running_on(const std::set<std::int64_t>& matters) {
    std::set<std::pair<std::string, std::int64_t>> subjects;
    for (const auto id : matters)
        subjects.emplace("matter", id);
    std::set<std::int64_t> running;
    for (const auto& deadline : deadlines_on(subjects, pending))
        if (const auto id = context_->matter_id(deadline.subject)) running.insert(*id);
    return running;
}

std::vector<Finding> Checker::run(const Rule& rule) {
    context_->choose_all();
    context_->bound(most_steps_at_the_gate);
    std::vector<Finding> findings;
    const bool own =
        std::ranges::none_of(regulation_rules(), [&](const Rule& one) { return &one == &rule; });
    const RuleInForce only{.rule = &rule, .own = own};
    over_chosen(std::span(&only, 1), {},
                [&](const RuleInForce& one) { context_->find(one, findings); });
    if (const auto unable = context_->take_unable(); !unable.empty())
        throw base::Failure(base::Exit::failed, unable.front().message);
    return findings;
}

std::vector<Finding> Checker::office_rules_unable() {
    context_->choose_all();
    context_->judge_rest();
    std::vector<Finding> ignored;
    for (const auto& rule : context_->rules())
        if (rule.own) context_->find(rule, ignored);
    return context_->take_unable();
}

}  // namespace huiyin::rulebook
