#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/rulebook/verdicts.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"
#include "kept_verdicts.hpp"
#include "standing.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

/// About which nothing is found any more because time passes: it is at its end, owes nothing, and
/// nothing about it lies ahead, nor in this very second, of which a decision may yet be made that
/// it is judged by. A roster entry is settled once nobody can come for it any more. A kind that is
/// not named is judged anew each time: shifts and surveys are judged by their neighbours and by the
/// day.
constexpr std::string_view settled =
    "m.kind IN ('complaint', 'suggestion', 'repair', 'assist', 'event', 'conduct', 'letter',"
    "           'roster')"
    " AND (m.closed_at <= ?1 OR m.voided_at <= ?1"
    "      OR m.kind = 'roster' AND EXISTS (SELECT 1 FROM main.roster r WHERE r.id = m.id"
    "                                       AND r.from_at < ?1 AND r.until_at < ?1))"
    " AND m.at <= ?1 AND (m.closed_at <= ?1) IS NOT FALSE AND (m.voided_at <= ?1) IS NOT FALSE"
    " AND NOT EXISTS (SELECT 1 FROM main.owing o WHERE o.matter = m.id)"
    " AND NOT EXISTS (SELECT 1 FROM main.step s WHERE s.matter = m.id"
    "                 AND (s.at > ?1 OR s.recorded_at >= ?1))";

/// One part of the work: of matters that are settled, in temp.chosen.
class JudgedPart {
  public:
    explicit JudgedPart(const records::Writing& writing)
        : connection_(writing.connection()),
          writing_(writing),
          engine_(connection_, writing.zone(), writing.now()),
          next_id_(writing.next_id("kept_finding")) {
        make_empty(connection_, "temp.chosen");
    }

    /// Where no verdict counts all is begun anew.
    std::int64_t reach() {
        if (const auto through = judged_through(connection_, writing_.now())) return *through;
        store::run(connection_, "DELETE FROM judged_through WHERE true");
        store::run(connection_, "DELETE FROM judged_period WHERE true");
        store::run(connection_,
                   "INSERT INTO judged_through (id, rulebook, matter, at) VALUES (1, ?, 0, ?)",
                   rulebook_digest(), writing_.now());
        return 0;
    }

    struct Taken {
        std::int64_t last = 0;
        std::int64_t count = 0;
    };

    /// Takes the matters behind `through`, so many at most.
    Taken take_behind(std::int64_t through, std::int64_t most) {
        const auto taken = next_behind(through, most);
        if (taken.count == 0) return {through, 0};
        store::run(connection_,
                   base::format("INSERT INTO temp.chosen SELECT m.id FROM main.matter m"
                                " WHERE m.id > ?2 AND m.id <= ?3 AND {}",
                                settled),
                   writing_.now(), through, taken.last);
        store::run(connection_, "DELETE FROM unjudged WHERE matter > ? AND matter <= ?", through,
                   taken.last);
        store::run(connection_,
                   "INSERT INTO unjudged SELECT m.id FROM main.matter m WHERE m.id > ?1"
                   " AND m.id <= ?2 AND m.id NOT IN (SELECT id FROM temp.chosen)",
                   through, taken.last);
        return taken;
    }

    /// Takes those that have been touched and are settled again, from behind one of them up to
    /// `through`.
    Taken take_touched(std::int64_t behind, std::int64_t through, std::int64_t most) {
        store::run(connection_,
                   base::format("INSERT INTO temp.chosen SELECT u.matter FROM main.unjudged u"
                                " CROSS JOIN main.matter m ON m.id = u.matter"
                                " WHERE u.matter > ?2 AND u.matter <= ?3 AND {}"
                                " ORDER BY u.matter LIMIT ?4",
                                settled),
                   writing_.now(), behind, through, most);
        Query row(connection_, "SELECT max(id), count(*) FROM temp.chosen WHERE id > ? AND id <= ?",
                  behind, through);
        row.next();
        return {row.integer(0), row.integer(1)};
    }

