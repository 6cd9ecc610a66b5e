#include "huiyin/base/home.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "home_digits.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"

namespace huiyin::base {

namespace {

/// What the words after a part say of it.
enum class Mark { none, building, stair, door, room };

struct MarkWord {
    std::string_view word;
    Mark mark;
    bool after_names = false;  ///< also behind a word such as 南: 南座
};

/// Longer ones first: 号楼 is not 号 and something else.
constexpr std::array mark_words{
    MarkWord{"号楼", Mark::building, true},
    MarkWord{"號樓", Mark::building, true},
    MarkWord{"#楼", Mark::building},
    MarkWord{"#樓", Mark::building},
    MarkWord{"栋", Mark::building, true},
    MarkWord{"棟", Mark::building, true},
    MarkWord{"幢", Mark::building, true},
    MarkWord{"座", Mark::building, true},
    MarkWord{"单元", Mark::stair},
    MarkWord{"單元", Mark::stair},
    MarkWord{"门", Mark::door},
    MarkWord{"門", Mark::door},
    MarkWord{"房间", Mark::room},
    MarkWord{"房間", Mark::room},
    MarkWord{"住户", Mark::room},
    MarkWord{"住戶", Mark::room},
    MarkWord{"室", Mark::room},
    MarkWord{"房", Mark::room},
    MarkWord{"户", Mark::room},
    MarkWord{"戶", Mark::room},
    MarkWord{"号", Mark::none},
    MarkWord{"號", Mark::none},
    MarkWord{"#", Mark::none},
};

constexpr std::array<std::string_view, 12> dashes{"-", "‐", "‑",  "‒", "–", "—",
                                                  "―", "−", "ー", "─", "~", "_"};

bool is_ascii_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// 第3栋 is 3栋, and 2单元5层501 is 2单元501: the room says the storey itself.
std::string without_needless_words(std::string text) {
    static constexpr std::array<std::string_view, 3> storeys{"层", "層", "楼"};
    constexpr std::string_view ordinal = "第";
    for (auto at = text.find(ordinal); at != text.npos; at = text.find(ordinal, at))
        if (const auto next = at + ordinal.size(); next < text.size() && is_digit(text[next]))
            text.erase(at, ordinal.size());
        else
            at = next;
    for (const auto word : storeys)
        for (auto at = text.find(word); at != text.npos; at = text.find(word, at)) {
            auto begin = at;
            while (begin > 0 && is_digit(text[begin - 1]))
                --begin;
            const auto storey = text.substr(begin, at - begin);
            at += word.size();
            const auto room = text.find_first_not_of(" -", at);
            // At the beginning it may be the building.
            if (storey.empty() || begin == 0 || room == text.npos) continue;
            const auto number =
                text.substr(room, text.find_first_not_of("0123456789", room) - room);
            if (number.size() != storey.size() + 2 || !number.starts_with(storey)) continue;
            text.erase(begin, room - begin);
            at = begin;
        }
    return text;
}

/// Without the marks around it: 「3-502」。
std::string_view without_marks_around(std::string_view text) {
    static constexpr std::array<std::string_view, 18> marks{" ",  "\t", ".", ",",  ";",  ":",
                                                            "!",  "?",  "'", "\"", "。", "、",
                                                            "「", "」", "“", "”",  "‘",  "’"};
    const auto strip = [&] {
        for (const auto mark : marks) {
            if (text.ends_with(mark)) return text.remove_suffix(mark.size()), true;
            if (text.starts_with(mark)) return text.remove_prefix(mark.size()), true;
        }
        const bool in_brackets = (text.starts_with('(') && text.ends_with(')')) ||
                                 (text.starts_with('[') && text.ends_with(']'));
        if (in_brackets && text.size() > 1) text = text.substr(1, text.size() - 2);
        return in_brackets && !text.empty();
    };
    while (!text.empty() && strip()) {
    }
    return text;
}

struct Part {
    std::string text;
    Mark mark = Mark::none;
    bool after_dash = false;
};

/// The length of the dash or blank that `rest` begins with; 0 for neither.
std::size_t gap_at(std::string_view rest) {
    if (is_blank(rest.front())) return 1;
    const auto* const dash =
        std::ranges::find_if(dashes, [&](std::string_view one) { return rest.starts_with(one); });
    return dash == dashes.end() ? 0 : dash->size();
}

const MarkWord* mark_at(std::string_view rest, const std::string& before) {
    if (before.empty()) return nullptr;
    for (const auto& one : mark_words)
        if (rest.starts_with(one.word) && (one.after_names || is_ascii_word(before.back())))
            return &one;
    return nullptr;
}

/// What stands between dashes, blanks and marks.
std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> parts(1);
    bool ended = false;
    bool dash = false;
    while (!text.empty()) {
        // No gap and no mark begins with a letter or a figure of ASCII, as most of a home is.
        const bool is_word = is_ascii_word(text.front());
        if (const auto gap = is_word ? 0 : gap_at(text); gap > 0) {
            ended = true;
            dash = dash || !is_blank(text.front());
            text.remove_prefix(gap);
        } else if (const auto* mark = is_word ? nullptr : mark_at(text, parts.back().text)) {
            if (parts.back().mark == Mark::none) parts.back().mark = mark->mark;
            ended = true;
            text.remove_prefix(mark->word.size());
        } else {
            if (ended && !parts.back().text.empty()) parts.push_back({"", Mark::none, dash});
            ended = dash = false;
            parts.back().text += text.front();
            text.remove_prefix(1);
        }
    }
    return parts;
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, is_digit);
}

