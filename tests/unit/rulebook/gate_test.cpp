// What the gate judges by, tables in memory and signs at a glance, must say what the views of an
// audit say. Every example of every rule is judged both ways by all rules, at its own moment and at
// another.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/store/query.hpp"
#include "staged_example.hpp"

namespace huiyin::rulebook {

namespace {

using Said = std::multiset<std::string>;

/// What no matter is judged by: the gate has nothing of it.
bool is_about_matters(const Rule& rule) {
    constexpr std::array<std::string_view, 5> others{"staff", "policy", "week", "month", "post"};
    return std::ranges::find(others, rule.judges) == others.end();
}

void say(Said& said, const Finding& finding) {
    // What a command says of itself is on no matter.
    if (!is_about_matters(*finding.rule) || finding.row < 0) return;
    std::string detail;
    for (const auto& [name, value] : finding.detail)
        detail += base::format(" {}={}", name, value);
    said.insert(base::format(
        "{} {} {} since {} by {} row {} open {}:{} | {} | {}", finding.rule->id, finding.severity,
        finding.subject, base::seconds(finding.since), finding.blamed.value_or("-"), finding.row,
        finding.open, detail, finding.message.en, finding.remedy.en));
}

std::string moment(const std::optional<base::Instant>& at) {
    return at ? base::format("{}", base::seconds(*at)) : "-";
}

void say(Said& said, const Deadline& deadline) {
    said.insert(base::format("{} {} {} to {} met {} stopped {} by {} {} rated {}",
                             deadline.rule->id, deadline.subject, moment(deadline.started),
                             moment(deadline.due), moment(deadline.met), moment(deadline.stopped),
                             deadline.limit, deadline.limit_text, deadline.rated));
}

struct Judged {
    Said findings;
    Said deadlines;
};

std::vector<std::string_view> every_deadline() {
    std::vector<std::string_view> ids;
    for (const auto& rule : regulation_rules())
        if (rule.form == Form::clock && is_about_matters(rule)) ids.emplace_back(rule.id);
    return ids;
}

Judged by_audit(store::Connection& connection, base::Instant now) {
    const base::Zone zone("UTC");
    Checker checker(connection, zone, now);
    Judged judgement;
    for (const auto& finding : checker.audit().findings)
        say(judgement.findings, finding);
    static const auto rules = every_deadline();
    for (const auto& deadline :
         checker.deadlines_of_rules(rules, {base::instant(0), base::instant(1LL << 40)}))
        say(judgement.deadlines, deadline);
    return judgement;
}

/// One matter after the other, or all of them together.
Judged by_gate(store::Connection& connection, base::Instant now, bool together) {
    const base::Zone zone("UTC");
    Checker checker(connection, zone, now);
    Judged judgement;
    const auto ids = testing::every_matter(connection);
    for (const auto id : ids) {
        const auto no =
            store::find_text(connection, "SELECT no FROM matter WHERE id = ?", id).value_or("");
        for (const auto& deadline : checker.deadlines_of(no))
            say(judgement.deadlines, deadline);
        if (together) continue;
        for (const auto& finding : checker.about(no).findings)
            say(judgement.findings, finding);
    }
    if (together)
        for (const auto& [subject, verdict] : checker.about_each(ids))
            for (const auto& finding : verdict.findings)
                say(judgement.findings, finding);
    return judgement;
}

TEST_CASE("the gate finds about a matter what an audit finds") {
    std::size_t findings = 0;
    std::size_t deadlines = 0;
    std::int64_t elsewhere = 1;
    const auto every = testing::one_of_or_all(2, 32);
    std::size_t turn = 0;
    for (const auto& rule : regulation_rules()) {
        CAPTURE(rule.id);
        for (const auto& example : examples_of(rule)) {
            if (turn++ % every > 0) continue;
            CAPTURE(example.title);
            testing::StagedExample staged(example);
            auto& connection = staged.connection;
            // At the example's own moment, and at one before it or after.
            elsewhere = -3 * elsewhere % 604'801;
            for (const std::int64_t later : {std::int64_t{0}, elsewhere}) {
                CAPTURE(later);
                const auto at = staged.now + base::Seconds(later);
                const auto audit = by_audit(connection, at);
                const auto gate = by_gate(connection, at, later != 0);
                CHECK(gate.findings == audit.findings);
                CHECK(gate.deadlines == audit.deadlines);
                findings += audit.findings.size();
                deadlines += audit.deadlines.size();
            }
        }
    }
    MESSAGE(findings, " findings and ", deadlines, " deadlines compared");
    CHECK(findings * every > 1'000);
    CHECK(deadlines * every > 1'000);
}

/// How many breaches an audit finds of a rule.
std::size_t breaches_of(std::string_view rule, const std::string& sql) {
    auto connection = example_store(sql);
    const base::Zone zone("UTC");
    const auto now = store::find_integer(connection, "SELECT unixepoch('2026-11-30 00:00:00')");
    const auto found = Checker(connection, zone, base::instant(*now)).audit().findings;
    return static_cast<std::size_t>(
        std::ranges::count_if(found, [&](const Finding& one) { return one.rule->id == rule; }));
}

TEST_CASE(
    "an audit asks a refusal rule about a matter with a step about what lies before another") {
    const std::string registered =
        "INSERT INTO given_complaint (id, at) VALUES (1, '2026-11-23 09:00:00');"
        "INSERT INTO given_step (matter, what, at) VALUES (1, 'opinion', '2026-11-23 10:00:00');";
    constexpr std::string_view rule = "complaint.facts-before-opinion";
    // In the second of the opinion, recorded after it.
    CHECK(breaches_of(rule, registered + "INSERT INTO given_step (matter, what, at)"
                                         " VALUES (1, 'investigate', '2026-11-23 10:00:00');") ==
          1);
    // A second later: the opinion was refused, so that this is no past that commands make.
    CHECK(breaches_of(rule, registered + "INSERT INTO given_step (matter, what, at)"
                                         " VALUES (1, 'investigate', '2026-11-23 10:00:01');") ==
          0);
    // A correction is about what lies before it whenever it is made.
    CHECK(breaches_of(rule, registered + "INSERT INTO given_step (matter, what, at, field)"
                                         " VALUES (1, 'amend', '2026-11-23 11:00:00', 'unit');") ==
          1);
    // That it happened so, of a rule that allows it.
    const auto reply = [](std::string_view as_happened) {
        return base::format(
            "INSERT INTO given_step (matter, what, at, as_happened)"
            " VALUES (2, 'reply', '2026-11-23 10:00:00', {});",
            as_happened);
    };
    const std::string another =
        "INSERT INTO given_complaint (id, at) VALUES (2, '2026-11-23 09:00:00');";
    CHECK(breaches_of("complaint.opinion-before-reply", another + reply("'当场答复了'")) == 1);
    CHECK(breaches_of("complaint.opinion-before-reply", another + reply("NULL")) == 0);
}

TEST_CASE("a refusal blames a step of the matter that it is about") {
    std::size_t blamed = 0;
    std::size_t turn = 0;
    const auto every = testing::one_of(1, 8);
    for (const auto& rule : regulation_rules()) {
        if (rule.blames != "step" ||
            (rule.severity != Severity::refuse && rule.severity != Severity::refuse_or_witness))
            continue;
        CAPTURE(rule.id);
        for (const auto& example : examples_of(rule)) {
            if (turn++ % every > 0) continue;
            CAPTURE(example.title);
            testing::StagedExample staged(example);
            auto& connection = staged.connection;
            const base::Zone zone("UTC");
            for (const auto& finding : Checker(connection, zone, staged.now).run(rule)) {
                if (finding.row < 0) continue;  // the command itself
                ++blamed;
                CHECK(store::find_text(connection,
                                       "SELECT m.no FROM step s JOIN matter m ON m.id = s.matter"
                                       " WHERE s.id = ?",
                                       finding.row) == finding.subject);
            }
        }
    }
    CHECK(blamed * every > 100);
}

}  // namespace
}  // namespace huiyin::rulebook
