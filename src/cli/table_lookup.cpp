#include "table_lookup.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

#include "huiyin/base/edit_distance.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/chinese_names.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/records/numbers.hpp"
#include "other_words.hpp"

namespace huiyin::cli {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;

namespace {

std::vector<std::string> verbs_of(std::string_view noun) {
    std::vector<std::string> verbs;
    for_each_verb([&](const Verb& verb) {
        if (verb.noun == noun && !verb.verb.empty()) verbs.emplace_back(verb.verb);
    });
    return verbs;
}

/// The first word that has a figure in it: what the command is about, most likely.
std::string record_in(const std::vector<std::string>& words) {
    const auto found = std::ranges::find_if(words, [](const std::string& word) {
        return !word.starts_with("-") && word.find_first_of("0123456789") != word.npos;
    });
    return found == words.end() ? std::string{} : *found;
}

/// The options that were typed, with their values, but for those of every command.
std::string fields_in(const std::vector<std::string>& words) {
    std::string fields;
    for (std::size_t index = 0; index < words.size(); ++index) {
        const std::string_view word = words[index];
        if (!word.starts_with("--") || word.size() == 2) continue;
        const bool has_value = word.find('=') == word.npos && index + 1 < words.size() &&
                               !words[index + 1].starts_with("--");
        const auto name = word.substr(2, word.find('=') - 2);
        const bool is_said = name == "reason" || name == "理由" || is_common_option(name) ||
                             common_option_called(name).has_value();
        if (!is_said) fields.append(fields.empty() ? "" : " ").append(word);
        if (!is_said && has_value) fields.append(" ").append(base::shell_quoted(words[index + 1]));
        index += has_value ? 1 : 0;
    }
    return fields;
}

/// A noun as a Chinese session types it.
std::string chinese_word(std::string_view noun) {
    const auto zh = chinese_noun(noun).zh;
    return std::string(!zh.empty() && noun_called(zh) == noun ? zh : noun);
}

/// Whether a word is the number of what a command is about.
bool takes_number(const Verb& verb, std::string_view word) {
    if (word.find_first_of("0123456789") == word.npos) return false;
    return std::ranges::any_of(verb.operands, [&](const Operand& operand) {
        return operand.takes == Takes::number &&
               (records::is_bare(word) || records::is_number_of(word, operand.name));
    });
}

/// `show ts-1` as what was meant, `complaint show ts-1`: a verb by itself, with the number of what
/// it is about. Nothing for a word that is no verb of that.
std::optional<std::string> with_noun_of_record(std::string_view word, const std::string& record) {
    std::optional<std::string> meant;
    for_each_verb([&](const Verb& verb) {
        const bool is_called = verb.verb == word || verb_called(verb.noun, word) == verb.verb ||
                               verb_meant(verb.noun, word) == verb.verb;
        if (!meant && !verb.verb.empty() && is_called && takes_number(verb, record))
            meant = base::format("{} {}", command_name(verb), record);
    });
    return meant;
}

/// A command whose words came in another order, or without its noun: 登记 投诉, ts-1, show ts-1.
std::optional<std::string> command_meant(const std::string& word,
                                         const std::vector<std::string>& words) {
    if (!records::is_bare(word))
        if (auto meant = with_noun_of_record("show", word)) return meant;
    if (auto meant = with_noun_of_record(word, record_in(words))) return meant;
    const auto plain = command_words(words);
    if (plain.size() < 2) return {};
    const auto called = noun_called(plain[1]);
    const std::string noun(called ? *called : std::string_view(plain[1]));
    const auto verb = verb_called(noun, word).value_or(word);
    if (find_verb(noun, verb) == nullptr) return {};
    return base::format("{} {}", noun, verb);
}

[[noreturn]] void refuse_noun(const std::string& noun, const std::vector<std::string>& words) {
    const auto what = compose({"没有命令「{}」", "there is no command '{}'"}, noun);
    if (const auto way = way_to_put_right(noun, {}, record_in(words), fields_in(words)))
        throw Failure(Exit::usage, what, *way);
    if (const auto meant = command_meant(noun, words))
        throw Failure(Exit::usage, what,
                      compose({"是不是 huiyin {}?", "did you mean huiyin {}?"}, *meant));
    std::set<std::string> nouns;
    for_each_verb([&](const Verb& verb) { nouns.emplace(verb.noun); });
    auto near = noun_meant(noun);
    if (!near) near = base::nearest(noun, {nouns.begin(), nouns.end()});
    throw Failure(Exit::usage, what,
                  near ? base::Text{base::format("是不是 {}({})?", chinese_word(*near), *near),
                                    base::format("did you mean {}?", *near)}
                       : base::Text(Label{"命令一览见 huiyin help", "see huiyin help"}));
}

/// The commands of other nouns that a word names: 作废, 派工 behind 报修. None where it is too
/// many.
std::vector<std::string> commands_called(std::string_view word) {
    const auto folded = base::fold(word);
    const auto called = noun_called(folded);
    const std::string noun(called ? *called : std::string_view(folded));
    if (find_verb(noun, "") != nullptr) return {noun};
    std::vector<std::string> commands;
    for_each_verb([&](const Verb& verb) {
        if (!verb.verb.empty() &&
            (verb.verb == folded || chinese_verb(verb.noun, verb.verb).is(folded)))
            commands.push_back(command_name(verb));
    });
    constexpr std::size_t most = 3;
    return commands.size() > most ? std::vector<std::string>{} : commands;
}

[[noreturn]] void refuse_verb(const std::string& noun, const std::string& verb,
                              const std::vector<std::string>& words) {
    const base::Text what =
        verb.empty() ? base::Text{base::format("{} 后面缺少动作", chinese_word(noun)),
                                  base::format("{} needs a verb", noun)}
                     : base::Text{base::format("{} 没有动作「{}」", chinese_word(noun), verb),
                                  base::format("{} has no verb '{}'", noun, verb)};
    if (const auto way = way_to_put_right(verb, noun, record_in(words), fields_in(words)))
        throw Failure(Exit::usage, what, *way);
    // 投诉 1, 派工单 bx-4: the number of what is to be looked at, or of what something is done on.
    for (const auto* const does : {"show", "dispatch"})
        if (const auto* named = find_verb(noun, does);
            named != nullptr && takes_number(*named, verb))
            throw Failure(Exit::usage, what,
                          compose({"是不是 huiyin {0} {1}?", "did you mean huiyin {0} {1}?"},
                                  command_name(*named), verb));
    const auto verbs = verbs_of(noun);
    base::Text list;
    for (const auto& one : verbs) {
        const auto zh = chinese_verb(noun, one).zh;
        const bool is_taken = !zh.empty() && verb_called(noun, zh) == one;
        list.zh.append(list.zh.empty() ? "" : " ")
            .append(is_taken ? base::format("{}({})", zh, one) : one);
        list.en += (list.en.empty() ? "" : " ") + one;
    }
    auto near = verb_meant(noun, verb);
    if (!near && !verb.empty())
        if (const auto others = commands_called(verb); !others.empty())
            throw Failure(
                Exit::usage, what,
                {base::format("是不是 huiyin {}?", fmt::join(others, " 或 huiyin ")),
                 base::format("did you mean huiyin {}?", fmt::join(others, " or huiyin "))});
    if (!near) near = base::nearest(verb, verbs);
    throw Failure(
        Exit::usage, what,
        near
            ? compose({"是不是 huiyin {0} {1}?", "did you mean {1}? (huiyin {0} {1})"}, noun, *near)
            : base::Text{
                  base::format("可用:{1}\n  说明见 huiyin help {0}", noun, list.zh),
                  base::format("one of: {1}\n  explained by huiyin help {0}", noun, list.en)});
}

/// Whether no verb of the noun takes a value with this option.
bool is_flag_of(std::string_view noun, std::string_view word) {
    bool known = false;
    bool takes_value = false;
    for_each_verb([&](const Verb& verb) {
        if (verb.noun != noun || !word.starts_with("--")) return;
        const auto* option = find_option(verb, word.substr(2));
        known = known || option != nullptr;
        takes_value = takes_value || (option != nullptr && option->takes != Takes::nothing);
    });
    return known && !takes_value;
}

}  // namespace

void for_each_verb(const std::function<void(const Verb&)>& visit) {
    for (const auto& noun : command_table())
        std::ranges::for_each(noun, visit);
}

const Verb* find_verb(std::string_view noun, std::string_view name) {
    for (const auto& verbs : command_table())
        for (const auto& verb : verbs)
            if (verb.noun == noun && verb.verb == name) return &verb;
    return nullptr;
}

std::vector<std::string> command_words(const std::vector<std::string>& words) {
    std::vector<std::string> plain;
    for (std::size_t index = 0; index < words.size() && plain.size() < 2; ++index) {
        if (words[index] == "--") break;
        if (!words[index].starts_with("-"))
            plain.push_back(words[index]);
        else if (common_option_takes_value(words[index]))
            ++index;
        else if (!plain.empty() && !is_flag_of(plain.front(), words[index]))
            break;  // an option of the command itself; what follows may be its value
    }
    return plain;
}

Named find_command(const std::vector<std::string>& words) {
    const auto plain = command_words(words);
    if (plain.empty())
        throw Failure(Exit::usage, Label{"缺少命令", "a command is missing"},
                      Label{"命令一览见 huiyin help", "see huiyin help"});
    const auto& noun = plain.front();
    const std::string second = plain.size() > 1 ? plain[1] : "";
    if (!second.empty())
        if (const auto* verb = find_verb(noun, second)) return {verb, 2};
    if (const auto* verb = find_verb(noun, "")) return {verb, 1};
    if (verbs_of(noun).empty()) refuse_noun(noun, words);
    refuse_verb(noun, second, words);
}

bool records_something(const Verb& verb) {
    return std::holds_alternative<Record>(verb.action);
}

namespace {

/// Whether a recording command takes this option of all of them.
bool takes_provenance(const Verb& verb, const Option& option) {
    return !(verb.decision && option.name == option_name(&ProvenanceOptions::by)) &&
           !(verb.binds_now && option.name == option_name(&ProvenanceOptions::at));
}

const Option* find_in(std::span<const Option> options, std::string_view name) {
    const auto found = std::ranges::find(options, name, &Option::name);
    return found == options.end() ? nullptr : &*found;
}

}  // namespace

void for_each_provenance_option(const Verb& verb, const std::function<void(const Option&)>& visit) {
    for (const auto& option : provenance_options())
        if (takes_provenance(verb, option)) visit(option);
}

void for_each_option(const Verb& verb, const std::function<void(const Option&)>& visit) {
    std::ranges::for_each(verb.options, visit);
    if (records_something(verb)) for_each_provenance_option(verb, visit);
    std::ranges::for_each(common_options(), visit);
}

const Option* find_option(const Verb& verb, std::string_view name) {
    if (const auto* own = find_in(verb.options, name)) return own;
    const auto* shared = records_something(verb) ? find_in(provenance_options(), name) : nullptr;
    if (shared != nullptr && takes_provenance(verb, *shared)) return shared;
    return find_in(common_options(), name);
}

Slot slot_of(const Option& option) {
    return {option.name, option.takes,
            option.value.empty() ? usual_form(option.takes) : option.value};
}

Slot slot_of(const Operand& operand) {
    return {operand.name, operand.takes, operand.name};
}

std::optional<Slot> find_slot(const Verb& verb, std::string_view name) {
    if (const auto* option = find_option(verb, name)) return slot_of(*option);
    const auto operand = std::ranges::find(verb.operands, name, &Operand::name);
    return operand == verb.operands.end() ? std::nullopt : std::optional(slot_of(*operand));
}

bool is_common_option(std::string_view name) {
    const auto options = common_options();
    return std::ranges::find(options, name, &Option::name) != options.end();
}

bool common_option_takes_value(std::string_view word) {
    if (!word.starts_with("--") || word.find('=') != word.npos) return false;
    const auto takes_value = [&](std::span<const Option> options) {
        const auto found = std::ranges::find(options, word.substr(2), &Option::name);
        return found != options.end() && found->takes != Takes::nothing;
    };
    return takes_value(common_options()) || takes_value(provenance_options());
}

bool is_noun(std::string_view noun) {
    bool found = false;
    for_each_verb([&](const Verb& verb) { found = found || verb.noun == noun; });
    return found;
}

std::string command_name(const Verb& verb) {
    auto name = std::string(verb.noun);
    if (!verb.verb.empty()) name.append(" ").append(verb.verb);
    return name;
}

std::vector<std::string> choices_of(std::string_view form) {
    std::vector<std::string> choices;
    while (!form.empty()) {
        const auto end = std::min(form.find_first_of("|,"), form.size());
        if (form.substr(0, end) != "…") choices.emplace_back(form.substr(0, end));
        form.remove_prefix(std::min(end + 1, form.size()));
    }
    return choices;
}

bool is_list(Takes takes) {
    return takes == Takes::logins || takes == Takes::numbers || takes == Takes::choices;
}

std::string placeholder(const Option& option) {
    return std::string(option.value.empty() ? usual_form(option.takes) : option.value);
}

std::optional<std::string> nearest_option(const Verb& verb, std::string_view word) {
    const auto typed = word.substr(0, word.find('='));
    const auto name = typed.substr(std::min(typed.find_first_not_of('-'), typed.size()));
    if (const auto meant = option_meant(verb, name)) return "--" + *meant;
    // Names in Chinese are short: no more than one character is another.
    std::optional<std::string> in_chinese;
    std::vector<std::string> begun;
    for_each_option(verb, [&](const Option& option) {
        const auto zh = chinese_option(verb, option.name).zh;
        const bool is_chinese = !name.empty() && (name.front() & '\x80') != 0;
        if (!in_chinese && is_chinese && !zh.empty() && base::edit_distance(name, zh) == 1)
            in_chinese = "--" + std::string(option.name);
        if (!name.empty() && (zh.starts_with(name) || option.name.starts_with(name)))
            begun.push_back("--" + std::string(option.name));
    });
    if (begun.size() == 1) return begun.front();
    if (in_chinese) return in_chinese;
    std::vector<std::string> names;
    for_each_option(
        verb, [&](const Option& option) { names.push_back("--" + std::string(option.name)); });
    return base::nearest(typed, names);
}

base::Problem unknown_option(const Verb& verb, std::string_view word) {
    const auto name = word.substr(0, word.find('='));
    if (verb.decision && name == "--by")
        return {Label{"这一决定不能用 --by 代他人作出",
                      "a decision takes no --by: whoever types it makes it"},
                Label{"由作出决定的人自己登记", "let the one who decides record it"}};
    if (verb.binds_now && name == "--at")
        return {Label{"这里不能写 --at:决定和更正从作出时起有效",
                      "--at cannot be given here: a decision or correction is in force from when "
                      "it is made"},
                Label{"去掉 --at", "leave --at out"}};
    const auto near = nearest_option(verb, word);
    return {compose({"没有选项「{}」", "there is no option '{}'"}, name),
            near ? compose({"是不是 {}?", "did you mean {}?"}, *near)
                 : compose({"选项见 huiyin {} --help;以 - 开头的内容请写作 --选项=内容",
                            "see huiyin {} --help; write a value that starts with - as "
                            "--option=value"},
                           command_name(verb))};
}

}  // namespace huiyin::cli
