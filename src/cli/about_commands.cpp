#include <algorithm>
#include <array>

#include "completion.hpp"
#include "help.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/output.hpp"
#include "nouns.hpp"
#include "table_json.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace about_commands {
namespace {

using base::Exit;
using gate::Right;

struct Completion final : Options {
    Required<Takes::word> shell{*this,
                                operand("SHELL", {"bash、zsh 或 fish", "bash, zsh or fish"})};
};

struct Help final : Options {
    Maybe<Takes::word> noun{*this, operand("NOUN", {"名词", "the noun"})};
    Maybe<Takes::word> verb{*this, operand("VERB", {"动作", "the verb"})};
};

Exit version(const gate::Session&, const NoOptions&, Output& output) {
    if (output.format == Format::json)
        output.write(nlohmann::ordered_json{{"version", HUIYIN_VERSION}}.dump() + "\n");
    else
        output.write("huiyin " HUIYIN_VERSION "\n");
    return Exit::done;
}

Exit help(const gate::Session&, const Help& typed, Output& output) {
    std::vector<std::string> words;
    for (const auto& word : {typed.noun(), typed.verb()})
        if (word) words.push_back(*word);
    words = in_english(std::move(words));
    if (output.format == Format::json) {
        const auto word = [&](std::size_t at) {
            return at < words.size() ? std::optional(words[at]) : std::nullopt;
        };
        output.write(commands_json(word(0), word(1)).dump() + "\n");
        return Exit::done;
    }
    output.write(help_about(words, output.language, terminal_width()));
    return Exit::done;
}

const base::EmbeddedFile* script_of(std::string_view shell) {
    const auto files = shell_files();
    const auto found =
        std::ranges::find(files, base::format("huiyin.{}", shell), &base::EmbeddedFile::path);
    return found == files.end() ? nullptr : &*found;
}

std::vector<base::Problem> unknown_shell(const Unchecked<Completion>& typed) {
    const auto& shell = typed[&Completion::shell];
    if (!shell || script_of(*shell) != nullptr) return {};
    return {{base::compose({"没有「{}」的补全脚本", "there is no completion for '{}'"}, *shell),
             base::Label{"可用:bash zsh fish", "one of: bash zsh fish"}}};
}

Exit completion(const gate::Session&, const Completion& typed, Output& output) {
    const auto& shell = typed.shell();
    const auto script = script_of(shell)->text;
    if (output.format == Format::json)
        output.write(nlohmann::ordered_json{{"shell", shell}, {"script", script}}.dump() + "\n");
    else
        output.write(script);
    return Exit::done;
}

constexpr std::array verbs{
    command<completion, unknown_shell>({.noun = "completion",
                                        .verb = "",
                                        .help = {"命令行补全脚本", "completion script for a shell"},
                                        .clause = "",
                                        .right = Right::open,
                                        .example = "huiyin completion bash"}),
    command<version>({.noun = "version",
                      .verb = "",
                      .help = {"版本", "show the version"},
                      .clause = "",
                      .right = Right::open,
                      .example = "huiyin version"}),
    command<help>({.noun = "help",
                   .verb = "",
                   .help = {"用法", "help on a noun or a command"},
                   .clause = "",
                   .right = Right::open,
                   .example = "huiyin help complaint add"}),
};

}  // namespace
}  // namespace about_commands

std::span<const Verb> about_verbs() {
    return about_commands::verbs;
}

}  // namespace huiyin::cli
