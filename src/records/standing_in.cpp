#include <algorithm>

#include "huiyin/records/people.hpp"
#include "huiyin/store/query.hpp"

/// Who stands in for whom, and who is above whom (clauses 5.3, 7.4).
namespace huiyin::records {

using store::Query;

std::optional<StaffId> acting_for(store::Connection& connection, StaffId staff, base::Instant at,
                                  base::Instant known) {
    std::vector<StaffId> passed{staff};
    while (const auto away = absence_at(connection, passed.back(), at, known)) {
        // A circle, which only older stores may have, is nobody.
        if (away->acting && std::ranges::find(passed, *away->acting) != passed.end()) return {};
        if (!away->acting) break;
        passed.push_back(*away->acting);
    }
    if (passed.size() == 1 || staff_as_of(connection, passed.back(), at, known).has_left) return {};
    return passed.back();
}

std::vector<StaffId> places_of(store::Connection& connection, StaffId staff, base::Instant at,
                               base::Instant known) {
    std::vector<StaffId> away;
    for (Query row(connection,
                   "SELECT DISTINCT staff FROM staff_absence"
                   " WHERE from_at <= ?1 AND ?1 < until_at AND acting IS NOT NULL"
                   " AND staff <> ?2 AND recorded_at <= ?3 ORDER BY staff",
                   at, staff, known);
         row.next();)
        away.push_back(row.integer(0));
    std::vector<StaffId> places{staff};
    std::ranges::copy_if(away, std::back_inserter(places), [&](StaffId other) {
        return acting_for(connection, other, at, known) == staff &&
               !staff_as_of(connection, other, at, known).has_left;
    });
    return places;
}

std::optional<StaffId> superior_of(store::Connection& connection, StaffId staff, base::Instant at,
                                   base::Instant known) {
    std::vector<StaffId> passed{staff};
    auto superior = staff_as_of(connection, staff, at, known).superior;
    // Whoever has left is nobody to report to; older stores have people who were left under them.
    while (superior) {
        if (std::ranges::find(passed, *superior) != passed.end()) return {};
        const auto person = staff_as_of(connection, *superior, at, known);
        if (!person.has_left) return superior;
        passed.push_back(*superior);
        superior = person.superior;
    }
    return {};
}

bool is_above(store::Connection& connection, StaffId higher, StaffId lower, base::Instant at) {
    std::vector<StaffId> passed{lower};
    for (auto superior = staff_as_of(connection, lower, at).superior; superior;
         superior = staff_as_of(connection, *superior, at).superior) {
        if (*superior == higher) return true;
        if (std::ranges::find(passed, *superior) != passed.end()) return false;
        passed.push_back(*superior);
    }
    return false;
}

}  // namespace huiyin::records
