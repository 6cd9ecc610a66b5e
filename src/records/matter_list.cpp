#include "huiyin/records/matter_list.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "huiyin/base/json.hpp"

namespace huiyin::records {

using store::Query;

std::vector<MatterId> find_matters(store::Connection& connection, const MatterFilter& filter) {
    std::optional<StaffId> holder;
    if (filter.holder) holder = require_staff(connection, *filter.holder);

    // Each as a condition of its own, so that what is open, or was named, is found by its index.
    const auto sql = fmt::format(
        "WITH named(no) AS (SELECT value FROM json_each(?1))"
        " SELECT m.id FROM {} WHERE m.kind = ?2 {} AND m.at >= ?3 AND m.at < ?4"
        " AND (?5 IS NULL OR m.category = ?5) AND (?6 IS NULL OR m.unit = ?6)"
        " AND (?7 IS NULL OR EXISTS"
        "      (SELECT 1 FROM complaint c WHERE c.id = m.id AND c.class = ?7))"
        " ORDER BY m.at, m.id",
        filter.numbers ? "named n CROSS JOIN matter m ON m.no = n.no" : "matter m",
        filter.open_only ? "AND m.closed_at IS NULL AND m.voided_at IS NULL" : "");
    std::vector<MatterId> ids;
    for (Query row(connection, sql,
                   nlohmann::json(filter.numbers.value_or(std::vector<std::string>{})).dump(),
                   name_of(filter.kind).word, filter.from.value_or(base::instant(0)),
                   filter.to.value_or(base::Instant::max()), filter.category, filter.unit,
                   filter.complaint_class);
         row.next();)
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
