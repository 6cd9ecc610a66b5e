#include "huiyin/gate/rights.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace huiyin::gate {

namespace {

using records::Role;
using enum records::Role;

using Roles = unsigned;

constexpr Roles bit(Role role) {
    return 1U << static_cast<unsigned>(role);
}

constexpr Roles roles(std::initializer_list<Role> list) {
    Roles set = 0;
    for (const Role role : list)
        set |= bit(role);
    return set;
}

constexpr Roles office = roles({clerk, steward, manager, head});
constexpr Roles everyone = office | roles({technician, auditor, admin});

struct Grant {
    Right right;
    Roles to;
};

constexpr std::array grants{
    Grant{Right::open, everyone},
    Grant{Right::read, everyone},
    Grant{Right::compare_people, roles({manager, head, auditor})},
    Grant{Right::warn, everyone},
    Grant{Right::field_work, office | bit(technician)},
    Grant{Right::office_work, office},
    Grant{Right::supervise, roles({manager, head})},
    // An auditor explains only a head's own breach; the command looks into that.
    Grant{Right::explain, roles({manager, head, auditor})},
    Grant{Right::comfort, roles({head})},
    Grant{Right::manage_readiness, roles({manager, head, admin})},
    Grant{Right::seal, roles({auditor, admin})},
    Grant{Right::export_everything, roles({head, auditor, admin})},
    Grant{Right::administer, roles({admin})},
};

const Grant& grant_of(Right right) {
    return *std::ranges::find(grants, right, &Grant::right);
}

}  // namespace

bool may(Role role, Right right) {
    return (grant_of(right).to & bit(role)) != 0;
}

bool may(store::Connection& connection, const records::StaffEdition& person, Right right,
         base::Instant now) {
    if (may(person.role, right)) return true;
    return std::ranges::any_of(
        records::places_of(connection, person.staff, now), [&](records::StaffId place) {
            return may(records::staff_as_of(connection, place, now).role, right);
        });
}

base::Text who_may(Right right) {
    base::Text names;
    for (const auto& role : records::role_names) {
        if (!may(role.role, right)) continue;
        names.zh.append(names.zh.empty() ? "" : "、").append(role.title.zh);
        names.en.append(names.en.empty() ? "" : ", ").append(role.title.en);
    }
    return names;
}

}  // namespace huiyin::gate
