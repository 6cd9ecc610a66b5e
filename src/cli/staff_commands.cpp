#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/staff.hpp"
#include "huiyin/reports/office_view.hpp"
#include "nouns.hpp"
#include "reading.hpp"
#include "staff_import.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace staff_commands {
namespace {

using base::Exit;
using gate::Right;
using records::WriteResult;
using records::Writing;

constexpr auto roles = records::listed<records::role_names>;

struct OneLogin : Options {
    Required<Takes::login> login{*this, operand("LOGIN", {"登录名", "login"})};
};

struct Add final : OneLogin {
    Required<Takes::words> name{*this, {"name", {"姓名", "name"}, "NAME"}};
    Required<Takes::choice, records::Role> role{*this, {"role", {"角色", "role"}, roles}};
    Maybe<Takes::word> department{*this, {"department", {"部门", "department"}}};
    Maybe<Takes::login> superior{
        *this,
        {"superior", {"直接上级(7.4)", "direct superior (7.4)"}},
        Wanted{.option = "role", .values = "clerk|technician|steward|manager"}};
};

struct Import final : Options {
    Required<Takes::file> file{
        *this, operand("FILE", {"职工表(CSV 或工作簿)",
                                "login, name, role, department, superior: CSV or a workbook"})};
};

struct Change final : OneLogin {
    Maybe<Takes::words> name{*this, {"name", {"姓名", "name"}, "NAME"}};
    Maybe<Takes::choice, records::Role> role{*this, {"role", {"角色", "role"}, roles}};
    Maybe<Takes::word> department{*this, {"department", {"部门", "department"}}};
    Maybe<Takes::login> superior{*this, {"superior", {"直接上级(7.4)", "direct superior (7.4)"}}};
};

struct Leave final : OneLogin {
    Maybe<Takes::login> successor{
        *this,
        {"successor",
         {"接替人:其下属改归谁(7.4)", "who takes over the people who report to them (7.4)"}}};
};

struct Return final : OneLogin {
    Required<Takes::choice, records::Role> role{*this, {"role", {"角色", "role"}, roles}};
    Maybe<Takes::login> superior{
        *this,
        {"superior", {"直接上级(7.4)", "direct superior (7.4)"}},
        Wanted{.option = "role", .values = "clerk|technician|steward|manager"}};
    Maybe<Takes::word> department{*this, {"department", {"部门", "department"}}};
};

struct Away final : OneLogin {
    Required<Takes::later> from{*this, {"from", {"离开时间", "away from"}}};
    Required<Takes::later> to{*this, {"to", {"回来时间", "back at"}}};
    Maybe<Takes::login> acting{*this, {"acting", {"代理人(5.3、7.4)", "who stands in (5.3, 7.4)"}}};
};

WriteResult add(const Writing& writing, const Add& typed) {
    return records::add_staff(writing, {.login = typed.login(),
                                        .name = typed.name(),
                                        .role = typed.role(),
                                        .department = typed.department(),
                                        .superior = typed.superior()});
}

WriteResult import(const Writing& writing, const Import& typed) {
    return records::add_staff(writing, read_staff_table(typed.table(), writing.connection()));
}

WriteResult change(const Writing& writing, const Change& typed) {
    const records::StaffChange change{.name = typed.name(),
                                      .role = typed.role(),
                                      .department = typed.department(),
                                      .superior = typed.superior()};
    if (!change.name && !change.role && !change.department && !change.superior)
        throw base::Failure(Exit::usage,
                            base::Label{"没有要更改的内容", "there is nothing to change"},
                            base::Label{"写 --name、--role、--department 或 --superior",
                                        "give --name, --role, --department or --superior"});
    return records::change_staff(writing, typed.login(), change);
}

WriteResult leave(const Writing& writing, const Leave& typed) {
    return records::staff_leaves(writing, typed.login(), typed.successor());
}

WriteResult come_back(const Writing& writing, const Return& typed) {
    return records::staff_returns(
        writing, typed.login(),
        {.role = typed.role(), .superior = typed.superior(), .department = typed.department()});
}

WriteResult away(const Writing& writing, const Away& typed) {
    return records::staff_away(writing, typed.login(), typed.from(), typed.to(), typed.acting());
}

Exit list(ReadContext reader, const NoOptions&) {
    auto& [reading, output] = reader;
    const auto shown = reports::staff_list(reading.connection,
                                           records::all_staff(reading.connection, reading.now));
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit show(ReadContext reader, const OneLogin& typed) {
    auto& [reading, output] = reader;
    const auto id = records::require_staff(reading.connection, typed.login());
    const auto policies = records::Policies::load(reading.connection);
    const auto shown = reports::staff_record(records::staff_history(reading.connection, id),
                                             records::absences_of(reading.connection, id),
                                             view_of(reading, policies));
    output.show(shown.document, shown.json);
    return Exit::done;
}

constexpr std::array verbs{
    command<add>({.noun = "staff",
                  .verb = "add",
                  .help = {"登记职工", "add someone to the staff"},
                  .clause = "7.4",
                  .right = Right::administer,
                  .decision = true,
                  .example = "huiyin staff add chen --name 陈静 --role clerk --superior ma"}),
    command<import>({.noun = "staff",
                     .verb = "import",
                     .help = {"由表格登记多名职工,上级先后不拘",
                              "put many on the staff from a table, superiors in any order"},
                     .clause = "7.4",
                     .right = Right::administer,
                     .decision = true,
                     .example = "huiyin staff import 职工.csv",
                     .table = "FILE"}),
    command<change>({.noun = "staff",
                     .verb = "change",
                     .help = {"更改职工档案", "change someone's record"},
                     .clause = "7.4",
                     .right = Right::administer,
                     .decision = true,
                     .example = "huiyin staff change chen --superior tao"}),
    command<leave>({.noun = "staff",
                    .verb = "leave",
                    .help = {"登记离职", "record that someone has left"},
                    .clause = "7.4",
                    .right = Right::administer,
                    .decision = true,
                    .example = "huiyin staff leave ma --successor mei"}),
    command<come_back>({.noun = "staff",
                        .verb = "return",
                        .help = {"离职后回来", "take back someone who had left"},
                        .clause = "7.4",
                        .right = Right::administer,
                        .decision = true,
                        .example = "huiyin staff return chen --role clerk --superior ma"}),
    command<away>({.noun = "staff",
                   .verb = "away",
                   .help = {"登记请假与代理", "record an absence and who stands in"},
                   .clause = "5.3, 7.4",
                   .right = Right::administer,
                   .decision = true,
                   .example =
                       "huiyin staff away ma --from '2026-12-01 08:00' --to '2026-12-05 18:00' "
                       "--acting gao"}),
    command<list>({.noun = "staff",
                   .verb = "list",
                   .help = {"职工名单", "list the staff"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin staff list"}),
    command<show>({.noun = "staff",
                   .verb = "show",
                   .help = {"一名职工的档案", "show one person's record"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin staff show chen"}),
};

}  // namespace
}  // namespace staff_commands

std::span<const Verb> staff_verbs() {
    return staff_commands::verbs;
}

}  // namespace huiyin::cli
