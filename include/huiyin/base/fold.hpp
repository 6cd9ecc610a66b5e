#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text in one form, to be compared. Takes any bytes and throws nothing: one that is no UTF-8 stays
/// as it is.
namespace huiyin::base {

/// The same letters in one form: full and half width, upper and lower case, compatibility
/// characters, middle dots. Traditional characters stay what they are.
std::string fold(std::string_view text);

/// Full-width letters, figures, marks and blanks as an input method writes them, in half width.
std::string half_width(std::string_view text);

/// One code point of a text, or one byte that is none.
struct Letter {
    std::string_view bytes;
    bool is_word = false;  ///< a letter or a digit
};
/// Every one of them, in order.
std::vector<Letter> letters(std::string_view text);

/// Where folded words stand in a text that is not folded: the byte of their first letter.
std::optional<std::size_t> find_folded(std::string_view text, std::string_view folded);

}  // namespace huiyin::base
