#include "unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>

namespace huiyin::base {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t emoji_presentation = 0xFE0F;
constexpr int widest_cluster = 2;

constexpr bool is_printable_ascii(char32_t code_point) {
    return code_point >= U' ' && code_point <= U'~';
}

Character first_character(std::string_view text) {
    if (const auto byte = static_cast<unsigned char>(text.front()); is_printable_ascii(byte))
        return {text.substr(0, 1), byte, true};
    utf8proc_int32_t code_point = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto length =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    if (length <= 0) return {text.substr(0, 1), replacement, false};
    return {text.substr(0, static_cast<std::size_t>(length)), static_cast<char32_t>(code_point),
            true};
}

constexpr utf8proc_int32_t signed_form(char32_t code_point) {
    return static_cast<utf8proc_int32_t>(code_point);
}

struct Range {
    char32_t first;
    char32_t last;
};

/// What Unicode keeps for Chinese characters (UAX 11), whatever of it is given out by now.
constexpr std::array ideographs{Range{0x3400, 0x4DBF}, Range{0x4E00, 0x9FFF}, Range{0xF900, 0xFAFF},
                                Range{0x20000, 0x2FFFD}, Range{0x30000, 0x3FFFD}};
/// Signs that describe them, and their strokes.
constexpr std::array about_ideographs{Range{0x2FF0, 0x2FFF}, Range{0x31C0, 0x31EF}};

bool is_within(std::span<const Range> ranges, char32_t code_point) {
    return std::ranges::any_of(ranges, [code_point](const Range& range) {
        return range.first <= code_point && code_point <= range.last;
    });
}

/// A library takes what came after it for something narrow.
int width_of_character(char32_t code_point) {
    if (is_printable_ascii(code_point)) return 1;
    const bool comes_before_them = code_point < about_ideographs.front().first;
    if (comes_before_them) return utf8proc_charwidth(signed_form(code_point));
    if (is_ideograph(code_point) || is_within(about_ideographs, code_point)) return 2;
    return utf8proc_charwidth(signed_form(code_point));
}

/// Letters and Chinese characters: neither joins another, so that a library need not be asked.
bool stands_apart(char32_t code_point) {
    return is_printable_ascii(code_point) || is_ideograph(code_point);
}

/// Joined emoji and flags are several wide code points drawn in the place of one.
int joined_width(int width, char32_t added) {
    if (added == emoji_presentation) return widest_cluster;
    return std::min(width + width_of_character(added), widest_cluster);
}

struct HiddenRange {
    char32_t first;
    char32_t last;
    Label kind;
};

constexpr Label control{"控制字符", "a control character"};
constexpr Label direction{"书写方向控制符", "a text direction control"};
constexpr Label zero_width{"零宽字符", "a zero-width character"};
constexpr Label noncharacter{"非字符码位", "a noncharacter"};

constexpr std::array hidden_ranges{
    HiddenRange{0x0000, 0x001F, control},      HiddenRange{0x007F, 0x009F, control},
    HiddenRange{0x061C, 0x061C, direction},    HiddenRange{0x200B, 0x200D, zero_width},
    HiddenRange{0x200E, 0x200F, direction},    HiddenRange{0x202A, 0x202E, direction},
    HiddenRange{0x2060, 0x2060, zero_width},   HiddenRange{0x2066, 0x2069, direction},
    HiddenRange{0xFDD0, 0xFDEF, noncharacter}, HiddenRange{0xFEFF, 0xFEFF, zero_width},
};

/// The last two code points of every plane.
constexpr bool ends_a_plane(char32_t code_point) {
    return (code_point & 0xFFFE) == 0xFFFE;
}

}  // namespace

std::vector<Character> characters(std::string_view text) {
    std::vector<Character> found;
    found.reserve(text.size());
    while (!text.empty()) {
        found.push_back(first_character(text));
        text.remove_prefix(found.back().bytes.size());
    }
    return found;
}

ClusterReader::ClusterReader(std::string_view text) : rest_(text) {
    read_ahead();
}

void ClusterReader::read_ahead() {
    ahead_.reset();
    if (rest_.empty()) return;
    ahead_ = first_character(rest_);
    rest_.remove_prefix(ahead_->bytes.size());
}

bool ClusterReader::breaks_between(char32_t left, char32_t right) {
    if (!stands_apart(left) || !stands_apart(right))
        return utf8proc_grapheme_break_stateful(signed_form(left), signed_form(right),
                                                &break_state_) != 0;
    break_state_ = 0;
    return true;
}

std::optional<Cluster> ClusterReader::next() {
    if (!ahead_) return {};
    char32_t previous = ahead_->code_point;
    Cluster cluster{ahead_->bytes, previous, width_of_character(previous)};
    for (read_ahead(); ahead_; read_ahead()) {
        const char32_t current = ahead_->code_point;
        if (breaks_between(previous, current)) break;
        cluster.bytes = {cluster.bytes.data(), cluster.bytes.size() + ahead_->bytes.size()};
        cluster.width = joined_width(cluster.width, current);
        previous = current;
    }
    return cluster;
}

std::vector<Cluster> clusters(std::string_view text) {
    std::vector<Cluster> found;
    found.reserve(text.size());
    ClusterReader reader(text);
    while (const auto cluster = reader.next())
        found.push_back(*cluster);
    return found;
}

int width_of(std::span<const Cluster> parts) {
    return std::accumulate(parts.begin(), parts.end(), 0,
                           [](int width, const Cluster& cluster) { return width + cluster.width; });
}

bool is_ideograph(char32_t code_point) {
    return is_within(ideographs, code_point);
}

bool is_pictograph(char32_t code_point) {
    return utf8proc_get_property(signed_form(code_point))->boundclass ==
           UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

std::optional<Label> hidden_kind(char32_t code_point) {
    if (ends_a_plane(code_point)) return noncharacter;
    const auto* range = std::ranges::find_if(hidden_ranges, [code_point](const HiddenRange& each) {
        return each.first <= code_point && code_point <= each.last;
    });
    if (range == hidden_ranges.end()) return std::nullopt;
    return range->kind;
}

}  // namespace huiyin::base
