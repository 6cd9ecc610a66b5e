#include "huiyin/records/person_figures.hpp"

#include "huiyin/records/matter_sql.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// Who repaired it last by then; else who held it.
std::optional<StaffId> answerable_for(store::Connection& connection, const CallbackMade& callback) {
    if (callback.kind == MatterKind::repair)
        if (const auto technician = store::find_integer(
                connection,
                "SELECT doer FROM step WHERE matter = ? AND +what = 'finish' AND +at <= ?"
                " ORDER BY at DESC, id DESC LIMIT 1",
                callback.matter, callback.at))
            return technician;
    return holder_of(connection, callback.matter, callback.at);
}

}  // namespace

std::map<StaffId, PersonWork> count_work(store::Connection& connection, const Window& window,
                                         const std::vector<OpenMatter>& open) {
    std::map<StaffId, PersonWork> work;
    for (const auto& repair : finished_repairs(connection, window))
        ++work[repair.doer].finished;
    for (const auto& callback : callbacks_made(connection, window)) {
        ++work[callback.doer].callbacks;
        if (!callback.is_personal()) continue;
        const auto person = answerable_for(connection, callback);
        if (!person) continue;
        ++work[*person].asked;
        if (callback.satisfied == "yes") ++work[*person].satisfied;
    }
    for (const auto& matter : open)
        if (matter.holder) ++work[*matter.holder].open;
    return work;
}

std::optional<base::Instant> taken_over_at(store::Connection& connection, MatterId matter,
                                           StaffId staff, base::Instant by) {
    static const auto sql = with_matter_sql(
        "SELECT s.at, s.to_staff FROM step s CROSS JOIN matter m ON m.id = s.matter"
        " WHERE s.matter = ?1 AND s.to_staff IS NOT NULL AND +s.at <= ?2"
        " AND (m.kind = 'repair' AND s.what = 'dispatch' OR m.kind <> 'repair'"
        "  AND s.what IN (SELECT what FROM step_kind WHERE assigns)) ORDER BY s.at, s.id");
    std::optional<StaffId> holder;
    std::optional<base::Instant> since;
    for (Query row(connection, sql, matter, by); row.next();) {
        const auto to = row.integer(1);
        if (to == holder) continue;
        since = to == staff && holder ? std::optional(row.time(0)) : std::nullopt;
        holder = to;
    }
    return holder == staff ? since : std::nullopt;
}

}  // namespace huiyin::records
