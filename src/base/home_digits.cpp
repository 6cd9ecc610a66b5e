#include "home_digits.hpp"

#include <algorithm>
#include <array>
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

}  // namespace

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
