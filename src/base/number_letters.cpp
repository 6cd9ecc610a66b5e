#include <algorithm>
#include <array>

#include "folded.hpp"
#include "huiyin/base/phone.hpp"

/// The letters of a text as digits, and what may stand between those of one number.
namespace huiyin::base {

namespace {

/// The digit that a Chinese numeral stands for; 0 bytes where a letter is none.
char digit_of(std::string_view letter) {
    struct Numerals {
        char digit;
        std::array<std::string_view, 4> letters;
    };
    static constexpr std::array numerals{
        Numerals{'0', {"零", "〇"}},       Numerals{'1', {"一", "幺", "壹"}},
        Numerals{'2', {"二", "贰", "貳"}}, Numerals{'3', {"三", "叁", "參"}},
        Numerals{'4', {"四", "肆"}},       Numerals{'5', {"五", "伍"}},
        Numerals{'6', {"六", "陆", "陸"}}, Numerals{'7', {"七", "柒"}},
        Numerals{'8', {"八", "捌"}},       Numerals{'9', {"九", "玖"}},
    };
    constexpr std::size_t bytes_of_each = 3;
    if (letter.size() != bytes_of_each) return '\0';
    for (const auto& one : numerals)
        if (std::ranges::find(one.letters, letter) != one.letters.end()) return one.digit;
    return '\0';
}

bool is_plain_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The digit that a letter looks like: l38OO138OOO.
char digit_looked_like(char letter) {
    return letter == 'o' ? '0' : letter == 'l' || letter == 'i' ? '1' : '\0';
}

/// Of a word in ASCII, what shows nothing apart.
bool goes_on_word(const Folded& letter) {
    if (letter.form.empty()) return true;
    const char c = letter.form.front();
    return letter.form.size() == 1 && (is_plain_digit(c) || (c >= 'a' && c <= 'z'));
}

}  // namespace

FoldedLetters letters_of_numbers(std::string_view text) {
    constexpr std::string_view keycap = "\xe2\x83\xa3";
    auto letters = folded_letters(text);
    for (auto& letter : letters) {
        if (letter.form == keycap) letter.form.clear();
        if (const char digit = digit_of(letter.form); digit != '\0') {
            letter.form = digit;
            letter.numeral = true;
        }
    }
    return letters;
}

std::size_t count_numerals(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at + 2 < text.size(); ++at)
        if (static_cast<unsigned char>(text[at]) >= 0xe3 && digit_of(text.substr(at, 3)) != '\0') {
            ++count;
            at += 2;
        }
    return count;
}

bool read_look_alikes(FoldedLetters& letters) {
    bool read_one = false;
    for (std::size_t begin = 0; begin < letters.size();) {
        auto end = begin;
        std::size_t digits = 0;
        std::size_t noughts = 0;
        std::size_t alike = 0;
        std::size_t others = 0;
        for (; end < letters.size() && !letters[end].numeral && goes_on_word(letters[end]); ++end) {
            if (letters[end].form.empty()) continue;
            const char c = letters[end].form.front();
            if (is_plain_digit(c))
                ++digits;
            else if (digit_looked_like(c) != '\0')
                ++alike;
            else
                ++others;
            noughts += c == 'o' ? 1 : 0;
        }
        // OOOO alone may be four noughts of 138-OOOO-8000; oil is a word.
        constexpr std::size_t fewest_noughts = 3;
        const bool may_be = digits > 0 || (noughts == alike && noughts >= fewest_noughts);
        if (alike > 0 && others == 0 && may_be) {
            read_one = true;
            for (auto at = begin; at < end; ++at)
                if (!letters[at].form.empty())
                    if (const char digit = digit_looked_like(letters[at].form.front());
                        digit != '\0')
                        letters[at].form = digit;
        }
        begin = std::max(end, begin + 1);
    }
    return read_one;
}

bool may_hold_digits(std::string_view text) {
    constexpr std::size_t fewest = 7;
    constexpr std::size_t fewest_plain = 3;
    // Whatever is written in another width begins with one of these bytes.
    if (text.find_first_of("\xc2\xe2\xe3\xef\xf0") != std::string_view::npos) return true;
    std::size_t digits = 0;
    std::size_t alike = 0;
    for (const char c : text) {
        digits += is_plain_digit(c) ? 1U : 0U;
        alike += std::string_view("oOlLiI").find(c) != std::string_view::npos ? 1U : 0U;
    }
    if (digits >= fewest || (digits >= fewest_plain && digits + alike >= fewest)) return true;
    return digits + text.size() / 3 >= fewest && digits + count_numerals(text) >= fewest;
}

bool divides_lists(std::string_view folded) {
    static constexpr std::array<std::string_view, 16> marks{
        ",", "、", ":", "|", "*", "\"", "'", ";", "“", "”", "‘", "’", "。", "&", "\\", "`"};
    return std::ranges::find(marks, folded) != marks.end();
}

bool parts_digits(std::string_view folded) {
    return folded.empty() || folded == " " || parts_short_numbers(folded) || divides_lists(folded);
}

bool parts_short_numbers(std::string_view folded) {
    static constexpr std::array<std::string_view, 22> marks{
        ",", "、", "-", ".", "(", ")", "_",  "/", "·",  "•",  "‐",
        "‑", "‒",  "–", "—", "―", "−", "ー", "~", "\t", "\n", "\r"};
    return folded.empty() || folded == " " || std::ranges::find(marks, folded) != marks.end();
}

bool ends_double_dash(const FoldedLetters& letters, std::size_t at) {
    static constexpr std::array<std::string_view, 4> dashes{"-", "–", "—", "―"};
    const auto& dash = letters[at].form;
    if (std::ranges::find(dashes, dash) == dashes.end()) return false;
    auto begin = at;
    while (begin > 0 && letters[begin - 1].form == dash)
        --begin;
    return (at - begin) % 2 == 1;
}

}  // namespace huiyin::base
