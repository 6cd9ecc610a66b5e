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
    bool numeral = false;  ///< a Chinese numeral, that stands as its digit
};

using FoldedLetters = std::vector<Folded>;

FoldedLetters folded_letters(std::string_view text);

/// The same where digits are looked for: 一 and 壹 are 1, and of a keycap its digit alone is left.
FoldedLetters letters_of_numbers(std::string_view text);
/// How many Chinese numerals for digits are in a text.
std::size_t count_numerals(std::string_view text);

}  // namespace huiyin::base