    void judge_chosen() {
        StoreJudgement judgement(engine_, StoreJudgement::Chosen{});
        auto rules = engine_.rules();
        std::erase_if(rules, std::not_fn(goes_by_portions));
        judgement.evaluate(rules, {.condition = pending_or_missed, .only_what_stands = true},
                           [&](Evaluation&& part) { note(std::move(part)); });
        note(judgement.evaluate_chosen_posts(engine_.rules()));
        store::run(connection_,
                   "DELETE FROM kept_finding WHERE matter IN (SELECT id FROM temp.chosen)");
        for (const auto id : undecided_) {
            store::run(connection_, "DELETE FROM temp.chosen WHERE id = ?", id);
            store::run(connection_, "INSERT OR IGNORE INTO unjudged (matter) VALUES (?)", id);
        }
        store::run(connection_,
                   "DELETE FROM unjudged WHERE matter IN (SELECT id FROM temp.chosen)");
        for (const auto& [matter, found] : found_of_)
            if (!undecided_.contains(matter))
                for (const auto& one : found)
                    keep_finding(connection_, next_id_++, matter, one);
    }

    void reached(std::int64_t through) {
        store::run(connection_, "UPDATE judged_through SET matter = ?, at = ? WHERE true", through,
                   writing_.now());
    }

    /// Judges weeks and months that have no verdict, so many at most, and gives how many it did.
    std::int64_t judge_periods(std::int64_t most) {
        StoreJudgement judgement(engine_);
        auto judged = judgement.evaluate_unjudged_periods(engine_.rules(), most);
        for (const auto& period : judged.periods) {
            store::run(connection_, "DELETE FROM kept_finding WHERE matter IS NULL AND subject = ?",
                       period.name);
            store::run(connection_,
                       "INSERT INTO judged_period (until_at, period, from_at) VALUES (?, ?, ?)",
                       period.until, period.name, period.from);
        }
        for (const auto& one : judged.evaluation.findings)
            keep_finding(connection_, next_id_++, {}, one);
        return std::ssize(judged.periods);
    }

  private:
    void note(Evaluation&& part) {
        settle_refusals_on_file(engine_, part.findings);
        for (auto& one : part.findings) {
            const auto matter = matter_of(connection_, one.subject).value();
            const bool may_end =
                one.rule->form == Form::clock && one.open && !is_of_posts(*one.rule);
            if (may_end || !may_keep_findings_of(*one.rule)) undecided_.insert(matter);
            found_of_[matter].push_back(std::move(one));
        }
        for (const auto& one : part.deadlines)
            if (runs_on(one, writing_.now()))
                undecided_.insert(matter_of(connection_, one.subject).value());
    }

    Taken next_behind(std::int64_t through, std::int64_t most) {
        Query row(connection_,
                  "SELECT max(id), count(*) FROM"
                  " (SELECT id FROM main.matter WHERE id > ? ORDER BY id LIMIT ?)",
                  through, most);
        row.next();
        return {row.integer(0), row.integer(1)};
    }

    store::Connection& connection_;
    const records::Writing& writing_;
    RuleEngine engine_;
    std::int64_t next_id_;
    std::map<std::int64_t, std::vector<Found>> found_of_;
    std::set<std::int64_t> undecided_;  ///< of which no verdict can be kept
};

}  // namespace

bool VerdictKeeping::is_behind(const records::Writing& writing) const {
    const auto through = judged_through(writing.connection(), writing.now());
    const auto last = store::find_integer(writing.connection(), "SELECT max(id) FROM main.matter");
    return !through || last.value_or(0) - *through >= part_.matters;
}

void VerdictKeeping::keep_part(const records::Writing& writing) {
    // By a clock that was ahead: what is on file may not have happened yet.
    if (store::find_integer(writing.connection(), "SELECT 1 FROM main.step WHERE recorded_at > ?",
                            writing.now())) {
        goes_on_ = false;
        return;
    }
    JudgedPart part(writing);
    const auto through = part.reach();
    const auto behind = part.take_behind(through, part_.matters);
    const auto left = part_.matters - behind.count;
    JudgedPart::Taken touched;
    if (left > 0) {
        touched = part.take_touched(looked_at_, through, left);
        looked_at_ = std::max(looked_at_, touched.last);
    }
    part.judge_chosen();
    const auto matters = behind.count + touched.count;
    const auto periods = part.judge_periods(part_.periods);
    if (matters + periods > 0) part.reached(behind.last);
    goes_on_ = matters == part_.matters || periods == part_.periods;
}

}  // namespace huiyin::rulebook
