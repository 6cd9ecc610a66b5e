// What gate forms say of plain matters is what the views give.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "../../../src/rulebook/judgement.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "staged_example.hpp"

namespace huiyin::rulebook {

namespace {

/// Deadlines and findings, of some subjects.
std::multiset<std::string> told_of(const Evaluation& evaluation, const std::set<std::string>& of) {
    const auto moment = [](const std::optional<base::Instant>& at) {
        return at ? base::seconds(*at) : 0;
    };
    std::multiset<std::string> all;
    for (const auto& one : evaluation.deadlines)
        if (of.contains(one.subject))
            all.insert(base::format("{} {} {} {} {} {}", one.rule->id, one.subject,
                                    base::seconds(one.started), base::seconds(one.due),
                                    moment(one.met), moment(one.stopped)));
    for (const auto& one : evaluation.findings)
        if (of.contains(one.subject))
            all.insert(base::format("{} {} since {}", one.rule->id, one.subject,
                                    base::seconds(one.since)));
    return all;
}

TEST_CASE("of plain matters the same is found as by the views") {
    const auto every = testing::one_of_or_all(2, 32);
    std::size_t turn = 0;
    std::size_t plain_ones = 0;
    std::size_t rows = 0;
    for (const auto& rule : regulation_rules())
        for (const auto& example : examples_of(rule)) {
            if (turn++ % every > 0) continue;
            testing::StagedExample staged(example);
            CAPTURE(rule.id);
            CAPTURE(example.title);
            RuleEngine engine(staged.connection, base::Zone("UTC"), staged.now);
            auto rules = engine.rules();
            std::erase_if(rules, [](const RuleInForce& one) {
                return one.rule->form != Form::clock || !goes_by_portions(one);
            });
            // Few rules leave more matters plain than all of them.
            for (const bool all : {true, false}) {
                if (!all)
                    std::erase_if(rules, [&](const RuleInForce& one) {
                        return engine.gate_form_of(*one.rule) == nullptr;
                    });
                PlainJudgement plain(engine, rules);
                Evaluation by_forms;
                std::set<std::string> subjects;
                for (const auto id : testing::every_matter(staged.connection)) {
                    auto found = plain.evaluate(id, pending_or_missed);
                    if (!found) continue;
                    by_forms.add(*std::move(found));
                    subjects.insert(records::number_of(staged.connection, id));
                }
                StoreJudgement judgement(engine);
                const auto by_views = judgement.evaluate(rules, {.condition = pending_or_missed});
                CHECK(told_of(by_forms, subjects) == told_of(by_views, subjects));
                plain_ones += subjects.size();
                rows += by_forms.deadlines.size();
            }
        }
    CHECK(plain_ones * every > 1'000);
    CHECK(rows * every > 1'000);
    MESSAGE(plain_ones, " plain matters had ", rows, " deadlines");
}

}  // namespace

}  // namespace huiyin::rulebook
