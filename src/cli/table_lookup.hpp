#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/command.hpp"

namespace huiyin::cli {

void for_each_verb(const std::function<void(const Verb&)>& visit);
/// Nothing for words that name none. `name` is empty where the noun alone is the command.
const Verb* find_verb(std::string_view noun, std::string_view name);
bool is_noun(std::string_view word);
/// `complaint add`, `check`
std::string command_name(const Verb& verb);

/// Every option a command understands: its own, those of provenance if it records, the common ones.
void for_each_option(const Verb& verb, const std::function<void(const Option&)>& visit);
/// Those of every recording command that this one takes.
void for_each_provenance_option(const Verb& verb, const std::function<void(const Option&)>& visit);
const Option* find_option(const Verb& verb, std::string_view name);
/// Where a value may stand: an option or an operand, by the name that people type.
struct Slot {
    std::string_view name;
    Takes takes;
    std::string_view form;  ///< what it looks like in help
};
Slot slot_of(const Option& option);
Slot slot_of(const Operand& operand);
/// Nothing where the command has none of that name. Every word that names one is looked up here or
/// by `find_option`.
std::optional<Slot> find_slot(const Verb& verb, std::string_view name);
/// Whether a name is one of the options that every command understands.
bool is_common_option(std::string_view name);
/// Whether a word is a common option whose value is the next word.
bool common_option_takes_value(std::string_view word);

/// `letter|phone|visit`, `TEXT`: what an option's value looks like.
std::string placeholder(const Option& option);

/// The words that a choice's `value` lists; without the `…` of an open list.
std::vector<std::string> choices_of(std::string_view form);
/// Whether several values stand in one word, divided by commas.
bool is_list(Takes takes);

/// `--channel` for `--chanel`; nothing where none is near.
std::optional<std::string> nearest_option(const Verb& verb, std::string_view word);
base::Problem unknown_option(const Verb& verb, std::string_view word);

/// The words that are no options nor values of common ones: they name the command. At most two.
std::vector<std::string> command_words(const std::vector<std::string>& words);

bool records_something(const Verb& verb);

}  // namespace huiyin::cli
