#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/command.hpp"

namespace huiyin::cli {

/// Every option a command understands: its own, the deed's if it records, the common ones.
void for_each_option(const Verb& verb, const std::function<void(const Option&)>& visit);
const Option* find_option(const Verb& verb, std::string_view name);
/// Whether a word is a common option whose value is the next word.
bool common_option_takes_value(std::string_view word);

/// `letter|phone|visit`, `TEXT`: what an option's value looks like.
std::string placeholder(const Option& option);

base::Problem unknown_option(const Verb& verb, std::string_view word);

/// The command a noun stands for when it has no other; nothing where it has verbs.
const Verb* only_verb(std::string_view noun);

/// The words that are no options nor values of common ones: they name the command. At most two.
std::vector<std::string> command_words(const std::vector<std::string>& words);

bool records_something(const Verb& verb);

}  // namespace huiyin::cli
