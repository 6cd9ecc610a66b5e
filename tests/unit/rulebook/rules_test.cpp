#include <SQLiteCpp/Statement.h>
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/step_kind.hpp"
#include "huiyin/rulebook/blame.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"
#include "staged_example.hpp"

namespace huiyin::rulebook {
namespace {

bool exemplifies(const Rule& rule, bool broken) {
    return std::ranges::any_of(examples_of(rule), [&](const Example& example) {
        return (example.findings > 0) == broken;
    });
}

bool exemplifies_as(const Rule& rule, std::string_view severity) {
    return std::ranges::any_of(
        examples_of(rule), [&](const Example& example) { return example.severity == severity; });
}

constexpr std::string_view short_rule =
    "-- id: example.always\n-- clause: 1.6\n-- severity: breach\n-- judges: matter\n"
    "-- title.zh: 例\n-- title.en: example\n-- message.zh: 例\n-- message.en: example\n"
    "-- remedy.zh: 例\n-- remedy.en: example\n-- reads: matter\n"
    "SELECT m.no AS subject, m.at AS since FROM scope_matter m;\n"
    "-- example: says none where there is one\n-- now: 2026-11-24 00:00:00\n-- findings: 0\n"
    "INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');\n";

TEST_CASE("every rule has an id of its own") {
    std::set<std::string> seen;
    for (const auto& rule : regulation_rules()) {
        CAPTURE(rule.id);
        CHECK(seen.insert(rule.id).second);
    }
}

TEST_CASE("every rule is exemplified both ways") {
    for (const auto& rule : regulation_rules()) {
        CAPTURE(rule.id);
        CHECK(exemplifies(rule, true));
        CHECK(exemplifies(rule, false));
        if (rule.severity != Severity::refuse_or_witness) continue;
        CHECK(exemplifies_as(rule, "refuse"));
        CHECK(exemplifies_as(rule, "breach"));
    }
}

TEST_CASE("every rule says whose breach it is") {
    for (const auto& rule : regulation_rules()) {
        CAPTURE(rule.id);
        CHECK(rule.blamed != Blamed::unsaid);
        const bool of_a_period = rule.judges == "week" || rule.judges == "month";
        CHECK((rule.blamed == Blamed::nobody) == of_a_period);
    }
}

TEST_CASE("every limit is a policy") {
    for (const auto& rule : regulation_rules()) {
        CAPTURE(rule.id);
        if (!rule.limit.empty()) CHECK_NOTHROW(records::policy_definition(rule.limit));
    }
}

/// A matter of no account that has every step, so that no rule is left out for the want of one.
void add_void_with_every_step(store::Connection& connection) {
    store::run(connection,
               "INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text,"
               " voided_at) VALUES (9999, 'void', 'repair', 0, 0, 1, 'phone', 1, 0)");
    std::int64_t seq = 0;
    for (const auto& kind : records::step_kinds())
        store::run(connection,
                   "INSERT INTO step (matter, seq, entry, what, at, recorded_at, doer, recorder)"
                   " VALUES (9999, ?, 1, ?, 0, 0, 1, 1)",
                   ++seq, kind.word);
}

TEST_CASE("every query is one statement that only reads") {
    auto connection = example_store("");
    // A rule is run where there is something of the kind it judges, after the steps it names.
    add_void_with_every_step(connection);
    int id = 0;
    for (const auto& rule : regulation_rules()) {
        ++id;
        store::run(connection,
                   "INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, text)"
                   " VALUES (?1, ?1, ?2, 0, 0, 1, 'phone', 1)",
                   id, rule.judges);
    }
    const base::Zone zone("UTC");
    // Weeks and months are judged once they are over: 2027-02-01.
    Checker checker(connection, zone, base::instant(1'801'440'000));
    for (const auto& rule : regulation_rules()) {
        CAPTURE(rule.id);
        checker.run(rule);  // what it reads is there from then on
        sqlite3_stmt* statement = nullptr;
        const char* rest = nullptr;
        const int code =
            sqlite3_prepare_v2(connection.handle(), rule.sql.c_str(), -1, &statement, &rest);
        INFO(std::string(sqlite3_errmsg(connection.handle())));
        REQUIRE(code == SQLITE_OK);
        CHECK(sqlite3_stmt_readonly(statement) == 1);
        CHECK(std::string_view(rest).find_first_not_of(" \n;") == std::string_view::npos);
        std::set<std::string> columns;
        for (int column = 0; column < sqlite3_column_count(statement); ++column)
            columns.insert(sqlite3_column_name(statement, column));
        sqlite3_finalize(statement);
        // Whose breach it is, where only the query can say.
        CHECK(columns.contains("blamed") == name_of(rule.blamed).by_column);
        if (rule.blamed == Blamed::doer) CHECK(columns.contains("row"));
    }
}

std::set<std::string> steps_of(store::Connection& connection, const std::string& no) {
    std::set<std::string> steps;
    for (store::Query row(connection,
                          "SELECT s.what FROM step s JOIN matter m ON m.id = s.matter"
                          " WHERE m.no = ?",
                          no);
         row.next();)
        steps.insert(row.text(0));
    return steps;
}

TEST_CASE("a rule finds something only after the steps it names") {
    const base::Zone zone("UTC");
    std::size_t turn = 0;
    for (const auto& rule : regulation_rules()) {
        CAPTURE(rule.id);
        for (const auto& step : rule.after)
            CHECK(records::find_step_kind(step) != nullptr);
        if (rule.after.empty()) continue;
        for (const auto& example : examples_of(rule)) {
            if (turn++ % testing::one_of(1, 8) > 0) continue;
            CAPTURE(example.title);
            testing::StagedExample staged(example);
            auto& connection = staged.connection;
            add_void_with_every_step(connection);
            for (const auto& finding : Checker(connection, zone, staged.now).run(rule)) {
                CAPTURE(finding.subject);
                const auto steps = steps_of(connection, finding.subject);
                CHECK(std::ranges::any_of(rule.after,
                                          [&](const auto& step) { return steps.contains(step); }));
            }
        }
    }
}

TEST_CASE("an example that expects the wrong thing is told") {
    const auto rule = parse_rule("example/always.sql", short_rule);
    const auto results = run_examples(rule);
    REQUIRE(results.size() == 1);
    CHECK_FALSE(results.front().held());
    CHECK(results.front().found == 1);
}

TEST_CASE("everything that is wrong with a rule file is told at once") {
    try {
        parse_rule("example/bad.sql", "-- id: example.bad\n-- colour: red\n-- severity: stern\n");
        FAIL("a bad rule file was taken");
    } catch (const base::Failure& failure) {
        CHECK(failure.code() == base::Exit::usage);
        CHECK(failure.problems().size() >= 4);
    }
}

}  // namespace
}  // namespace huiyin::rulebook
