// The breaches of a period, and the deadlines that its rates are made of.

#include <algorithm>
#include <tuple>

#include "huiyin/base/formatting.hpp"
#include "judgement.hpp"
#include "kept_verdicts.hpp"
#include "standing.hpp"

namespace huiyin::rulebook {

namespace {

base::Seconds longest_of(const records::Policies& policies, const Rated& rated) {
    return longest_limit(policies, [&](std::string_view key) {
        return std::ranges::find(rated.limits, key) != rated.limits.end();
    });
}

std::string falls_due_in(const Stretch& stretch) {
    return base::format("(due >= {} AND due < {})", base::seconds(stretch.from),
                        base::seconds(stretch.until));
}

/// What never comes to anything but a notice, and has no deadline either.
bool only_notices(const RuleInForce& rule) {
    return rule.rule->severity == Severity::notice && rule.rule->form != Form::clock;
}

StoreJudgement::Besides besides_of(const Rated& rated, const std::optional<Stretch>& earlier,
                                   base::Seconds longest, const std::optional<std::int64_t>& judged,
                                   base::Instant end) {
    StoreJudgement::Besides besides{.rules = rated.rules,
                                    .condition = falls_due_in(rated.within),
                                    .of = {.since = rated.within.from - longest},
                                    .judged_through = judged,
                                    .end = end};
    if (!earlier) return besides;
    besides.condition += " OR " + falls_due_in(*earlier);
    besides.of.earlier = Stretch{earlier->from - longest, earlier->until};
    besides.of.known_by = longest;
    return besides;
}

}  // namespace

Checker::Review Checker::review(const base::Instant& since, const Rated& rated, Telling telling,
                                const std::optional<Stretch>& earlier) {
    auto& engine = *engine_;
    const auto is_in = [](const std::optional<Stretch>& stretch, base::Instant at) {
        return stretch && stretch->holds(at);
    };
    const auto judged = judged_through(engine.connection(), engine.now());
    const auto end = std::min(rated.within.until, engine.now());
    StoreJudgement judgement(
        engine, {.since = since, .earlier = earlier, .known_by = longest_limit(engine.policies())},
        besides_of(rated, earlier, longest_of(engine.policies(), rated), judged, end));
    std::vector<RuleInForce> rules;
    std::ranges::copy_if(engine.rules(), std::back_inserter(rules), std::not_fn(only_notices));
    Review review;
    Evaluation evaluation;
    const auto is_rated = [&](const Deadline& one) {
        return std::ranges::find(rated.rules, one.rule->id) != rated.rules.end() &&
               (rated.within.holds(one.due) || is_in(earlier, one.due));
    };
    judgement.evaluate(rules,
                       {.condition = pending_or_missed,
                        .periods_since = since,
                        .but_of = earlier,
                        .unjudged_periods = judged.has_value(),
                        .posts_judged_through = judged,
                        .only_what_stands = true},
                       [&](Evaluation&& found) {
                           std::ranges::copy_if(found.deadlines, std::back_inserter(review.rated),
                                                is_rated);
                           if (!found.besides) evaluation.add(std::move(found));
                       });
    settle_refusals_on_file(engine, evaluation.findings);
    if (judged)
        for_each_kept_of_periods(
            engine, [&](Found&& found) { evaluation.findings.push_back(std::move(found)); });
    StoodBefore(engine, judgement).add_to(evaluation.findings);
    std::erase_if(evaluation.findings, [&](const Found& found) {
        return found.severity != severity_word(Severity::breach) ||
               (found.since < since && !found.open && !is_in(earlier, found.since));
    });
    std::ranges::copy_if(
        evaluation.deadlines, std::back_inserter(review.missed),
        [&](const Deadline& one) { return one.due < end && (!one.ended() || *one.ended() > end); });
    if (telling == Telling::wholly)
        review.breaches = engine.maker().tell(evaluation.findings);
    else
        std::ranges::transform(evaluation.findings, std::back_inserter(review.breaches),
                               FindingMaker::tell_briefly);
    engine.maker().mark_explained(review.breaches);
    std::ranges::stable_sort(review.breaches, {}, [](const Finding& finding) {
        return std::tie(finding.since, finding.rule->id);
    });
    review.due = std::move(evaluation.deadlines);
    keep_pending(review.due, engine.now());
    return review;
}

}  // namespace huiyin::rulebook
