#include "signs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/step_kind.hpp"
#include "huiyin/store/query.hpp"

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
    Sign{"sent-again", "a repair that was dispatched more than once"},
    Sign{"echo",
         "something of its kind came by its channel within ten minutes in its words, just before "
         "or about its home"},
};

/// Of a matter's own row. The times of its steps, `<step>_at`, are read from the kinds of step.
constexpr std::array<std::string_view, 14> facts_of_itself{
    "id",   "no",    "kind",      "at",           "channel", "category",       "unit",
    "text", "phone", "closed_at", "reachable_at", "ended",   "handed_over_at", "reached_at"};

/// `callback-void` is `callback_void` in SQL.
std::string in_sql(std::string_view word, std::string_view ending) {
    std::string name(word);
    std::ranges::replace(name, '-', '_');
    return name.append(ending);
}

/// A fact that only steps of orders have: which order the first of them was of.
constexpr std::string_view of_order = "_order";
constexpr std::string_view moment = "_at";

using records::StepTrait;

bool has(std::string_view what, StepTrait trait) {
    const auto* kind = records::find_step_kind(what);
    return kind != nullptr && kind->has(trait);
}

/// A step as it stands on file, with the callback that it may be.
struct StepRow {
    std::string what;
    std::int64_t at = 0;
    std::int64_t recorded_at = 0;
    bool counts = false;  ///< it has happened and is not void
    bool handed = false;  ///< to somebody
    std::string field = {};
    std::optional<std::string> ended = {};
    std::string method = {};
    std::optional<std::int64_t> order = {};
    bool is_call = false;
    bool reached = false;
    bool raised = false;
    bool satisfied = false;
    bool is_signed = false;
};

/// What the steps of a matter tell, in the order in which they were recorded.
class StepSigns {
  public:
    StepSigns(Signs& signs, Facts& facts, std::int64_t opened_at)
        : signs_(signs), facts_(facts), before_(opened_at) {}

    void take(const StepRow& step) {
        take_order_of(step);
        if (step.is_call) take_call(step);
        note(seen("dispatch") && step.what == "dispatch", "sent-again");
        note(has(step.what, StepTrait::spoken), "spoken");
        // What could be reached by was taken off, now or for a while.
        note(step.what == "amend" && (step.field == "phone" || step.field == "unit"),
             "unreachable");
        note(step.what == "amend" && step.field == "rework-of", "rework");
        signs_.insert(step.what);
        if (step.counts) take_facts(step);
    }

  private:
    void take_order_of(const StepRow& step) {
        const auto& what = step.what;
        note(step.at != step.recorded_at || step.at < before_, "untimely");
        before_ = step.at;
        note((what == "opinion" || what == "reply") && !seen("investigate"), "unfounded");
        note(what == "reply" && !seen("opinion"), "unfounded");
        note(over_, "afterwards");
        over_ = over_ || has(what, StepTrait::ends) || what == "void";
        note(seen(what) && has(what, StepTrait::once), "again");
        const bool hands_over = step.handed && has(what, StepTrait::hands_over);
        note(hands_over && handed_over_, "handed-on");
        handed_over_ = handed_over_ || hands_over;
    }

    void take_call(const StepRow& step) {
        signs_.emplace("called");
        note(step.raised, "raised");
        note(!step.satisfied, "unsettled");
        note(step.method == "letter", "by-letter");
        note(step.method == "open-letter", "open-letter");
        note(step.method == "visit" && !step.is_signed, "unsigned");
        const auto* done = facts_.kind == "repair"       ? "finish_at"
                           : facts_.kind == "suggestion" ? "answer_at"
                                                         : "reply_at";
        const auto at = facts_.values.find(done);
        note(at == facts_.values.end() || std::get<std::int64_t>(at->second) > step.at, "unearned");
        if (step.counts && step.reached) keep_first("reached_at", step.at);
    }

    void take_facts(const StepRow& step) {
        const bool is_first = keep_first(in_sql(step.what, moment), step.at);
        if (is_first && step.order)
            facts_.values.insert_or_assign(in_sql(step.what, of_order), *step.order);
        if (step.handed && has(step.what, StepTrait::hands_over))
            keep_first("handed_over_at", step.at);
        // Of several closings the first says how it ended.
        if (step.what == "close" && !std::exchange(closed_, true) && step.ended)
            facts_.values.emplace("ended", *step.ended);
    }

    /// Of moments the earliest. Says whether this is it.
    bool keep_first(const std::string& name, std::int64_t at) {
        const auto [found, is_new] = facts_.values.emplace(name, at);
        if (is_new || at >= std::get<std::int64_t>(found->second)) return is_new;
        found->second = at;
        return true;
    }

    bool seen(std::string_view sign) const { return signs_.contains(sign); }
    void note(bool so, const char* word) {
        if (so) signs_.emplace(word);
    }

