#pragma once

#include <optional>
#include <string_view>

/// Notes and proofs are lines, each of which ends in a line break.
namespace huiyin::gate {

/// The next line of a text, which is cut off it; nothing where it does not end in a line break.
inline std::optional<std::string_view> next_line(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == text.npos) return {};
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

}  // namespace huiyin::gate
