#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "folded.hpp"
#include "huiyin/base/phone.hpp"

/// The letters of a text as digits, and what may stand between those of one number.
namespace huiyin::base {

namespace {

/// The digit that a Chinese numeral stands for; 0 bytes where a letter is none.
char digit_of(std::string_view letter) {
    struct Numerals {
        char digit;
        std::array<std::string_view, 4> letters;
    };
    static constexpr std::array numerals{
        Numerals{'0', {"零", "〇"}},       Numerals{'1', {"一", "幺", "壹"}},
        Numerals{'2', {"二", "贰", "貳"}}, Numerals{'3', {"三", "叁", "參"}},
        Numerals{'4', {"四", "肆"}},       Numerals{'5', {"五", "伍"}},
        Numerals{'6', {"六", "陆", "陸"}}, Numerals{'7', {"七", "柒"}},
        Numerals{'8', {"八", "捌"}},       Numerals{'9', {"九", "玖"}},
    };
    constexpr std::size_t bytes_of_each = 3;
    if (letter.size() != bytes_of_each) return '\0';
    for (const auto& one : numerals)
        if (std::ranges::find(one.letters, letter) != one.letters.end()) return one.digit;
    return '\0';
}

bool is_plain_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The digit that a letter looks like: l38OO138OOO.
char digit_looked_like(char letter) {
    return letter == 'o' ? '0' : letter == 'l' || letter == 'i' ? '1' : '\0';
}

bool is_blank(std::string_view form) {
    return form == " " || form == "\t" || form == "\n" || form == "\r";
}

/// As many letters as are looked at, folded.
std::string text_before(const FoldedLetters& letters, std::size_t at) {
    constexpr std::size_t most = 24;
    std::string text;
    for (auto from = at - std::min(at, most); from < at; ++from)
        text += letters[from].form;
    return text;
}

bool is_latin(char c) {
    return c >= 'a' && c <= 'z';
}

/// A word in Latin letters is one by itself: tel, not hotel.
std::optional<std::string_view> ends_with_one_of(std::string_view text,
                                                 std::span<const std::string_view> words) {
    const auto found = std::ranges::find_if(words, [&](std::string_view one) {
        if (!text.ends_with(one)) return false;
        const bool stands_alone =
            text.size() == one.size() || !is_latin(text[text.size() - one.size() - 1]);
        return !is_latin(one.front()) || stands_alone;
    });
    return found == words.end() ? std::nullopt : std::optional(*found);
}

/// Of a word in ASCII, what shows nothing apart.
bool goes_on_word(const Folded& letter) {
    if (letter.form.empty()) return true;
    const char c = letter.form.front();
    return letter.form.size() == 1 && (is_plain_digit(c) || (c >= 'a' && c <= 'z'));
}

}  // namespace

FoldedLetters letters_of_numbers(std::string_view text) {
    constexpr std::string_view keycap = "\xe2\x83\xa3";
    auto letters = folded_letters(text);
    for (auto& letter : letters) {
        if (letter.form == keycap) letter.form.clear();
        if (const char digit = digit_of(letter.form); digit != '\0') {
            letter.form = digit;
            letter.numeral = true;
        }
    }
    return letters;
}

std::size_t count_numerals(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at + 2 < text.size(); ++at)
        if (static_cast<unsigned char>(text[at]) >= 0xe3 && digit_of(text.substr(at, 3)) != '\0') {
            ++count;
            at += 2;
        }
    return count;
}

bool read_look_alikes(FoldedLetters& letters) {
    bool read_one = false;
    for (std::size_t begin = 0; begin < letters.size();) {
        auto end = begin;
        std::size_t digits = 0;
        std::size_t noughts = 0;
        std::size_t alike = 0;
        std::size_t others = 0;
        for (; end < letters.size() && !letters[end].numeral && goes_on_word(letters[end]); ++end) {
            if (letters[end].form.empty()) continue;
            const char c = letters[end].form.front();
            if (is_plain_digit(c))
                ++digits;
            else if (digit_looked_like(c) != '\0')
                ++alike;
            else
                ++others;
            noughts += c == 'o' ? 1 : 0;
        }
        // OOOO alone may be four noughts of 138-OOOO-8000; oil is a word.
        constexpr std::size_t fewest_noughts = 3;
        const bool may_be = digits > 0 || (noughts == alike && noughts >= fewest_noughts);
        if (alike > 0 && others == 0 && may_be) {
            read_one = true;
            for (auto at = begin; at < end; ++at)
                if (!letters[at].form.empty())
                    if (const char digit = digit_looked_like(letters[at].form.front());
                        digit != '\0')
                        letters[at].form = digit;
        }
        begin = std::max(end, begin + 1);
    }
    return read_one;
}

bool may_hold_digits(std::string_view text) {
    constexpr std::size_t fewest = 7;
    constexpr std::size_t fewest_plain = 3;
    // Whatever is written in another width begins with one of these bytes.
    if (text.find_first_of("\xc2\xe2\xe3\xef\xf0") != std::string_view::npos) return true;
    std::size_t digits = 0;
    std::size_t alike = 0;
    for (const char c : text) {
        digits += is_plain_digit(c) ? 1U : 0U;
        alike += std::string_view("oOlLiI").find(c) != std::string_view::npos ? 1U : 0U;
    }
    if (digits >= fewest || (digits >= fewest_plain && digits + alike >= fewest)) return true;
    return digits + text.size() / 3 >= fewest && digits + count_numerals(text) >= fewest;
}

