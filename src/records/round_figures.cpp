#include <numeric>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/week_figures.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// ?1 is the window's start, ?2 its end, ?3 as of when it is seen; {} a time to lie in it.
constexpr std::string_view within = "{0} >= ?1 AND {0} < min(?2, ?3 + 1)";
constexpr std::string_view standing = "(m.voided_at IS NULL OR m.voided_at > ?3)";

std::string in_window(std::string_view time) {
    return base::format(fmt::runtime(within), time);
}

std::int64_t count(store::Connection& connection, const Window& window, const std::string& sql) {
    Query row(connection, sql, window.from, window.until, window.as_of);
    return row.next() ? row.integer(0) : 0;
}

}  // namespace

std::int64_t CallbackCounts::done() const {
    return std::accumulate(by_method.begin(), by_method.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& one) { return sum + one.second; });
}

std::vector<CallbackMade> callbacks_made(store::Connection& connection, const Window& window) {
    std::vector<CallbackMade> made;
    for (Query row(
             connection,
             base::format(
                 "SELECT m.id, m.no, EXISTS (SELECT 1 FROM complaint h WHERE h.id = m.id"
                 "  AND h.hotline_no IS NOT NULL),"
                 " s.doer, s.at, s.method, EXISTS (SELECT 1 FROM v_rated v WHERE v.id = m.id),"
                 " c.signed_by IS NOT NULL, c.satisfied, c.resolved"
                 " FROM step s CROSS JOIN callback c ON c.id = s.id"
                 " CROSS JOIN matter m ON m.id = c.matter"
                 " WHERE s.what = 'callback' AND c.reached AND {} AND {}"
                 " AND (s.voided_at IS NULL OR s.voided_at > ?3)"
                 // Of an open letter that is void no share is left.
                 " AND NOT EXISTS (SELECT 1 FROM letter_share h JOIN matter l ON l.id = h.letter"
                 "  WHERE h.callback = c.id AND l.voided_at <= ?3)",
                 in_window("s.at"), standing),
             window.from, window.until, window.as_of);
         row.next();)
        made.push_back({.matter = row.integer(0),
                        .kind = kind_of_prefix(row.text(1).substr(0, 2)).value(),
                        .hotline = row.flag(2),
                        .doer = row.integer(3),
                        .at = row.time(4),
                        .method = row.text(5),
                        .rated = row.flag(6),
                        .has_signature = row.flag(7),
                        .satisfied = row.maybe_text(8),
                        .resolved = row.maybe_text(9)});
    return made;
}

namespace {

void add_answer(Answers& answers, const CallbackMade& callback) {
    ++answers.reached;
    if (callback.satisfied == "yes") ++answers.satisfied;
    if (!callback.resolved) return;
    ++answers.asked;
    if (callback.resolved == "yes") ++answers.resolved;
}

}  // namespace

CallbackCounts count_callbacks(store::Connection& connection, const Window& window) {
    CallbackCounts counts;
    for (const auto& callback : callbacks_made(connection, window)) {
        ++counts.by_method[callback.method];
        if (!callback.is_personal()) continue;
        ++counts.answered;
        if (callback.satisfied == "yes") ++counts.satisfied;
        if (callback.kind == MatterKind::complaint) add_answer(counts.on_complaints, callback);
        if (callback.hotline) add_answer(counts.on_hotline, callback);
        if (!callback.rated) continue;
        ++counts.rated;
        if (callback.method == "visit" && callback.has_signature) ++counts.signed_visits;
    }
    return counts;
}

std::vector<FinishedRepair> finished_repairs(store::Connection& connection, const Window& window) {
    std::vector<FinishedRepair> finished;
    // A repair is finished when it is first. Whoever had to come again, before or after, did not
    // fix it on the first visit. One look at its steps tells both.
    for (Query row(
             connection,
             base::format("SELECT f.doer, m.category,"
                          " (SELECT iif(max(s.what = 'finish' AND (s.at, s.id) < (f.at, f.id)),"
                          "   NULL, sum(s.what = 'arrive' AND s.at <= ?3) = 1"
                          "    AND sum(s.what = 'defer' AND s.at <= ?3) = 0)"
                          "  FROM step s WHERE s.matter = m.id)"
                          " FROM step f CROSS JOIN matter m ON m.id = f.matter"
                          " WHERE f.what = 'finish' AND {} AND {}",
                          in_window("f.at"), standing),
             window.from, window.until, window.as_of);
         row.next();) {
        const auto first_visit = row.maybe_integer(2);
        if (first_visit)
            finished.push_back({.doer = row.integer(0),
                                .category = row.maybe_text(1),
                                .first_visit = *first_visit != 0});
    }
    return finished;
}

RepairCounts count_repairs(store::Connection& connection, const Window& window) {
    RepairCounts counts;
    for (Query row(connection,
                   base::format("SELECT m.category, count(*) FROM matter m WHERE m.kind = 'repair'"
                                " AND {} AND {} GROUP BY m.category",
                                in_window("m.at"), standing),
                   window.from, window.until, window.as_of);
         row.next();) {
        const auto category = row.maybe_text(0).value_or("");
        counts.received += row.integer(1);
        if (is_urgent(category)) counts.urgent += row.integer(1);
        counts.by_category.emplace(category, row.integer(1));
    }
    // In two looks at matter_by_closing, so that it costs what was open and not the years on file.
    for (const std::string_view closed : {"IS NULL", ">= min(?2, ?3 + 1)"})
        counts.open_at_end +=
            count(connection, window,
                  base::format("SELECT count(*) FROM matter m WHERE m.kind = 'repair' AND {}"
                               " AND +m.at < ?2 AND +m.at <= ?3 AND m.closed_at {}",
                               standing, closed));
    counts.urged =
        count(connection, window,
              base::format("SELECT count(*) FROM step s CROSS JOIN matter m ON m.id = s.matter"
                           " WHERE s.what = 'urge' AND {} AND {}",
                           in_window("s.at"), standing));
    counts.rework =
        count(connection, window,
              base::format("SELECT count(*) FROM matter m CROSS JOIN repair r ON r.id = m.id"
                           " WHERE m.kind = 'repair' AND r.rework_of IS NOT NULL AND {} AND {}",
                           in_window("m.at"), standing));
    for (const auto& repair : finished_repairs(connection, window)) {
        ++counts.finished;
        if (repair.category == "service") continue;
        ++counts.fixable;
        if (repair.first_visit) ++counts.fixed_first_visit;
    }
    return counts;
}

}  // namespace huiyin::records
