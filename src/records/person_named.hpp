#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/people.hpp"

/// Private to this directory.
namespace huiyin::records {

/// As messages name people: 陈静(chen); the login alone where there is no name. Throws as
/// `staff_as_of`.
inline std::string person_named(store::Connection& connection, StaffId staff, base::Instant at) {
    const auto person = staff_as_of(connection, staff, at);
    return person.name.empty() || person.name == person.login
               ? person.login
               : base::format("{}({})", person.name, person.login);
}

/// Those of somebody's name who have not left, or those who have: the latest that is known of each.
std::vector<StaffEdition> people_named(store::Connection& connection, std::string_view name,
                                       bool have_left = false);

}  // namespace huiyin::records
