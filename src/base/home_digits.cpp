#include "home_digits.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "unicode.hpp"

namespace huiyin::base {

namespace {

bool is_home_digit(char c) {
    return c >= '0' && c <= '9';
}

/// 五〇二 is read by its digits, 十二 and 一百零二 as people say them.
std::string read_numerals(const std::vector<int>& values) {
    std::string digits;
    if (std::ranges::all_of(values, [](int value) { return value < 10; })) {
        for (const int value : values)
            digits += static_cast<char>('0' + value);
        return digits;
    }
    int sum = 0;
    int last = -1;
    for (const int value : values) {
        if (value < 10)
            last = value;
        else {
            sum += (last < 1 ? 1 : last) * value;
            last = 0;
        }
    }
    return base::format("{}", sum + std::max(last, 0));
}

/// Who lives in a home, or how; longer ones first.
constexpr auto occupants = std::to_array<std::string_view>(
    {"承租人", "产权人", "使用人", "租户", "租客",   "租住", "租房", "出租",
     "业主",   "房东",   "房主",   "户主", "住户",   "家属", "本人", "自住",
     "常住",   "空置",   "空房",   "租",   "tenant", "owner"});
constexpr auto titles =
    std::to_array<std::string_view>({"先生", "女士", "小姐", "太太", "师傅", "阿姨", "叔叔", "大爷",
                                     "大妈", "奶奶", "爷爷", "老师"});

std::string_view without_gap_at_end(std::string_view text) {
    static constexpr auto gaps =
        std::to_array<std::string_view>({" ", "\t", "\n", "-", ",", ":", ";", "、", "/", "的"});
    for (const auto* gap = gaps.begin(); gap != gaps.end();)
        if (text.ends_with(*gap)) {
            text.remove_suffix(gap->size());
            gap = gaps.begin();
        } else {
            ++gap;
        }
    return text;
}

/// 租户, 租户王先生, 业主:张三, 王先生.
bool tells_an_occupant(std::string_view said) {
    // 张三 has a digit by now, 3-502(503) is another room.
    constexpr std::ptrdiff_t most_in_a_name = 2;
    if (std::ranges::count_if(said, is_home_digit) > most_in_a_name) return false;
    const auto begins = [&](std::string_view word) { return said.starts_with(word); };
    const auto ends = [&](std::string_view word) { return said.ends_with(word); };
    return std::ranges::any_of(occupants, begins) || std::ranges::any_of(occupants, ends) ||
           std::ranges::any_of(titles, ends);
}

/// What stands in brackets at the end, and where they open.
std::optional<std::pair<std::string_view, std::size_t>> bracket_at_end(std::string_view text) {
    static constexpr auto brackets = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}, {"{", "}"}, {"<", ">"}});
    for (const auto& [open, close] : brackets) {
        if (!text.ends_with(close)) continue;
        const auto at = text.rfind(open);
        if (at == text.npos || at == 0) return {};
        const auto begin = at + open.size();
        return std::pair(text.substr(begin, text.size() - close.size() - begin), at);
    }
    return {};
}

}  // namespace

std::string_view without_occupant(std::string_view home) {
    for (auto rest = without_gap_at_end(home);; home = rest) {
        if (const auto bracket = bracket_at_end(rest)) {
            if (!tells_an_occupant(bracket->first)) return home;
            rest = without_gap_at_end(rest.substr(0, bracket->second));
            continue;
        }
        const auto* const word = std::ranges::find_if(
            occupants, [&](std::string_view one) { return rest.ends_with(one); });
        if (word == occupants.end() || word->size() == rest.size()) return home;
        rest = without_gap_at_end(rest.substr(0, rest.size() - word->size()));
    }
}

std::optional<int> home_numeral(std::string_view letter) {
    static constexpr std::array<std::string_view, 15> letters{
        "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零", "两", "○"};
    static constexpr std::array values{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 0, 2, 0};
    const auto found = std::ranges::find(letters, letter);
    if (found == letters.end()) return {};
    return values.at(static_cast<std::size_t>(found - letters.begin()));
}

std::string home_with_digits(std::string_view typed) {
    std::string text;
    std::vector<int> run;
    const auto take_run = [&](bool digit_follows) {
        if (run.empty()) return;
        if (!text.empty() && is_home_digit(text.back())) text += ' ';
        text += read_numerals(run);
        if (digit_follows) text += ' ';
        run.clear();
    };
    const auto folded = fold(typed);
    for (const auto& character : characters(folded)) {
        if (const auto value = home_numeral(character.bytes))
            run.push_back(*value);
        else {
            take_run(is_home_digit(character.bytes.front()));
            text += character.bytes;
        }
    }
    take_run(false);
    return text;
}

}  // namespace huiyin::base
