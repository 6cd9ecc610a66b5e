#include "huiyin/records/staff.hpp"

#include <algorithm>
#include <set>

#include "huiyin/base/failure.hpp"
#include "person_named.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

/// Begins a new edition of a person at this time.
void write_edition(const Writing& writing, const StaffEdition& edition, base::Instant at) {
    const auto id = writing.next_id("staff_edition");
    const auto name = writing.keep("staff_edition.name", id, std::string_view(edition.name));
    store::run(writing.connection(),
               "INSERT INTO staff_edition (id, staff, at, recorded_at, recorder, name, role,"
               " department, superior, has_left) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               id, edition.staff, at, writing.now(), writing.recorder().staff, name,
               name_of(edition.role).word, edition.department, edition.superior, edition.has_left);
}

void require_login(std::string_view login) {
    const bool plain = std::ranges::all_of(login, [](unsigned char letter) {
        return std::isalnum(letter) != 0 || letter == '.' || letter == '_' || letter == '-';
    });
    if (login.empty() || login.size() > 32 || login.front() == '-' || !plain)
        throw Failure(Exit::usage,
                      compose({"「{}」不能用作登录名", "'{}' cannot be used as a login"}, login),
                      Label{"用 1 至 32 个字母、数字、点、下划线或连字符",
                            "use 1 to 32 letters, digits, dots, underscores or hyphens"});
}

std::optional<StaffId> id_with_us(const Writing& writing, const std::optional<std::string>& login) {
    return login ? std::optional(writing.staff_with_us(*login)) : std::nullopt;
}

/// The same at the command's time.
void write_edition(const Writing& writing, const StaffEdition& edition) {
    write_edition(writing, edition, writing.provenance().at);
}

/// Whoever reports to somebody who leaves has the successor above them from then on; one who came
/// under them only since, from now on. A successor from below, however far, takes the leaver's
/// superior, so that none of those between is above them any more.
void hand_down(const Writing& writing, const StaffEdition& leaver, StaffId next) {
    auto& connection = writing.connection();
    const std::set<base::Instant> times{writing.provenance().at, writing.now()};
    // First, so that no loop is ever on record.
    for (const auto then : times) {
        if (!is_above(connection, leaver.staff, next, then)) continue;
        auto successor = staff_as_of(connection, next, then);
        successor.superior = staff_as_of(connection, leaver.staff, then).superior;
        write_edition(writing, successor, then);
    }
    for (const auto then : times)
        for (auto person : all_staff(connection, then)) {
            if (person.has_left || person.superior != leaver.staff) continue;
            person.superior = next;
            write_edition(writing, person, then);
        }
}

/// The edition that a change at the command's time starts from.
StaffEdition edition_now(const Writing& writing, std::string_view login) {
    return staff_as_of(writing.connection(), writing.staff(login), writing.provenance().at);
}

}  // namespace

namespace {

/// That a name is another's too: commands then take either of them by login alone.
std::optional<base::Text> name_shared(const Writing& writing, const std::string& login,
                                      const std::string& name) {
    for (const auto& other : people_named(writing.connection(), name))
        if (other.login != login)
            return compose({"还有一位 {0}({1}):这个姓名分不出是谁,命令里写登录名 {2} 或 {1}",
                            "there is another {0} ({1}): the name does not say who is meant; "
                            "write the login, {2} or {1}"},
                           name, other.login, login);
    return {};
}

}  // namespace

void require_new_login(store::Connection& connection, std::string_view login) {
    require_login(login);
    if (find_staff(connection, login))
        throw Failure(
            Exit::usage, compose({"登录名「{}」已有人使用", "the login '{}' is taken"}, login),
            Label{"更改档案用 huiyin staff change", "to change the record: huiyin staff change"});
}

WriteResult add_staff(const Writing& writing, const NewStaff& person) {
    return add_staff(writing, std::vector{person});
}

