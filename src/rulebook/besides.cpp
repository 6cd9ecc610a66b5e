// Matters of which nothing is wanted but some deadlines.

#include <algorithm>
#include <iterator>
#include <utility>

#include "huiyin/base/formatting.hpp"
#include "judgement.hpp"

namespace huiyin::rulebook {

bool StoreJudgement::Besides::speaks_of(const RuleInForce& rule) const {
    return !rule.own && std::ranges::find(rules, rule.rule->id) != rules.end();
}

/// Of a rule whose deadlines are wanted besides, either condition.
std::string StoreJudgement::condition_on(const RuleInForce& rule,
                                         std::string_view condition) const {
    if (!besides_ || !besides_->speaks_of(rule)) return std::string(condition);
    return base::format("{} OR {}", condition, besides_->condition);
}

void StoreJudgement::evaluate_besides(std::span<const RuleInForce> rules, const Take& take) {
    turns_.emplace(engine().connection());
    judge_besides(rules, take);
    turns_.reset();
}

void StoreJudgement::judge_besides(std::span<const RuleInForce> rules, const Take& take) {
    std::vector<RuleInForce> asked;
    std::ranges::copy_if(rules, std::back_inserter(asked),
                         [&](const RuleInForce& rule) { return besides_->speaks_of(rule); });
    const JudgeRule judge = [&](const RuleInForce& rule, std::int64_t last) {
        let_writers_in();
        auto part = evaluate_one(rule, base::format("WHERE {}", besides_->condition));
        part.portion = last;
        part.besides = true;
        take(std::move(part));
    };
    judge_plain_ones(matters_besides, asked, judge);
    if (!has_matters(matters_besides)) return;
    std::vector<std::string_view> sql;
    std::ranges::transform(asked, std::back_inserter(sql), [](const RuleInForce& rule) {
        return std::string_view(rule.rule->sql);
    });
    engine().scope().use_portion_for(sql);
    for_each_portion(matters_besides,
                     [&](std::int64_t last) { judge_portion(asked, last, judge); });
}

}  // namespace huiyin::rulebook
