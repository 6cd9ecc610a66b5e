#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::records {

using StaffId = std::int64_t;

enum class Role { clerk, technician, steward, manager, head, auditor, admin };

struct RoleName {
    Role role;
    std::string_view word;  ///< as typed and stored
    base::Label title;
};

inline constexpr std::array role_names{
    RoleName{Role::clerk, "clerk", {"文员", "clerk"}},
    RoleName{Role::technician, "technician", {"维修人员", "technician"}},
    RoleName{Role::steward, "steward", {"管理员", "steward"}},
    RoleName{Role::manager, "manager", {"主管", "manager"}},
    RoleName{Role::head, "head", {"部门负责人", "head"}},
    RoleName{Role::auditor, "auditor", {"审计", "auditor"}},
    RoleName{Role::admin, "admin", {"系统管理员", "administrator"}},
};

const RoleName& name_of(Role role);
/// Throws Failure{usage} for a word that is no role.
Role parse_role(std::string_view word);

/// What is known of a staff member at some time.
struct StaffEdition {
    StaffId staff = 0;
    std::string login;
    std::string name;
    Role role = Role::clerk;
    std::optional<std::string> department;
    std::optional<StaffId> superior;
    bool has_left = false;
    base::Instant at;  ///< since when this edition holds
};

struct Absence {
    base::Instant from;
    base::Instant until;  ///< the first second back
    std::optional<StaffId> acting;
};

/// Nothing for a login nobody on file has.
std::optional<StaffId> find_staff(store::Connection& connection, std::string_view login);
/// Throws Failure{not_found}, naming the nearest login there is.
StaffId require_staff(store::Connection& connection, std::string_view login);
std::string login_of(store::Connection& connection, StaffId staff);

/// The edition in force at `at`; before the first one, the first.
StaffEdition staff_as_of(store::Connection& connection, StaffId staff, base::Instant at);
/// The absence that covers `at`, if any.
std::optional<Absence> absence_at(store::Connection& connection, StaffId staff, base::Instant at);
/// Everyone on file, the ones who left last.
std::vector<StaffEdition> all_staff(store::Connection& connection, base::Instant at);
/// Every edition of one person, oldest first.
std::vector<StaffEdition> staff_history(store::Connection& connection, StaffId staff);
std::vector<Absence> absences_of(store::Connection& connection, StaffId staff);

}  // namespace huiyin::records
