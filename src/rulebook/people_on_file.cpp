#include "people_on_file.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "huiyin/store/query.hpp"

namespace huiyin::rulebook {

using records::StaffId;

bool PeopleOnFile::may_keep() const {
    return sqlite3_txn_state(connection_.handle(), "main") != SQLITE_TXN_WRITE;
}

const PeopleOnFile::Person& PeopleOnFile::person(StaffId staff) {
    const auto known = people_.find(staff);
    if (known != people_.end()) return known->second;
    Person person{.history = records::staff_history(connection_, staff), .recorded_by = {}};
    for (const auto& edition : person.history)
        person.recorded_by = std::max(person.recorded_by, edition.recorded_at);
    return people_.emplace(staff, std::move(person)).first->second;
}

PeopleOnFile::Standing PeopleOnFile::standing(StaffId staff, base::Instant at,
                                              base::Instant known) {
    const auto standing_of = [](const records::StaffEdition& edition) {
        return Standing{edition.role, edition.superior, edition.has_left};
    };
    if (may_keep())
        if (const auto& one = person(staff); known >= one.recorded_by) {
            // The first is what they were before it, too; the others come in the order of their
            // times, each with what those before it said.
            const auto later = std::ranges::upper_bound(one.history.begin() + 1, one.history.end(),
                                                        at, {}, &records::StaffEdition::at);
            return standing_of(*std::prev(later));
        }
    return standing_of(records::staff_as_of(connection_, staff, at, known));
}

std::string PeopleOnFile::login(StaffId staff) {
    if (!may_keep()) return records::login_of(connection_, staff);
    const auto known = logins_.find(staff);
    if (known != logins_.end()) return known->second;
    return logins_.emplace(staff, records::login_of(connection_, staff)).first->second;
}

bool PeopleOnFile::knows_absences() {
    if (!may_keep()) return true;
    if (!knows_absences_)
        knows_absences_ =
            store::find_integer(connection_, "SELECT 1 FROM staff_absence LIMIT 1").has_value();
    return *knows_absences_;
}

bool PeopleOnFile::is_away(StaffId staff, base::Instant at, base::Instant known) {
    return knows_absences() && records::absence_at(connection_, staff, at, known).has_value();
}

std::optional<StaffId> PeopleOnFile::acting_for(StaffId staff, base::Instant at,
                                                base::Instant known) {
    return knows_absences() ? records::acting_for(connection_, staff, at, known) : std::nullopt;
}

std::vector<StaffId> PeopleOnFile::places_of(StaffId staff, base::Instant at, base::Instant known) {
    return knows_absences() ? records::places_of(connection_, staff, at, known)
                            : std::vector{staff};
}

std::optional<StaffId> PeopleOnFile::superior_of(StaffId staff, base::Instant at,
                                                 base::Instant known) {
    // Where the one who is named has not left it is they; else the way up is records'.
    const auto superior = standing(staff, at, known).superior;
    if (!superior || (*superior != staff && !standing(*superior, at, known).has_left))
        return superior;
    return records::superior_of(connection_, staff, at, known);
}

}  // namespace huiyin::rulebook
