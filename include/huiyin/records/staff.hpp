#pragma once

#include <optional>
#include <string>

#include "huiyin/records/writing.hpp"

namespace huiyin::records {

struct NewStaff {
    std::string login;
    std::string name;
    Role role = Role::clerk;
    std::optional<std::string> department;
    std::optional<std::string> superior;  ///< a login
};

/// What `staff change` alters; the rest stays.
struct StaffChange {
    std::optional<std::string> name;
    std::optional<Role> role;
    std::optional<std::string> department;
    std::optional<std::string> superior;
};

/// How somebody comes back after leaving.
struct StaffReturn {
    Role role = Role::clerk;
    std::optional<std::string> superior;    ///< a login
    std::optional<std::string> department;  ///< the former one where it is not given
};

/// Throws Failure{usage} for a login that is taken or badly written (1 to 32 letters, digits, dots,
/// underscores, hyphens).
void require_new_login(store::Connection& connection, std::string_view login);

/// All but `staff_away` begin a new edition at the command's time. They throw as `require_staff`
/// for a login and `require_new_login` for a new one, and Failure{usage} where somebody is named as
/// superior, successor or acting who has left. A name that another has too is told in `remarks`. A
/// change says only the fields it names; what was entered late never undoes what was said of later
/// times.
WriteResult add_staff(const Writing& writing, const NewStaff& person);
/// Many at once, who may be each other's superiors. Answers with the first, and
/// the others in `opened`.
WriteResult add_staff(const Writing& writing, const std::vector<NewStaff>& people);
WriteResult change_staff(const Writing& writing, std::string_view login, const StaffChange& change);
/// Whoever reported to them reports to the successor, and a successor from among those to the
/// leaver's superior; without one the rule `staff.chain` refuses it. Throws Failure{usage} for a
/// successor to themselves.
WriteResult staff_leaves(const Writing& writing, std::string_view login,
                         const std::optional<std::string>& successor = {});
/// Takes somebody back who had left. Throws Failure{usage} for somebody who had not.
WriteResult staff_returns(const Writing& writing, std::string_view login, const StaffReturn& back);

/// Clauses 5.3, 7.4: whoever acts stands in everywhere, from ≤ t < until. Throws Failure{usage} for
/// times in the wrong order and for somebody who would stand in for themselves.
WriteResult staff_away(const Writing& writing, std::string_view login, base::Instant from,
                       base::Instant until, const std::optional<std::string>& acting);

}  // namespace huiyin::records
