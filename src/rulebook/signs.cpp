#include "signs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/step_kind.hpp"
#include "huiyin/store/query.hpp"
#include "step_signs.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

constexpr std::array all_signs{
    Sign{"visit", "it was brought by a visit"},
    Sign{"reachable", "somebody can be reached about it"},
    Sign{"unreachable", "nobody can"},
    Sign{"hotline", "another office set a time for its answer"},
    Sign{"repeat", "it was known to repeat another"},
    Sign{"left", "one of its steps went to somebody who was to leave, or has left"},
    Sign{"spoken", "one of its steps says something to a resident"},
    Sign{"untimely",
         "one of its steps was not recorded as it happened, or happened before one that was "
         "recorded before it"},
    Sign{"unfounded", "an opinion was recorded before the facts, or a reply before both"},
    Sign{"afterwards", "a step was recorded after its end, or after it was void"},
    Sign{"again", "a step that is done once was recorded again"},
    Sign{"handed-on", "it went from one holder to another"},
    Sign{"called", "somebody was called back about it, or it was tried"},
    Sign{"raised", "that raised something anew, or made an appointment"},
    Sign{"unsettled", "that left something open"},
    Sign{"appointed", "a repair that somebody was to come for at a time agreed upon"},
    Sign{"neighbour", "a repair about which nothing was said has another in its home"},
    Sign{"rework", "a repair that does another's work again, or did"},
    Sign{"heating", "a repair of a main heating pipe, as it was first called"},
    Sign{"nowhere", "a repair of which neither home nor place was said"},
    Sign{"listing", "the office keeps a register of homes"},
    Sign{"harsh", "what was said to a resident has taboo words, or had some that were erased"},
    Sign{"unearned", "somebody was called back before the work or the answer was on record"},
    Sign{"by-letter", "somebody was called back by letter"},
    Sign{"unsigned", "a callback on a visit has no signature"},
    Sign{"open-letter", "an open letter stands for a callback"},
    Sign{"as-happened", "a callback was recorded as it happened, though a rule says otherwise"},
    Sign{"sent-again", "a repair that was dispatched more than once"},
    Sign{"echo",
         "something of its kind came by its channel within ten minutes in its words, just before "
         "or about its home"},
};

/// Of a matter's own row. The times of its steps, `<step>_at`, are read from the kinds of step.
constexpr std::array<std::string_view, 14> facts_of_itself{
    "id",   "no",    "kind",      "at",           "channel", "category",       "unit",
    "text", "phone", "closed_at", "reachable_at", "ended",   "handed_over_at", "reached_at"};

// Each of what follows is asked only where a step is of its kind: preparing a query that has
// everything takes longer than all the rest.

void read_call(store::Connection& connection, std::int64_t id, StepRow& step) {
    Query call(connection,
               "SELECT reached, raised IS NOT NULL OR appointment_at IS NOT NULL,"
               " raised IS NULL AND satisfied IS 'yes', signed_by IS NOT NULL"
               " FROM main.callback WHERE id = ?",
               id);
    if (!call.next()) return;
    step.is_call = true;
    step.reached = call.flag(0);
    step.raised = call.flag(1);
    step.satisfied = call.flag(2);
    step.is_signed = call.flag(3);
}

/// Whether somebody to whom the step went was to leave, or has left.
bool went_to_one_who_left(store::Connection& connection, std::int64_t staff) {
    return store::find_integer(
               connection, "SELECT 1 FROM main.staff_edition WHERE staff = ? AND has_left LIMIT 1",
               staff)
        .has_value();
}

/// Whether a text has a phrase that is taboo at that moment, or had one that was erased.
bool is_harsh(store::Connection& connection, std::int64_t text, std::int64_t at) {
    return store::find_integer(
               connection,
               "SELECT 1 FROM main.content WHERE id = ?1 AND taboo(value, ?2) IS NOT NULL"
               " UNION ALL SELECT 1 FROM main.erased_value WHERE said = ?1 AND phrase IS NOT NULL",
               text, at)
        .has_value();
}

/// What a callback says was settled.
std::optional<std::int64_t> settled_by(store::Connection& connection, std::int64_t callback) {
    return store::find_integer(connection, "SELECT settled FROM main.callback WHERE id = ?",
                               callback);
}

