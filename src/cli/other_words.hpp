#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/cli/command.hpp"

/// Words that people bring from other programs, and what they mean here.
namespace huiyin::cli {

/// How what was done is put right, where a word asks for that: edit, 删除, reopen. `noun` is empty
/// where it stands for the noun itself; `record` is the number that was typed and `fields` the
/// options, if any. Nothing for any other word.
std::optional<base::Text> way_to_put_right(std::string_view word, std::string_view noun,
                                           std::string_view record, std::string_view fields);

/// What to do after a slip, for the help of a command, or of a noun where `verb` is empty. Empty
/// where nothing was put on record that could be corrected.
base::Text when_mistyped(std::string_view noun, std::string_view verb);

/// The verb of a noun that another word stands for: new, view.
std::optional<std::string> verb_meant(std::string_view noun, std::string_view word);
/// The noun that another word stands for: ticket, user.
std::optional<std::string> noun_meant(std::string_view word);
/// The option of a command that another word stands for: tel is `phone`.
std::optional<std::string> option_meant(const Verb& verb, std::string_view word);

}  // namespace huiyin::cli
