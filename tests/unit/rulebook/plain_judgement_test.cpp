// What gate forms say of plain matters is what the views give.

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "../../../src/rulebook/judgement.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/store/query.hpp"
#include "staged_example.hpp"

namespace huiyin::rulebook {

namespace {

/// Deadlines and findings.
std::multiset<std::string> told_of(const Evaluation& evaluation) {
    const auto moment = [](const std::optional<base::Instant>& at) {
        return at ? base::seconds(*at) : 0;
    };
    std::multiset<std::string> all;
    for (const auto& one : evaluation.deadlines)
        all.insert(base::format("{} {} {} {} {} {}", one.rule->id, one.subject,
                                base::seconds(one.started), base::seconds(one.due), moment(one.met),
                                moment(one.stopped)));
    for (const auto& one : evaluation.findings)
        all.insert(base::format("{} {} {} since {}", one.rule->id, one.severity, one.subject,
                                base::seconds(one.since)));
    return all;
}

void choose_all(store::Connection& connection) {
    make_empty(connection, "temp.chosen");
    store::run(connection, "INSERT INTO temp.chosen SELECT id FROM main.matter");
}

TEST_CASE("of plain matters the same is found as by the views") {
    const auto every = testing::one_of_or_all(2, 32);
    const base::Zone zone("UTC");
    std::size_t turn = 0;
    std::size_t plain_ones = 0;
    std::size_t rows = 0;
    for (const auto& rule : regulation_rules())
        for (const auto& example : examples_of(rule)) {
            if (turn++ % every > 0) continue;
            testing::StagedExample staged(example);
            CAPTURE(rule.id);
            CAPTURE(example.title);
            RuleEngine engine(staged.connection, zone, staged.now);
            auto rules = engine.rules();
            // Few rules leave more matters plain than all of them.
            for (const bool all : {true, false}) {
                if (!all)
                    std::erase_if(rules, [&](const RuleInForce& one) {
                        return engine.gate_form_of(*one.rule) == nullptr;
                    });
                for (const bool only_what_stands : {true, false}) {
                    StoreJudgement::Wanted wanted{.condition = pending_or_missed,
                                                  .only_what_stands = only_what_stands};
                    choose_all(staged.connection);
                    const auto by_views =
                        StoreJudgement(engine, StoreJudgement::Chosen{}).evaluate(rules, wanted);
                    wanted.by_forms = true;
                    const auto by_forms =
                        StoreJudgement(engine, StoreJudgement::Chosen{}).evaluate(rules, wanted);
                    CHECK(told_of(by_forms) == told_of(by_views));
                    plain_ones += static_cast<std::size_t>(
                        store::find_integer(staged.connection,
                                            "SELECT count(*) FROM main.matter WHERE id NOT IN"
                                            " (SELECT id FROM temp.chosen)")
                            .value());
                    rows += by_forms.deadlines.size();
                }
            }
        }
    CHECK(plain_ones * every > 1'000);  // each 32nd example has fewer of them than its share
    CHECK(rows * every > 2'000);
    MESSAGE(plain_ones, " plain matters; ", rows, " deadlines");
}

}  // namespace

}  // namespace huiyin::rulebook
