#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"

/// The words of choices, as people say them. Throws nothing.
namespace huiyin::cli {

/// What a word of a choice means in its place: `visit` is 来访 of a channel and 上门 of a method.
/// Empty where it says itself what it means. `list` is what the option's value looks like in help.
base::Label meaning_of_choice(std::string_view option, std::string_view list,
                              std::string_view word);

/// The word of the list that a Chinese one stands for, by its name or by what people say for it;
/// nothing where none does.
std::optional<std::string> choice_called(std::string_view option, std::string_view list,
                                         std::string_view said);

}  // namespace huiyin::cli