/// Letters and digits of ASCII with a digit among them, as rooms and stairs are numbered.
bool is_number(std::string_view text) {
    return std::ranges::all_of(text, is_ascii_word) && has_digit(text);
}

/// 东区-3-502 is 东区3-502: a name before it belongs to the building.
void join_names(std::vector<Part>& parts) {
    while (parts.size() > 2 && !has_digit(parts[0].text) && parts[0].text.size() > 1 &&
           parts[0].mark == Mark::none) {
        parts[1].text.insert(0, parts[0].text);
        parts.erase(parts.begin());
    }
    if (parts.size() > 1 || parts[0].mark == Mark::building || parts[0].mark == Mark::stair ||
        parts[0].mark == Mark::door)
        return;
    // 南座1201 has come apart; 东区502 not yet.
    const auto digit = std::ranges::find_if(parts[0].text, is_digit);
    const auto length = static_cast<std::size_t>(digit - parts[0].text.begin());
    const bool named = length > 0 && !is_ascii_word(parts[0].text[length - 1]);
    if (!named || digit == parts[0].text.end()) return;
    const Part room{parts[0].text.substr(length), parts[0].mark};
    parts[0] = {parts[0].text.substr(0, length), Mark::building};
    parts.push_back(room);
}

/// 0502 is 502.
std::string without_leading_zeros(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool in_number = !plain.empty() && is_digit(plain.back());
        const bool digit_follows = at + 1 < text.size() && is_digit(text[at + 1]);
        if (text[at] != '0' || in_number || !digit_follows) plain += text[at];
    }
    return plain;
}

/// Nothing where the parts are no building, stair and room in this order.
std::optional<HomeParts> read(const std::vector<Part>& parts) {
    using enum Mark;
    const auto may_be = [](const Part& part, Mark mark) {
        const bool by_door = part.mark == door && (mark == stair || mark == room);
        return (part.mark == none || part.mark == mark || by_door) &&
               (mark == building || is_number(part.text));
    };
    // 3号楼2门 is a stair, 3号楼502门 a home.
    const auto is_stair = [](const Part& part) {
        constexpr std::size_t longest = 2;
        return part.mark == stair || (part.mark == door && part.text.size() <= longest);
    };
    if (parts.size() == 3 && may_be(parts[0], building) && may_be(parts[1], stair) &&
        may_be(parts[2], room))
        return HomeParts{parts[0].text, parts[1].text, parts[2].text};
    if (parts.size() == 2 && is_stair(parts[0]) && may_be(parts[0], stair) &&
        may_be(parts[1], room))
        return HomeParts{"", parts[0].text, parts[1].text};
    if (parts.size() == 2 && is_stair(parts[1]) && may_be(parts[0], building) &&
        may_be(parts[1], stair))
        return HomeParts{parts[0].text, parts[1].text, ""};
    if (parts.size() == 2 && may_be(parts[0], building) && may_be(parts[1], room))
        return HomeParts{parts[0].text, "", parts[1].text};
    if (parts.size() == 1 && parts[0].mark == building) return HomeParts{parts[0].text, "", ""};
    if (parts.size() == 1 && !is_stair(parts[0]) && may_be(parts[0], room))
        return HomeParts{"", "", parts[0].text};
    return {};
}

/// 5-601 or 3-2-502, with nothing but its digits; nothing for what has to be read.
std::optional<HomeParts> read_digits(std::string_view text) {
    std::array<std::string_view, 3> parts;
    std::size_t count = 0;
    for (;; ++count) {
        const auto end = std::min(text.find('-'), text.size());
        const auto part = text.substr(0, end);
        if (count == parts.size() || part.empty() || !std::ranges::all_of(part, is_digit))
            return {};
        parts[count] = part;
        if (end == text.size()) break;
        text.remove_prefix(end + 1);
    }
    if (count == 0) return {};
    return HomeParts{without_leading_zeros(parts[0]),
                     count == 1 ? "" : without_leading_zeros(parts[1]),
                     without_leading_zeros(parts[count])};
}

/// Of a text that has its numerals as digits.
std::optional<HomeParts> read_home(std::string_view text) {
    if (auto home = read_digits(text)) return home;
    // -1-03 lies in the basement, not in building 1.
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos || text[begin] == '-') return {};
    auto parts = parts_of(text);
    join_names(parts);
    auto home = read(parts);
    if (home)
        for (auto* part : {&home->building, &home->stair, &home->room})
            *part = without_leading_zeros(*part);
    return home;
}

