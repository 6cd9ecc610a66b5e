#include <algorithm>
#include <array>
#include <optional>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/reports/office_view.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/rulebook/office_rules.hpp"
#include "nouns.hpp"
#include "table_lookup.hpp"
#include "trying.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace rules_commands {
namespace {

using base::Exit;
using gate::Right;

struct OneRule : Options {
    Required<Takes::word> rule{*this, operand("RULE", {"规则", "the rule"})};
};

struct RuleOrClause final : Options {
    Required<Takes::word> rule{
        *this, operand("RULE", {"规则,或条款(2.2.4)", "the rule, or a clause: 2.2.4"})};
};

struct Clauses final : Options {
    Maybe<Takes::choice> system{
        *this,
        {"system", {"只看某项制度(1 至 7)", "only this part of the regulation"}, "1|2|3|4|5|6|7"}};
};

struct Test final : Options {
    Maybe<Takes::word> rule{*this, operand("RULE", {"规则", "the rule"})};
};

struct Add final : Options {
    Required<Takes::file> file{*this, operand("FILE", {"规则文件", "the rule file"})};
};

struct Retire final : OneRule {
    Required<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
};

/// The regulation's, and the office's own where there is a store to read: rules are told without
/// one, too.
std::vector<const rulebook::Rule*> rules_known(std::optional<gate::Reading>& reading) {
    if (reading) return rulebook::rules_in_force(reading->connection, reading->now);
    std::vector<const rulebook::Rule*> rules;
    for (const auto& rule : rulebook::regulation_rules())
        rules.push_back(&rule);
    return rules;
}

const rulebook::Rule& rule_named(std::optional<gate::Reading>& reading, const std::string& id) {
    return reading ? rulebook::require_rule(reading->connection, id) : rulebook::require_rule(id);
}

Exit list(const gate::Session& session, const NoOptions&, Output& output) {
    auto reading = gate::peek(session);
    const auto shown = reports::rule_list(rules_known(reading));
    output.show(shown.document, shown.json);
    return Exit::done;
}

std::vector<std::string> commands_of(const rulebook::Clause& clause) {
    std::vector<std::string> commands;
    for (const auto& noun : command_table())
        for (const auto& verb : noun) {
            const auto cited = rulebook::clauses_of(verb.clause);
            if (std::ranges::find(cited, clause.id) != cited.end())
                commands.push_back(command_name(verb));
        }
    return commands;
}

Exit clauses(const gate::Session& session, const Clauses& typed, Output& output) {
    const auto system = typed.system();
    auto reading = gate::peek(session);
    const auto rules = rules_known(reading);
    std::vector<reports::ClauseUse> uses;
    for (const auto& clause : rulebook::clauses())
        if (!system || clause.id.starts_with(*system))
            uses.push_back({&clause, rulebook::rules_of(clause, rules), commands_of(clause)});
    const auto shown = reports::clause_list(uses);
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit show(const gate::Session& session, const RuleOrClause& typed, Output& output) {
    auto reading = gate::peek(session);
    const auto clause = std::ranges::find(rulebook::clauses(), typed.rule(), &rulebook::Clause::id);
    if (clause != rulebook::clauses().end()) {
        const auto shown = reports::clause_record(
            {&*clause, rulebook::rules_of(*clause, rules_known(reading)), commands_of(*clause)});
        output.show(shown.document, shown.json);
        return Exit::done;
    }
    const auto& rule = rule_named(reading, typed.rule());
    const auto shown =
        reading
            ? reports::rule_record(
                  rule, rulebook::office_rule_editions(reading->connection, rule.id), reading->zone)
            : reports::rule_record(rule, {}, base::Zone("UTC"));
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit test(const gate::Session& session, const Test& typed, Output& output) {
    auto reading = gate::peek(session);
    std::vector<rulebook::ExampleResult> results;
    const auto run = [&](const rulebook::Rule* rule) {
        std::ranges::move(rulebook::run_examples(*rule), std::back_inserter(results));
    };
    if (const auto id = typed.rule())
        run(&rule_named(reading, *id));
    else
        std::ranges::for_each(rules_known(reading), run);
    const auto shown = reports::example_results(results);
    output.show(shown.document, shown.json);
    return std::ranges::all_of(results, &rulebook::ExampleResult::held) ? Exit::done : Exit::failed;
}

records::WriteResult add(const records::Writing& writing, const Add& typed) {
    return rulebook::add_office_rule(writing, typed.file());
}

records::WriteResult retire(const records::Writing& writing, const Retire& typed) {
    return rulebook::retire_office_rule(writing, typed.rule(), typed.reason());
}

// The regulation and the rules built on it, as the office last revised them.
records::WriteResult acknowledge(const records::Writing& writing, const NoOptions&) {
    return records::acknowledge_rulebook(writing);
}

struct Try final : Options {
    Required<Takes::file> file{*this, operand("FILE", {"规则文件", "the rule file"})};
    Maybe<Takes::bound> since{*this, shared::tried_since};
};

Exit try_file(ReadContext reader, const Try& typed) {
    const auto& reading = reader.reading;
    return show_what_differs(
        reader, rulebook::tried_rule(reader.reading.connection, reading.now,
                                     tried_since(reading, typed.since()), typed.file()));
}

constexpr std::array verbs{
    command<list>({.noun = "rules",
                   .verb = "list",
                   .help = {"全部规则与条款", "list rules and their clauses"},
                   .clause = "",
                   .right = Right::open,
                   .example = "huiyin rules list"}),
    command<clauses>(
        {.noun = "rules",
         .verb = "clauses",
         .help = {"各条款由哪些规则和命令落实", "each clause with its rules and commands"},
         .clause = "",
         .right = Right::open,
         .example = "huiyin rules clauses --system 2"}),
    command<show>({.noun = "rules",
                   .verb = "show",
                   .help = {"一条规则及其示例", "show a rule with its examples"},
                   .clause = "",
                   .right = Right::open,
                   .example = "huiyin rules show complaint.courtesy"}),
    command<acknowledge>({.noun = "rules",
                          .verb = "acknowledge",
                          .help = {"签收现行制度,表示已熟悉", "acknowledge the rulebook in force"},
                          .clause = "1.1",
                          .right = Right::field_work,
                          .example = "huiyin rules acknowledge"}),
    command<test>({.noun = "rules",
                   .verb = "test",
                   .help = {"运行规则自带的示例", "run the rules' own examples"},
                   .clause = "",
                   .right = Right::open,
                   .example = "huiyin rules test complaint.courtesy"}),
    command<try_file>({.noun = "rules",
                       .verb = "try",
                       .help = {"试一条自己的规则:过去会怎么判(什么都不登记)",
                                "try a rule of the office's own on the past; nothing is recorded"},
                       .clause = "1.1",
                       .right = Right::read,
                       .example = "huiyin rules try 当日答复.sql --since 2026-11-01"}),
    command<add>({.noun = "rules",
                  .verb = "add",
                  .help = {"增订本办公室自己的规则", "add a rule of the office's own"},
                  .clause = "1.1",
                  .right = Right::administer,
                  .decision = true,
                  .binds_now = true,
                  .example = "huiyin rules add 当日答复.sql"}),
    command<retire>({.noun = "rules",
                     .verb = "retire",
                     .help = {"停用一条自己的规则", "retire a rule of the office's own"},
                     .clause = "1.1",
                     .right = Right::administer,
                     .decision = true,
                     .binds_now = true,
                     .example = "huiyin rules retire own.same-day --reason 并入新版规定"}),
};

}  // namespace
}  // namespace rules_commands

std::span<const Verb> rules_verbs() {
    return rules_commands::verbs;
}

}  // namespace huiyin::cli
