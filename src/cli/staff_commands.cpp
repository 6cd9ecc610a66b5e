#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/staff.hpp"
#include "huiyin/reports/office_view.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::Writing;

constexpr std::string_view roles = "clerk|technician|steward|manager|head|auditor|admin";
constexpr Operand login{"LOGIN", Takes::login, {"登录名", "login"}};

constexpr std::array add_options{
    Option{"name", Takes::words, "NAME", {"姓名", "name"}, true},
    Option{"role", Takes::choice, roles, {"角色", "role"}, true},
    Option{"department", Takes::word, "TEXT", {"部门", "department"}},
    Option{.name = "superior",
           .takes = Takes::login,
           .value = "LOGIN",
           .help = {"直接上级(7.4)", "direct superior (7.4)"},
           .wanted = Wanted{.option = "role", .values = "clerk|technician|steward|manager"}},
};
constexpr std::array change_options{
    Option{"name", Takes::words, "NAME", {"姓名", "name"}},
    Option{"role", Takes::choice, roles, {"角色", "role"}},
    Option{"department", Takes::word, "TEXT", {"部门", "department"}},
    Option{"superior", Takes::login, "LOGIN", {"直接上级(7.4)", "direct superior (7.4)"}},
};
constexpr std::array away_options{
    Option{"from", Takes::time, "TIME", {"离开时间", "away from"}, true},
    Option{"to", Takes::time, "TIME", {"回来时间", "back at"}, true},
    Option{"acting", Takes::login, "LOGIN", {"代理人(5.3、7.4)", "who stands in (5.3, 7.4)"}},
};
constexpr std::array one_login{login};

Made add(const Writing& writing, const Arguments& arguments) {
    return records::add_staff(writing, {.login = arguments.text("LOGIN"),
                                        .name = arguments.text("name"),
                                        .role = records::parse_role(arguments.text("role")),
                                        .department = arguments.maybe("department"),
                                        .superior = arguments.maybe("superior")});
}

Made change(const Writing& writing, const Arguments& arguments) {
    records::StaffChange change{.name = arguments.maybe("name"),
                                .role = {},
                                .department = arguments.maybe("department"),
                                .superior = arguments.maybe("superior")};
    if (const auto role = arguments.maybe("role")) change.role = records::parse_role(*role);
    if (!change.name && !change.role && !change.department && !change.superior)
        throw base::Failure(Exit::usage,
                            base::Label{"没有要更改的内容", "there is nothing to change"},
                            base::Label{"写 --name、--role、--department 或 --superior",
                                        "give --name, --role, --department or --superior"});
    return records::change_staff(writing, arguments.text("LOGIN"), change);
}

Made leave(const Writing& writing, const Arguments& arguments) {
    return records::staff_leaves(writing, arguments.text("LOGIN"));
}

Made away(const Writing& writing, const Arguments& arguments) {
    return records::staff_away(writing, arguments.text("LOGIN"),
                               writing.time(*arguments.time("from")),
                               writing.time(*arguments.time("to")), arguments.maybe("acting"));
}

Exit list(Reader reader, const Arguments&) {
    auto& [reading, output] = reader;
    const auto shown = reports::staff_list(reading.connection,
                                           records::all_staff(reading.connection, reading.now));
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit show(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto id = records::require_staff(reading.connection, arguments.text("LOGIN"));
    const auto shown =
        reports::staff_record(reading.connection, records::staff_history(reading.connection, id),
                              records::absences_of(reading.connection, id), reading.zone);
    output.show(shown.document, shown.json);
    return Exit::done;
}

constexpr std::array verbs{
    Verb{.noun = "staff",
         .verb = "add",
         .help = {"登记职工", "put someone on the staff"},
         .clause = "7.4",
         .right = Right::administer,
         .action = add,
         .operands = one_login,
         .options = add_options,
         .decision = true,
         .example = "huiyin staff add chen --name 陈静 --role clerk --superior ma"},
    Verb{.noun = "staff",
         .verb = "change",
         .help = {"更改职工档案", "change someone's record"},
         .clause = "7.4",
         .right = Right::administer,
         .action = change,
         .operands = one_login,
         .options = change_options,
         .decision = true,
         .example = "huiyin staff change chen --superior tao"},
    Verb{.noun = "staff",
         .verb = "leave",
         .help = {"登记离职", "someone leaves"},
         .clause = "",
         .right = Right::administer,
         .action = leave,
         .operands = one_login,
         .decision = true,
         .example = "huiyin staff leave chen"},
    Verb{.noun = "staff",
         .verb = "away",
         .help = {"登记请假与代理", "someone is away; who stands in"},
         .clause = "5.3, 7.4",
         .right = Right::administer,
         .action = away,
         .operands = one_login,
         .options = away_options,
         .decision = true,
         .example = "huiyin staff away ma --from '2026-12-01 08:00' --to '2026-12-05 18:00' "
                    "--acting gao"},
    Verb{.noun = "staff",
         .verb = "list",
         .help = {"职工名单", "everyone on file"},
         .clause = "",
         .right = Right::read,
         .action = list,
         .example = "huiyin staff list"},
    Verb{.noun = "staff",
         .verb = "show",
         .help = {"一名职工的档案", "one person's record"},
         .clause = "",
         .right = Right::read,
         .action = show,
         .operands = one_login,
         .example = "huiyin staff show chen"},
};

}  // namespace

std::span<const Verb> staff_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
