#include "huiyin/records/people.hpp"

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/store/foreign_value.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

constexpr std::string_view edition_columns =
    "SELECT e.staff, p.login, c.value, e.role, e.department, e.superior, e.has_left, e.at"
    " FROM staff_edition e JOIN staff p ON p.id = e.staff LEFT JOIN content c ON c.id = e.name ";

std::string with_columns(std::string_view rest) {
    return std::string(edition_columns).append(rest);
}

const RoleName* find_role(std::string_view word) {
    const auto found = std::ranges::find(role_names, word, &RoleName::word);
    return found != role_names.end() ? &*found : nullptr;
}

StaffEdition read_edition(const Query& row) {
    const auto* role = find_role(row.text(3));
    if (role == nullptr) throw store::foreign_value({"角色", "role"}, row.text(3));
    return {.staff = row.integer(0),
            .login = row.text(1),
            .name = row.maybe_text(2).value_or(""),
            .role = role->role,
            .department = row.maybe_text(4),
            .superior = row.maybe_integer(5),
            .has_left = row.flag(6),
            .at = row.time(7)};
}

std::vector<std::string> all_logins(store::Connection& connection) {
    std::vector<std::string> logins;
    for (Query row(connection, "SELECT login FROM staff ORDER BY login"); row.next();)
        logins.push_back(row.text(0));
    return logins;
}

}  // namespace

const RoleName& name_of(Role role) {
    return *std::ranges::find(role_names, role, &RoleName::role);
}

Role parse_role(std::string_view word) {
    if (const auto* found = find_role(word)) return found->role;
    throw Failure(Exit::usage, compose({"没有角色「{}」", "there is no role '{}'"}, word),
                  base::Label{"可用:clerk technician steward manager head auditor admin",
                              "one of: clerk technician steward manager head auditor admin"});
}

std::optional<StaffId> find_staff(store::Connection& connection, std::string_view login) {
    return store::find_integer(connection, "SELECT id FROM staff WHERE login = ?", login);
}

StaffId require_staff(store::Connection& connection, std::string_view login) {
    if (const auto found = find_staff(connection, login)) return *found;
    const auto near = base::nearest(login, all_logins(connection));
    throw Failure(
        Exit::not_found, compose({"没有职工「{}」", "there is no staff member '{}'"}, login),
        near ? compose({"是不是 {}?", "did you mean {}?"}, *near)
             : base::Text(base::Label{"名单见 huiyin staff list", "see huiyin staff list"}));
}

std::string login_of(store::Connection& connection, StaffId staff) {
    return store::find_text(connection, "SELECT login FROM staff WHERE id = ?", staff).value_or("");
}

StaffEdition staff_as_of(store::Connection& connection, StaffId staff, base::Instant at) {
    Query in_force(connection,
                   with_columns("WHERE e.staff = ? AND e.at <= ? ORDER BY e.at DESC, e.id DESC"),
                   staff, at);
    if (in_force.next()) return read_edition(in_force);
    Query first(connection, with_columns("WHERE e.staff = ? ORDER BY e.at, e.id"), staff);
    if (first.next()) return read_edition(first);
    throw Failure(Exit::integrity,
                  compose({"职工 {} 没有档案", "staff member {} has no record"}, staff));
}

std::optional<Absence> absence_at(store::Connection& connection, StaffId staff, base::Instant at) {
    Query row(connection,
              "SELECT from_at, until_at, acting FROM staff_absence"
              " WHERE staff = ?1 AND from_at <= ?2 AND ?2 < until_at ORDER BY id DESC",
              staff, at);
    if (!row.next()) return {};
    return Absence{row.time(0), row.time(1), row.maybe_integer(2)};
}

std::vector<StaffEdition> all_staff(store::Connection& connection, base::Instant at) {
    std::vector<StaffId> ids;
    for (Query row(connection, "SELECT id FROM staff ORDER BY id"); row.next();)
        ids.push_back(row.integer(0));
    std::vector<StaffEdition> people;
    for (const StaffId id : ids)
        people.push_back(staff_as_of(connection, id, at));
    std::ranges::stable_partition(people,
                                  [](const StaffEdition& person) { return !person.has_left; });
    return people;
}

std::vector<StaffEdition> staff_history(store::Connection& connection, StaffId staff) {
    std::vector<StaffEdition> editions;
    for (Query row(connection, with_columns("WHERE e.staff = ? ORDER BY e.at, e.id"), staff);
         row.next();)
        editions.push_back(read_edition(row));
    return editions;
}

std::vector<Absence> absences_of(store::Connection& connection, StaffId staff) {
    std::vector<Absence> absences;
    for (Query row(connection,
                   "SELECT from_at, until_at, acting FROM staff_absence WHERE staff = ?"
                   " ORDER BY from_at, id",
                   staff);
         row.next();)
        absences.push_back({row.time(0), row.time(1), row.maybe_integer(2)});
    return absences;
}

}  // namespace huiyin::records
