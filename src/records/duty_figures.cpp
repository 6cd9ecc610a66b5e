#include <algorithm>

#include "huiyin/records/week_figures.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// What shifts owed their key areas, and gave them, of those that ended in the window.
void count_inspections(store::Connection& connection, const Policies& policies,
                       const Window& window, DutyCounts& counts) {
    for (Query row(connection,
                   "SELECT m.at, (SELECT count(*) FROM step s JOIN patrol p ON p.step = s.id"
                   "              WHERE s.matter = m.id AND p.area = a.id)"
                   " FROM matter m CROSS JOIN shift h ON h.id = m.id AND m.kind = 'shift'"
                   " CROSS JOIN area a ON a.added_at <= m.at"
                   " AND (a.retired_at IS NULL OR a.retired_at > m.closed_at)"
                   " WHERE m.closed_at >= ?1 AND m.closed_at < min(?2, ?3 + 1)"
                   " AND (m.voided_at IS NULL OR m.voided_at > ?3)",
                   window.from, window.until, window.as_of);
         row.next();) {
        const auto needed = policies.number("duty.patrols_per_shift", row.time(0));
        counts.inspections_owed += needed;
        counts.inspections += std::min(needed, row.integer(1));
    }
}

}  // namespace

DutyCounts count_duty(store::Connection& connection, const Policies& policies,
                      const Window& window) {
    DutyCounts counts;
    const auto end = std::min(window.until, window.as_of);
    std::optional<base::Instant> covered_until;  // nothing is owed before the first shift ever
    // What was over before the window tells nothing but that there was a first shift.
    for (Query row(connection,
                   "WITH told AS ("
                   " SELECT id FROM shift WHERE started_at >= ?2 AND started_at <= ?1"
                   " UNION SELECT id FROM matter WHERE kind = 'shift' AND closed_at IS NULL"
                   " UNION SELECT id FROM matter WHERE kind = 'shift' AND closed_at > ?2"
                   " UNION SELECT id FROM (SELECT h.id FROM shift h CROSS JOIN matter m"
                   "  ON m.id = h.id"
                   "  WHERE h.started_at <= ?1 AND (m.voided_at IS NULL OR m.voided_at > ?1)"
                   "  ORDER BY h.started_at, h.id LIMIT 1))"
                   " SELECT h.started_at, iif(m.closed_at <= ?1, m.closed_at, NULL)"
                   " FROM told CROSS JOIN shift h ON h.id = told.id"
                   " CROSS JOIN matter m ON m.id = h.id"
                   " WHERE h.started_at <= ?1 AND (m.voided_at IS NULL OR m.voided_at > ?1)"
                   " ORDER BY h.started_at, h.id",
                   window.as_of, window.from);
         row.next();) {
        const auto started = row.time(0);
        if (started >= window.from && started < window.until) ++counts.shifts;
        const auto gap_from = std::max(covered_until.value_or(started), window.from);
        if (const auto gap_until = std::min(started, end); gap_from < gap_until)
            counts.gaps.push_back({gap_from, gap_until});
        if (!covered_until && std::max(started, window.from) < end) {
            counts.owed_from = std::max(started, window.from);
            counts.owed = base::seconds(end) - base::seconds(*counts.owed_from);
        }
        covered_until = std::max(covered_until.value_or(started), row.maybe_time(1).value_or(end));
    }
    if (covered_until && std::max(*covered_until, window.from) < end)
        counts.gaps.push_back({std::max(*covered_until, window.from), end});
    counts.covered = counts.owed;
    for (const auto& gap : counts.gaps)
        counts.covered -= base::seconds(gap.until) - base::seconds(gap.from);
    count_inspections(connection, policies, window, counts);
    return counts;
}

}  // namespace huiyin::records
