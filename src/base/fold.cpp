#include "huiyin/base/fold.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <memory>

#include "folded.hpp"
#include "unicode.hpp"

namespace huiyin::base {

namespace {

constexpr bool is_plain_chinese(char32_t code_point) {
    return code_point >= 0x4E00 && code_point <= 0x9FFF;
}

/// The middle dot of the standard, for each that input methods write; its full-width form is a
/// full stop too, so it stays one.
bool is_middle_dot(char32_t code_point) {
    return code_point == 0x00B7 || code_point == 0x2022 || code_point == 0x2027 ||
           code_point == 0x30FB || code_point == 0xFF65;
}

/// Of ASCII only the capitals fold, and most of what is typed is of ASCII.
char fold_ascii(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is_ascii_word(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Letter by letter, so that every folded letter has a place in the text it came from.
std::string fold_letter(const Character& letter) {
    if (is_plain_chinese(letter.code_point) || !letter.valid) return std::string(letter.bytes);
    if (letter.code_point < 0x80) return std::string(1, fold_ascii(letter.bytes.front()));
    if (is_middle_dot(letter.code_point)) return "·";
    utf8proc_uint8_t* folded = nullptr;
    const auto length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(letter.bytes.data()),
        static_cast<utf8proc_ssize_t>(letter.bytes.size()), &folded,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                       UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(folded, &std::free);
    if (length < 0) return std::string(letter.bytes);
    const void* bytes = folded;
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

}  // namespace

std::string fold(std::string_view text) {
    if (is_ascii(text)) {
        std::string folded(text);
        std::ranges::transform(folded, folded.begin(), &fold_ascii);
        return folded;
    }
    std::string folded;
    folded.reserve(text.size());
    for (const auto& letter : characters(text))
        folded += fold_letter(letter);
    return folded;
}

std::string half_width(std::string_view text) {
    constexpr char32_t first = 0xFF01;
    constexpr char32_t last = 0xFF5E;
    constexpr char32_t blank = 0x3000;
    std::string plain;
    plain.reserve(text.size());
    for (const auto& letter : characters(text)) {
        if (letter.code_point >= first && letter.code_point <= last)
            plain += static_cast<char>(letter.code_point - first + U'!');
        else if (letter.code_point == blank)
            plain += ' ';
        else
            plain += letter.bytes;
    }
    return plain;
}

FoldedLetters folded_letters(std::string_view text) {
    FoldedLetters letters;
    std::size_t at = 0;
    for (const auto& character : characters(text)) {
        const auto end = at + character.bytes.size();
        letters.push_back({fold_letter(character), at, end});
        at = end;
    }
    return letters;
}

std::vector<Letter> letters(std::string_view text) {
    const auto all = characters(text);
    std::vector<Letter> found;
    found.reserve(all.size());
    for (const auto& character : all) {
        if (character.code_point < 0x80) {
            found.push_back({character.bytes, is_ascii_word(character.bytes.front())});
            continue;
        }
        const auto category =
            utf8proc_category(static_cast<utf8proc_int32_t>(character.code_point));
        const bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
        const bool is_digit = category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
        found.push_back(
            {character.bytes, is_letter || is_digit || is_ideograph(character.code_point)});
    }
    return found;
}

std::optional<std::size_t> find_folded(std::string_view text, std::string_view folded) {
    std::string whole;
    std::vector<std::size_t> origin;  // of each byte of `whole`, the byte in `text`
    std::size_t at = 0;
    for (const auto& letter : characters(text)) {
        const auto one = fold_letter(letter);
        whole += one;
        origin.insert(origin.end(), one.size(), at);
        at += letter.bytes.size();
    }
    const auto found = whole.find(folded);
    if (found == std::string::npos) return {};
    return found < origin.size() ? origin[found] : text.size();
}

}  // namespace huiyin::base
