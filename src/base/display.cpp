#include "huiyin/base/display.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <vector>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/phone.hpp"
#include "unicode.hpp"

namespace huiyin::base {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr int ellipsis_width = 1;

std::string blanks(int count) {
    return std::string(static_cast<std::size_t>(count), ' ');
}

/// How this character is written out where it may not be shown: `\x1b`, `\u202e`.
std::string visible_form(const Character& character) {
    if (!character.valid)
        return base::format("\\x{:02x}", static_cast<unsigned char>(character.bytes.front()));
    const auto code_point = static_cast<std::uint32_t>(character.code_point);
    // U+0080 to U+009F must not look like the invalid bytes 80 to 9f.
    return code_point < 0x80 ? base::format("\\x{:02x}", code_point)
                             : base::format("\\u{:04x}", code_point);
}

bool is_printable_ascii(char c) {
    return c >= ' ' && c <= '~';
}

std::string stars(std::size_t count) {
    return std::string(count, '*');
}

/// Whether this joiner makes one emoji of those on either side of it.
bool joins_emoji(const std::vector<Character>& text, std::size_t at) {
    constexpr char32_t joiner = 0x200D;
    if (text[at].code_point != joiner || at + 1 == text.size()) return false;
    if (!is_pictograph(text[at + 1].code_point)) return false;
    // Between an emoji and its joiner may stand the selector or a tone of skin.
    for (auto before = at; before-- > 0;) {
        const auto code_point = text[before].code_point;
        if (is_pictograph(code_point)) return true;
        const bool modifies =
            code_point == 0xFE0F || (code_point >= 0x1F3FB && code_point <= 0x1F3FF);
        if (!modifies) return false;
    }
    return false;
}

}  // namespace

int display_width(std::string_view text) {
    int width = 0;
    ClusterReader reader(text);
    while (const auto cluster = reader.next())
        width += cluster->width;
    return width;
}

std::string pad_right(std::string_view text, int width) {
    return std::string(text) + blanks(std::max(0, width - display_width(text)));
}

std::string shorten(std::string_view text, int width) {
    int used = 0;
    std::size_t kept = 0;  // bytes that leave room for the ellipsis
    ClusterReader reader(text);
    auto cluster = reader.next();
    for (; cluster && used + cluster->width <= width; cluster = reader.next()) {
        used += cluster->width;
        if (used <= width - ellipsis_width) kept += cluster->bytes.size();
    }
    if (!cluster) return std::string(text);
    if (width < ellipsis_width) return {};
    return std::string(text.substr(0, kept)).append(ellipsis);
}

std::string escape_terminal(std::string_view text, bool keep_lines) {
    // Identifiers and figures, and much of what a damaged store could hold, need no second look.
    if (std::ranges::all_of(text, is_printable_ascii)) return std::string(text);
    std::string shown;
    shown.reserve(text.size());
    const auto all = characters(text);
    for (std::size_t index = 0; index < all.size(); ++index) {
        const auto& character = all[index];
        // A terminal may draw joined emoji as one or as several: whatever stands behind would move.
        if (joins_emoji(all, index)) continue;
        const bool lays_out = character.code_point == U'\n' || character.code_point == U'\t';
        const bool hidden = !character.valid || hidden_kind(character.code_point);
        if (hidden && !(lays_out && keep_lines))
            shown += visible_form(character);
        else
            shown += character.bytes;
    }
    return shown;
}

std::string escape_json(std::string_view json) {
    std::string shown;
    shown.reserve(json.size());
    for (const Character& character : characters(json)) {
        const auto code_point = static_cast<std::uint32_t>(character.code_point);
        if (code_point == U'\n' || !hidden_kind(character.code_point))
            shown += character.bytes;
        else if (code_point < 0x10000U)
            shown += base::format("\\u{:04x}", code_point);
        else
            shown += base::format("\\u{:04x}\\u{:04x}", 0xd7c0U + (code_point >> 10U),
                                  0xdc00U + (code_point & 0x3ffU));
    }
    return shown;
}

std::string csv_cell(std::string_view text) {
    static constexpr std::array<std::string_view, 10> formula_starts{"=",  "+",  "-",  "@",  "\t",
                                                                     "\r", "＝", "＋", "－", "＠"};
    const bool formula = std::ranges::any_of(
        formula_starts, [text](std::string_view start) { return text.starts_with(start); });

    std::string cell = formula ? "'" : "";
    if (text.find_first_of("\",\r\n") == std::string_view::npos) return cell.append(text);

    for (const char c : text)
        cell.append(c == '"' ? 2 : 1, c);
    return '"' + cell + '"';
}

std::string markdown_cell(std::string_view text) {
    static constexpr std::string_view markup = "\\|`*_~[]<>&";
    std::string cell;
    cell.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool first_of_crlf = c == '\r' && text.substr(i + 1).starts_with('\n');
        if (first_of_crlf) continue;
        if (c == '\n' || c == '\r') {
            cell += "<br>";
            continue;
        }
        if (markup.find(c) != std::string_view::npos) cell += '\\';
        cell += c == '\t' ? ' ' : c;
    }
    return cell;
}

std::string mask_phone(std::string_view phone) {
    const auto digits = plain_phone(phone);

    constexpr std::size_t shown_at_end = 4;
    if (digits.size() <= shown_at_end) return stars(characters(phone).size());

    const bool mobile = digits.size() == 11 && digits.front() == '1';
    return (mobile ? digits.substr(0, 3) : "") + stars(4) +
           digits.substr(digits.size() - shown_at_end);
}

std::string mask_phones_in(std::string_view text) {
    std::string masked;
    std::size_t at = 0;
    for (const auto& place : find_phones(text)) {
        masked.append(text.substr(at, place.begin - at)).append(mask_phone(place.digits));
        at = place.end;
    }
    return masked.append(text.substr(at));
}

std::string mask_name(std::string_view name) {
    const auto parts = clusters(name);
    return parts.empty() ? "" : std::string(parts.front().bytes) + stars(2);
}

}  // namespace huiyin::base
