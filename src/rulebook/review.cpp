// The breaches of a period, and the deadlines that its rates are made of.

#include <algorithm>
#include <tuple>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"
#include "kept_verdicts.hpp"
#include "second_judge.hpp"
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
                                   base::Instant since, base::Instant end) {
    StoreJudgement::Besides besides{.rules = rated.rules,
                                    .condition = falls_due_in(rated.within),
                                    .of = {.since = rated.within.from - longest, .until = since},
                                    .judged_through = judged,
                                    .end = end};
    if (!earlier) return besides;
    besides.condition += " OR " + falls_due_in(*earlier);
    besides.of.earlier = Stretch{earlier->from - longest, earlier->until};
    besides.of.known_by = longest;
    return besides;
}

/// How many steps were recorded since then, or a few more or less: they are numbered as they are
/// recorded.
std::int64_t steps_since(store::Connection& connection, base::Instant then) {
    return store::find_integer(connection,
                               "SELECT (SELECT max(id) FROM main.step) - id FROM main.step"
                               " WHERE recorded_at >= ? ORDER BY recorded_at LIMIT 1",
                               then)
        .value_or(0);
}

/// One review, judged by one process or by two.
class PeriodReview {
  public:
    PeriodReview(RuleEngine& engine, base::Instant since, const Rated& rated,
                 const std::optional<Stretch>& earlier)
        : engine_(engine),
          since_(since),
          rated_(rated),
          earlier_(earlier),
          judged_(judged_through(engine.connection(), engine.now())),
          end_(std::min(rated.within.until, engine.now())),
          active_{.since = since, .earlier = earlier, .known_by = longest_limit(engine.policies())},
          besides_(besides_of(rated, earlier, longest_of(engine.policies(), rated), judged_, since,
                              end_)) {}

    /// Judges, with a second process where verdicts leave so many matters to be judged for some
    /// deadlines alone that it is worth its beginning.
    void judge(const ReviewSharing& sharing) {
        const auto steps =
            judged_ ? steps_since(engine_.connection(), *besides_.of.since) : std::int64_t{-1};
        // Memory that is not touched costs nothing; to grow would take the old besides the new.
        constexpr std::int64_t most_at_once = 100'000;
        rated_ones_.reserve(
            static_cast<std::size_t>(std::clamp<std::int64_t>(steps, 0, most_at_once)));
        if (!judge(steps >= sharing.worth_it, sharing.meanwhile)) judge(false, {});
    }

    Checker::Review tell(Checker::Telling telling) && {
        Checker::Review review{.rated = std::move(rated_ones_)};
        auto& maker = engine_.maker();
        std::ranges::copy_if(found_.deadlines, std::back_inserter(review.missed),
                             [&](const Deadline& one) {
                                 return one.due < end_ && (!one.ended() || *one.ended() > end_);
                             });
        if (telling == Checker::Telling::wholly)
            review.breaches = maker.tell(found_.findings);
        else
            std::ranges::transform(found_.findings, std::back_inserter(review.breaches),
                                   FindingMaker::tell_briefly);
        maker.mark_explained(review.breaches);
        review.due = std::move(found_.deadlines);
        keep_pending(review.due, engine_.now());
        return review;
    }

  private:
    /// Says whether all was judged: the second process may have come to grief, where one is wanted.
    bool judge(bool shares, const std::function<void()>& meanwhile) {
        found_ = {};
        rated_ones_.clear();
        std::optional<SecondJudge> second;
        if (shares)
            second.emplace(engine_, [&](RuleEngine& engine, const StoreJudgement::Take& tell) {
                StoreJudgement(engine, active_, besides_).evaluate_besides(engine.rules(), tell);
            });
        auto besides = besides_;
        besides.elsewhere = second && second->is_there();
        judge_here(std::move(besides));
        if (meanwhile) meanwhile();
        return !second || !second->is_there() ||
               second->hand_over([&](Evaluation&& found) { take_rated(found); });
    }

    void judge_here(StoreJudgement::Besides besides) {
        StoreJudgement judgement(engine_, active_, std::move(besides));
        std::vector<RuleInForce> rules;
        std::ranges::copy_if(engine_.rules(), std::back_inserter(rules), std::not_fn(only_notices));
        judgement.evaluate(rules,
                           {.condition = pending_or_missed,
                            .periods_since = since_,
                            .but_of = earlier_,
                            .unjudged_periods = judged_.has_value(),
                            .posts_judged_through = judged_,
                            .only_what_stands = true,
                            .by_forms = true},
                           [&](Evaluation&& found) {
                               take_rated(found);
                               if (!found.besides) found_.add(std::move(found));
                           });
        auto& findings = found_.findings;
        settle_refusals_on_file(engine_, findings);
        if (judged_)
            for_each_kept_of_periods(engine_,
                                     [&](Found&& found) { findings.push_back(std::move(found)); });
        StoodBefore(engine_, judgement).add_to(findings);
        std::erase_if(findings, [&](const Found& found) {
            return found.severity != severity_word(Severity::breach) ||
                   (found.since < since_ && !found.open && !is_earlier(found.since));
        });
        put_in_order(findings);
    }

    /// By time and rule, and then by matter: what gate forms found came before the rest.
    void put_in_order(std::vector<Found>& findings) {
        const auto place = [](const Found& one) { return std::tie(one.since, one.rule->id); };
        std::ranges::stable_sort(findings, {}, place);
        for (auto first = findings.begin(); first != findings.end();) {
            const auto last =
                std::ranges::upper_bound(first, findings.end(), place(*first), {}, place);
            if (last - first > 1 && engine_.gate_form_of(*first->rule) != nullptr)
                std::ranges::stable_sort(first, last, {}, [&](const Found& one) {
                    return std::pair(one.stood, matter_of(engine_.connection(), one.subject));
                });
            first = last;
        }
    }

    void take_rated(const Evaluation& found) {
        std::ranges::copy_if(
            found.deadlines, std::back_inserter(rated_ones_), [&](const Deadline& one) {
                return std::ranges::find(rated_.rules, one.rule->id) != rated_.rules.end() &&
                       (rated_.within.holds(one.due) || is_earlier(one.due));
            });
    }

    bool is_earlier(base::Instant at) const { return earlier_ && earlier_->holds(at); }

    RuleEngine& engine_;
    base::Instant since_;
    const Rated& rated_;
    const std::optional<Stretch>& earlier_;
    std::optional<std::int64_t> judged_;  ///< through which matter, where verdicts count
    base::Instant end_;                   ///< of the period, or now
    StoreJudgement::Active active_;
    StoreJudgement::Besides besides_;
    Evaluation found_;
    std::vector<Deadline> rated_ones_;
};

}  // namespace

Checker::Review Checker::review(const base::Instant& since, const Rated& rated, Telling telling,
                                const std::optional<Stretch>& earlier,
                                const ReviewSharing& sharing) {
    PeriodReview review(*engine_, since, rated, earlier);
    review.judge(sharing);
    return std::move(review).tell(telling);
}

}  // namespace huiyin::rulebook
