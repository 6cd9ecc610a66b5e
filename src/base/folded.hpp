#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Private to this directory.
namespace huiyin::base {

/// One code point of a text, and what it is compared as: nothing, for what shows nothing.
struct Folded {
    std::string form;
    std::size_t begin;     ///< byte of the text
    std::size_t end;       ///< byte behind it
    bool numeral = false;  ///< a Chinese numeral, that stands as its digit
};

using FoldedLetters = std::vector<Folded>;

FoldedLetters folded_letters(std::string_view text);

/// The same where digits are looked for: 一 and 壹 are 1, and of a keycap its digit alone is left.
FoldedLetters letters_of_numbers(std::string_view text);
/// Puts digits in the place of letters that look like them, l38OO138OOO, in words of nothing but
/// both. Says whether there were any.
bool read_look_alikes(FoldedLetters& letters);
/// How many Chinese numerals for digits are in a text.
std::size_t count_numerals(std::string_view text);
/// A quick look, that spares most texts a slow one, whether seven digits can be in a text.
bool may_hold_digits(std::string_view text);

/// Whether what may stand between the digits of a number also divides lists, times and cells: then
/// only groups of three digits or more belong together.
bool divides_lists(std::string_view folded);
/// Of numbers so short that 12:30 could be one: as `parts_digits`, without what writes times.
bool parts_short_numbers(std::string_view folded);
/// Whether this mark is one with the letter before it: the second dash of a pair, and every blank
/// or line break behind another.
bool goes_on_with_mark(const FoldedLetters& letters, std::size_t at);

/// What the words before a number call it.
enum class Named {
    nothing,
    phone,   ///< 电话, 打
    caller,  ///< 来电, 拨, 座机, 联系: a phone, most likely
    figure,  ///< 水表, 编号, 金额
};
/// As far as nothing but 号码, 是, a person's title, blanks and colons stands between.
Named named_before(const FoldedLetters& letters, std::size_t at);
/// Whether nothing but strokes, commas or 或 stands between a number that ends at `end` and the
/// next.
bool stands_beside(const FoldedLetters& letters, std::size_t end, std::size_t at);
/// Whether a measure stands there, 元 or 度: what is before it counts something.
bool measures(const FoldedLetters& letters, std::size_t at);

}  // namespace huiyin::base
