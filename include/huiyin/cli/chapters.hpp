#pragma once

#include <span>
#include <string_view>

#include "huiyin/base/language.hpp"

/// Nouns by what people do: the order of help and manual. Throws nothing: of an unknown noun there
/// is no help.
namespace huiyin::cli {

struct Noun {
    std::string_view name;
    base::Label help = {};  ///< empty where the noun alone is a command, which says it
};

struct Chapter {
    base::Label title;
    std::span<const Noun> nouns;
};

/// Every noun of the table stands in one of them; a test asks for it.
std::span<const Chapter> chapters();

/// What a noun is about: its row's words, or those of the command it is.
base::Label about_noun(std::string_view noun);

}  // namespace huiyin::cli
