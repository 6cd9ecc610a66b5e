#include <array>
#include <nlohmann/json.hpp>

#include "help.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/rights.hpp"
#include "nouns.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;

constexpr std::array help_operands{
    Operand{"NOUN", Takes::word, {"名词", "the noun"}, false},
    Operand{"VERB", Takes::word, {"动作", "the verb"}, false},
};

Exit version(const gate::Desk&, const Arguments&, Output& output) {
    if (output.format == Format::json)
        output.write(nlohmann::ordered_json{{"version", HUIYIN_VERSION}}.dump() + "\n");
    else
        output.write("huiyin " HUIYIN_VERSION "\n");
    return Exit::done;
}

/// Every command with the roles that may give it, for scripts and tests.
nlohmann::ordered_json commands_json(base::Language language) {
    auto commands = nlohmann::ordered_json::array();
    for (const auto& noun : command_table())
        for (const auto& verb : noun) {
            auto roles = nlohmann::ordered_json::array();
            for (const auto& role : records::role_names)
                if (gate::may(role.role, verb.right)) roles.push_back(role.word);
            commands.push_back({{"noun", verb.noun},
                                {"verb", verb.verb},
                                {"help", verb.help.in(language)},
                                {"clause", verb.clause},
                                {"records", records_something(verb)},
                                {"roles", std::move(roles)}});
        }
    return commands;
}

Exit help(const gate::Desk&, const Arguments& arguments, Output& output) {
    const auto noun = arguments.maybe("NOUN");
    if (!noun && output.format == Format::json) {
        output.write(commands_json(output.language).dump() + "\n");
        return Exit::done;
    }
    if (!noun) {
        output.write(help_overview(output.language));
        return Exit::done;
    }
    std::vector<std::string> words{*noun};
    if (const auto verb = arguments.maybe("VERB")) words.push_back(*verb);
    if (const auto verbs = help_noun(*noun, output.language); words.size() == 1 && !verbs.empty())
        output.write(verbs);
    else
        output.write(help_command(*find_command(words).verb, output.language));
    return Exit::done;
}

constexpr std::array verbs{
    Verb{.noun = "version",
         .verb = "",
         .help = {"版本", "the version"},
         .clause = "",
         .right = Right::open,
         .action = version},
    Verb{.noun = "help",
         .verb = "",
         .help = {"用法", "how things are used"},
         .clause = "",
         .right = Right::open,
         .action = help,
         .operands = help_operands},
};

}  // namespace

std::span<const Verb> about_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
