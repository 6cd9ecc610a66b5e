// Which verdicts a command takes back.

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "huiyin/records/policy.hpp"
#include "huiyin/rulebook/verdicts.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"

namespace huiyin::rulebook {

using store::Query;

namespace {

/// What makes verdicts on other matters turn on one that a command touched.
enum class By {
    writing,     ///< a row of the table was written
    finishing,   ///< the work was finished, or its category said to be another
    correcting,  ///< something of it was corrected, erased or made void
};

/// Matters that are judged by another one's records.
struct Neighbours {
    By by;
    std::string_view table;  ///< of `writing`
    std::string_view of;     ///< SQL from the touched matter's id to theirs
};

constexpr std::string_view reported = "SELECT complaint FROM event WHERE id = ?1 AND complaint > 0";
constexpr std::string_view accounted = "SELECT source FROM conduct WHERE id = ?1 AND source > 0";
constexpr std::string_view answered_by_letter =
    "SELECT c.matter FROM letter_share h JOIN callback c ON c.id = h.callback WHERE h.letter = ?1";
constexpr std::string_view reworks = "SELECT id FROM repair WHERE rework_of = ?1";

/// Repairs of what is or was its home that were asked for since: they may be reworks of it. As it
/// was spelled there it may be on file nowhere any more.
constexpr std::string_view later_at_home =
    "WITH was(unit) AS ("
    "    SELECT unit FROM matter WHERE id = ?1"
    "    UNION SELECT r.old_unit FROM step s JOIN rehomed r ON r.step = s.id WHERE s.matter = ?1)"
    " SELECT n.id FROM was w CROSS JOIN home_spelling h ON h.home = home_of(w.unit)"
    " CROSS JOIN matter n ON n.unit = h.unit"
    " WHERE n.kind = 'repair' AND n.id <> ?1"
    " AND n.at >= (SELECT m.at FROM matter m WHERE m.id = ?1)";

/// What may have been taken for the same thing told twice (record.twice).
constexpr std::string_view told_after_it =
    "WITH was(unit) AS ("
    "    SELECT unit FROM matter WHERE id = ?1"
    "    UNION SELECT r.old_unit FROM step s JOIN rehomed r ON r.step = s.id WHERE s.matter = ?1)"
    " SELECT n.id FROM matter n WHERE n.id > ?1 AND n.id <= ?1 + 50"
    " UNION"
    " SELECT n.id FROM was w CROSS JOIN home_spelling h ON h.home = home_of(w.unit)"
    " CROSS JOIN matter n ON n.unit = h.unit WHERE n.id > ?1";

constexpr std::array neighbours{
    Neighbours{By::writing, "event", reported},
    Neighbours{By::correcting, {}, reported},
    Neighbours{By::writing, "conduct", accounted},
    Neighbours{By::correcting, {}, accounted},
    Neighbours{By::correcting, {}, answered_by_letter},
    Neighbours{By::finishing, {}, reworks},
    Neighbours{By::correcting, {}, reworks},
    Neighbours{By::finishing, {}, later_at_home},
    Neighbours{By::correcting, {}, later_at_home},
    Neighbours{By::correcting, {}, told_after_it},
};

/// What takes a shift to its end.
constexpr std::array<std::string_view, 3> ends_of_shift{"end", "handover", "relieved"};

/// From when to when a shift went on, or did before a correction; nothing where it is none.
constexpr std::string_view times_of_shift =
    "WITH times(at) AS ("
    "    SELECT started_at FROM shift WHERE id = ?1"
    "    UNION ALL SELECT closed_at FROM matter WHERE id = ?1"
    "    UNION ALL SELECT at FROM step WHERE matter = ?1"
    "        AND +what IN ('add', 'end', 'handover', 'relieved')"
    "    UNION ALL SELECT CAST(a.old_value AS INTEGER) FROM step s JOIN amended a ON a.step = s.id"
    "        WHERE s.matter = ?1 AND s.field IN ('opened-at', 'step-at'))"
    " SELECT min(t.at), max(t.at), m.closed_at FROM shift s CROSS JOIN matter m ON m.id = s.id"
    " CROSS JOIN times t WHERE s.id = ?1 GROUP BY s.id";

/// The roster entries that a shift may take up, or that may be taken up because it goes on: it
/// began in `?1` or later, and ended by `?2`.
constexpr std::string_view taken_up =
    "SELECT id FROM roster WHERE from_at BETWEEN ?1 - 259200 AND ?2"
    " AND (from_at >= ?1 - 3600 OR until_at > ?1)";

/// Roster entries that a shift may take up in place of this one, or that clash with it: those in
/// the same three days, with an hour before each.
constexpr std::string_view entries_near =
    "SELECT n.id FROM roster r CROSS JOIN roster n"
    " ON n.from_at BETWEEN r.from_at - 262800 AND max(r.from_at, r.until_at) + 7200"
    " AND n.until_at >= r.from_at - 3600 WHERE r.id = ?1";

/// The matters of a home in the register, in every spelling.
constexpr std::string_view of_home =
    "SELECT n.id FROM home o CROSS JOIN home_spelling h ON h.home = home_of(o.unit)"
    " CROSS JOIN matter n ON n.unit = h.unit WHERE o.id = ?";

/// More homes at once, and everything is judged anew.
constexpr std::int64_t few_homes = 50;

class Withdrawal {
  public:
    Withdrawal(store::Connection& connection, const ChangeSummary& touched,
               const std::set<base::Instant>& corrected, std::int64_t through)
        : connection_(connection), touched_(touched), corrected_(corrected), through_(through) {
        // Of a matter's end and of work that is finished no table tells.
        for (const auto& [table, id] : touched.written)
            if (table == "step")
                if (auto what =
                        store::find_text(connection, "SELECT what FROM step WHERE id = ?", id))
                    steps_.insert(std::move(*what));
    }

