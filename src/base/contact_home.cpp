#include <algorithm>
#include <array>
#include <ranges>
#include <span>
#include <vector>

#include "huiyin/base/contact.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/home.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/phone.hpp"
#include "spreadsheet_value.hpp"

/// What stands where a home or a name belongs (clause 3.3.6).
namespace huiyin::base {

namespace {

bool is_whole_home(std::string_view text) {
    const auto home = home_parts(text);
    return home && !home->building.empty() && !home->room.empty();
}

/// The homes in one cell, each of them whole: 3-502,3-503. One alone is none of several.
std::vector<std::string> homes_in(std::string_view typed) {
    static constexpr std::array<std::string_view, 12> dividers{",",  ";",  "、", "|",  "/", "&",
                                                               "和", "与", "及", "或", " ", "\n"};
    std::vector<std::string> homes(1);
    const auto folded = fold(typed);
    for (const auto& letter : letters(folded)) {
        if (std::ranges::find(dividers, letter.bytes) == dividers.end())
            homes.back() += letter.bytes;
        else if (!homes.back().empty())
            homes.emplace_back();
    }
    if (homes.back().empty()) homes.pop_back();
    // 租客张三 reads as a building and a room, and is none.
    const auto is_one = [](const std::string& part) {
        return is_whole_home(part) && names_a_home(part);
    };
    if (homes.size() < 2 || !std::ranges::all_of(homes, is_one)) return {};
    return homes;
}

/// Without those marks on either side.
std::string_view stripped_of(std::span<const std::string_view> marks, std::string_view text) {
    for (auto before = text.size() + 1; text.size() < before;) {
        before = text.size();
        for (const auto mark : marks) {
            if (text.ends_with(mark)) text.remove_suffix(mark.size());
            if (text.starts_with(mark)) text.remove_prefix(mark.size());
        }
    }
    return text;
}

/// Whether it begins as a home does, 5-601, B座1201, 3号楼502, and not as a name, 王五 or Ann.
bool begins_as_a_home(std::string_view folded) {
    const auto all = letters(folded);
    const auto is_ascii = [&](std::size_t at) { return all[at].bytes.size() == 1; };
    const auto is_decimal = [&](std::size_t at) {
        return is_ascii(at) && all[at].bytes[0] >= '0' && all[at].bytes[0] <= '9';
    };
    if (all.empty()) return false;
    if (is_decimal(0)) return true;
    const bool by_letter = is_ascii(0) && all[0].is_word && all.size() > 1;
    return by_letter && !(is_ascii(1) && all[1].is_word && !is_decimal(1));
}

/// 3-502(王先生): what does not say of whom it is a home stays part of it, as 甲 may be.
std::optional<Text> remark_beside_home(std::string_view typed) {
    const auto all = letters(typed);
    auto end = typed.size();
    std::size_t words = 0;
    bool bracket = false;
    for (auto letter = all.rbegin(); letter != all.rend(); ++letter) {
        // What is numbered is a room: 3-502/503.
        if (letter->bytes.size() == 1 && letter->is_word) return {};
        bracket = bracket || fold(letter->bytes) == "(";
        if (letter->is_word) ++words;
        end -= letter->bytes.size();
        if ((bracket || words > 1) && is_whole_home(typed.substr(0, end)))
            return compose(
                {"房号「{0}」与 {1} 不作同一户;「{2}」写进姓名或内容",
                 "the home '{0}' is not taken for {1}: put '{2}' into the name or the text"},
                typed, trimmed(typed.substr(0, end)), trimmed(typed.substr(end)));
    }
    return {};
}

bool has_words(std::string_view text) {
    return std::ranges::any_of(letters(text), &Letter::is_word);
}

/// Where a number stands in a name: one that is dialled, or one too long to belong to a name.
struct NumberInName {
    std::string number;
    std::string name;  ///< what is left; empty for nothing but marks
    bool is_phone;
};

/// A text without one stretch of it, and without the marks that stood beside it.
std::string left_of(std::string_view text, std::size_t begin, std::size_t end) {
    static constexpr auto marks = std::to_array<std::string_view>(
        {" ", "\t", "\n", "(",  ")",  "（",       "）",   "-",      "/",    ",", "，",
         ":", "：", ";",  "；", "、", "联系电话", "电话", "手机号", "手机", "."});
    const auto joined = std::string(text.substr(0, begin)).append(" ").append(text.substr(end));
    const auto left = stripped_of(marks, joined);
    return has_words(left) ? std::string(left) : std::string{};
}

/// Of 7 digits and more: 13800008000, 张三 138-0000-8000, 李四87654321.
std::optional<NumberInName> number_in_name(std::string_view typed) {
    constexpr std::size_t fewest = 7;
    const auto found = [&](std::size_t begin, std::size_t end, bool is_phone) {
        return NumberInName{std::string(trimmed(typed.substr(begin, end - begin))),
                            left_of(typed, begin, end), is_phone};
    };
    if (const auto phones = find_phones(typed); !phones.empty()) {
        auto phone = found(phones[0].begin, phones[0].end, true);
        // What is said to be written is written so that it is taken, on one line.
        if (phone_problem(phone.number) || phone.number.find('\n') != std::string::npos)
            phone.number = phones[0].digits;
        return phone;
    }
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t digits = 0;
    std::size_t side_by_side = 0;  // 3-502 and 13-201 are homes
    constexpr std::size_t shortest_group = 3;
    for (const auto& letter : letters(typed)) {
        const auto at = end;
        end += letter.bytes.size();
        if (!digits_of(letter.bytes).empty()) {
            if (digits == 0) begin = at;
            ++digits;
            ++side_by_side;
            continue;
        }
        const bool parts = parts_digits(fold(letter.bytes)) && side_by_side >= shortest_group;
        if (digits >= fewest && (!parts || side_by_side >= fewest)) return found(begin, at, false);
        if (!parts) digits = 0;
        side_by_side = 0;
    }
    if (digits >= fewest) return found(begin, end, false);
    return {};
}

/// What to do with it, where a name is asked for.
std::optional<Problem> number_problem(std::string_view typed) {
    const auto found = number_in_name(typed);
    if (!found) return {};
    const auto& [number, name, is_phone] = *found;
    constexpr std::size_t longest = 15;
    if (name.empty() && digits_of(number).size() > longest) return {};
    if (name.empty())
        return Problem{
            compose({"「{}」像是电话,不是姓名", "'{}' looks like a phone, not a name"}, typed),
            compose({"电话写在 --phone:--phone {}", "a phone goes to --phone: --phone {}"},
                    number)};
    if (is_phone)
        return Problem{
            compose({"「{}」里有姓名,也有电话", "'{}' holds a name and a phone"}, typed),
            compose({"分开写:--from {} --phone {}", "write them apart: --from {} --phone {}"}, name,
                    number)};
    // A00088194: what another register calls somebody.
    const auto is_latin = [](char letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    };
    if (std::ranges::all_of(name, is_latin)) return {};
    return Problem{
        compose({"「{}」里有一长串数字,不只是姓名", "'{}' holds a long number beside the name"},
                typed),
        compose({"姓名写 --from {};是电话的写在 --phone,别的号码写进内容",
                 "write --from {}; a phone goes to --phone, any other number into the text"},
                name)};
}

}  // namespace

std::optional<Problem> home_problem(std::string_view typed) {
    const auto folded = fold(trimmed(typed));
    if (const auto digits = shortened_number(folded); digits && folded.find('+') != folded.npos)
        return shortened_problem(typed, *digits);
    if (const auto likely = taken_for_a_date(folded)) return date_problem(typed, *likely);
    if (const auto likely = taken_for_a_day_number(folded)) return date_problem(typed, *likely);
    const auto phones = find_phones(folded);
    if (phones.size() == 1 &&
        digits_of(folded) ==
            digits_of(folded.substr(phones[0].begin, phones[0].end - phones[0].begin)))
        return Problem{
            compose({"「{}」像是电话,不是房号", "'{}' looks like a phone, not a home"}, typed),
            compose({"电话写在 --phone:--phone {}", "a phone goes to --phone: --phone {}"}, typed)};
    if (!phones.empty()) {
        auto home = folded;
        home.erase(phones[0].begin, phones[0].end - phones[0].begin);
        return Problem{
            compose({"「{}」里有房号,也有电话", "'{}' holds a home and a phone"}, typed),
            compose({"分开写:--unit {} --phone {}", "write them apart: --unit {} --phone {}"},
                    trimmed(home), phones[0].digits)};
    }
    if (const auto homes = homes_in(typed); !homes.empty())
        return Problem{compose({"一格里有两户:{} 与 {}", "two homes in one field: {} and {}"},
                               homes[0], homes[1]),
                       compose({"一条写一户,另一户写进内容或另登一条:--unit {}",
                                "one home to a record; put the other in the text, or record it by "
                                "itself: --unit {}"},
                               homes[0])};
    if (!names_a_home(typed))
        return Problem{
            compose({"「{}」没有数字,不是房号(3.3.6)",
                     "'{}' has no digit or letter: it is no home (3.3.6)"},
                    typed),
            compose({"是姓名就写 --from {};是公共部位,报修写 --place,别的写进内容;没有房号就不写",
                     "a name goes to --from {}; a public place to --place of a repair, else into "
                     "the text; leave it out if there is no home"},
                    typed)};
    return {};
}

std::optional<Problem> name_problem(std::string_view typed) {
    const auto folded = fold(trimmed(typed));
    if (const auto likely = taken_for_a_date(folded)) {
        auto problem = date_problem(typed, *likely);
        problem.remedy.zh += base::format(";房号写在 --unit:--unit {}", *likely);
        problem.remedy.en += base::format("; a home goes to --unit: --unit {}", *likely);
        return problem;
    }
    if (auto problem = number_problem(trimmed(typed))) return problem;
    if (begins_as_a_home(folded) && is_whole_home(folded))
        return Problem{
            compose({"「{}」像是房号,不是姓名", "'{}' looks like a home, not a name"}, typed),
            compose({"房号写在 --unit:--unit {}", "a home goes to --unit: --unit {}"}, typed)};
    const auto all = letters(folded);
    const bool digits_alone = std::ranges::all_of(all, [](const Letter& letter) {
        return !letter.is_word || (letter.bytes[0] >= '0' && letter.bytes[0] <= '9');
    });
    if (digits_alone && !digits_of(folded).empty())
        return Problem{
            compose({"「{}」只有数字,不是姓名", "'{}' is digits alone, not a name"}, typed),
            Label{"房号写在 --unit,电话写在 --phone;没有姓名就不写",
                  "a home goes to --unit, a phone to --phone; leave it out if there is no "
                  "name"}};
    return {};
}

NameAndHome name_and_home(std::string_view typed) {
    static constexpr auto dividers = std::to_array<std::string_view>(
        {" ", "\t", "\n", "/", ",", "，", "、", ";", "；", "(", ")", "（", "）", ":", "："});
    const auto is_home = [](std::string_view text) {
        return begins_as_a_home(fold(text)) && is_whole_home(text) && !home_problem(text);
    };
    const auto apart = [&](std::string_view name, std::string_view home) {
        name = stripped_of(dividers, name);
        home = stripped_of(dividers, home);
        const bool is_name = has_words(name) && digits_of(fold(name)).empty();
        return is_name && is_home(home)
                   ? std::optional(NameAndHome{std::string(name), std::string(home)})
                   : std::nullopt;
    };
    const auto whole = trimmed(typed);
    if (is_home(whole)) return {.name = {}, .home = std::string(whole)};
    std::vector<std::size_t> cuts(1);
    for (const auto& letter : letters(whole))
        cuts.push_back(cuts.back() + letter.bytes.size());
    // The longest home there is, behind the name first: it begins with a figure.
    for (const auto cut : cuts)
        if (auto told = apart(whole.substr(0, cut), whole.substr(cut))) return *std::move(told);
    for (const auto cut : std::views::reverse(cuts))
        if (auto told = apart(whole.substr(cut), whole.substr(0, cut))) return *std::move(told);
    return {.name = std::string(whole), .home = {}};
}

std::optional<Text> home_remark(std::string_view typed) {
    const auto home = home_parts(typed);
    if (!home) return remark_beside_home(trimmed(typed));
    constexpr std::size_t longest = 2;
    if (!home->building.empty() || !home->stair.empty() || home->room.size() > longest) return {};
    return compose({"房号「{}」没有楼栋,只当作一个房间",
                    "the home '{}' names no building: it is taken for a room"},
                   typed);
}

}  // namespace huiyin::base
