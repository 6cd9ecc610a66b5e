// A clerk waits for the gate at every entry, so what a rule costs there must not grow with the
// years on file. Steps of SQLite's virtual machine are counted, which no busy machine changes.

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <map>
#include <string>

#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/examples.hpp"

namespace huiyin::rulebook {

namespace {

/// So many rounds of life, each with a matter of every kind: complaint 1, repair 2 and so on, then
/// 11, 12, …
store::Connection store_of(int rounds) {
    auto connection = example_store("");
    for (int round = 0; round < rounds; ++round) {
        const auto n = [&](int kind) { return round * 10 + kind; };
        connection.execute(base::format(
            R"(
INSERT INTO given_complaint (id, at, unit, phone, category)
VALUES ({0}, '2026-03-02 09:00:00', '3-{0}', '13800008000', '噪声');
INSERT INTO given_step (matter, what, at, to_staff, text)
VALUES ({0}, 'assign', '2026-03-02 09:05:00', 2, NULL), ({0}, 'investigate', '2026-03-02 09:30:00', NULL, '属实'),
       ({0}, 'opinion', '2026-03-02 09:40:00', NULL, '停工'), ({0}, 'reply', '2026-03-02 09:50:00', NULL, '已停工');
INSERT INTO given_callback (matter, at) VALUES ({0}, '2026-03-03 09:00:00');
INSERT INTO given_repair (id, at, unit) VALUES ({1}, '2026-03-02 09:00:00', '3-{0}');
INSERT INTO given_order (id, repair, at) VALUES ({2}, {1}, '2026-03-02 09:04:00');
INSERT INTO given_order_step (order_id, what, at, agreed_by, signed_by)
VALUES ({2}, 'arrive', '2026-03-02 09:10:00', NULL, NULL), ({2}, 'start', '2026-03-02 09:11:00', '李敏', NULL),
       ({2}, 'finish', '2026-03-02 09:30:00', NULL, NULL), ({2}, 'sign', '2026-03-02 09:31:00', NULL, '李敏');
INSERT INTO given_callback (matter, at) VALUES ({1}, '2026-03-03 09:00:00');
INSERT INTO given_suggestion (id, at, unit) VALUES ({3}, '2026-03-02 09:00:00', '3-{0}');
INSERT INTO given_suggestion_answer (matter, at, courtesy) VALUES ({3}, '2026-03-02 10:00:00', 'thanks');
INSERT INTO given_letter (id, at) VALUES ({4}, '2026-03-04 09:00:00');
INSERT INTO given_letter_share (letter, matter) VALUES ({4}, {0}), ({4}, {3});
INSERT INTO given_survey (id, at) VALUES ({5}, '2026-03-02 09:00:00');
INSERT INTO given_collection (survey, at, returned) VALUES ({5}, '2026-03-05 09:00:00', 40);
INSERT INTO given_conduct (id, at, source) VALUES ({6}, '2026-03-02 09:00:00', {7});
INSERT INTO given_decision (conduct, at) VALUES ({6}, '2026-03-03 09:00:00');
INSERT INTO given_event (id, at, complaint, category) VALUES ({7}, '2026-03-02 09:00:00', {0}, '5');
INSERT INTO given_message (event, what, at) VALUES ({7}, 'relay', '2026-03-02 09:05:00');
INSERT INTO given_roster (id, from_at, until_at)
VALUES ({8}, datetime('2026-03-02', '-{10} day', '+8 hours'), datetime('2026-03-02', '-{10} day', '+16 hours'));
INSERT INTO given_shift (id, at) VALUES ({9}, datetime('2026-03-02', '-{10} day', '+8 hours'));
INSERT INTO given_step (matter, what, at) VALUES ({9}, 'log', datetime('2026-03-02', '-{10} day', '+9 hours'));
INSERT INTO given_shift_end (shift, at) VALUES ({9}, datetime('2026-03-02', '-{10} day', '+16 hours'));)",
            n(1), n(2), round + 1, n(3), n(4), n(5), n(6), n(7), n(8), n(9), round));
    }
    return connection;
}

/// The steps each statement takes while the first round's matters are judged at the gate.
std::map<std::string, int> steps_at_the_gate(int rounds) {
    auto connection = store_of(rounds);
    const base::Zone zone("UTC");
    Checker checker(connection, zone, base::instant(1772668800));  // 2026-03-05
    std::map<std::string, int> steps;
    const auto count = [](unsigned, void* counted, void* statement, void*) {
        auto* ran = static_cast<sqlite3_stmt*>(statement);
        (*static_cast<std::map<std::string, int>*>(counted))[sqlite3_sql(ran)] +=
            sqlite3_stmt_status(ran, SQLITE_STMTSTATUS_VM_STEP, 1);
        return 0;
    };
    sqlite3_trace_v2(connection.handle(), SQLITE_TRACE_PROFILE, count, &steps);
    ChangeSummary touched;
    for (const auto& rule : regulation_rules())
        touched.tables.insert(rule.reads.begin(), rule.reads.end());
    for (int id = 1; id <= 9; ++id)
        touched.subjects.emplace("matter", id);
    checker.judge_change(touched);
    sqlite3_trace_v2(connection.handle(), 0, nullptr, nullptr);
    return steps;
}

TEST_CASE("what judging an entry costs does not grow with what is on file") {
    const auto few = steps_at_the_gate(3);
    const auto many = steps_at_the_gate(60);
    REQUIRE(few.size() > regulation_rules().size() / 2);
    for (const auto& [sql, steps] : many) {
        CAPTURE(sql);
        const auto before = few.find(sql);
        REQUIRE(before != few.end());
        // Twice is what the shape of a B-tree may do; a scan would be twentyfold.
        CHECK(steps <= 2 * before->second + 50);
    }
}

}  // namespace
}  // namespace huiyin::rulebook
