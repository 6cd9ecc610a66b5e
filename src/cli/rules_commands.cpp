#include <algorithm>
#include <array>
#include <optional>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/reports/book_view.hpp"
#include "huiyin/reports/office_view.hpp"
#include "huiyin/reports/rule_differences_view.hpp"
#include "huiyin/reports/rule_proof_view.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "huiyin/rulebook/office_rules.hpp"
#include "huiyin/rulebook/rule_comparison.hpp"
#include "nouns.hpp"
#include "reading.hpp"
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
    Flag mutate{
        *this,
        {"mutate",
         {"故意改动查询,看示例是否看得出", "change the queries on purpose: do examples notice?"}}};
    Flag coverage{*this,
                  {"coverage",
                   {"查询里的各个分支,示例走到了哪些",
                    "which branches of the queries examples have gone through"}}};
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

Exit mutate(const std::vector<const rulebook::Rule*>& rules, Output& output) {
    std::vector<rulebook::Mutation> mutations;
    for (const auto* rule : rules)
        mutations.push_back(rulebook::mutate(*rule));
    const auto shown = reports::mutation_results(mutations);
    output.show(shown.document, shown.json);
    return std::ranges::all_of(mutations, &rulebook::Mutation::proven) ? Exit::done : Exit::failed;
}

Exit cover(const std::vector<const rulebook::Rule*>& rules, Output& output) {
    std::vector<rulebook::RuleCoverage> coverages;
    for (const auto* rule : rules)
        coverages.push_back(rulebook::cover(*rule));
    const auto shown = reports::coverage_results(coverages);
    output.show(shown.document, shown.json);
    return std::ranges::all_of(coverages, &rulebook::RuleCoverage::complete) ? Exit::done
                                                                             : Exit::failed;
}

Exit test(const gate::Session& session, const Test& typed, Output& output) {
    auto reading = gate::peek(session);
    std::vector<const rulebook::Rule*> rules;
    if (const auto id = typed.rule())
        rules.push_back(&rule_named(reading, *id));
    else
        rules = rules_known(reading);
    if (typed.mutate() && typed.coverage())
        throw base::Failure(Exit::usage, base::Label{"--mutate 和 --coverage 一次一个",
                                                     "--mutate or --coverage, one at a time"});
    if (typed.mutate()) return mutate(rules, output);
    if (typed.coverage()) return cover(rules, output);
    std::vector<rulebook::ExampleResult> results;
    for (const auto* rule : rules)
        std::ranges::move(rulebook::run_examples(*rule), std::back_inserter(results));
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

struct Book final : Options {
    Maybe<Takes::word> clause{*this, {"clause", {"只看某条款", "only this clause"}, "C"}};
};

Exit book(ReadContext reader, const Book& typed) {
    auto& [reading, output] = reader;
    const auto clause = typed.clause();
    if (clause && !rulebook::is_clause(*clause))
        throw base::Failure(
            Exit::usage,
            base::compose({"--clause 没有条款「{}」", "--clause: there is no clause {}"}, *clause),
            base::Label{"写作 3.3.2 的样子;一览见 huiyin rules clauses",
                        "write it like 3.3.2; huiyin rules clauses has them"});
    const auto policies = records::Policies::load(reading.connection);
    const auto shown =
        reports::rule_book(masked_view_of(reading, policies), reading.office.name, clause);
    output.show(shown.document, shown.json);
    return Exit::done;
}

struct Diff final : Options {
    Required<Takes::file> before{
        *this, operand("OLD", {"旧版:规则文件,或 rules book --json 的输出",
                               "the older: a rule file, or what rules book --json wrote"})};
    Required<Takes::file> after{*this, operand("NEW", {"新版", "the newer"})};
};

Exit diff(const gate::Session&, const Diff& typed, Output& output) {
    const auto before = rulebook::read_rulebook_edition(typed.before());
    const auto after = rulebook::read_rulebook_edition(typed.after());
    const auto shown = reports::rule_differences(before, after);
    output.show(shown.document, shown.json);
    return shown.json.empty() ? Exit::done : Exit::refused;
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
    command<book>({.noun = "rules",
                   .verb = "book",
                   .help = {"规定汇编:逐条的原文、理解、规则、时限、例子,可打印成册",
                            "the regulation as a book: words, reading, rules, limits, examples"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin rules book --format html --out 规定.html"}),
    command<diff>({.noun = "rules",
                   .verb = "diff",
                   .help = {"两版规则有什么不同,逐条说明(退出码 4:有不同)",
                            "how two editions of rules differ, by clause (exit 4: they do)"},
                   .clause = "",
                   .right = Right::open,
                   .example = "huiyin rules diff 旧版.json 新版.json"}),
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
