#include "huiyin/records/people.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/personal_pattern.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/store/foreign_value.hpp"
#include "huiyin/store/query.hpp"
#include "person_named.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

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
            .at = row.time(7),
            .recorded_at = row.time(8)};
}

void apply(StaffEdition& state, const StaffEdition& later) {
    if (later.says.name) state.name = later.name;
    if (later.says.role) state.role = later.role;
    if (later.says.department) state.department = later.department;
    if (later.says.superior) state.superior = later.superior;
    if (later.says.has_left) state.has_left = later.has_left;
    state.at = later.at;
    state.recorded_at = later.recorded_at;
}

/// What holds at `at` by these editions, oldest first.
StaffEdition merged(const std::vector<StaffEdition>& editions, base::Instant at) {
    auto state = editions.front();
    for (const auto& edition : editions)
        if (edition.at <= at) apply(state, edition);
    return state;
}

/// All that was put on record by `known`, oldest first, each with what it changed of what was on
/// record before it: a row holds every field, whatever it was written for.
std::vector<StaffEdition> editions_of(store::Connection& connection, StaffId staff,
                                      base::Instant known) {
    std::vector<StaffEdition> editions;
    for (Query row(connection,
                   "SELECT e.staff, p.login, c.value, e.role, e.department, e.superior,"
                   " e.has_left, e.at, e.recorded_at"
                   " FROM staff_edition e JOIN staff p ON p.id = e.staff"
                   " LEFT JOIN content c ON c.id = e.name WHERE e.staff = ? ORDER BY e.id",
                   staff);
         row.next();) {
        auto edition = read_edition(row);
        // Whoever was put on record only later is known by their first edition all the same.
        if (!editions.empty() && edition.recorded_at > known) continue;
        if (!editions.empty()) {
            const auto before = merged(editions, edition.at);
            edition.says = {.name = edition.name != before.name,
                            .role = edition.role != before.role,
                            .department = edition.department != before.department,
                            .superior = edition.superior != before.superior,
                            .has_left = edition.has_left != before.has_left};
        }
        // As somebody was put on record they were before it too: what is dated back changes that.
        const auto after_first = editions.begin() + (editions.empty() ? 0 : 1);
        const auto place = std::ranges::upper_bound(after_first, editions.end(), edition.at, {},
                                                    &StaffEdition::at);
        editions.insert(place, std::move(edition));
    }
    if (editions.empty())
        throw Failure(Exit::integrity,
                      compose({"职工 {} 没有档案", "staff member {} has no record"}, staff));
    return editions;
}

Failure of_several(std::string_view name, const std::vector<StaffEdition>& people) {
    std::vector<std::string> logins;
    for (const auto& person : people)
        logins.push_back(person.login);
    return {Exit::usage,
            compose({"有 {1} 人叫「{0}」", "{1} people are called '{0}'"}, name, people.size()),
            {base::format("写登录名:{}", fmt::join(logins, " 或 ")),
             base::format("write a login: {}", fmt::join(logins, " or "))}};
}

std::vector<std::string> all_logins(store::Connection& connection) {
    return store::all_texts(connection, "SELECT login FROM staff ORDER BY login");
}

}  // namespace

std::vector<StaffEdition> people_named(store::Connection& connection, std::string_view name,
                                       bool have_left) {
    const auto plain = base::plain_name(name);
    auto people = all_staff(connection, whenever);
    std::erase_if(people, [&](const StaffEdition& person) {
        return person.has_left != have_left || base::plain_name(person.name) != plain;
    });
    return people;
}

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

std::optional<StaffId> find_staff_by_name(store::Connection& connection, std::string_view name) {
    if (const auto found = find_staff(connection, name)) return found;
    const auto people = people_named(connection, name);
    return people.size() == 1 ? std::optional(people.front().staff) : std::nullopt;
}

namespace {

/// The login in `孙梅(sunmei)`, as answers show people; else what was typed.
std::string_view login_shown(std::string_view typed) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> brackets{
        {{"(", ")"}, {"（", "）"}}};
    for (const auto& [open, close] : brackets) {
        const auto begin = typed.find(open);
        if (begin != typed.npos && begin > 0 && typed.ends_with(close))
            return typed.substr(begin + open.size(),
                                typed.size() - close.size() - begin - open.size());
    }
    return typed;
}

