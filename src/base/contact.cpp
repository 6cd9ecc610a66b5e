#include "huiyin/base/contact.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/home.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/phone.hpp"
#include "spreadsheet_value.hpp"

namespace huiyin::base {

namespace {

constexpr std::size_t fewest_internal = 3;
constexpr std::size_t fewest_digits = 7;
constexpr std::size_t most_digits = 15;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// 13800008000(儿子): what stands in brackets says whose it is. Brackets around digits are the
/// number's own.
std::string without_words_in_brackets(std::string_view folded) {
    std::string left;
    while (!folded.empty()) {
        const auto open = folded.find('(');
        const auto close = folded.find(')', std::min(open, folded.size()));
        if (close == std::string_view::npos) break;
        const auto inside = folded.substr(open + 1, close - open - 1);
        left += folded.substr(0, open);
        if (std::ranges::any_of(inside, is_digit)) left += folded.substr(open, close - open + 1);
        folded.remove_prefix(close + 1);
    }
    return left.append(folded);
}

/// The numbers in one cell: each that is recognised, else what strokes and commas part.
std::vector<std::string> numbers_in(const std::string& folded) {
    std::vector<std::string> numbers;
    for (const auto& place : find_phones(folded))
        numbers.push_back(folded.substr(place.begin, place.end - place.begin));
    if (numbers.size() > 1) return numbers;
    std::vector<std::string> parts(1);
    for (const auto& letter : letters(folded)) {
        static constexpr std::array<std::string_view, 7> dividers{"/",  ",",  ";", "、",
                                                                  "或", "和", "|"};
        if (std::ranges::find(dividers, letter.bytes) != dividers.end())
            parts.emplace_back();
        else
            parts.back() += letter.bytes;
    }
    const bool all_numbers = parts.size() > 1 && std::ranges::all_of(parts, [](const auto& part) {
                                 return digits_of(part).size() >= fewest_digits;
                             });
    return all_numbers ? parts : numbers;
}

/// 00000000000: one digit over and over, as long as a mobile's number, or noughts alone.
bool stands_for_nothing(std::string_view digits) {
    constexpr std::size_t mobile = 11;
    if (digits.size() < fewest_internal || digits.find_first_not_of(digits[0]) != digits.npos)
        return false;
    return digits[0] == '0' || digits.size() >= mobile;
}

/// 138****8000, 138XXXX8000, 138…8000: one mark over and over where digits were.
bool hides_digits(std::string_view folded) {
    static constexpr std::array<std::string_view, 13> marks{"*", "x", "×", "●", "○", "•", "·",
                                                            "…", ".", "_", "#", "?", "■"};
    const auto all = letters(folded);
    for (std::size_t at = 0; at < all.size();) {
        auto end = at + 1;
        while (end < all.size() && all[end].bytes == all[at].bytes)
            ++end;
        const bool beside_a_digit = (at > 0 && is_digit(all[at - 1].bytes[0])) ||
                                    (end < all.size() && is_digit(all[end].bytes[0]));
        if (beside_a_digit && std::ranges::find(marks, all[at].bytes) != marks.end() &&
            (end - at > 1 || all[at].bytes == "…"))
            return true;
        at = end;
    }
    return false;
}

/// 1380000800O, l3800008000: the number that is one once the letters that look like digits are.
std::optional<std::string> with_letters_for_digits(const std::string& folded) {
    std::string meant;
    for (const auto& letter : letters(folded))
        meant += letter.bytes == "o" || letter.bytes == "〇"  ? "0"
                 : letter.bytes == "l" || letter.bytes == "i" ? "1"
                                                              : letter.bytes;
    if (meant == folded || find_phones(meant).size() != 1) return {};
    const auto place = find_phones(meant)[0];
    return meant.substr(place.begin, place.end - place.begin);
}

/// Whether it reads as a home and could hardly be a number: it says 栋 or 室, or is short groups.
bool looks_like_a_home(std::string_view typed) {
    // 分机8012 and +86 are dialled.
    static constexpr auto dialled =
        std::to_array<std::string_view>({"分机", "分機", "内线", "內線", "+"});
    if (std::ranges::any_of(dialled, [&](std::string_view one) { return typed.starts_with(one); }))
        return false;
    return names_a_home(typed) && HomeSought(typed).can_be_sought() &&
           digits_of(typed).size() <= 7 && find_phones(typed).empty();
}

}  // namespace

namespace {

/// Takes the first of these words that `rest` begins with; says whether one was there.
bool take_one_of(std::string_view& rest, std::span<const std::string_view> words) {
    const auto found =
        std::ranges::find_if(words, [&](std::string_view one) { return rest.starts_with(one); });
    if (found == words.end()) return false;
    rest.remove_prefix(found->size());
    return true;
}

/// 未留, 拒绝提供电话, 暂无联系方式: no, what was not done, and of what. Longer words come first.
bool denies(std::string_view rest) {
    static constexpr std::array<std::string_view, 2> so_far{"暂时", "暂"};
    static constexpr std::array<std::string_view, 13> no{"没有", "不愿意", "不愿", "不肯", "不便",
                                                         "不想", "不能",   "拒绝", "无法", "拒",
                                                         "没",   "未",     "无"};
    static constexpr std::array<std::string_view, 20> done{
        "留下", "留", "提供", "透露", "告知", "告诉", "填写", "填", "写",   "登记",
        "记录", "记", "给",   "说",   "知道", "知",   "详",   "明", "清楚", "愿"};
    static constexpr std::array<std::string_view, 13> of{
        "姓名",   "名字", "联系电话", "联系方式", "电话号码", "手机号码", "手机号",
        "门牌号", "电话", "手机",     "号码",     "房号",     "信息"};
    take_one_of(rest, so_far);
    // 不 alone denies only what follows it: 不详.
    const bool denied = take_one_of(rest, no);
    constexpr std::string_view not_so = "不";
    if (!denied && !rest.starts_with(not_so)) return false;
    if (!denied) rest.remove_prefix(not_so.size());
    const bool said_what = take_one_of(rest, done);
    take_one_of(rest, of);
    return rest.empty() && (denied || said_what);
}

/// Without marks at its ends, and without what is said in brackets beside it: 无(匿名), (无), 无/.
std::string plain_answer(std::string_view folded) {
    auto answer = without_words_in_brackets(folded);
    constexpr std::string_view marks = " \t()[]/.,;:-_!?";
    constexpr std::string_view full_stop = "。";
    const auto strip = [&] {
        while (answer.ends_with(full_stop))
            answer.resize(answer.size() - full_stop.size());
        const auto first = answer.find_first_not_of(marks);
        if (first == std::string::npos) return answer.clear();
        answer = answer.substr(first, answer.find_last_not_of(marks) - first + 1);
    };
    strip();
    if (!answer.empty()) return answer;
    answer = folded;
    strip();
    return answer;
}

}  // namespace

bool says_none(std::string_view typed) {
    static constexpr std::array<std::string_view, 20> words{
        "空",  "略",  "保密",    "匿名",    "待补",      "待定",    "n/a",
        "na",  "n.a", "none",    "null",    "nil",       "nan",     "no",
        "tbd", "tba", "unknown", "unclear", "not given", "withheld"};
    // Nobody says so with a figure; a contact that is one seldom has none.
    if (std::ranges::any_of(typed, is_digit)) return false;
    const auto folded = fold(trimmed(typed));
    if (folded.empty()) return false;
    if (std::ranges::none_of(letters(folded), &Letter::is_word)) return true;
    const auto answer = plain_answer(folded);
    return std::ranges::find(words, answer) != words.end() || denies(answer);
}

std::string without_fraction(std::string typed) {
    const auto point = typed.find('.');
    if (point == std::string::npos || point == 0 || point + 1 == typed.size()) return typed;
    const bool is_whole =
        std::all_of(typed.begin(), typed.begin() + static_cast<std::ptrdiff_t>(point), is_digit) &&
        typed.find_first_not_of('0', point + 1) == std::string::npos;
    if (is_whole) typed.resize(point);
    return typed;
}

std::optional<Problem> phone_problem(std::string_view typed) {
    if (is_plain_mobile(typed)) return {};
    const auto folded = fold(trimmed(typed));
    if (const auto digits = shortened_number(folded)) return shortened_problem(typed, *digits);
    if (const auto likely = taken_for_a_date(folded))
        return Problem{
            compose({"「{}」是日期,不是电话", "'{}' is a date, not a phone"}, typed),
            compose(
                {"写完整的号码,表格中把该列设为文本;没有电话就不写。若是房号,写在 --unit:--unit {}",
                 "write the whole number, and set the column to text; leave it out if there is "
                 "none. If it was a home, that goes to --unit: --unit {}"},
                *likely)};
    const auto places = find_phones(folded);
    // Letters in a text may be digits that somebody mistyped; a number to be dialled has none.
    const bool has_letters = std::ranges::any_of(places, [&](const PhonePlace& place) {
        return folded.substr(place.begin, place.end - place.begin).find_first_of("oil") !=
               folded.npos;
    });
    const bool is_one = !places.empty() && !has_letters;
    if (!is_one && hides_digits(folded))
        return Problem{
            compose({"「{}」遮去了几位数字,无法拨打",
                     "'{}' has some of its digits hidden: it cannot be dialled"},
                    typed),
            Label{"写完整的号码;不知道就不写", "write the whole number, or leave it out"}};
    if (const auto likely = is_one ? std::nullopt : with_letters_for_digits(folded))
        return Problem{
            compose({"「{}」里有像数字的字母", "'{}' has letters that look like digits"}, typed),
            compose({"多半是 {}", "it was probably {}"}, *likely)};
    if (looks_like_a_home(folded))
        return Problem{
            compose({"「{}」像是房号,不是电话", "'{}' looks like a home, not a phone"}, typed),
            compose({"房号写在 --unit:--unit {}", "a home goes to --unit: --unit {}"}, typed)};
    if (const auto numbers = numbers_in(folded); numbers.size() > 1)
        return Problem{compose({"一格里有两个号码:{} 与 {}", "two numbers in one field: {} and {}"},
                               trimmed(numbers[0]), trimmed(numbers[1])),
                       compose({"只留一个,另一个写进内容:--phone {}",
                                "keep one and put the other in the text: --phone {}"},
                               trimmed(numbers[0]))};
    const auto digits = plain_phone(without_words_in_brackets(folded));
    if (stands_for_nothing(digits))
        return Problem{compose({"「{}」只是占位,不是能拨打的号码",
                                "'{}' is a placeholder, not a number that can be dialled"},
                               typed),
                       Label{"没有电话就不写", "leave it out if there is none"}};
    if (folded.find("qq") != std::string::npos)
        return Problem{
            compose({"「{}」是 QQ 号,不是能拨打的号码",
                     "'{}' is a QQ account, not a number that can be dialled"},
                    typed),
            Label{"写进内容;电话另写在 --phone", "put it in the text; a phone goes to --phone"}};
    if (digits.size() >= fewest_internal && digits.size() <= most_digits) return {};
    return Problem{
        compose({"「{}」不是能拨打的号码", "'{}' is not a number that can be dialled"}, typed),
        digits.empty() ? Label{"没有电话就不写;姓名写在 --from",
                               "leave it out if there is none; a name goes to --from"}
                       : Label{"电话有 7 至 15 位数字,如 13800008000",
                               "a phone has 7 to 15 digits: 13800008000"}};
}

std::optional<std::string> internal_number(std::string_view typed) {
    if (is_plain_mobile(typed)) return {};
    auto digits = plain_phone(without_words_in_brackets(fold(trimmed(typed))));
    return digits.size() < fewest_digits ? std::optional(std::move(digits)) : std::nullopt;
}

}  // namespace huiyin::base
