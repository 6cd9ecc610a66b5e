#include "scanned_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "traditional.hpp"

namespace huiyin::rulebook {

namespace {

constexpr char32_t unreadable = 0xFFFD;

struct Character {
    char32_t code_point;
    std::size_t begin;  ///< in bytes
    std::size_t length;
};

/// Every byte is in exactly one character; one that is not UTF-8 reads as U+FFFD, a symbol.
std::vector<Character> characters(std::string_view text) {
    std::vector<Character> found;
    found.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); at += found.back().length) {
        utf8proc_int32_t code_point = 0;
        const auto* rest = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
        const auto length =
            utf8proc_iterate(rest, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
        if (length > 0)
            found.push_back(
                {static_cast<char32_t>(code_point), at, static_cast<std::size_t>(length)});
        else
            found.push_back({unreadable, at, 1});
    }
    return found;
}

struct QuotationMarks {
    char32_t opening;
    char32_t closing;
};

/// With the half-width and vertical forms of 「」.
constexpr std::array quotation_marks{QuotationMarks{U'“', U'”'}, QuotationMarks{U'「', U'」'},
                                     QuotationMarks{U'｢', U'｣'}, QuotationMarks{U'﹁', U'﹂'}};

/// Which characters stand inside quotation marks. A closing mark belongs to the nearest opening
/// mark that is still free, so that a lone “ can't borrow the end of a later quotation and hide
/// everything up to it.
std::vector<bool> quoted(const std::vector<Character>& text) {
    std::vector<int> deeper(text.size(), 0);  // by how much the depth changes after a character
    for (const QuotationMarks& marks : quotation_marks) {
        std::vector<std::size_t> opened;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i].code_point == marks.opening) {
                opened.push_back(i);
            } else if (text[i].code_point == marks.closing && !opened.empty()) {
                ++deeper[opened.back()];
                --deeper[i];
                opened.pop_back();
            }
        }
    }
    std::vector<bool> inside(text.size());
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        inside[i] = depth > 0;
        depth += deeper[i];
    }
    return inside;
}

constexpr bool is_in(std::u32string_view set, char32_t character) {
    return set.find(character) != std::u32string_view::npos;
}

/// Full-width forms are folded to these first.
constexpr std::u32string_view stops = U"。,;:!?";
/// Punctuation to Unicode, but to a reader a part of a number or nothing at all.
constexpr std::u32string_view ornaments = U"-_*/\\#@&%·•‧・";
/// Part of a number where they stand between two digits: 8:30, 3.5.
constexpr std::u32string_view number_marks = U".:．：";

/// Nothing for a letter or digit, which stands for itself.
std::optional<Between> keeps_apart(char32_t character) {
    const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(character));
    if (property->ignorable) return Between::ornament;  // some fillers count as letters
    switch (property->category) {
        case UTF8PROC_CATEGORY_ZP:
            return Between::stop;
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_SM:
        case UTF8PROC_CATEGORY_SC:
        case UTF8PROC_CATEGORY_SK:
        case UTF8PROC_CATEGORY_SO:
            return Between::ornament;
        case UTF8PROC_CATEGORY_PC:
        case UTF8PROC_CATEGORY_PD:
        case UTF8PROC_CATEGORY_PS:
        case UTF8PROC_CATEGORY_PE:
        case UTF8PROC_CATEGORY_PI:
        case UTF8PROC_CATEGORY_PF:
        case UTF8PROC_CATEGORY_PO:
            if (is_in(stops, character)) return Between::stop;
            return is_in(ornaments, character) ? Between::ornament : Between::pause;
        default:
            return std::nullopt;
    }
}

char32_t person(char32_t letter) {
    if (letter == U'您' || letter == U'妳') return U'你';
    return letter == U'咱' ? U'我' : letter;
}

/// NFKD rather than NFKC: nothing is composed with its neighbours, so that every letter keeps the
/// place where it was written. The phrases are folded the same way.
std::u32string folded(char32_t character) {
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
    std::array<utf8proc_int32_t, 32> parts{};  // the longest in Unicode has 18
    int boundary = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(character),
                                               parts.data(), parts.size(), options, &boundary);
    std::u32string letters;
    for (std::size_t i = 0; std::cmp_less(i, count); ++i)
        letters += person(simplified(static_cast<char32_t>(parts[i])));
    return letters;
}

class LetterReader {
  public:
    explicit LetterReader(const std::vector<Character>& text) : text_(text) {}

    void read(std::size_t index) {
        // A wrapped line is a blank, an empty line the end of a paragraph.
        if (text_[index].code_point == U'\n' && ++line_breaks_ > 1) set_apart(Between::stop);
        for (const char32_t part : folded(text_[index].code_point)) {
            if (const auto apart = keeps_apart(part))
                set_apart(*apart);
            else
                add(part, index);
        }
    }

    void pass_over(std::size_t index) {
        if (!keeps_apart(text_[index].code_point)) set_apart(Between::quotation);
    }

    ScannedText take() { return std::move(letters_); }

  private:
    void set_apart(Between apart) { before_ = std::max(before_, apart); }

    void add(char32_t letter, std::size_t index) {
        if (within_number(letter, index)) before_ = Between::ornament;
        if (before_ >= Between::pause) ++clause_;
        const Character& written = text_[index];
        letters_.push_back(
            {letter, before_, clause_, index, written.begin, written.begin + written.length});
        before_ = Between::nothing;
        line_breaks_ = 0;
    }

    bool within_number(char32_t letter, std::size_t index) const {
        const auto is_digit = [](char32_t each) { return U'0' <= each && each <= U'9'; };
        return is_digit(letter) && !letters_.empty() && is_digit(letters_.back().code_point) &&
               letters_.back().character + 2 == index &&
               is_in(number_marks, text_[index - 1].code_point);
    }

    const std::vector<Character>& text_;
    ScannedText letters_;
    Between before_ = Between::nothing;
    std::size_t clause_ = 0;
    int line_breaks_ = 0;
};

}  // namespace

ScannedText scanned_outside_quotations(std::string_view text) {
    const auto written = characters(text);
    const auto hidden = quoted(written);
    LetterReader reader(written);
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (hidden[i])
            reader.pass_over(i);
        else
            reader.read(i);
    }
    return reader.take();
}

ScannedText scanned(std::string_view text) {
    const auto written = characters(text);
    LetterReader reader(written);
    for (std::size_t i = 0; i < written.size(); ++i)
        reader.read(i);
    return reader.take();
}

}  // namespace huiyin::rulebook