/// The name of somebody with us that differs by one character: 陈静 for 陈晶.
std::optional<std::string> nearest_name(store::Connection& connection, std::string_view typed) {
    const auto letters = base::letters(typed);
    for (const auto& person : all_staff(connection, whenever)) {
        const auto own = base::letters(person.name);
        if (person.has_left || own.size() != letters.size() || own.size() < 2) continue;
        std::size_t other = 0;
        for (std::size_t at = 0; at < own.size(); ++at)
            if (own[at].bytes != letters[at].bytes) ++other;
        if (other == 1) return person.name;
    }
    return {};
}

}  // namespace

StaffId require_staff(store::Connection& connection, std::string_view login) {
    if (const auto found = find_staff(connection, login)) return *found;
    if (const auto found = find_staff(connection, login_shown(login))) return *found;
    auto people = people_named(connection, login);
    // Of one who has left it is told when, where they cannot be meant.
    if (people.empty()) people = people_named(connection, login, true);
    if (people.size() == 1) return people.front().staff;
    if (people.size() > 1) throw of_several(login, people);
    auto near = base::nearest(login, all_logins(connection));
    if (!near) near = nearest_name(connection, login);
    throw Failure(
        Exit::not_found, compose({"没有职工「{}」", "there is no staff member '{}'"}, login),
        near ? compose({"是不是 {}?", "did you mean {}?"}, *near)
             : base::Text(base::Label{"名单见 huiyin staff list", "see huiyin staff list"}));
}

std::string login_of(store::Connection& connection, StaffId staff) {
    return store::find_text(connection, "SELECT login FROM staff WHERE id = ?", staff).value_or("");
}

StaffEdition staff_as_of(store::Connection& connection, StaffId staff, base::Instant at,
                         base::Instant known) {
    return merged(editions_of(connection, staff, known), at);
}

std::optional<Absence> absence_at(store::Connection& connection, StaffId staff, base::Instant at,
                                  base::Instant known) {
    Query row(connection,
              "SELECT from_at, until_at, acting, recorded_at FROM staff_absence"
              " WHERE staff = ?1 AND from_at <= ?2 AND ?2 < until_at AND recorded_at <= ?3"
              " ORDER BY id DESC",
              staff, at, known);
    if (!row.next()) return {};
    return Absence{row.time(0), row.time(1), row.maybe_integer(2), row.time(3)};
}

std::optional<base::Instant> left_since(store::Connection& connection, StaffId staff,
                                        base::Instant at) {
    std::optional<base::Instant> since;
    for (const auto& edition : editions_of(connection, staff, whenever))
        if (edition.at <= at && edition.says.has_left)
            since = edition.has_left ? since.value_or(edition.at) : std::optional<base::Instant>{};
    return since;
}

void require_with_us(store::Connection& connection, StaffId staff, base::Instant at,
                     const base::Zone& zone) {
    const auto since = left_since(connection, staff, at);
    if (!since) return;
    const auto when = base::readable(*since, zone);
    throw Failure(Exit::usage,
                  compose({"{} 已于 {} 离职", "{} left on {}"}, person_named(connection, staff, at),
                          when.substr(0, when.find(' '))),
                  base::Label{"请另写一名在职职工;回来的人先登记 huiyin staff return",
                              "name somebody who is still on the staff; for someone who came back "
                              "run huiyin staff return first"});
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
    const auto editions = editions_of(connection, staff, whenever);
    std::vector<StaffEdition> history;
    auto state = editions.front();
    for (const auto& edition : editions) {
        apply(state, edition);
        state.says = edition.says;
        history.push_back(state);
    }
    return history;
}

std::vector<Absence> absences_of(store::Connection& connection, StaffId staff) {
    std::vector<Absence> absences;
    for (Query row(
             connection,
             "SELECT from_at, until_at, acting, recorded_at FROM staff_absence WHERE staff = ?"
             " ORDER BY from_at, id",
             staff);
         row.next();)
        absences.push_back({row.time(0), row.time(1), row.maybe_integer(2), row.time(3)});
    return absences;
}

}  // namespace huiyin::records