bool divides_lists(std::string_view folded) {
    static constexpr std::array<std::string_view, 16> marks{
        ",", "、", ":", "|", "*", "\"", "'", ";", "“", "”", "‘", "’", "。", "&", "\\", "`"};
    return std::ranges::find(marks, folded) != marks.end();
}

bool parts_digits(std::string_view folded) {
    return folded.empty() || folded == " " || parts_short_numbers(folded) || divides_lists(folded);
}

bool parts_short_numbers(std::string_view folded) {
    static constexpr std::array<std::string_view, 22> marks{
        ",", "、", "-", ".", "(", ")", "_",  "/", "·",  "•",  "‐",
        "‑", "‒",  "–", "—", "―", "−", "ー", "~", "\t", "\n", "\r"};
    return folded.empty() || folded == " " || std::ranges::find(marks, folded) != marks.end();
}

bool goes_on_with_mark(const FoldedLetters& letters, std::size_t at) {
    static constexpr std::array<std::string_view, 4> dashes{"-", "–", "—", "―"};
    const auto& mark = letters[at].form;
    if (is_blank(mark)) return at > 0 && is_blank(letters[at - 1].form);
    if (std::ranges::find(dashes, mark) == dashes.end()) return false;
    auto begin = at;
    while (begin > 0 && letters[begin - 1].form == mark)
        --begin;
    return (at - begin) % 2 == 1;
}

/// 联系人王丽: whom to call stands between, in up to four letters.
bool ends_with_a_contact_person(std::string words) {
    static constexpr auto roles = std::to_array<std::string_view>({"联系人", "聯繫人", "联络人"});
    constexpr std::size_t han = 3;
    for (int letter = 0; letter < 4; ++letter) {
        if (words.size() <= han || (words.back() & '\x80') == 0) return false;
        words.resize(words.size() - han);
        if (ends_with_one_of(words, roles)) return true;
    }
    return false;
}

Named named_before(const FoldedLetters& letters, std::size_t at) {
    static constexpr auto phones = std::to_array<std::string_view>(
        {"电话", "電話", "打", "tel", "tel.", "phone", "telephone", "mobile"});
    static constexpr auto callers = std::to_array<std::string_view>(
        {"来电", "來電", "致电", "致電", "回电", "回電", "拨",   "撥",   "座机", "座機",
         "固话", "固話", "联系", "聯繫", "联络", "客服", "热线", "熱線", "call", "dial"});
    static constexpr auto figures = std::to_array<std::string_view>(
        {"水表",   "电表", "電表", "气表", "热表", "表号", "表号码", "表码",  "底数",   "编号",
         "編號",   "单号", "工单", "订单", "户号", "账号", "帐号",   "卡号",  "流水号", "票号",
         "序列号", "证号", "条码", "读数", "度数", "金额", "meter",  "amount"});
    static constexpr auto between = std::to_array<std::string_view>(
        {" ",    "\t",   "\n",   "\r",   ":",  "(",      "=",    ",",    "号码", "号",
         "码",   "是",   "为",   "至",   "到", "给",     "人",   "方式", "我",   "他",
         "她",   "本人", "其",   "显示", "了", "过",     "不上", "不通", "先生", "女士",
         "小姐", "师傅", "阿姨", "老师", "me", "number", "no."});
    static constexpr auto titles =
        std::to_array<std::string_view>({"先生", "女士", "小姐", "师傅", "阿姨", "老师"});
    constexpr std::size_t most_passed = 6;
    auto words = text_before(letters, at);
    for (std::size_t passed = 0; passed <= most_passed; ++passed) {
        if (ends_with_one_of(words, phones)) return Named::phone;
        if (ends_with_one_of(words, callers)) return Named::caller;
        if (ends_with_one_of(words, figures)) return Named::figure;
        const auto one = ends_with_one_of(words, between);
        if (!one) return ends_with_a_contact_person(words) ? Named::caller : Named::nothing;
        const bool is_title = std::ranges::find(titles, *one) != titles.end();
        words.resize(words.size() - one->size());
        // 王先生
        constexpr std::size_t surname = 3;
        if (is_title && words.size() > surname && (words.back() & '\x80') != 0)
            words.resize(words.size() - surname);
    }
    return Named::nothing;
}

bool stands_beside(const FoldedLetters& letters, std::size_t end, std::size_t at) {
    static constexpr auto dividers =
        std::to_array<std::string_view>({"/", "或", "和", "及", "、", ",", ";", "|", "&"});
    bool divided = false;
    for (auto letter = end; letter < at; ++letter) {
        const auto& form = letters[letter].form;
        const bool divides = std::ranges::find(dividers, form) != dividers.end();
        if (!divides && !is_blank(form) && !form.empty()) return false;
        divided = divided || divides;
    }
    return divided;
}

bool measures(const FoldedLetters& letters, std::size_t at) {
    static constexpr std::array<std::string_view, 12> units{"元", "块", "塊", "万", "度", "吨",
                                                            "方", "份", "件", "次", "户", "%"};
    while (at < letters.size() && is_blank(letters[at].form))
        ++at;
    return at < letters.size() && std::ranges::find(units, letters[at].form) != units.end();
}

}  // namespace huiyin::base
