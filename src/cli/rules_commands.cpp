#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/reports/office_view.hpp"
#include "huiyin/rulebook/examples.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;

constexpr std::array one_rule{Operand{"RULE", Takes::word, {"规则", "the rule"}}};
constexpr std::array maybe_rule{Operand{"RULE", Takes::word, {"规则", "the rule"}, false}};
constexpr std::array clauses_options{
    Option{"system", Takes::choice, "1|2|3|4|5|6|7", {"只看某项制度", "of this system only"}}};

Exit list(const gate::Desk&, const Arguments&, Output& output) {
    const auto shown = reports::rule_list(rulebook::regulation_rules());
    output.show(shown.document, shown.json);
    return Exit::done;
}

std::string name_of(const Verb& verb) {
    return verb.verb.empty() ? std::string(verb.noun) : fmt::format("{} {}", verb.noun, verb.verb);
}

std::vector<std::string> commands_of(const rulebook::Clause& clause) {
    std::vector<std::string> commands;
    for (const auto& noun : command_table())
        for (const auto& verb : noun) {
            const auto cited = rulebook::clauses_of(verb.clause);
            if (std::ranges::find(cited, clause.id) != cited.end())
                commands.push_back(name_of(verb));
        }
    return commands;
}

Exit clauses(const gate::Desk&, const Arguments& arguments, Output& output) {
    const auto system = arguments.maybe("system");
    std::vector<reports::ClauseUse> uses;
    for (const auto& clause : rulebook::clauses())
        if (!system || clause.id.starts_with(*system))
            uses.push_back({&clause, rulebook::rules_of(clause), commands_of(clause)});
    const auto shown = reports::clause_list(uses);
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit show(const gate::Desk&, const Arguments& arguments, Output& output) {
    const auto shown = reports::rule_record(rulebook::require_rule(arguments.text("RULE")));
    output.show(shown.document, shown.json);
    return Exit::done;
}

Exit test(const gate::Desk&, const Arguments& arguments, Output& output) {
    std::vector<rulebook::ExampleResult> results;
    const auto run = [&](const rulebook::Rule& rule) {
        std::ranges::move(rulebook::run_examples(rule), std::back_inserter(results));
    };
    if (const auto id = arguments.maybe("RULE"))
        run(rulebook::require_rule(*id));
    else
        std::ranges::for_each(rulebook::regulation_rules(), run);
    const auto shown = reports::example_results(results);
    output.show(shown.document, shown.json);
    return std::ranges::all_of(results, &rulebook::ExampleResult::held) ? Exit::done : Exit::failed;
}

// The regulation and the rules built on it, as the office last revised them.
records::Made acknowledge(const records::Writing& writing, const Arguments&) {
    return records::acknowledge_rulebook(writing);
}

constexpr std::array verbs{
    Verb{.noun = "rules",
         .verb = "list",
         .help = {"全部规则与条款", "every rule and its clause"},
         .clause = "",
         .right = Right::open,
         .action = list,
         .example = "huiyin rules list"},
    Verb{.noun = "rules",
         .verb = "clauses",
         .help = {"各条款由哪些规则和命令落实", "each clause, its rules and commands"},
         .clause = "",
         .right = Right::open,
         .action = clauses,
         .options = clauses_options,
         .example = "huiyin rules clauses --system 2"},
    Verb{.noun = "rules",
         .verb = "show",
         .help = {"一条规则及其示例", "one rule and its examples"},
         .clause = "",
         .right = Right::open,
         .action = show,
         .operands = one_rule,
         .example = "huiyin rules show complaint.courtesy"},
    Verb{.noun = "rules",
         .verb = "acknowledge",
         .help = {"确认已熟悉现行制度", "I know the rulebook in force"},
         .clause = "1.1",
         .right = Right::field_work,
         .action = acknowledge,
         .example = "huiyin rules acknowledge"},
    Verb{.noun = "rules",
         .verb = "test",
         .help = {"运行规则自带的示例", "run the rules' own examples"},
         .clause = "",
         .right = Right::open,
         .action = test,
         .operands = maybe_rule,
         .example = "huiyin rules test complaint.courtesy"},
};

}  // namespace

std::span<const Verb> rules_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
