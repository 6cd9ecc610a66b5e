#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "completion.hpp"
#include "help.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "nouns.hpp"
#include "table_json.hpp"

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

Exit help(const gate::Desk&, const Arguments& arguments, Output& output) {
    if (output.format == Format::json) {
        output.write(commands_json(arguments.maybe("NOUN"), arguments.maybe("VERB")).dump() + "\n");
        return Exit::done;
    }
    std::vector<std::string> words;
    for (const auto* operand : {"NOUN", "VERB"})
        if (const auto word = arguments.maybe(operand)) words.push_back(*word);
    output.write(help_about(words, output.language, terminal_width()));
    return Exit::done;
}

const base::EmbeddedFile* script_of(std::string_view shell) {
    const auto files = shell_files();
    const auto found =
        std::ranges::find(files, fmt::format("huiyin.{}", shell), &base::EmbeddedFile::path);
    return found == files.end() ? nullptr : &*found;
}

constexpr std::array completion_operands{
    Operand{"SHELL", Takes::word, {"bash、zsh 或 fish", "bash, zsh or fish"}}};

std::vector<base::Problem> unknown_shell(const Arguments& arguments) {
    const auto shell = arguments.maybe("SHELL");
    if (!shell || script_of(*shell) != nullptr) return {};
    return {{base::compose({"没有「{}」的补全脚本", "there is no completion for '{}'"}, *shell),
             base::Label{"可用:bash zsh fish", "one of: bash zsh fish"}}};
}

Exit completion(const gate::Desk&, const Arguments& arguments, Output& output) {
    const auto& shell = arguments.text("SHELL");
    const auto script = script_of(shell)->text;
    if (output.format == Format::json)
        output.write(nlohmann::ordered_json{{"shell", shell}, {"script", script}}.dump() + "\n");
    else
        output.write(script);
    return Exit::done;
}

constexpr std::array verbs{
    Verb{.noun = "completion",
         .verb = "",
         .help = {"命令行补全脚本", "completion for a shell"},
         .clause = "",
         .right = Right::open,
         .action = completion,
         .operands = completion_operands,
         .contradictions = unknown_shell,
         .example = "huiyin completion bash"},
    Verb{.noun = "version",
         .verb = "",
         .help = {"版本", "the version"},
         .clause = "",
         .right = Right::open,
         .action = version,
         .example = "huiyin version"},
    Verb{.noun = "help",
         .verb = "",
         .help = {"用法", "how things are used"},
         .clause = "",
         .right = Right::open,
         .action = help,
         .operands = help_operands,
         .example = "huiyin help complaint add"},
};

}  // namespace

std::span<const Verb> about_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
