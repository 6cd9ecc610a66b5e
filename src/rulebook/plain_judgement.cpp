// Matters that gate forms can speak of, judged without any view.

#include <algorithm>
#include <iterator>

#include "huiyin/store/query.hpp"
#include "judgement.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

/// Whether a rule, or its gate form, asks whether this is seen.
bool asks_for(const RuleInForce& rule, std::string_view sign) {
    const auto* key = key_of_rule(*rule.rule);
    const auto is_it = [&](std::string_view word) { return word == sign; };
    return std::ranges::any_of(rule.rule->when, is_it) ||
           (key != nullptr && any_word(key->gate_unless, is_it));
}

}  // namespace

PlainJudgement::PlainJudgement(RuleEngine& engine, std::span<const RuleInForce> rules)
    : Judgement(engine, most_steps_in_an_audit) {
    std::ranges::copy_if(rules, std::back_inserter(rules_), goes_by_portions);
    const auto is_asked = [&](std::string_view sign) {
        return std::ranges::any_of(rules_,
                                   [&](const RuleInForce& rule) { return asks_for(rule, sign); });
    };
    // These two are looked for at the gate alone.
    none_is_plain_ = is_asked("echo") || is_asked("listing");
    looked_for_ = {
        .left = is_asked("left"), .harsh = is_asked("harsh"), .neighbour = is_asked("neighbour")};
}

std::optional<Evaluation> PlainJudgement::evaluate(std::int64_t matter,
                                                   std::string_view condition) {
    if (none_is_plain_) return {};
    Seen seen{.kinds = {"matter", "record"}, .signs = {}};
    facts_ = facts_of(engine().connection(), matter, engine().now(), seen.signs, looked_for_);
    seen.kinds.insert(seen.signs.begin(), seen.signs.end());
    std::vector<const RuleInForce*> concerned;
    for (const auto& rule : rules_) {
        if (!seen.concerns(*rule.rule)) continue;
        const auto* form = engine().gate_form_of(*rule.rule);
        if (form == nullptr || !form->speaks(seen.signs)) return {};
        concerned.push_back(&rule);
    }
    Evaluation all;
    for (const auto* rule : concerned)
        all.add(evaluate_one(*rule, condition));
    return all;
}

Judgement::Question PlainJudgement::question_of(const Rule& rule) {
    const auto* form = engine().gate_form_of(rule);
    Question question{form->sql(), form};
    if (is_about(rule, facts_)) question.facts.push_back(&facts_);
    return question;
}

Evaluation StoreJudgement::take_plain(std::span<const RuleInForce> rules,
                                      std::string_view condition) {
    auto& connection = engine().connection();
    std::vector<std::int64_t> matters;
    for (Query row(connection, "SELECT id FROM temp.chosen"); row.next();)
        matters.push_back(row.integer(0));
    PlainJudgement plain(engine(), rules);
    Evaluation all;
    store::ReadingInTurns turns(connection);
    for (const auto matter : matters) {
        turns.between();
        auto found = plain.evaluate(matter, condition);
        if (!found) continue;
        all.add(*std::move(found));
        store::run(connection, "DELETE FROM temp.chosen WHERE id = ?", matter);
    }
    return all;
}

}  // namespace huiyin::rulebook
