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

/// All of these begin a new edition at the deed's time. They throw Failure{not_found} for an
/// unknown login and Failure{usage} for a login that is taken or badly written.
Made add_staff(const Writing& writing, const NewStaff& person);
Made change_staff(const Writing& writing, std::string_view login, const StaffChange& change);
Made staff_leaves(const Writing& writing, std::string_view login);

/// Clauses 5.3, 7.4: whoever acts stands in everywhere between the two times.
Made staff_away(const Writing& writing, std::string_view login, base::Instant from,
                base::Instant until, const std::optional<std::string>& acting);

}  // namespace huiyin::records
