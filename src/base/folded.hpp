#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Private to this directory.
namespace huiyin::base {

/// One code point of a text, and what it is compared as: nothing, for what shows nothing.
struct Folded {
    std::string form;
    std::size_t begin;  ///< byte of the text
    std::size_t end;    ///< byte behind it
};

using FoldedLetters = std::vector<Folded>;

FoldedLetters folded_letters(std::string_view text);

}  // namespace huiyin::base