/// 3/502 and 3.502 are 3-502, where nothing else divides them; 502/503 are two rooms.
std::string with_dashes(std::string_view text) {
    const auto divider = text.find_first_of("/.");
    const bool has_dash = std::ranges::any_of(
        dashes, [&](std::string_view one) { return text.find(one) != text.npos; });
    if (divider == text.npos || has_dash || divider + 1 >= text.size()) return std::string(text);
    std::string dashed(text);
    std::ranges::replace(dashed, text[divider], '-');
    const auto home = read_home(dashed);
    const bool is_meant = home && !home->building.empty() && !home->room.empty() &&
                          home->building.size() < home->room.size();
    return is_meant ? dashed : std::string(text);
}

/// 5-601, 3-2-502, b-1201, as nearly everybody writes it: there is nothing to be taken off.
bool is_plainly_written(std::string_view folded) {
    return !folded.empty() && is_digit(folded.back()) && is_ascii_word(folded.front()) &&
           std::ranges::all_of(folded, [](char c) { return is_ascii_word(c) || c == '-'; }) &&
           read_home(folded);
}

/// What is compared of a home by itself.
std::string home_text(std::string_view typed) {
    if (auto plain = fold(typed); is_plainly_written(plain)) return plain;
    const auto text = without_needless_words(home_with_digits(typed));
    auto home = with_dashes(without_marks_around(text));
    if (read_home(home)) return home;
    const auto without = without_occupant(home);
    if (without.size() == home.size()) return home;
    auto plain = with_dashes(without_marks_around(without));
    return read_home(plain) ? plain : home;
}

/// 住3 ends in building 3, 住13 does not.
bool ends_in(const Part& part, const std::string& building) {
    const auto plain = without_leading_zeros(part.text);
    if (!plain.ends_with(building)) return false;
    const auto before = plain.size() - building.size();
    return before == 0 || !is_ascii_word(plain[before - 1]) || !is_ascii_word(building.front());
}

/// 502的 begins with room 502, 5021 does not.
bool begins_with(const Part& part, const std::string& room) {
    const auto plain = without_leading_zeros(part.text);
    return plain.starts_with(room) &&
           (plain.size() == room.size() || !is_ascii_word(plain[room.size()]));
}

}  // namespace

std::string home_key(std::string_view typed) {
    const auto text = home_text(typed);
    if (const auto home = read_home(text))
        return base::format("{}|{}|{}", home->building, home->stair, home->room);
    std::string plain = "=";
    for (std::string_view rest = text; !rest.empty();) {
        const auto gap = gap_at(rest);
        if (!is_blank(rest.front())) plain += gap > 0 ? '-' : rest.front();
        rest.remove_prefix(std::max<std::size_t>(gap, 1));
    }
    return plain;
}

std::optional<HomeParts> home_parts(std::string_view typed) {
    return read_home(home_text(typed));
}

std::string home_part_key(std::string_view typed) {
    std::string key;
    for (const auto& part : parts_of(home_text(typed)))
        key += without_leading_zeros(part.text);
    return key;
}

std::string home_part_as_written(std::string key) {
    std::ranges::transform(key, key.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return key;
}

HomeSought::HomeSought(std::string_view typed) {
    const auto home = read_home(home_text(typed));
    if (!home || home->building.empty() || home->room.empty()) return;
    building_ = home->building;
    stair_ = home->stair;
    room_ = home->room;
}

bool HomeSought::is_in(std::string_view text) const {
    if (!can_be_sought()) return false;
    const auto parts = parts_of(without_needless_words(home_with_digits(text)));
    const std::size_t length = stair_.empty() ? 2 : 3;
    for (std::size_t at = 0; at + length <= parts.size(); ++at) {
        const auto last = at + length - 1;
        if (!ends_in(parts[at], building_) || !begins_with(parts[last], room_)) continue;
        if (!stair_.empty() && without_leading_zeros(parts[at + 1].text) != stair_) continue;
        // 1-3-502 and 3-502-1 are other homes.
        const bool goes_before = parts[at].after_dash && is_ascii_word(parts[at - 1].text.back()) &&
                                 is_ascii_word(parts[at].text.front());
        const bool goes_on = last + 1 < parts.size() && parts[last + 1].after_dash &&
                             parts[last].mark == Mark::none &&
                             is_digit(parts[last + 1].text.front()) &&
                             without_leading_zeros(parts[last].text) == room_;
        if (!goes_before && !goes_on) return true;
    }
    return false;
}

bool names_a_home(std::string_view typed) {
    const auto folded = fold(typed);
    std::size_t numerals = 0;
    bool numerals_alone = true;
    for (const auto& letter : letters(folded)) {
        const bool is_numeral = home_numeral(letter.bytes).has_value();
        if (letter.bytes.size() < 3 && letter.is_word) return true;
        numerals += is_numeral ? 1 : 0;
        numerals_alone = numerals_alone && (is_numeral || !letter.is_word);
    }
    // 张三 has a numeral, too: a home has more of them, or a word behind them.
    constexpr std::size_t as_of_a_room = 3;
    if (numerals >= as_of_a_room || (numerals > 0 && numerals_alone)) return true;
    return std::ranges::any_of(parts_of(home_text(typed)), [](const Part& part) {
        return part.mark != Mark::none && has_digit(part.text);
    });
}

}  // namespace huiyin::base
