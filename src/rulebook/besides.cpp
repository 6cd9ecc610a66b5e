// Matters of which nothing is wanted but some deadlines.

#include <algorithm>
#include <deque>
#include <utility>

#include "facts_on_file.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"
#include "rule_key.hpp"

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

namespace {

/// A rule whose deadlines are wanted, and the plain matters that it is asked about.
struct Asked {
    RuleInForce rule;
    const RuleKey* key = nullptr;
    const GateForm* form = nullptr;
    std::vector<const Facts*> about = {};

    bool may_find(const Facts& facts, const Signs& signs) const {
        const auto shows = [&](std::string_view words) {
            return words.empty() ||
                   any_word(words, [&](std::string_view word) { return signs.contains(word); });
        };
        return is_about(*rule.rule, facts) && shows(key->after) && shows(key->when);
    }
    bool has_form(const Signs& signs) const { return form != nullptr && form->speaks(signs); }
};

/// A matter is plain where a gate form speaks of it for each rule that may find anything. Says
/// whether it is.
bool ask_by_forms(std::vector<Asked>& rules, const Facts& facts, const Signs& signs) {
    std::vector<Asked*> those;
    for (auto& one : rules) {
        if (!one.may_find(facts, signs)) continue;
        if (!one.has_form(signs)) return false;
        those.push_back(&one);
    }
    for (auto* one : those)
        one->about.push_back(&facts);
    return true;
}

}  // namespace

/// Judges those of which gate forms say all that is asked, and takes them out: of these only their
/// own rows are read, once, and no view.
void StoreJudgement::judge_plain_ones(std::span<const RuleInForce> rules, const Take& take) {
    constexpr std::int64_t portion = 1'000;
    auto& connection = engine().connection();
    std::vector<Asked> all;
    for (const auto& rule : rules)
        all.push_back({rule, key_of_rule(*rule.rule), engine().gate_form_of(*rule.rule)});
    const auto no_more = base::format("DELETE FROM {} WHERE id = ?", matters_besides);
    const auto judge = [&](std::int64_t last) {
        std::deque<Facts> plain;  // which stay where they are
        for_each_facts(connection, engine().now(), [&](Facts&& facts, const Signs& signs) {
            plain.push_back(std::move(facts));
            if (!ask_by_forms(all, plain.back(), signs)) plain.pop_back();
        });
        for (const auto& facts : plain)
            store::run(connection, no_more, facts.id);
        for (auto& one : all) {
            plain_ = std::exchange(one.about, {});
            if (plain_.empty()) continue;
            judge_one_besides(one.rule, last, take);
        }
        plain_.clear();
    };
    for_each_portion(matters_besides, judge, portion);
}

void StoreJudgement::judge_one_besides(const RuleInForce& rule, std::int64_t last,
                                       const Take& take) {
    let_writers_in();
    auto part = evaluate_one(rule, base::format("WHERE {}", besides_->condition));
    part.portion = last;
    part.besides = true;
    take(std::move(part));
}

Judgement::Question StoreJudgement::question_of(const Rule& rule) {
    if (plain_.empty()) return Judgement::question_of(rule);
    const auto* form = engine().gate_form_of(rule);
    return {form->sql(), form, plain_};
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
    std::vector<std::string_view> sql;
    std::ranges::transform(asked, std::back_inserter(sql), [](const RuleInForce& rule) {
        return std::string_view(rule.rule->sql);
    });
    engine().scope().use_portion_for(sql);
    judge_plain_ones(asked, take);
    for_each_portion(matters_besides, [&](std::int64_t last) {
        const auto seen = seen_of_portion();
        for (const auto& rule : asked) {
            if (!seen.concerns(*rule.rule)) continue;
            judge_one_besides(rule, last, take);
        }
    });
}

}  // namespace huiyin::rulebook
