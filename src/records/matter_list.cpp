#include "huiyin/records/matter_list.hpp"

#include <algorithm>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"

#include "huiyin/base/home.hpp"
#include "huiyin/records/search.hpp"

namespace huiyin::records {

using store::Query;

std::vector<MatterId> find_matters(store::Connection& connection, const MatterFilter& filter) {
    std::optional<StaffId> holder;
    if (filter.holder) holder = require_staff(connection, *filter.holder);

    const auto numbers = nlohmann::json(filter.numbers.value_or(std::vector<std::string>{}));
    const auto by_phone = filter.phone
                              ? nlohmann::json(matters_with_phone(connection, *filter.phone))
                              : nlohmann::json();

    // Each as a condition of its own, so that what is open, or was named, is found by its index.
    const auto sql = base::format(
        "WITH named(no) AS (SELECT value FROM json_each(?1)),"
        " called(id) AS (SELECT value FROM json_each(?8))"
        " SELECT m.id FROM {} WHERE m.kind = ?2 {} AND m.at >= ?3 AND m.at < ?4"
        " AND (?5 IS NULL OR m.category = ?5)"
        " AND (?6 IS NULL OR m.unit IN (SELECT unit FROM home_spelling WHERE home = ?6))"
        " AND (?7 IS NULL OR EXISTS"
        "      (SELECT 1 FROM complaint c WHERE c.id = m.id AND c.class = ?7))"
        " {} ORDER BY m.at, m.id",
        filter.numbers ? "named n CROSS JOIN matter m ON m.no = n.no"
        : filter.phone ? "called p CROSS JOIN matter m ON m.id = p.id"
        : filter.unit  ? "home_spelling s CROSS JOIN matter m ON s.home = ?6 AND m.unit = s.unit"
                       : "matter m",
        filter.open_only ? "AND m.closed_at IS NULL AND m.voided_at IS NULL" : "",
        filter.phone ? "AND m.id IN (SELECT id FROM called)" : "");
    std::vector<MatterId> ids;
    for (Query row(connection, sql, numbers.dump(), name_of(filter.kind).word,
                   filter.from.value_or(base::instant(0)), filter.to.value_or(base::Instant::max()),
                   filter.category,
                   filter.unit ? std::optional(base::home_key(*filter.unit)) : std::nullopt,
                   filter.complaint_class, by_phone.dump());
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
    for (Query row(connection,
                   "SELECT m.id FROM home_spelling s CROSS JOIN matter m ON m.unit = s.unit"
                   " WHERE s.home = ? ORDER BY m.at, m.id",
                   base::home_key(unit));
         row.next();)
        ids.push_back(row.integer(0));
    return ids;
}

}  // namespace huiyin::records
