#include "huiyin/rulebook/checker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "checker_context.hpp"
#include "own_rule_check.hpp"

namespace huiyin::rulebook {

namespace {

bool soonest(const Clock& left, const Clock& right) {
    return std::tie(left.due, left.subject, left.rule->id) <
           std::tie(right.due, right.subject, right.rule->id);
}

}  // namespace

Checker::Checker(store::Connection& connection, const base::Zone& zone, base::Instant now)
    : context_(std::make_unique<Context>(connection, zone, now)) {}
Checker::~Checker() = default;

namespace {

bool meets(const std::vector<std::string>& reads,
           const std::set<std::string, std::less<>>& tables) {
    return std::ranges::any_of(reads, [&](const auto& table) { return tables.contains(table); });
}

void keep_pending(std::vector<Clock>& clocks, base::Instant now) {
    std::erase_if(clocks, [&](const Clock& clock) { return !clock.pending() || clock.due < now; });
    std::ranges::sort(clocks, soonest);
}

}  // namespace

Checker::Verdict Checker::at_the_gate(const Touched& touched) {
    context_->judge(touched.subjects);
    Verdict verdict;
    for (const auto& rule : context_->rules()) {
        if (!context_->concerns(*rule.rule) || !meets(rule.rule->reads, touched.tables)) continue;
        if (rule.rule->form == Form::clock)
            context_->tell_time(rule, "", &verdict.due, &verdict.findings);
        else
            context_->find(rule, verdict.findings);
    }
    std::erase_if(verdict.findings, [&](const Finding& finding) {
        return refuses(*finding.rule) &&
               !touched.written.contains({finding.rule->blames, finding.row});
    });
    std::ranges::move(context_->take_unable(), std::back_inserter(verdict.findings));
    context_->mark_explained(verdict.findings);
    keep_pending(verdict.due, context_->now());
    return verdict;
}

Checker::Verdict Checker::audit() {
    context_->judge_everything();
    Verdict verdict;
    for (const auto& rule : context_->rules()) {
        if (rule.rule->form == Form::clock)
            context_->tell_time(rule,
                                "WHERE (met IS NULL AND stopped IS NULL)"
                                " OR min(coalesce(met, stopped), coalesce(stopped, met)) > due",
                                &verdict.due, &verdict.findings);
        else
            context_->find(rule, verdict.findings);
    }
    std::erase_if(verdict.findings,
                  [](const Finding& finding) { return finding.severity == "refuse"; });
    std::ranges::move(context_->take_unable(), std::back_inserter(verdict.findings));
    context_->mark_explained(verdict.findings);
    std::ranges::stable_sort(verdict.findings, {}, &Finding::since);
    keep_pending(verdict.due, context_->now());
    return verdict;
}

Checker::Verdict Checker::about(const std::string& subject) {
    const auto id = context_->matter_id(subject);
    if (!id) return {};
    context_->judge({{"matter", *id}});
    Verdict verdict;
    for (const auto& rule : context_->rules()) {
        if (!context_->concerns(*rule.rule)) continue;
        if (rule.rule->form == Form::clock)
            context_->tell_time(rule, "", &verdict.due, &verdict.findings);
        else
            context_->find(rule, verdict.findings);
    }
    std::erase_if(verdict.findings,
                  [](const Finding& finding) { return finding.severity == "refuse"; });
    std::ranges::move(context_->take_unable(), std::back_inserter(verdict.findings));
    context_->mark_explained(verdict.findings);
    keep_pending(verdict.due, context_->now());
    return verdict;
}

std::vector<Clock> Checker::clocks_of(const std::string& subject) {
    std::vector<Clock> clocks;
    const auto id = context_->matter_id(subject);
    if (!id) return clocks;
    context_->judge({{"matter", *id}});
    for (const auto& rule : context_->rules())
        if (rule.rule->form == Form::clock && context_->concerns(*rule.rule))
            context_->tell_time(rule, "", &clocks, nullptr);
    std::ranges::stable_sort(clocks, soonest);
    return clocks;
}

std::vector<Clock> Checker::clocks_of_rule(std::string_view rule, base::Instant from,
                                           base::Instant until) {
    context_->judge_everything();
    std::vector<Clock> clocks;
    context_->tell_time(
        {.rule = &require_rule(rule)},
        fmt::format("WHERE due >= {} AND due < {}", base::seconds(from), base::seconds(until)),
        &clocks, nullptr);
    return clocks;
}

std::vector<Clock> Checker::running() {
    context_->judge_everything();
    std::vector<Clock> clocks;
    for (const auto& rule : context_->rules())
        if (rule.rule->form == Form::clock)
            context_->tell_time(rule, "WHERE met IS NULL AND stopped IS NULL", &clocks, nullptr);
    std::ranges::sort(clocks, soonest);
    return clocks;
}

std::vector<Finding> Checker::run(const Rule& rule) {
    context_->judge_everything();
    context_->bound(most_steps_at_the_gate);
    std::vector<Finding> findings;
    const bool own =
        std::ranges::none_of(regulation_rules(), [&](const Rule& one) { return &one == &rule; });
    context_->find({.rule = &rule, .own = own}, findings);
    if (const auto unable = context_->take_unable(); !unable.empty())
        throw base::Failure(base::Exit::failed, unable.front().message);
    return findings;
}

std::vector<Finding> Checker::own_rules_unable() {
    context_->judge_everything();
    std::vector<Finding> ignored;
    for (const auto& rule : context_->rules())
        if (rule.own) context_->find(rule, ignored);
    return context_->take_unable();
}

}  // namespace huiyin::rulebook
