// A period is reviewed by one look at each matter, posts that were plainly taken up are asked no
// more, and people are looked up once: each in the way of an older, longer one, which says the
// same.

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/flow_figures.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/records/week_figures.hpp"
#include "huiyin/reports/deadline_rates.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/rulebook/regulation.hpp"
#include "huiyin/store/query.hpp"
#include "staged_example.hpp"
#include "trials.hpp"

namespace huiyin::rulebook {

namespace {

using Said = std::multiset<std::string>;

const base::Zone& utc() {
    static const base::Zone zone("UTC");
    return zone;
}

std::string said(const Finding& finding, bool wholly) {
    return base::format("{} {} {} {} {} explained {} {} {} {}", finding.rule->id, finding.severity,
                        finding.subject, base::seconds(finding.since), finding.open,
                        finding.explained(), wholly ? finding.message.en : "",
                        wholly ? finding.remedy.en : "",
                        wholly ? finding.blamed.value_or("-") : "");
}

std::string said(const Deadline& deadline) {
    const auto moment = [](const std::optional<base::Instant>& at) {
        return at ? base::seconds(*at) : 0;
    };
    return base::format("{} {} {} {} {} {} {} {} {}", deadline.rule->id, deadline.subject,
                        base::seconds(deadline.started), base::seconds(deadline.due),
                        moment(deadline.met), moment(deadline.stopped), deadline.limit_text,
                        deadline.rated, deadline.said.value_or(0));
}

Said all(const std::vector<Deadline>& deadlines) {
    Said words;
    for (const auto& one : deadlines)
        words.insert(said(one));
    return words;
}

Said all(const std::vector<Finding>& findings, bool wholly) {
    Said words;
    for (const auto& one : findings)
        if (one.severity == "breach") words.insert(said(one, wholly));
    return words;
}

TEST_CASE("a review says what an audit and the deadlines of its rates say") {
    std::vector<std::string_view> rules;
    for (const auto& rate : reports::rates::all)
        std::ranges::copy_if(rate.rules, std::back_inserter(rules),
                             [](std::string_view rule) { return !rule.empty(); });
    std::size_t breaches = 0;
    std::size_t deadlines = 0;
    const auto every = testing::one_of_or_all(3, 48);
    std::size_t turn = 0;
    for (const auto& rule : regulation_rules())
        for (const auto& example : examples_of(rule)) {
            if (turn++ % every > 0) continue;
            CAPTURE(rule.id);
            CAPTURE(example.title);
            testing::StagedExample staged(example);
            // From so many days before the example's moment, and the same days a week earlier.
            const base::Seconds days{86'400 * static_cast<std::int64_t>(turn % 5 * 2)};
            CAPTURE(days.count());
            const Stretch within{staged.now - days, staged.now + std::chrono::hours{48}};
            const Stretch earlier{within.from - std::chrono::hours{240},
                                  within.from - std::chrono::hours{24}};
            Checker checker(staged.connection, utc(), staged.now);
            const auto audit = checker.audit(within.from, earlier);
            const auto rated = all(checker.deadlines_of_rules(rules, within, earlier));
            // The stretch ends after the example's moment.
            auto missed = audit.missed;
            std::erase_if(missed, [&](const Deadline& one) {
                return one.ended() && *one.ended() <= staged.now;
            });
            for (const auto telling : {Checker::Telling::wholly, Checker::Telling::briefly}) {
                const bool wholly = telling == Checker::Telling::wholly;
                const auto found = reports::review(checker, within.from, within, telling, earlier);
                CHECK(all(found.breaches, wholly) == all(audit.findings, wholly));
                CHECK(all(found.due) == all(audit.due));
                CHECK(all(found.missed) == all(missed));
                CHECK(all(found.rated) == rated);
            }
            breaches += audit.findings.size();
            deadlines += rated.size();
        }
    MESSAGE(breaches, " findings and ", deadlines, " deadlines compared");
    CHECK(breaches * every > 500);
    CHECK(deadlines * every > 300);
}

TEST_CASE("every limit by which a rate's deadlines fall due is named with it") {
    std::set<std::string_view> limits;
    for (const auto& rate : reports::rates::all)
        limits.insert(rate.limits.begin(), rate.limits.end());
    for (const auto& rate : reports::rates::all)
        for (const auto id : rate.rules) {
            if (id.empty()) continue;
            const auto& rule = require_rule(id);
            CAPTURE(rule.id);
            // One has two, and names that of each row.
            const bool is_named = rule.limit.empty() ? limits.contains("order.difficult_within") &&
                                                           limits.contains("order.major_within") &&
                                                           rule.id == "order.solved-in-time"
                                                     : limits.contains(rule.limit);
            CHECK(is_named);
        }
}

/// Rosters and shifts by chance: at their time and near its limits, by others, void, withdrawn.
std::string posts_by_chance(std::mt19937& chance) {
    const auto any = [&](int most) {
        return std::uniform_int_distribution<int>(0, most - 1)(chance);
    };
    const auto one_of = [&](const auto& those) {
        return those.at(std::uniform_int_distribution<std::size_t>(0, those.size() - 1)(chance));
    };
    std::string sql;
    const auto time = [](std::int64_t at) { return base::format("datetime({}, 'unixepoch')", at); };
    constexpr std::int64_t monday = 1'795'420'800;  // 2026-11-23 08:00:00
    for (int post = 0; post < 6; ++post) {
        const auto from = monday + any(8) * 14'400 + any(3) * 1'800;
        const auto until = from + one_of(std::array{0, 600, 14'400, 28'800});
        const auto staff = 1 + any(3);
        sql += base::format(
            "INSERT INTO given_roster (id, staff, from_at, until_at, at) VALUES ({}, {}, {}, {}, "
            "{});",
            100 + post, staff, time(from), time(until),
            any(4) > 0 ? "NULL" : time(from + any(3) * 900));
        if (any(3) == 0)
            sql += base::format("INSERT INTO roster_mate (entry, staff) VALUES ({}, {});",
                                100 + post, 4 + any(2));
        if (any(6) == 0)
            sql += base::format("INSERT INTO given_void (matter, at) VALUES ({}, {});", 100 + post,
                                time(from));
        if (any(4) == 0) continue;
        const std::array<std::int64_t, 8> near{-3'601, -3'600, -1'800, 0, 300, 600, 601, 3'600};
        const auto begun = from + one_of(near);
        sql += base::format(
            "INSERT INTO given_shift (id, at, officer, substitute_for) VALUES ({}, {}, {}, {});",
            200 + post, time(begun), any(3) > 0 ? staff : 1 + any(3), any(5) > 0 ? "NULL" : "2");
        if (any(5) > 0)
            sql += base::format(
                "INSERT INTO given_shift_end (shift, at, what) VALUES ({}, {}, 'end');", 200 + post,
                time(begun + one_of(std::array{60, 7'200, 40'000})));
        if (any(6) == 0)
            sql += base::format("INSERT INTO given_void (matter, at) VALUES ({}, {});", 200 + post,
                                time(begun + 60));
    }
    if (any(3) == 0)
        sql += base::format(
            "INSERT INTO given_policy (key, value, at) VALUES"
            " ('duty.start_grace', '{}', {});",
            one_of(std::array{"5min", "none", "2h"}), time(monday + 40'000));
    return sql;
}

TEST_CASE("a post that was plainly taken up is one that the whole question says was taken up") {
    const auto& rule = require_rule("duty.missed-post");
    std::mt19937 chance(20261130);
    std::size_t missed = 0;
    std::size_t plainly = 0;
    const int offices = huiyin::testing::trials(300, 60);
    for (int office = 0; office < offices; ++office) {
        const auto sql = posts_by_chance(chance);
        CAPTURE(sql);
        auto connection = example_store(sql);
        const auto now = base::instant(1'795'420'800 + (office % 5) * 30'000);
        Checker checker(connection, utc(), now);
        Said by_plain;
        Said by_whole;
        for (const auto& one : checker.audit().findings)
            if (one.rule->id == rule.id) by_plain.insert(said(one, false));
        plainly += static_cast<std::size_t>(
            store::find_integer(connection, "SELECT count(*) FROM plain_posts").value());
        for (const auto& one : checker.run(rule))
            by_whole.insert(said(one, false));
        CHECK(by_plain == by_whole);
        missed += by_whole.size();
    }
    MESSAGE(missed, " posts missed, ", plainly, " plainly taken up");
    CHECK(std::cmp_greater(missed, offices));
    CHECK(std::cmp_greater(plainly, offices / 3));
}

TEST_CASE("rules hear of people what the records say, whenever it was put there") {
    auto connection = example_store(
        "INSERT INTO given_staff (id, role, superior, at) VALUES (2, 'manager', 4, '2026-03-01 "
        "00:00:00'),"
        " (1, 'steward', 2, '2026-02-01 00:00:00'), (1, 'clerk', 3, '2026-04-01 00:00:00');"
        "INSERT INTO given_staff (id, role, superior, at, has_left) VALUES (2, 'manager', 4, "
        "'2026-05-01 00:00:00', 1);"
        "UPDATE staff_edition SET recorded_at = unixepoch('2026-04-15 00:00:00')"
        " WHERE staff = 1 AND role = 'steward';");
    const auto compare = [&] {
        for (const char* month :
             {"2026-01-15", "2026-02-15", "2026-03-15", "2026-04-20", "2026-06-01"})
            for (const char* known : {"2026-01-01", "2026-04-14", "2026-04-15", "2026-12-01"})
                for (records::StaffId staff = 1; staff <= 6; ++staff) {
                    CAPTURE(month);
                    CAPTURE(known);
                    CAPTURE(staff);
                    const auto moment = [&](const char* day) {
                        return base::instant(
                            store::find_integer(connection, "SELECT unixepoch(?)", day).value());
                    };
                    const auto at = moment(month);
                    const auto by = moment(known);
                    const auto told = [&](std::string_view function) {
                        return store::find_text(
                                   connection,
                                   base::format("SELECT CAST({}(?, ?, ?) AS TEXT)", function),
                                   staff, at, by)
                            .value_or("-");
                    };
                    const auto number = [](std::optional<records::StaffId> one) {
                        return one ? base::format("{}", *one) : "-";
                    };
                    const auto edition = records::staff_as_of(connection, staff, at, by);
                    CHECK(told("role_of") == records::name_of(edition.role).word);
                    CHECK(told("has_left") == (edition.has_left ? "1" : "0"));
                    CHECK(told("superior_of") ==
                          number(records::superior_of(connection, staff, at, by)));
                    CHECK(told("acting_for") ==
                          number(records::acting_for(connection, staff, at, by)));
                    CHECK(told("is_away") ==
                          (records::absence_at(connection, staff, at, by) ? "1" : "0"));
                }
    };
    Checker checker(connection, utc(), base::instant(1'796'000'000));
    compare();
    // A command sees what it has written, and not what it has taken back.
    connection.execute("BEGIN IMMEDIATE");
    connection.execute(
        "SAVEPOINT line; INSERT INTO given_staff (id, role, superior, at)"
        " VALUES (1, 'head', 4, '2026-01-01 00:00:00');"
        "INSERT INTO given_absence (staff, from_at, until_at, acting)"
        " VALUES (3, '2026-01-01 00:00:00', '2026-12-01 00:00:00', 2)");
    compare();
    connection.execute("ROLLBACK TO line");
    compare();
    connection.execute("ROLLBACK");
    compare();
}

/// So many complaints and repairs that were closed, and shifts that ended, before the week that is
/// looked at, in which there is one of each.
store::Connection years_before(int closed) {
    auto connection = example_store("");
    for (int one = 0; one <= closed; ++one) {
        const auto when = one < closed
                              ? base::format("datetime('2026-03-02 09:00:00', '+{} hours')", one)
                              : std::string("'2026-11-24 09:00:00'");
        connection.execute(base::format(
            R"(INSERT INTO given_complaint (id, at, unit, phone) VALUES ({0}, {3}, '3-{0}', '13800008000');
INSERT INTO given_repair (id, at, unit) VALUES ({1}, {3}, '3-{0}');
INSERT INTO given_shift (id, at) VALUES ({2}, {3});
INSERT INTO given_shift_end (shift, at) VALUES ({2}, datetime({3}, '+50 minutes'));
INSERT INTO given_closing (matter, at) VALUES ({0}, datetime({3}, '+1 hour')), ({1}, datetime({3}, '+1 hour'));)",
            3 * one + 1, 3 * one + 2, 3 * one + 3, when));
    }
    return connection;
}

/// The steps of SQLite's machine that the figures of a week take, by statement.
std::map<std::string, int> steps_of_a_week(int closed) {
    auto connection = years_before(closed);
    const auto policies = records::Policies::load(connection);
    const auto monday = base::instant(1'795'392'000);  // 2026-11-23
    const records::Window window{monday, monday + std::chrono::hours{168},
                                 monday + std::chrono::hours{72}};
    std::map<std::string, int> steps;
    const auto count = [](unsigned, void* counted, void* statement, void*) {
        auto* ran = static_cast<sqlite3_stmt*>(statement);
        (*static_cast<std::map<std::string, int>*>(counted))[sqlite3_sql(ran)] +=
            sqlite3_stmt_status(ran, SQLITE_STMTSTATUS_VM_STEP, 1);
        return 0;
    };
    sqlite3_trace_v2(connection.handle(), SQLITE_TRACE_PROFILE, count, &steps);
    const auto complaints = records::count_complaints(connection, policies, window);
    const auto repairs = records::count_repairs(connection, window);
    const auto duty = records::count_duty(connection, policies, window);
    const auto carry = records::count_carry(connection, records::MatterKind::complaint, window);
    const auto open = records::open_matters(connection, window);
    sqlite3_trace_v2(connection.handle(), 0, nullptr, nullptr);
    CHECK(complaints.received == 1);
    CHECK(complaints.closed == 1);
    CHECK(complaints.open_at_end == 0);
    CHECK(repairs.received == 1);
    CHECK(repairs.open_at_end == 0);
    CHECK(duty.shifts == 1);
    CHECK(duty.gaps.size() == 2);
    CHECK(duty.owed_from == std::optional(monday));
    CHECK(carry.received == 1);
    CHECK(carry.closed == 1);
    CHECK(carry.before == 0);
    CHECK(open.empty());
    return steps;
}

TEST_CASE("the figures of a week take as much after years as after days") {
    const auto few = steps_of_a_week(4);
    const auto many = steps_of_a_week(400);
    REQUIRE(few.size() > 10);
    for (const auto& [sql, steps] : many) {
        CAPTURE(sql);
        const auto before = few.find(sql);
        REQUIRE(before != few.end());
        // A hundred times as many are on file.
        CHECK(steps <= 2 * before->second + 50);
    }
}

}  // namespace
}  // namespace huiyin::rulebook