    Signs& signs_;
    Facts& facts_;
    std::int64_t before_;
    bool over_ = false;
    bool handed_over_ = false;
    bool closed_ = false;
};

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
                base::Instant now, Signs& signs, const LookedFor& looked_for) {
    const auto note = [&](bool so, const char* word) {
        if (so) signs.emplace(word);
    };
    StepSigns steps(signs, facts, opened_at);
    const auto until = base::seconds(now);
    // A matter's steps are numbered as they are recorded, and found in that order without sorting.
    for (Query row(connection,
                   "SELECT id, what, at, recorded_at, voided_at, to_staff, field, ended, method,"
                   " dispatch_order, text FROM main.step WHERE matter = ? ORDER BY seq",
                   facts.id);
         row.next();) {
        const auto id = row.integer(0);
        StepRow step{.what = row.text(1),
                     .at = row.integer(2),
                     .recorded_at = row.integer(3),
                     .handed = !row.is_null(5),
                     .field = row.text(6),
                     .ended = row.maybe_text(7),
                     .method = row.text(8),
                     .order = row.maybe_integer(9)};
        step.counts = step.at <= until && (row.is_null(4) || row.integer(4) > until);
        if (step.what == "callback" || step.what == "attempt") read_call(connection, id, step);
        note(looked_for.left && step.handed && went_to_one_who_left(connection, row.integer(5)),
             "left");
        note(looked_for.harsh && has(step.what, StepTrait::spoken) && !row.is_null(10) &&
                 is_harsh(connection, row.integer(10), step.at),
             "harsh");
        if (looked_for.harsh && step.is_call)
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
bool take_repair(store::Connection& connection, const Facts& facts, Signs& signs,
                 const LookedFor& looked_for) {
    const auto note = [&](bool so, const char* word) {
        if (so) signs.emplace(word);
    };
    Query row(connection,
              "SELECT appointment_at IS NOT NULL, place IS NOT NULL, rework_of IS NOT NULL,"
              " not_rework IS NOT NULL FROM main.repair WHERE id = ?",
              facts.id);
    if (!row.next()) return false;
    const auto category = facts.values.find("category");
    note(row.flag(0), "appointed");
    // The home may have been taken off later than the moment that is asked about.
    note(!row.flag(1) && (!facts.values.contains("unit") || signs.contains("amend")), "nowhere");
    note(row.flag(2), "rework");
    note(category != facts.values.end() && category->second == store::Value("heating-main"),
         "heating");
    if (!row.flag(2) && !row.flag(3))
        note(looked_for.neighbour && has_neighbour(connection, facts.id), "neighbour");
    return true;
}

}  // namespace

std::span<const Sign> signs() {
    return all_signs;
}

bool is_fact(std::string_view name) {
    if (std::ranges::find(facts_of_itself, name) != facts_of_itself.end()) return true;
    return std::ranges::any_of(records::step_kinds(), [&](const auto& kind) {
        return name == in_sql(kind.word, moment) || name == in_sql(kind.word, of_order);
    });
}

Facts facts_of(store::Connection& connection, std::int64_t matter, base::Instant now, Signs& signs,
               const LookedFor& looked_for) {
    const auto note = [&](bool so, const char* word) {
        if (so) signs.emplace(word);
    };
    Facts facts{.id = matter, .kind = {}};
    auto& values = facts.values;
    std::int64_t opened_at = 0;
    {
        Query one(connection,
                  "SELECT kind, no, at, channel, category, unit, text, reachable_at, closed_at,"
                  " voided_at, phone FROM main.matter WHERE id = ?",
                  matter);
        if (!one.next()) return facts;
        const auto until = base::seconds(now);
        const auto keep = [&](const char* name, const auto& value) {
            if (value) values.emplace(name, *value);
        };
        facts.kind = one.text(0);
        opened_at = one.integer(2);
        facts.stands = opened_at <= until && (one.is_null(9) || one.integer(9) > until);
        const auto reachable_at = one.maybe_integer(7);
        values.emplace("id", matter);
        values.emplace("kind", facts.kind);
        values.emplace("no", one.text(1));
        values.emplace("at", opened_at);
        keep("channel", one.maybe_text(3));
        keep("category", one.maybe_text(4));
        keep("unit", one.maybe_text(5));
        keep("text", one.maybe_integer(6));
        keep("phone", one.maybe_integer(10));
        keep("reachable_at", reachable_at);
        if (!one.is_null(8) && one.integer(8) <= until) values.emplace("closed_at", one.integer(8));
        const bool is_reachable = reachable_at && *reachable_at <= until;
        note(is_reachable, "reachable");
        note(!is_reachable, "unreachable");
        note(one.text(3) == "visit", "visit");
    }
    signs.insert(facts.kind);
    take_steps(connection, facts, opened_at, now, signs, looked_for);
    if (facts.kind == "complaint") facts.whole = take_complaint(connection, matter, signs);
    if (facts.kind == "repair") facts.whole = take_repair(connection, facts, signs, looked_for);
    return facts;
}

}  // namespace huiyin::rulebook
