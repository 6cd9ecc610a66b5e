#pragma once

#include <string_view>

#include "huiyin/base/language.hpp"

namespace huiyin::cli {

/// What a word means that is chosen from a list: `phone` is 电话. Options name the words, the list
/// tells which `visit` is meant, 来访 or 上门. Empty in a language whose readers need no telling.
base::Label meaning_of_choice(std::string_view option, std::string_view list,
                              std::string_view word);

}  // namespace huiyin::cli
