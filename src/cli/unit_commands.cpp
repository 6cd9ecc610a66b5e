#include <array>

#include "batch_recording.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/home_register.hpp"
#include "huiyin/records/matter_list.hpp"
#include "huiyin/reports/register_view.hpp"
#include "huiyin/reports/search_view.hpp"
#include "nouns.hpp"
#include "reading.hpp"
#include "shared_options.hpp"
#include "table_input.hpp"
#include "typed_command.hpp"

/// One home, and the register of all there are.
namespace huiyin::cli {

namespace unit_commands {
namespace {

using base::Exit;
using gate::Right;
using records::WriteResult;
using records::Writing;

struct ShowOne final : Options {
    Required<Takes::word> unit{*this, operand("UNIT", {"房号", "the home"})};
    Flag reveal{*this, shared::reveal};
};

struct AddHome final : Options {
    Required<Takes::home> unit{*this, operand("UNIT", {"房号", "the home"})};
    Maybe<Takes::word> building{*this,
                                {"building", {"楼栋(默认按房号)", "building (as the home says)"}}};
    Maybe<Takes::word> stair{*this, {"stair", {"单元(默认按房号)", "stair (as the home says)"}}};
    Maybe<Takes::count> residents{*this, {"residents", {"居住人数", "how many live there"}}};
};

struct OneHome final : Options {
    Required<Takes::word> unit{*this, operand("UNIT", {"房号", "the home"})};
};

struct Import final : Options {
    Required<Takes::file> file{
        *this, operand("FILE", {"住户表:CSV、表格软件另存的文本、工作簿、JSON 行",
                                "the table: CSV in any encoding, a workbook, lines of JSON"})};
    Maybe<Takes::choice> on_error{
        *this,
        {"on-error",
         {"出错时全部撤回,或跳过该行", "on an error: undo everything, or skip that row"},
         "stop|skip"}};
    Flag dry_run{*this, shared::dry_run};
};

Exit show_unit(ReadContext reader, const ShowOne& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto& unit = typed.unit();
    std::vector<reports::MatterView> matters;
    for (const auto id : records::matters_of_unit(reading.connection, unit))
        matters.push_back(reports::view_matter(view, id));
    if (const auto remark = records::not_on_register(reading.connection, unit)) output.say(*remark);
    output.show(reports::unit_document(unit, matters, view),
                reports::unit_json(unit, matters, view));
    return Exit::done;
}

WriteResult add_home(const Writing& writing, const AddHome& typed) {
    return records::add_home(writing, {.unit = typed.unit(),
                                       .building = typed.building(),
                                       .stair = typed.stair(),
                                       .residents = typed.residents()});
}

WriteResult retire_home(const Writing& writing, const OneHome& typed) {
    return records::retire_home(writing, typed.unit());
}

void tell_what_changed(ReadContext reader, const gate::Outcome& outcome) {
    if (outcome.seq == 0)
        reader.output.say(base::compose(
            {"{} 已在住户册上,没有变动", "{} is already on the register; nothing changed"},
            outcome.no));
}

Exit list_homes(ReadContext reader, const NoOptions&) {
    auto& [reading, output] = reader;
    const auto homes = records::homes_on_register(reading.connection);
    output.show(reports::register_document(homes), reports::register_json(homes, reading.zone));
    return Exit::done;
}

/// Each row is one `unit add`. Offices keep such lists for other ends too: what else stands there,
/// people's names and numbers among it, is left out.
Exit import_homes(const gate::Session& session, const Import& typed, Output& output) {
    const auto line = typed.masked_line();
    // One denial, not one for every row.
    gate::open_to_read(session, line, Right::manage_readiness);
    const auto input = read_table_input(typed.file(), output);
    const auto lines = table_lines("unit add", input, {.unknown = UnknownHeadings::are_left_out});
    return record_lines(session, *lines, line, typed.on_error() == "skip", output, Sum::homes);
}

constexpr std::array verbs{
    command<show_unit>({.noun = "unit",
                        .verb = "show",
                        .help = {"一户的全部事项", "everything from one home"},
                        .clause = "",
                        .right = Right::read,
                        .example = "huiyin unit show 3-502"}),
    command<add_home>(
        {.noun = "unit",
         .verb = "add",
         .help = {"把一户登记到住户册,或更正", "add a home to the register, or correct it"},
         .clause = "",
         .right = Right::manage_readiness,
         .afterwards = tell_what_changed,
         .example = "huiyin unit add 3-2-501 --residents 3"}),
    command<import_homes>({.noun = "unit",
                           .verb = "import",
                           .help = {"从表格导入住户册,要么全部登记,要么全部不登记",
                                    "put a table of homes on the register, all or nothing"},
                           .clause = "",
                           .right = Right::manage_readiness,
                           .example = "huiyin unit import 住户表.csv"}),
    command<retire_home>({.noun = "unit",
                          .verb = "retire",
                          .help = {"从住户册注销一户", "remove a home from the register"},
                          .clause = "",
                          .right = Right::manage_readiness,
                          .example = "huiyin unit retire 3-502"}),
    command<list_homes>({.noun = "unit",
                         .verb = "list",
                         .help = {"列出住户册", "list the register of homes"},
                         .clause = "",
                         .right = Right::manage_readiness,
                         .example = "huiyin unit list --format csv --out 住户册.csv"}),
};

}  // namespace
}  // namespace unit_commands

std::span<const Verb> unit_verbs() {
    return unit_commands::verbs;
}

}  // namespace huiyin::cli