void take_steps(store::Connection& connection, Facts& facts, std::int64_t opened_at,
                base::Instant now, Signs& signs) {
    const auto note = [&](bool so, const char* word) {
        if (so) signs.emplace(word);
    };
    StepSigns steps(signs, facts, opened_at);
    // A matter's steps are numbered as they are recorded, and found in that order without sorting.
    for (Query row(connection,
                   "SELECT id, what, at, recorded_at, voided_at, to_staff, field, ended, method,"
                   " dispatch_order, as_happened, text FROM main.step WHERE matter = ?"
                   " ORDER BY seq",
                   facts.id);
         row.next();) {
        const auto id = row.integer(0);
        auto step = read_step(row, now);
        if (step.what == "callback" || step.what == "attempt") read_call(connection, id, step);
        note(step.handed && went_to_one_who_left(connection, row.integer(5)), "left");
        note(step.has(records::StepTrait::spoken) && !row.is_null(11) &&
                 is_harsh(connection, row.integer(11), step.at),
             "harsh");
        if (step.is_call)
            if (const auto settled = settled_by(connection, id))
                note(is_harsh(connection, *settled, step.at), "harsh");
        steps.take(step);
    }
}

/// Of a complaint: whether another office set a time for it, and whether it was known to repeat
/// another. Says whether there is one.
bool take_complaint(store::Connection& connection, std::int64_t matter, Signs& signs) {
    Query row(connection,
              "SELECT hotline_due_at IS NOT NULL,"
              " EXISTS (SELECT 1 FROM main.repeat_link WHERE complaint = ?1)"
              " FROM main.complaint WHERE id = ?1",
              matter);
    if (!row.next()) return false;
    if (row.flag(0)) signs.emplace("hotline");
    if (row.flag(1)) signs.emplace("repeat");
    return true;
}

/// Whether a repair that says of itself neither that it is rework nor that it is none has another
/// in its home.
bool has_neighbour(store::Connection& connection, std::int64_t matter) {
    return store::find_integer(connection,
                               "SELECT 1 FROM main.matter m WHERE m.id = ?"
                               " AND (EXISTS (SELECT 1 FROM main.rehomed) OR EXISTS ("
                               "SELECT 1 FROM main.same_home h JOIN main.matter o"
                               " ON o.unit = h.other WHERE h.unit = m.unit AND +o.kind = 'repair'"
                               " AND o.id <> m.id))",
                               matter)
        .has_value();
}

/// Of a repair. Says whether there is one.
bool take_repair(store::Connection& connection, const Facts& facts, Signs& signs) {
    Query row(connection,
              "SELECT appointment_at IS NOT NULL, place IS NOT NULL, rework_of IS NOT NULL,"
              " not_rework IS NOT NULL FROM main.repair WHERE id = ?",
              facts.id);
    if (!row.next()) return false;
    note_repair({.appointed = row.flag(0), .placed = row.flag(1), .rework = row.flag(2)}, facts,
                signs);
    if (!row.flag(2) && !row.flag(3) && has_neighbour(connection, facts.id))
        signs.emplace("neighbour");
    return true;
}

}  // namespace

std::span<const Sign> signs() {
    return all_signs;
}

bool is_fact(std::string_view name) {
    if (std::ranges::find(facts_of_itself, name) != facts_of_itself.end()) return true;
    return std::ranges::any_of(records::step_kinds(), [&](const auto& kind) {
        return name == step_fact(kind.word, moment_of_step) ||
               name == step_fact(kind.word, order_of_step);
    });
}

Facts facts_of(store::Connection& connection, std::int64_t matter, base::Instant now,
               Signs& signs) {
    Facts facts{.id = matter, .kind = {}};
    {
        Query row(connection, row_of_matter, matter);
        if (!row.next()) return facts;
        take_matter(row, now, facts, signs);
    }
    take_steps(connection, facts, opened_at(facts), now, signs);
    if (facts.kind == "complaint") facts.whole = take_complaint(connection, matter, signs);
    if (facts.kind == "repair") facts.whole = take_repair(connection, facts, signs);
    return facts;
}

}  // namespace huiyin::rulebook
