#include "cell_words.hpp"

#include <algorithm>
#include <utility>

#include "huiyin/base/display.hpp"
#include "rendering.hpp"

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

Shown::Shown(std::string words) : text(std::move(words)), width(base::display_width(text)) {}

std::vector<Shown> cell_lines(const Shown& cell, int width, bool brief) {
    constexpr std::size_t most_lines_of_brief_cell = 3;
    if (cell.width <= width) return {cell};
    if (brief && !is_prose(cell.text)) return {Shown(base::shorten(cell.text, width))};

    std::vector<std::string> lines = base::wrap(cell.text, width);
    if (brief && lines.size() > most_lines_of_brief_cell) {
        lines.resize(most_lines_of_brief_cell);
        lines.back() += "…";
    }
    std::vector<Shown> shown;
    for (std::string& line : lines) {
        // Also cuts a Chinese character that found itself in a column one wide.
        line = base::shorten(line, width);
        trim_end(line);
        shown.emplace_back(std::move(line));
    }
    return shown;
}

}  // namespace huiyin::reports