    /// Whether so much may be judged otherwise that no verdict is left.
    bool is_of_everything() const {
        if (wrote("office")) return true;
        if (!wrote("home")) return false;
        // With the first home in the register, and without the last, every other matter is judged
        // otherwise.
        const auto homes = std::ranges::count(
            touched_.written, "home", [](const auto& row) { return std::string_view(row.first); });
        const auto listed =
            store::find_integer(connection_, "SELECT count(*) FROM home WHERE retired_at IS NULL");
        return homes > few_homes || listed.value_or(0) <= homes;
    }

    void withdraw_matters() {
        std::set<std::int64_t> turning;
        const bool corrects = !corrected_.empty() || wrote("erased_value");
        const bool finishes = finishes_work();
        for (const auto& [kind, id] : touched_.subjects) {
            if (kind != "matter") continue;
            turning.insert(id);
            for (const auto& one : neighbours)
                if (one.by == By::writing ? wrote(one.table)
                                          : (one.by == By::finishing ? finishes : corrects))
                    add_those(one.of, id, turning);
        }
        for (const auto& [table, id] : touched_.written)
            if (table == "home") add_those(of_home, id, turning);
        if (changes_duty()) add_posts(turning);
        for (const auto id : turning)
            if (id <= through_)
                store::run(connection_, "INSERT OR IGNORE INTO unjudged (matter) VALUES (?)", id);
    }

    /// A callback counts for the week in which it was due, however late it is made. So of a matter
    /// that callbacks are owed for every week and month goes in which one of its steps lies, or
    /// something that began with it may have fallen due.
    void withdraw_periods() {
        const auto last_until =
            store::find_integer(connection_, "SELECT max(until_at) FROM judged_period");
        if (!last_until) return;
        auto moments = corrected_;
        for (const auto& [kind, id] : touched_.subjects)
            if (kind == "matter") add_steps_of(id, moments);
        if (moments.empty() || *moments.begin() >= base::instant(*last_until)) return;
        const auto longest = longest_limit(records::Policies::load(connection_));
        for (const auto moment : moments)
            store::run(connection_,
                       "DELETE FROM judged_period WHERE until_at > ?1 AND from_at <= ?2", moment,
                       moment + longest);
    }

  private:
    bool wrote(std::string_view table) const { return touched_.tables.contains(table); }

    bool finishes_work() const { return wrote("recategorised") || steps_.contains("finish"); }

    bool ends_shift() const {
        return std::ranges::any_of(ends_of_shift, [&](auto what) { return steps_.contains(what); });
    }

    bool changes_duty() const {
        return wrote("shift") || wrote("roster") || ends_shift() || !corrected_.empty();
    }

    /// Posts that may have been taken up otherwise. A shift that was still on, or is, goes on for
    /// whatever began since.
    void add_posts(std::set<std::int64_t>& matters) const {
        constexpr auto never = std::numeric_limits<std::int64_t>::max();
        std::int64_t from = never;
        std::int64_t until = 0;
        for (const auto& [kind, id] : touched_.subjects) {
            if (kind != "matter") continue;
            add_those(entries_near, id, matters);
            Query shift(connection_, times_of_shift, id);
            if (!shift.next()) continue;
            from = std::min(from, shift.integer(0));
            const bool was_on =
                ends_shift() && corrected_.empty() && !touched_.written.contains({"shift", id});
            until = std::max(until, shift.is_null(2) || was_on ? never : shift.integer(1));
        }
        if (from == never) return;
        // An hour before an entry a shift may begin that takes it up.
        const auto last = until == never ? never : until + 3'600;
        for (Query row(connection_, taken_up, from, last); row.next();)
            matters.insert(row.integer(0));
    }

    void add_steps_of(std::int64_t matter, std::set<base::Instant>& moments) const {
        for (Query row(connection_,
                       "SELECT s.at FROM matter m CROSS JOIN step s ON s.matter = m.id"
                       " WHERE m.id = ? AND m.kind IN ('complaint', 'suggestion')",
                       matter);
             row.next();)
            moments.insert(row.time(0));
    }

    void add_those(std::string_view sql, std::int64_t id, std::set<std::int64_t>& matters) const {
        for (Query row(connection_, sql, id); row.next();)
            matters.insert(row.integer(0));
    }

    store::Connection& connection_;
    const ChangeSummary& touched_;
    const std::set<base::Instant>& corrected_;
    std::int64_t through_;
    std::set<std::string, std::less<>> steps_;  ///< the kinds of those that were recorded
};

}  // namespace

void withdraw_verdicts(store::Connection& connection, const ChangeSummary& touched,
                       const std::set<base::Instant>& corrected) {
    if (touched.written.empty()) return;
    const auto through = store::find_integer(connection, "SELECT matter FROM judged_through");
    if (!through) return;
    Withdrawal withdrawal(connection, touched, corrected, *through);
    if (withdrawal.is_of_everything()) {
        store::run(connection, "DELETE FROM judged_through WHERE true");
        return;
    }
    withdrawal.withdraw_matters();
    withdrawal.withdraw_periods();
}

}  // namespace huiyin::rulebook
