#include "search_index.hpp"

#include <algorithm>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/phone.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/search.hpp"
#include "huiyin/store/query.hpp"
#include "sought.hpp"

namespace huiyin::records {

using store::Query;

std::string places_of_steps() {
    return places_where(
        [](const Field& field) { return field.searched && belongs_to(field) == BelongsTo::step; });
}
std::string places_of_matters() {
    return places_where([](const Field& field) {
        return field.searched && belongs_to(field) == BelongsTo::matter;
    });
}

bool is_indexed(store::Connection& connection) {
    return store::find_integer(connection, "SELECT 1 FROM search_index_docsize LIMIT 1")
        .has_value();
}

std::vector<MatterId> matters_with_phone(store::Connection& connection, std::string_view phone) {
    const auto digits = base::plain_phone(phone);
    std::vector<MatterId> matters;
    if (is_indexed(connection)) {
        for (Query row(
                 connection,
                 "SELECT m.id FROM search_index CROSS JOIN said s ON s.id = search_index.rowid"
                 " CROSS JOIN matter m ON m.id = s.row AND m.phone = s.id"
                 " WHERE search_index MATCH ? AND s.place = 'matter.phone'",
                 base::format("\"{}\"", number_entry(digits)));
             row.next();)
            matters.push_back(row.integer(0));
        return matters;
    }
    for (Query row(connection,
                   "SELECT m.id, c.value FROM matter m JOIN content c ON c.id = m.phone"
                   " WHERE c.value IS NOT NULL");
         row.next();)
        if (base::plain_phone(row.text(1)) == digits) matters.push_back(row.integer(0));
    return matters;
}

void forget_index(store::Connection& connection) {
    store::run(connection, "INSERT INTO search_index (search_index) VALUES ('delete-all')");
}

namespace {

/// What is said of steps and matters in places that are searched.
bool is_searched(std::string_view place) {
    return std::ranges::any_of(fields(), [&](const Field& field) {
        return field.place == place && field.searched &&
               (belongs_to(field) == BelongsTo::step || belongs_to(field) == BelongsTo::matter);
    });
}

bool is_phone(store::Connection& connection, std::string_view place, std::int64_t row) {
    return place == "matter.phone" ||
           (place == "step.text" &&
            store::find_text(connection, "SELECT field FROM step WHERE id = ?", row) == "phone");
}

}  // namespace

// Every command asks this of a few rows, and a batch of some hundred thousand: one after the other,
// by two plain queries that go side by side. One that joins takes several times as long to prepare.
void bring_index_up_to_date(store::Connection& connection) {
    const auto last =
        store::find_integer(connection, "SELECT max(id) FROM search_index_docsize").value_or(0);
    Query kept(connection, "SELECT id, value FROM content WHERE id > ? ORDER BY id", last);
    bool is_kept = kept.next();
    for (Query row(connection, "SELECT id, place, row FROM said WHERE id > ? ORDER BY id", last);
         row.next();) {
        const auto id = row.integer(0);
        const auto place = row.text(1);
        while (is_kept && kept.integer(0) < id)
            is_kept = kept.next();
        // What was erased is said, but not kept.
        if (!is_kept || kept.integer(0) != id || kept.is_null(1) || !is_searched(place)) continue;
        store::run(connection, "INSERT INTO search_index (rowid, letters) VALUES (?, ?)", id,
                   index_entry(kept.text(1), is_phone(connection, place, row.integer(2))));
    }
}

}  // namespace huiyin::records
