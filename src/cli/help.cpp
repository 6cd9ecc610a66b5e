#include "help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "huiyin/base/display.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::Language;

constexpr int left_width = 34;

std::string command_name(const Verb& verb) {
    auto name = std::string(verb.noun);
    if (!verb.verb.empty()) name.append(" ").append(verb.verb);
    for (const auto& operand : verb.operands)
        name += operand.required ? fmt::format(" {}", operand.name)
                                 : fmt::format(" [{}]", operand.name);
    return name;
}

/// A name and what it means, aligned; a name too long for its column gets a line of its own.
std::string entry(const std::string& name, std::string_view meaning) {
    if (base::display_width(name) < left_width - 1)
        return fmt::format("  {}{}\n", base::pad_right(name, left_width), meaning);
    return fmt::format("  {}\n  {}{}\n", name, std::string(left_width, ' '), meaning);
}

std::string meaning(const Verb& verb, Language language) {
    auto text = std::string(verb.help.in(language));
    if (!verb.clause.empty()) text += fmt::format(" ({})", verb.clause);
    return text;
}

std::string option_entry(const Option& option, Language language) {
    auto name = fmt::format("--{}", option.name);
    if (option.takes != Takes::nothing) name += " " + placeholder(option);
    auto text = std::string(option.help.in(language));
    if (option.required) text += language == Language::chinese ? " [必填]" : " [required]";
    return entry(name, text);
}

std::string_view heading(Label label, Language language) {
    return label.in(language);
}

}  // namespace

std::string help_overview(Language language) {
    std::string text(
        heading({"huiyin(回音):件件有着落,事事有回音\n用法:huiyin 名词 动作 [编号] [选项]\n\n",
                 "huiyin (回音): every matter settled, every matter answered\n"
                 "usage: huiyin NOUN VERB [NUMBER] [OPTIONS]\n\n"},
                language));
    for (const auto& noun : command_table()) {
        for (const auto& verb : noun)
            text += entry(command_name(verb), meaning(verb, language));
        text += "\n";
    }
    text += heading({"一个命令的用法:huiyin 名词 动作 --help\n",
                     "how one command is used: huiyin NOUN VERB --help\n"},
                    language);
    return text;
}

std::string help_noun(std::string_view noun, Language language) {
    std::string text;
    for (const auto& verbs : command_table())
        for (const auto& verb : verbs)
            if (verb.noun == noun) text += entry(command_name(verb), meaning(verb, language));
    return text;
}

std::string help_command(const Verb& verb, Language language) {
    auto text = fmt::format("{}\n\n{}huiyin {} [{}]\n", meaning(verb, language),
                            heading({"用法:", "usage: "}, language), command_name(verb),
                            heading({"选项", "OPTIONS"}, language));
    if (!verb.operands.empty()) text += "\n";
    for (const auto& operand : verb.operands)
        text += entry(std::string(operand.name), operand.help.in(language));
    if (!verb.options.empty())
        text += fmt::format("\n{}\n", heading({"选项", "Options"}, language));
    for (const auto& option : verb.options)
        text += option_entry(option, language);
    if (records_something(verb)) {
        text += fmt::format("\n{}\n", heading({"登记", "Recording"}, language));
        for (const auto& option : deed_options())
            if (!(verb.decision && option.name == "by")) text += option_entry(option, language);
    }
    text += fmt::format("\n{}\n", heading({"通用", "Everywhere"}, language));
    for (const auto& option : common_options())
        text += option_entry(option, language);
    if (!verb.example.empty())
        text += fmt::format("\n{}\n  {}\n", heading({"例", "Example"}, language), verb.example);
    return text;
}

}  // namespace huiyin::cli
