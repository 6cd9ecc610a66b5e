#include "huiyin/base/input.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "huiyin/base/formatting.hpp"
#include "unicode.hpp"

namespace huiyin::base {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool lays_out(char32_t code_point) {
    return code_point == U'\n' || code_point == U'\t';
}

bool divides_list(char32_t code_point) {
    return code_point == U',' || code_point == U'，' || code_point == U'、';
}

Problem invalid_byte(std::size_t position, std::string_view byte) {
    const auto value = static_cast<unsigned char>(byte.front());
    return {compose({"第 {} 个字符处的字节 0x{:02X} 不是有效的 UTF-8",
                     "the byte 0x{1:02X} at character {0} is not valid UTF-8"},
                    position, value),
            Label{"以 UTF-8 编码重新输入", "type it again as UTF-8"}};
}

Problem hidden_character(std::size_t position, char32_t code_point, const Label& kind) {
    const auto value = static_cast<std::uint32_t>(code_point);
    return {{base::format("第 {} 个字符是{} U+{:04X},不能登记", position, kind.zh, value),
             base::format("character {} is {}, U+{:04X}, and cannot be recorded", position, kind.en,
                          value)},
            Label{"删去这个字符后重试", "take that character out and try again"}};
}

/// Zero-width characters that letters and emoji are written with. They are recorded as they came,
/// and made visible wherever they are shown.
constexpr bool joins_or_parts(char32_t code_point) {
    return (code_point >= 0x200B && code_point <= 0x200D) || code_point == 0x2060;
}

constexpr std::array<std::string_view, 5> blanks{" ", "\t", "\n", "\u3000", "\u00A0"};

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto leads = [&text](std::string_view blank) { return text.starts_with(blank); };
    const auto trails = [&text](std::string_view blank) { return text.ends_with(blank); };
    const auto* blank = blanks.begin();
    while ((blank = std::ranges::find_if(blanks, leads)) != blanks.end())
        text.remove_prefix(blank->size());
    while ((blank = std::ranges::find_if(blanks, trails)) != blanks.end())
        text.remove_suffix(blank->size());
    return text;
}

std::string with_plain_line_ends(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at)
        if (!text.substr(at).starts_with("\r\n")) plain += text[at];
    return plain;
}

std::optional<Problem> text_problem(std::string_view text) {
    std::size_t position = 0;
    for (const Character& character : characters(text)) {
        ++position;
        if (!character.valid) return invalid_byte(position, character.bytes);
        if (lays_out(character.code_point) || joins_or_parts(character.code_point)) continue;
        if (const auto kind = hidden_kind(character.code_point))
            return hidden_character(position, character.code_point, *kind);
    }
    return std::nullopt;
}

std::optional<std::int64_t> parse_whole(std::string_view typed) {
    if (!std::ranges::all_of(typed, is_digit)) return std::nullopt;
    if (typed.size() > 1 && typed.front() == '0') return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (error != std::errc{}) return std::nullopt;
    return number;
}

std::vector<std::string> split_list(std::string_view typed) {
    std::vector<std::string> parts;
    std::string part;
    const auto end_part = [&] {
        if (const auto kept = trimmed(part); !kept.empty()) parts.emplace_back(kept);
        part.clear();
    };
    for (const Character& character : characters(typed)) {
        if (divides_list(character.code_point))
            end_part();
        else
            part += character.bytes;
    }
    end_part();
    return parts;
}

}  // namespace huiyin::base
