#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/cli/command.hpp"

/// What nouns, verbs and options are called in Chinese. A field or a step has its name in the
/// catalogue (`records/field.hpp`, `records/step_kind.hpp`); everything else stands in the one
/// table behind this. Help, prompts, completion, the manual, headings of imported tables and the
/// reading of what is typed are made of them. Throws nothing: what has no name, or names nothing,
/// is empty.
namespace huiyin::cli {

struct ChineseName {
    std::string_view zh;         ///< the name that is shown
    std::string_view also = {};  ///< other words that are taken for it, divided by `|`
    std::string_view said = {};  ///< and those that are taken for whatever is called so

    bool empty() const { return zh.empty(); }
    /// The name and the other words.
    std::vector<std::string_view> all() const;
    bool is(std::string_view word) const;
};

/// Empty where there is none: a test asks for every one.
ChineseName chinese_noun(std::string_view noun);
ChineseName chinese_verb(std::string_view noun, std::string_view verb);
/// Of an option of a command, its own and the common ones.
ChineseName chinese_option(const Verb& verb, std::string_view option);

/// The noun or verb that a Chinese word names.
std::optional<std::string_view> noun_called(std::string_view word);
std::optional<std::string_view> verb_called(std::string_view noun, std::string_view word);
/// The option of a command that a Chinese word names, without dashes.
std::optional<std::string_view> option_called(const Verb& verb, std::string_view word);
/// A common option, where no command is known yet.
std::optional<std::string_view> common_option_called(std::string_view word);
/// The words as they would be typed in English letters: Chinese nouns, verbs and options,
/// full-width letters and marks, and dashes that an input method or a word processor made of two.
/// Others stay as they are; `parse` says what is wrong with them.
std::vector<std::string> in_english(std::vector<std::string> words);

}  // namespace huiyin::cli
