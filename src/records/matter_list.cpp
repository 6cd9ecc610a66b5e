#include "huiyin/records/matter_list.hpp"

#include <algorithm>

namespace huiyin::records {

using store::Query;

std::vector<MatterId> find_matters(store::Connection& connection, const MatterFilter& filter) {
    std::optional<StaffId> holder;
    if (filter.holder) holder = require_staff(connection, *filter.holder);

    std::vector<MatterId> ids;
    for (Query row(connection,
                   "SELECT m.id, m.no FROM matter m WHERE m.kind = ?1"
                   " AND (NOT ?2 OR (m.closed_at IS NULL AND m.voided_at IS NULL))"
                   " AND m.at >= ?3 AND m.at < ?4 AND (?5 IS NULL OR m.category = ?5)"
                   " AND (?6 IS NULL OR m.unit = ?6)"
                   " AND (?7 IS NULL OR EXISTS"
                   "      (SELECT 1 FROM complaint c WHERE c.id = m.id AND c.class = ?7))"
                   " ORDER BY m.at, m.id",
                   name_of(filter.kind).word, filter.open_only,
                   filter.from.value_or(base::instant(0)), filter.to.value_or(base::Instant::max()),
                   filter.category, filter.unit, filter.complaint_class);
         row.next();)
        if (!filter.numbers ||
            std::ranges::find(*filter.numbers, row.text(1)) != filter.numbers->end())
            ids.push_back(row.integer(0));
    if (holder)
        std::erase_if(ids, [&](MatterId id) { return holder_of(connection, id) != holder; });
    if (filter.limit && std::ssize(ids) > *filter.limit)
        ids.resize(static_cast<std::size_t>(*filter.limit));
    return ids;
}

std::vector<MatterId> matters_of_unit(store::Connection& connection, std::string_view unit) {
    std::vector<MatterId> ids;
    for (Query row(connection, "SELECT id FROM matter WHERE unit = ? ORDER BY at, id", unit);
         row.next();)
        ids.push_back(row.integer(0));
    return ids;
}

}  // namespace huiyin::records
