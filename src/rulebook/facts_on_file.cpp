#include "facts_on_file.hpp"

#include <array>
#include <set>
#include <string>

#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"
#include "standing.hpp"
#include "step_signs.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

constexpr std::array<const char*, 4> not_looked_for{"harsh", "neighbour", "listing", "echo"};

constexpr std::string_view those_of_table = " t.id > ?1 AND t.id <= ?2 ORDER BY t.id";

/// The rows of matters, and behind those columns what the rows of their kinds say.
std::string rows_of_matters(std::string_view table) {
    constexpr std::string_view one = row_of_matter;
    return base::format(
        "{}, t.id,"
        " (SELECT c.hotline_due_at IS NOT NULL FROM main.complaint c WHERE c.id = t.id),"
        " EXISTS (SELECT 1 FROM main.repeat_link l WHERE l.complaint = t.id),"
        " r.id IS NOT NULL, r.appointment_at IS NOT NULL, r.place IS NOT NULL,"
        " r.rework_of IS NOT NULL"
        " FROM {} t CROSS JOIN main.matter m ON m.id = t.id"
        " LEFT JOIN main.repair r ON r.id = t.id WHERE{}",
        one.substr(0, one.find(" FROM ")), table, those_of_table);
}

/// Of all of them, in the order in which they were recorded.
std::string steps_of_matters(std::string_view table) {
    return base::format(
        "SELECT s.matter, s.what, s.at, s.recorded_at, s.voided_at, s.to_staff, s.field, s.ended,"
        " s.method, s.dispatch_order, s.as_happened, c.id IS NOT NULL, c.reached,"
        " c.raised IS NOT NULL OR c.appointment_at IS NOT NULL,"
        " c.raised IS NULL AND c.satisfied IS 'yes', c.signed_by IS NOT NULL"
        " FROM {} t CROSS JOIN main.step s ON s.matter = t.id"
        " LEFT JOIN main.callback c ON c.id = iif(s.what IN ('callback', 'attempt'), s.id, NULL)"
        " WHERE{}, s.seq",
        table, those_of_table);
}

std::set<std::int64_t> those_who_leave(store::Connection& connection) {
    std::set<std::int64_t> staff;
    for (Query row(connection, "SELECT staff FROM main.staff_edition WHERE has_left"); row.next();)
        staff.insert(row.integer(0));
    return staff;
}

StepRow step_with_call(const Query& row, base::Instant now) {
    auto step = read_step(row, now);
    step.is_call = row.flag(11);
    step.reached = row.flag(12);
    step.raised = row.flag(13);
    step.satisfied = row.flag(14);
    step.is_signed = row.flag(15);
    return step;
}

void take_kind(const Query& row, Facts& facts, Signs& signs) {
    if (facts.kind == "complaint") {
        facts.whole = !row.is_null(12);
        if (row.flag(12)) signs.emplace("hotline");
        if (row.flag(13)) signs.emplace("repeat");
    }
    if (facts.kind == "repair") {
        facts.whole = row.flag(14);
        note_repair({.appointed = row.flag(15), .placed = row.flag(16), .rework = row.flag(17)},
                    facts, signs);
    }
}

}  // namespace

void for_each_facts(store::Connection& connection, std::string_view table,
                    std::pair<std::int64_t, std::int64_t> ids, base::Instant now,
                    const TakeFacts& take) {
    const auto leaving = those_who_leave(connection);
    Query step(connection, steps_of_matters(table), ids.first, ids.second);
    bool has_step = step.next();
    for (Query row(connection, rows_of_matters(table), ids.first, ids.second); row.next();) {
        Facts facts{.id = row.integer(11), .kind = {}};
        Signs signs(not_looked_for.begin(), not_looked_for.end());
        take_matter(row, now, facts, signs);
        StepSigns steps(signs, facts, opened_at(facts));
        Disorder disorder;
        for (; has_step && step.integer(0) == facts.id; has_step = step.next()) {
            const auto one = step_with_call(step, now);
            if (one.handed && leaving.contains(step.integer(5))) signs.emplace("left");
            disorder.take(one.what, one.at, one.as_happened);
            steps.take(one);
        }
        take_kind(row, facts, signs);
        take(std::move(facts), signs, disorder.found());
    }
}

}  // namespace huiyin::rulebook
