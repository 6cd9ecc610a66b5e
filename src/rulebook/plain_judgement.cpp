// Matters of which gate forms say all that is asked: only their own rows are read, once, and no
// view is made for them.

#include <deque>
#include <utility>

#include "facts_on_file.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"
#include "rule_key.hpp"

namespace huiyin::rulebook {

namespace {

/// A rule that is asked, and the plain matters that it is asked about.
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
        return judges(facts) && shows(key->after) && shows(key->when);
    }
    /// What a query reads may be void or lie ahead.
    bool judges(const Facts& facts) const {
        const auto& kind = rule.rule->judges;
        return form != nullptr ? is_about(*rule.rule, facts)
                               : kind == facts.kind || kind == "matter" || kind == "record";
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

void StoreJudgement::judge_plain_ones(std::string_view source, std::span<const RuleInForce> rules,
                                      const JudgeRule& judge) {
    constexpr std::int64_t portion = 1'000;
    auto& connection = engine().connection();
    std::vector<Asked> all;
    for (const auto& rule : rules)
        all.push_back({rule, key_of_rule(*rule.rule), engine().gate_form_of(*rule.rule)});
    const auto end_of_portion = base::format(
        "SELECT max(id) FROM (SELECT id FROM {} WHERE id > ? ORDER BY id LIMIT ?)", source);
    const auto no_more = base::format("DELETE FROM {} WHERE id = ?", source);
    std::int64_t after = 0;
    while (const auto last = store::find_integer(connection, end_of_portion, after, portion)) {
        let_writers_in();
        std::deque<Facts> plain;  // which stay where they are
        const auto take = [&](Facts&& facts, const Signs& signs, bool is_disordered) {
            plain.push_back(std::move(facts));
            if (!ask_by_forms(all, plain.back(), signs))
                plain.pop_back();
            else if (notes_disorder_ && is_disordered)
                note_disordered(plain.back().id);
        };
        for_each_facts(connection, source, {after, *last}, engine().now(), take);
        for (const auto& facts : plain)
            store::run(connection, no_more, facts.id);
        for (auto& one : all) {
            plain_ = std::exchange(one.about, {});
            if (!plain_.empty()) judge(one.rule, *last);
        }
        plain_.clear();
        after = *last;
    }
}

Judgement::Question StoreJudgement::question_of(const Rule& rule) {
    if (plain_.empty()) return Judgement::question_of(rule);
    const auto* form = engine().gate_form_of(rule);
    return {form->sql(), form, plain_};
}

}  // namespace huiyin::rulebook
