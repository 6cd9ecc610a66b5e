#include "signs.hpp"

#include <algorithm>
#include <array>

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
};

/// What the steps of a matter tell, in the order in which they were recorded.
class StepSigns {
  public:
    StepSigns(Signs& signs, std::int64_t opened_at) : signs_(signs), before_(opened_at) {}

    void take(const std::string& what, std::int64_t at, std::int64_t recorded_at, bool handed) {
        const auto* kind = records::find_step_kind(what);
        const auto is = [&](records::StepTrait trait) {
            return kind != nullptr && kind->has(trait);
        };
        note(at != recorded_at || at < before_, "untimely");
        before_ = at;
        note((what == "opinion" || what == "reply") && !seen("investigate"), "unfounded");
        note(what == "reply" && !seen("opinion"), "unfounded");
        note(over_, "afterwards");
        over_ = over_ || is(records::StepTrait::ends) || what == "void";
        note(seen(what) && is(records::StepTrait::once), "again");
        const bool hands_over = handed && is(records::StepTrait::hands_over);
        note(hands_over && handed_over_, "handed-on");
        handed_over_ = handed_over_ || hands_over;
        note(is(records::StepTrait::spoken), "spoken");
        signs_.insert(what);
    }

  private:
    bool seen(std::string_view sign) const { return signs_.contains(sign); }
    void note(bool so, const char* word) {
        if (so) signs_.emplace(word);
    }

    Signs& signs_;
    std::int64_t before_;
    bool over_ = false;
    bool handed_over_ = false;
};

}  // namespace

std::span<const Sign> signs() {
    return all_signs;
}

void add_signs_of(store::Connection& connection, std::int64_t matter, base::Instant now,
                  Signs& signs) {
    const auto note = [&](bool so, const char* word) {
        if (so) signs.emplace(word);
    };
    Query one(connection,
              "SELECT m.kind, m.channel = 'visit', m.reachable_at <= ?2, c.hotline_due_at,"
              " EXISTS (SELECT 1 FROM main.repeat_link l WHERE l.complaint = m.id), m.at,"
              " EXISTS (SELECT 1 FROM main.step c WHERE c.matter = m.id AND +c.what = 'amend'"
              " AND c.field IN ('phone', 'unit'))"
              " FROM main.matter m LEFT JOIN main.complaint c ON c.id = m.id WHERE m.id = ?1",
              matter, now);
    if (!one.next()) return;
    signs.insert(one.text(0));
    note(one.flag(1), "visit");
    note(one.flag(2), "reachable");
    // What could be reached by was taken off, now or for a while.
    note(!one.flag(2) || one.flag(6), "unreachable");
    note(!one.is_null(3), "hotline");
    note(one.flag(4), "repeat");
    StepSigns steps(signs, one.integer(5));
    int count = 0;
    for (Query step(connection,
                    "SELECT s.what, s.at, s.recorded_at, s.to_staff IS NOT NULL, EXISTS (SELECT 1"
                    " FROM main.staff_edition e WHERE e.staff = s.to_staff AND e.has_left)"
                    " FROM main.step s WHERE s.matter = ? ORDER BY s.id",
                    matter);
         step.next(); ++count) {
        steps.take(step.text(0), step.integer(1), step.integer(2), step.flag(3));
        note(step.flag(4), "left");
    }
    if (count > 1) {
        Query calls(connection,
                    "SELECT count(*), max(raised IS NOT NULL OR appointment_at IS NOT NULL),"
                    " max(raised IS NOT NULL OR satisfied IS NOT 'yes')"
                    " FROM main.callback WHERE matter = ?",
                    matter);
        calls.next();
        note(calls.flag(0), "called");
        note(calls.flag(1), "raised");
        note(calls.flag(2), "unsettled");
    }
    if (one.text(0) != "repair") return;
    Query repair(connection,
                 "SELECT r.appointment_at IS NOT NULL, r.rework_of IS NULL AND r.not_rework IS NULL"
                 " AND (EXISTS (SELECT 1 FROM main.rehomed) OR EXISTS ("
                 "SELECT 1 FROM main.same_home h JOIN main.matter o ON o.unit = h.other"
                 " WHERE h.unit = m.unit AND +o.kind = 'repair' AND o.id <> m.id))"
                 " FROM main.repair r JOIN main.matter m ON m.id = r.id WHERE r.id = ?",
                 matter);
    if (!repair.next()) return;
    note(repair.flag(0), "appointed");
    note(repair.flag(1), "neighbour");
}

}  // namespace huiyin::rulebook
