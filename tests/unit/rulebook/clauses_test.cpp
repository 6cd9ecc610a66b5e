#include "huiyin/rulebook/clauses.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "huiyin/records/policy.hpp"
#include "huiyin/rulebook/regulation.hpp"

namespace huiyin::rulebook {
namespace {

void check_citations(std::string_view cited) {
    for (const auto& id : clauses_of(cited)) {
        CAPTURE(id);
        CHECK(is_clause(id));
    }
}

TEST_CASE("every clause stands in the table once, under a system") {
    std::set<std::string_view> seen;
    for (const auto& clause : clauses()) {
        CAPTURE(clause.id);
        CHECK(seen.insert(clause.id).second);
        CHECK(std::ranges::count(systems(), clause.system(), &System::number) == 1);
    }
}

TEST_CASE("the regulation's own words stand behind every clause, read in both languages") {
    for (const auto& clause : clauses()) {
        CAPTURE(clause.id);
        const auto found = provision(clause.id);
        REQUIRE(found);
        CHECK(found->clause == clause.id);
        CHECK(found->wording.size() > 10);
        CHECK(found->reading.zh.find("。") != std::string::npos);
        CHECK(found->reading.en.ends_with('.'));
    }
    CHECK_FALSE(provision("3.3.3"));
    CHECK_FALSE(provision("8.1"));
    CHECK(provision("6.1")->wording.find("十五分钟") != std::string_view::npos);
}

TEST_CASE("every clause is told in both languages, and so is every reason") {
    for (const auto& clause : clauses()) {
        CAPTURE(clause.id);
        CHECK_FALSE(clause.title.zh.empty());
        CHECK_FALSE(clause.title.en.empty());
        CHECK(clause.reason.zh.empty() == clause.reason.en.empty());
    }
}

TEST_CASE("rules and policies cite clauses that exist") {
    for (const auto& rule : regulation_rules()) {
        CAPTURE(rule.id);
        CHECK_FALSE(rule.clauses.empty());
        check_citations(rule.clause);
    }
    for (const auto& policy : records::policy_definitions()) {
        CAPTURE(policy.key);
        check_citations(policy.clause);
    }
}

TEST_CASE("a range that the regulation does not have names nothing else") {
    for (const auto* written :
         {"0–9711888", "6.1–6.9", "6.4–6.1", "6.1–9223372036854775807", "–"}) {
        CAPTURE(written);
        CHECK(clauses_of(written) == std::vector<std::string>{written});
    }
}

TEST_CASE("a rule counts under each clause of a range") {
    CHECK(clauses_of("6.1–6.4, 3.4.1") ==
          std::vector<std::string>{"6.1", "6.2", "6.3", "6.4", "3.4.1"});
    CHECK(clauses_of("3.3.2–3.3.4") ==
          std::vector<std::string>{"3.3.2", "3.3.3a", "3.3.3b", "3.3.4"});
    CHECK(clauses_of("").empty());
    const auto clause = std::ranges::find(clauses(), "6.3", &Clause::id);
    REQUIRE(clause != clauses().end());
    const auto* rule = &require_rule("policy.never-looser");
    CHECK(rules_of(*clause, {&require_rule("complaint.courtesy"), rule}) ==
          std::vector<const Rule*>{rule});
}

}  // namespace
}  // namespace huiyin::rulebook
