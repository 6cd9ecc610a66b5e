#include "table_json.hpp"

#include "huiyin/base/json.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

using base::Json;

namespace {

std::string_view word_of(Takes takes) {
    using enum Takes;
    switch (takes) {
        case nothing:
            return "nothing";
        case words:
            return "words";
        case phone:
            return "phone";
        case home:
            return "home";
        case word:
            return "word";
        case login:
            return "login";
        case logins:
            return "logins";
        case time:
        case later:
            return "time";
        case whole:
            return "whole";
        case count:
            return "count";
        case money:
            return "money";
        case choice:
            return "choice";
        case choices:
            return "choices";
        case number:
            return "number";
        case numbers:
            return "numbers";
        case day:
            return "day";
        case week:
            return "week";
        case month:
            return "month";
        case year:
            return "year";
        case bound:
            return "bound";
        case file:
            return "file";
    }
    return "";
}

Json both(const Label& label) {
    return {{"zh", label.zh}, {"en", label.en}};
}

/// The Chinese name, and what else is taken for it.
Json called(const ChineseName& name) {
    Json also = name.all();
    if (!also.empty()) also.erase(also.begin());
    return {{"zh", name.zh}, {"also", std::move(also)}};
}

Json verb_json(const Verb& verb) {
    Json operands = Json::array();
    for (const auto& operand : verb.operands)
        operands.push_back({{"name", operand.name},
                            {"takes", word_of(operand.takes)},
                            {"required", operand.required},
                            {"help", both(operand.help)}});
    Json options = Json::array();
    for_each_option(verb, [&](const Option& option) {
        options.push_back({{"name", option.name},
                           {"takes", word_of(option.takes)},
                           {"value", placeholder(option)},
                           {"required", option.required},
                           {"called", called(chinese_option(verb, option.name))},
                           {"help", both(option.help)}});
    });
    return {{"noun", verb.noun},
            {"verb", verb.verb},
            {"called",
             {{"noun", called(chinese_noun(verb.noun))},
              {"verb", called(chinese_verb(verb.noun, verb.verb))}}},
            {"help", both(verb.help)},
            {"clauses", rulebook::clauses_of(verb.clause)},
            {"records", records_something(verb)},
            {"operands", std::move(operands)},
            {"options", std::move(options)},
            {"example", verb.example}};
}

}  // namespace

Json commands_json(const std::optional<std::string>& noun, const std::optional<std::string>& verb) {
    Json commands = Json::array();
    for (const auto& verbs : command_table())
        for (const auto& each : verbs)
            if (!verb && (!noun || each.noun == *noun)) commands.push_back(verb_json(each));
    if (!commands.empty()) return commands;
    std::vector<std::string> words{*noun};
    if (verb) words.push_back(*verb);
    commands.push_back(verb_json(*find_command(words).verb));
    return commands;
}

}  // namespace huiyin::cli
