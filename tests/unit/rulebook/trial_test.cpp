// What is tried is judged again by the rules that ask for it, and by no other: so none that asks
// may be missed.

#include <doctest/doctest.h>

#include <string>

#include "huiyin/records/policy.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/rulebook/trial.hpp"
#include "huiyin/store/query.hpp"
#include "staged_example.hpp"

namespace huiyin::rulebook {
namespace {

/// A value that is none's standard.
std::string another_value(const records::PolicyDefinition& policy) {
    using enum records::PolicyKind;
    switch (policy.kind) {
        case duration:
            return "7s";
        case term:
            return "1d";
        case count:
        case money:
            return "97";
        case percent:
            return "97%";
        case yes_no:
            return policy.standard == "yes" ? "no" : "yes";
        case list:
        case text:
            return "manager";
    }
    return {};
}

/// Where every policy that the rule does not ask for is another.
int found_elsewhere(const Rule& rule, const Example& example) {
    testing::StagedExample staged(example);
    auto& office = staged.connection;
    for (const auto& policy : records::policy_definitions())
        if (!asks_for(rule, policy.key))
            store::run(office, "INSERT INTO given_policy (key, value) VALUES (?, ?)", policy.key,
                       another_value(policy));
    const base::Zone zone("UTC");
    return static_cast<int>(Checker(office, zone, staged.now).run(rule).size());
}

TEST_CASE("a rule asks for no policy that it is not known to ask for") {
    std::size_t turn = 0;
    for (const auto& rule : regulation_rules()) {
        if (rule.judges == "policy") continue;
        CAPTURE(rule.id);
        if (!rule.limit.empty()) CHECK(asks_for(rule, rule.limit));
        for (const auto& example : examples_of(rule)) {
            if (turn++ % testing::one_of(1, 16) > 0) continue;
            CAPTURE(example.title);
            CHECK(found_elsewhere(rule, example) == example.findings);
        }
    }
}

TEST_CASE("what a view or a function asks for, whoever reads it does") {
    CHECK(asks_for(require_rule("complaint.replied-in-time"), "complaint.reply_within"));
    CHECK(asks_for(require_rule("speech.taboo-phrase"), "speech.taboo"));
    CHECK(asks_for(require_rule("callback.followed-up"), "callback.partly_closes"));
    CHECK_FALSE(asks_for(require_rule("order.arrived-in-time"), "complaint.reply_within"));
    Rule any{.sql = "SELECT policy(m.key, m.at) FROM scope_complaint m"};
    CHECK(asks_for(any, "order.arrive_within"));
}

}  // namespace
}  // namespace huiyin::rulebook
