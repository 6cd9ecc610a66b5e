#include "huiyin/cli/chinese_names.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "chinese_table.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/step_kind.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

/// The row of the narrowest place.
template <std::size_t count>
ChineseName name_in(const std::array<chinese::Row, count>& rows, std::string_view word,
                    std::string_view noun, std::string_view command) {
    const chinese::Row* best = nullptr;
    for (const auto& row : rows) {
        if (row.word != word) continue;
        const bool fits = row.place.empty() || row.place == noun || row.place == command;
        if (fits && (best == nullptr || row.place.size() > best->place.size())) best = &row;
    }
    return best == nullptr ? ChineseName{} : best->name;
}

/// The noun of a step's command, where it stands for the kind of matter.
bool is_command_of(const records::StepKind& step, const Verb& verb) {
    constexpr std::string_view any_kind = "{}";
    auto command = step.command;
    if (command.empty()) return false;
    if (command.starts_with(any_kind)) {
        command.remove_prefix(any_kind.size() + 1);
        return command == verb.verb;
    }
    return command == command_name(verb);
}

/// What a step's words are called, by the command that records it.
std::string_view name_of_step(const Verb& verb, std::string_view option) {
    for (const auto& step : records::step_kinds()) {
        if (!is_command_of(step, verb)) continue;
        for (const auto& typed :
             {step.typed.text, step.typed.reason, step.typed.to, step.typed.method})
            if (typed.option == option) return typed.zh;
    }
    return {};
}

/// Whether a command takes a record's own fields.
bool takes_fields(const Verb& verb) {
    static constexpr std::array<std::string_view, 5> openings{"add", "record", "issue", "publish",
                                                              "report"};
    return std::ranges::find(openings, verb.verb) != openings.end() || verb.noun == "amend" ||
           (verb.noun == "callback" && verb.verb == "log");
}

std::string_view name_of_field(const Verb& verb, std::string_view option) {
    if (!takes_fields(verb)) return {};
    const auto of = [&](std::string_view whose) -> std::string_view {
        for (const auto& field : records::fields())
            if (field.of == whose && field.typed.option == option) return field.typed.zh;
        return {};
    };
    if (verb.noun == "amend") {
        for (const auto& field : records::fields())
            if (field.amend != records::Amend::nobody && field.typed.option == option)
                return field.typed.zh;
        return {};
    }
    if (const auto own = of(verb.noun); !own.empty()) return own;
    const auto is_kind = std::ranges::any_of(
        records::matter_kinds(), [&](const auto& kind) { return kind.word == verb.noun; });
    return is_kind ? of("matter") : std::string_view{};
}

/// Whether a list, divided by `|`, has that word.
bool is_one_of(std::string_view list, std::string_view word) {
    for (auto at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || list[at - 1] == '|') && (end == list.size() || list[end] == '|'))
            return true;
    }
    return false;
}

template <std::size_t count>
std::optional<std::string_view> word_called(const std::array<chinese::Row, count>& rows,
                                            std::string_view called, std::string_view noun) {
    for (const auto& row : rows)
        if ((row.place.empty() || row.place == noun) && row.name.is(called)) return row.word;
    return {};
}

}  // namespace

std::vector<std::string_view> ChineseName::all() const {
    std::vector<std::string_view> words;
    const auto add = [&](std::string_view word) {
        if (!word.empty() && std::ranges::find(words, word) == words.end()) words.push_back(word);
    };
    add(zh);
    for (auto rest : {also, said})
        while (!rest.empty()) {
            const auto end = std::min(rest.find('|'), rest.size());
            add(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    return words;
}

// Asked of every name there is, for each line of a batch.
bool ChineseName::is(std::string_view word) const {
    return !word.empty() && (word == zh || is_one_of(also, word) || is_one_of(said, word));
}

ChineseName chinese_noun(std::string_view noun) {
    return name_in(chinese::nouns, noun, {}, {});
}

ChineseName chinese_verb(std::string_view noun, std::string_view verb) {
    return name_in(chinese::verbs, verb, noun, {});
}

ChineseName chinese_option(const Verb& verb, std::string_view option) {
    const auto command = command_name(verb);
    auto name = name_in(chinese::options, option, verb.noun, command);
    const bool of_this_command = std::ranges::any_of(chinese::options, [&](const auto& row) {
        return row.word == option && row.place == command;
    });
    auto known = name_of_step(verb, option);
    if (known.empty()) known = name_of_field(verb, option);
    if (!known.empty() && known != name.zh && !of_this_command) {
        if (!name.is(known)) name.also = {};
        name.zh = known;
    }
    if (const auto* found = std::ranges::find(chinese::sayings, name.zh, &chinese::Saying::zh);
        found != chinese::sayings.end())
        name.said = found->said;
    return name;
}

std::optional<std::string_view> noun_called(std::string_view word) {
    return word_called(chinese::nouns, word, {});
}

std::optional<std::string_view> verb_called(std::string_view noun, std::string_view word) {
    std::optional<std::string_view> found;
    for_each_verb([&](const Verb& verb) {
        if (!found && verb.noun == noun && !verb.verb.empty() &&
            chinese_verb(noun, verb.verb).is(word))
            found = verb.verb;
    });
    return found;
}

std::optional<std::string_view> option_called(const Verb& verb, std::string_view word) {
    // Its own name comes before what is only said for another.
    std::optional<std::string_view> named;
    std::optional<std::string_view> said;
    for_each_option(verb, [&](const Option& option) {
        const auto name = chinese_option(verb, option.name);
        if (!named && name.zh == word) named = option.name;
        if (!said && name.is(word)) said = option.name;
    });
    if (named || said) return named ? named : said;
    // A decision takes no --by and what binds now no --at: that is told of the option, not of a
    // word that nobody knows.
    for (const auto& option : provenance_options())
        if (chinese_option(verb, option.name).is(word)) return option.name;
    return {};
}

std::optional<std::string_view> common_option_called(std::string_view word) {
    for (const auto& option : common_options())
        if (name_in(chinese::options, option.name, {}, {}).is(word)) return option.name;
    return {};
}

}  // namespace huiyin::cli
