// Entries of the roster that were to be taken up: those of which no verdict counts are judged, of
// the others is told what it found.

#include <map>
#include <utility>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"
#include "kept_verdicts.hpp"
#include "rule_key.hpp"

namespace huiyin::rulebook {

namespace {

/// What rules read behind `-- asked:`.
constexpr std::string_view asked_posts = "temp.asked_post";

void ask_for(store::Connection& connection, std::string_view those, auto... values) {
    make_empty(connection, asked_posts);
    store::run(connection, base::format("INSERT INTO {} {}", asked_posts, those), values...);
}

/// Adds what verdicts found to what is found, in the order of the entries.
void add_kept(RuleEngine& engine, const Rule& rule, std::int64_t through, Evaluation& evaluation) {
    std::map<std::int64_t, Found> found;
    std::map<std::int64_t, Deadline> deadlines;
    const auto id_of = [&](std::string_view subject) {
        return matter_of(engine.connection(), subject).value();
    };
    for (auto& one : evaluation.findings)
        found.emplace(id_of(one.subject), std::move(one));
    for (auto& one : evaluation.deadlines)
        deadlines.emplace(id_of(one.subject), std::move(one));
    for_each_kept_of_posts(engine, rule, through, [&](Found&& kept, std::int64_t entry) {
        deadlines.emplace(entry, engine.maker().deadline_of(rule, kept.said()));
        found.emplace(entry, std::move(kept));
    });
    evaluation = {};
    for (auto& [id, one] : found)
        evaluation.findings.push_back(std::move(one));
    for (auto& [id, one] : deadlines)
        evaluation.deadlines.push_back(std::move(one));
}

}  // namespace

bool is_of_posts(const Rule& rule) {
    return rule.judges == "post" && key_of_rule(rule) != nullptr;
}

/// About what is no matter.
Evaluation StoreJudgement::evaluate_other(const RuleInForce& rule, const Wanted& wanted) {
    if (!wanted.posts_judged_through || !is_of_posts(*rule.rule))
        return evaluate_one(rule, wanted.condition);
    const auto through = *wanted.posts_judged_through;
    ask_for(engine().connection(),
            "SELECT id FROM main.roster WHERE id > ?1 UNION ALL SELECT * FROM"
            // Both are read in the order of their ids, which is quicker than to look each of them
            // up.
            " (SELECT matter FROM main.unjudged WHERE matter <= ?1"
            "  INTERSECT SELECT id FROM main.roster ORDER BY 1 LIMIT -1)",
            through);
    auto evaluation = evaluate_asked_posts(rule, wanted.condition);
    add_kept(engine(), *rule.rule, through, evaluation);
    return evaluation;
}

Evaluation StoreJudgement::evaluate_asked_posts(const RuleInForce& rule,
                                                std::string_view condition) {
    ask_for_some(true);
    auto evaluation = evaluate_one(rule, condition);
    ask_for_some(false);
    return evaluation;
}

Evaluation StoreJudgement::evaluate_chosen_posts(std::span<const RuleInForce> rules) {
    Evaluation all;
    ask_for(engine().connection(),
            "SELECT r.id FROM temp.chosen c CROSS JOIN main.roster r ON r.id = c.id");
    if (!store::find_integer(engine().connection(),
                             base::format("SELECT 1 FROM {} LIMIT 1", asked_posts)))
        return all;
    engine().scope().use(Scope::Over::everything);
    for (const auto& rule : rules)
        if (is_of_posts(*rule.rule)) all.add(evaluate_asked_posts(rule, pending_or_missed));
    return all;
}

}  // namespace huiyin::rulebook