WriteResult add_staff(const Writing& writing, const std::vector<NewStaff>& people) {
    const auto comes_too = [&](const std::string& login) {
        return std::ranges::count(people, login, &NewStaff::login) > 0;
    };
    std::vector<StaffId> ids;
    std::vector<std::optional<StaffId>> superiors;
    // Who has no edition is nobody yet: those who are here are looked up before anybody comes.
    for (const auto& person : people)
        superiors.push_back(person.superior && !comes_too(*person.superior)
                                ? id_with_us(writing, person.superior)
                                : std::nullopt);
    for (const auto& person : people) {
        require_new_login(writing.connection(), person.login);
        ids.push_back(writing.next_id("staff"));
        store::run(writing.connection(), "INSERT INTO staff (id, login) VALUES (?, ?)", ids.back(),
                   person.login);
    }
    WriteResult made;
    for (std::size_t index = 0; index < people.size(); ++index) {
        const auto& person = people[index];
        if (person.superior && !superiors[index])
            superiors[index] = find_staff(writing.connection(), *person.superior);
        write_edition(writing, {.staff = ids[index],
                                .login = person.login,
                                .name = person.name,
                                .role = person.role,
                                .department = person.department,
                                .superior = superiors[index],
                                .has_left = false,
                                .at = writing.provenance().at});
        if (made.no.empty())
            made.no = person.login;
        else
            made.opened.push_back(person.login);
    }
    // Once everybody has an edition: until then some of them are nobody.
    for (const auto& person : people)
        if (auto remark = name_shared(writing, person.login, person.name))
            made.remarks.push_back(std::move(*remark));
    return made;
}

WriteResult change_staff(const Writing& writing, std::string_view login,
                         const StaffChange& change) {
    auto edition = edition_now(writing, login);
    if (change.name) edition.name = *change.name;
    if (change.role) edition.role = *change.role;
    if (change.department) edition.department = *change.department;
    if (change.superior) edition.superior = id_with_us(writing, change.superior);
    write_edition(writing, edition);
    WriteResult made{edition.login, {}};
    if (change.name)
        if (auto remark = name_shared(writing, edition.login, edition.name))
            made.remarks.push_back(std::move(*remark));
    return made;
}

WriteResult staff_leaves(const Writing& writing, std::string_view login,
                         const std::optional<std::string>& successor) {
    auto edition = edition_now(writing, login);
    if (edition.has_left)
        throw Failure(Exit::usage, compose({"{} 已离职", "{} has left already"}, edition.login),
                      Label{"回来的人登记 huiyin staff return",
                            "for someone who came back: huiyin staff return"});
    const auto next = id_with_us(writing, successor);
    if (next == edition.staff)
        throw Failure(Exit::usage,
                      Label{"接替人不能是离职者本人", "nobody can be their own successor"});
    if (next) hand_down(writing, edition, *next);
    edition.has_left = true;
    write_edition(writing, edition);
    return {edition.login, {}};
}

WriteResult staff_returns(const Writing& writing, std::string_view login, const StaffReturn& back) {
    auto edition = edition_now(writing, login);
    if (!edition.has_left)
        throw Failure(
            Exit::usage, compose({"{} 没有离职", "{} has not left"}, edition.login),
            Label{"更改档案用 huiyin staff change", "to change the record: huiyin staff change"});
    edition.has_left = false;
    edition.role = back.role;
    edition.superior = id_with_us(writing, back.superior);
    if (back.department) edition.department = back.department;
    write_edition(writing, edition);
    return {edition.login, {}};
}

WriteResult staff_away(const Writing& writing, std::string_view login, base::Instant from,
                       base::Instant until, const std::optional<std::string>& acting) {
    const auto person = writing.staff(login);
    if (until <= from)
        throw Failure(Exit::usage, Label{"--to 必须晚于 --from", "--to must be later than --from"});
    const auto stands_in = id_with_us(writing, acting);
    if (stands_in == person)
        throw Failure(Exit::usage, Label{"本人不能代理本人", "nobody can stand in for themselves"});
    store::run(writing.connection(),
               "INSERT INTO staff_absence (id, staff, from_at, until_at, acting, recorded_at,"
               " recorder) VALUES (?, ?, ?, ?, ?, ?, ?)",
               writing.next_id("staff_absence"), person, from, until, stands_in, writing.now(),
               writing.recorder().staff);
    return {login_of(writing.connection(), person), {}};
}

}  // namespace huiyin::records
