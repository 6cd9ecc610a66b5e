#include "cell_words.hpp"

#include <algorithm>

namespace huiyin::reports {

bool is_prose(std::string_view text) {
    return std::ranges::any_of(
        text, [](char byte) { return byte == ' ' || static_cast<unsigned char>(byte) >= 0x80; });
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char byte) { return byte >= '0' && byte <= '9'; });
}

int longest_word(std::string_view text) {
    std::ptrdiff_t longest = 0;
    for (auto from = text.begin(); from != text.end();) {
        const auto breaks = [](char byte) {
            return byte == ' ' || static_cast<unsigned char>(byte) >= 0x80;
        };
        const auto to = std::find_if(from, text.end(), breaks);
        longest = std::max(longest, to - from);
        from = std::find_if_not(to, text.end(), breaks);
    }
    return static_cast<int>(longest);
}

int longest_record_number(std::string_view text) {
    constexpr std::size_t shortest = std::string_view("TS-2026-0001").size();
    const auto is_of_one = [](char byte) {
        return byte == '-' || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z');
    };
    std::size_t longest = 0;
    for (auto from = text.begin(); from != text.end();) {
        const auto to = std::find_if_not(from, text.end(), is_of_one);
        const std::string_view word(from, to);
        if (word.size() >= shortest && word[2] == '-' && word[7] == '-' && word[0] >= 'A')
            longest = std::max(longest, word.size());
        from = std::find_if(to, text.end(), is_of_one);
    }
    return static_cast<int>(longest);
}

}  // namespace huiyin::reports
