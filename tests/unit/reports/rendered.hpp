#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huiyin/reports/document.hpp"

/// Small words for the tests of the renderers.
namespace huiyin::reports::testing {

/// A text that reads the same in both languages.
inline Text same(const std::string& text) {
    return {text, text};
}

inline Document of_blocks(std::vector<Block> blocks) {
    return {.title = same("T"),
            .subtitle = {},
            .sections = {{.heading = same("S"), .blocks = std::move(blocks)}}};
}

inline Table table(const std::vector<std::string>& headers,
                   const std::vector<std::vector<std::string>>& rows) {
    Table made;
    for (const std::string& header : headers)
        made.columns.push_back({.header = same(header)});
    for (const std::vector<std::string>& row : rows) {
        made.rows.emplace_back();
        for (const std::string& cell : row)
            made.rows.back().push_back(same(cell));
    }
    return made;
}

/// A list to look through, whose long cells are cut.
inline Table brief(Table made) {
    made.brief = true;
    return made;
}

inline std::vector<std::string> lines_of(std::string_view text, std::string_view line_end = "\n") {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(line_end), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + line_end.size(), text.size()));
    }
    return lines;
}

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

inline bool has_trailing_blanks(std::string_view line) {
    return line.ends_with(' ') || line.ends_with('\t') || line.ends_with("\u3000");
}

}  // namespace huiyin::reports::testing
