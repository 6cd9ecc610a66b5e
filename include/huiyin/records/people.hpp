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

/// The staff: who they are, whom they report to, who stands in for whom, at any time (clauses 5.3,
/// 7.4). What reads somebody's record throws Failure{integrity} for an id without one, which nobody
/// types, and for a role that no command wrote.
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

/// The fields of somebody's record, each with a history of its own.
struct StaffFields {
    bool name = true;
    bool role = true;
    bool department = true;
    bool superior = true;
    bool has_left = true;
};

/// What is known of a staff member at some time.
struct StaffEdition {
    StaffId staff = 0;
    std::string login;
    std::string name;
    Role role = Role::clerk;
    std::optional<std::string> department;
    std::optional<StaffId> superior;
    bool has_left = false;
    base::Instant at;                ///< since when this edition holds
    base::Instant recorded_at = {};  ///< when it was put on record
    StaffFields says = {};           ///< what it changed
};

/// By when a fact about staff must have been on record to count: what was entered late holds for
/// what is recorded from then on.
inline constexpr base::Instant whenever = base::Instant::max();

struct Absence {
    base::Instant from;
    base::Instant until;  ///< the first second back
    std::optional<StaffId> acting;
    base::Instant recorded_at = {};
};

/// Nothing for a login nobody on file has.
std::optional<StaffId> find_staff(store::Connection& connection, std::string_view login);
/// By login, or by a name that only one of those who have not left has; nothing for anything else.
std::optional<StaffId> find_staff_by_name(store::Connection& connection, std::string_view name);
/// By login, or by a name that only one of those who have not left has. Throws Failure{not_found},
/// naming the nearest login there is, and Failure{usage} for a name that several have.
StaffId require_staff(store::Connection& connection, std::string_view login);
/// Empty for an id that is not on file.
std::string login_of(store::Connection& connection, StaffId staff);

/// What holds at `at`, field by field: the last that was said of each by then; before the first
/// edition, the first. Only what was on record by `known` counts.
StaffEdition staff_as_of(store::Connection& connection, StaffId staff, base::Instant at,
                         base::Instant known = whenever);
/// The absence that covers `at`, if any was on record by `known`.
std::optional<Absence> absence_at(store::Connection& connection, StaffId staff, base::Instant at,
                                  base::Instant known = whenever);
/// Since when they have left, where they had by `at` and not come back.
std::optional<base::Instant> left_since(store::Connection& connection, StaffId staff,
                                        base::Instant at);

/// Throws Failure{usage} with the day they left where they had left by `at`.
void require_with_us(store::Connection& connection, StaffId staff, base::Instant at,
                     const base::Zone& zone);

/// Who stands in for someone at `at` (clauses 5.3, 7.4): nobody where they are not away; of one who
/// is away too, the one acting for them.
std::optional<StaffId> acting_for(store::Connection& connection, StaffId staff, base::Instant at,
                                  base::Instant known = whenever);
/// In whose places somebody acts at `at`: their own first, then those they stand in for.
std::vector<StaffId> places_of(store::Connection& connection, StaffId staff, base::Instant at,
                               base::Instant known = whenever);
/// Whom somebody reports to: the first above them who has not left.
std::optional<StaffId> superior_of(store::Connection& connection, StaffId staff, base::Instant at,
                                   base::Instant known = whenever);
/// Whether one is anywhere above the other.
bool is_above(store::Connection& connection, StaffId higher, StaffId lower, base::Instant at);
/// Everyone on file, the ones who left last.
std::vector<StaffEdition> all_staff(store::Connection& connection, base::Instant at);
/// What held from each edition of one person on, oldest first.
std::vector<StaffEdition> staff_history(store::Connection& connection, StaffId staff);
/// Past ones and those to come, by when they begin.
std::vector<Absence> absences_of(store::Connection& connection, StaffId staff);

}  // namespace huiyin::records
