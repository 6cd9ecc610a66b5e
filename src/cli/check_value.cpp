#include "check_value.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "chinese_wording.hpp"
#include "foreign_table.hpp"
#include "huiyin/base/contact.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/limits.hpp"
#include "huiyin/base/money.hpp"
#include "huiyin/base/typed_period.hpp"
#include "huiyin/cli/choice_words.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/repair.hpp"
#include "sheet_cell.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

using base::compose;
using base::Failure;
using base::Label;
using base::Problem;

namespace {

/// What each choice is called in Chinese; its word where it has no name.
std::vector<std::string> chinese_choices(const Slot& slot) {
    auto each = slot;
    each.takes = Takes::choice;
    std::vector<std::string> called;
    for (const auto& word : choices_of(slot.form))
        called.push_back(chinese_value(each, word));
    return called;
}

std::optional<Problem> choice_problem(const std::string& shown, const Slot& slot,
                                      const std::string& value) {
    const auto choices = choices_of(slot.form);
    if (std::ranges::find(choices, value) != choices.end()) return {};
    const auto called = chinese_choices(slot);
    const auto near_zh = base::nearest_in_meaning(value, called);
    const auto near = base::nearest(value, choices);
    // 、 stands within some of them.
    const bool holds_commas =
        std::ranges::any_of(called, [](const auto& one) { return one.find("、") != one.npos; });
    const auto list_zh = base::format("{}", fmt::join(called, holds_commas ? " | " : "、"));
    const auto list = base::format("{}", fmt::join(choices, "|"));
    const auto meant_zh = near_zh ? near_zh
                          : near  ? std::optional(chinese_value(slot, *near))
                                  : near;
    // Every record that says by which channel it came may say from where.
    const bool is_channel = slot.name == "channel";
    const Label elsewhere{
        is_channel ? ";别处来的选最接近的一项,另写 --via 来源" : "",
        is_channel ? "; for any other choose the nearest and add --via SOURCE" : ""};
    Problem problem{compose({"{} 不能是「{}」", "{} cannot be '{}'"}, shown, value),
                    {meant_zh ? base::format("是不是「{}」?可用:{}({})", *meant_zh, list_zh, list)
                              : base::format("可用:{}({})", list_zh, list),
                     near ? base::format("did you mean {}? one of: {}", *near, list)
                          : base::format("one of: {}", list)}};
    problem.remedy.zh += elsewhere.zh;
    problem.remedy.en += elsewhere.en;
    return problem;
}

constexpr std::int64_t most_of_anything = 1'000'000'000;

std::optional<Problem> number_problem(const std::string& shown, std::int64_t least,
                                      const std::string& value) {
    const auto number = base::parse_whole(value);
    if (number && *number >= least && *number <= most_of_anything) return {};
    return Problem{
        compose({"{} 不能是「{}」", "{} cannot be '{}'"}, shown, value),
        compose({"写一个不小于 {} 的整数,如 5", "give a whole number, at least {}, such as 5"},
                least)};
}

std::optional<Problem> money_problem(const std::string& shown, const std::string& value) {
    const auto amount = base::Money::parse(value);
    if (amount && amount->yuan() <= most_of_anything) return {};
    return Problem{compose({"{} 不能是「{}」", "{} cannot be '{}'"}, shown, value),
                   Label{"写元,可到分,如 35 或 35.50", "give yuan, to the fen: 35 or 35.50"}};
}

/// The problem, with the option or cell that it is about.
std::optional<Problem> about(const std::string& shown, std::optional<Problem> problem) {
    if (problem) {
        problem->what.zh = shown + ":" + problem->what.zh;
        problem->what.en = shown + ": " + problem->what.en;
    }
    return problem;
}

/// Runs a reader that throws for what it cannot read, and tells which option it was about.
template <typename Read>
std::optional<Problem> reading_problem(const std::string& shown, Read read) {
    try {
        read();
        return {};
    } catch (const Failure& failure) {
        return about(shown, failure.problems().front());
    }
}

std::optional<Problem> record_number_problem(const std::string& shown, std::string_view form,
                                             const std::string& value) {
    // Where several kinds may stand, only the store knows which there are.
    if (!records::is_prefix(form) && records::is_bare(value)) return {};
    // The year does not matter for the form.
    auto problem = reading_problem(shown, [&] { records::full_number(value, 2000); });
    if (problem && records::is_prefix(form))
        problem->remedy = compose({"写作 {0}-2026-0001;今年的可写 {0}-1,或只写 1",
                                   "write {0}-2026-0001; this year's can be {0}-1 or 1 alone"},
                                  form);
    return problem;
}

std::optional<Problem> list_problem(const std::string& shown, const Slot& slot,
                                    const std::string& value) {
    const auto parts = base::split_list(value);
    auto each = slot;
    each.takes = slot.takes == Takes::choices   ? Takes::choice
                 : slot.takes == Takes::numbers ? Takes::number
                                                : Takes::login;
    for (const auto& part : parts)
        if (auto problem = value_problem(shown, each, part)) return problem;
    return {};
}

std::size_t most_characters(Takes takes) {
    switch (takes) {
        case Takes::words:
            return base::limits::text;
        case Takes::file:
            return base::limits::path;
        default:
            return base::limits::word;
    }
}

std::optional<Problem> length_problem(const std::string& shown, Takes takes,
                                      const std::string& value) {
    const auto limit = most_characters(takes);
    if (value.size() <= limit) return {};
    // Every character has one byte that does not continue another.
    const auto characters = std::ranges::count_if(
        value, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
    if (static_cast<std::size_t>(characters) <= limit && value.size() <= 4 * limit) return {};
    return Problem{
        compose({"{} 太长:至多 {} 字", "{} is too long: at most {} characters"}, shown, limit),
        takes == Takes::words ? Label{"写要点,原文用 huiyin attach 附上",
                                      "give the gist; attach the full text with huiyin attach"}
                              : Label{"写短一些", "make it shorter"}};
}

}  // namespace

namespace {

/// Each part of a list by its word, the rest as typed.
std::string chosen(const Slot& slot, const std::string& typed) {
    if (slot.takes == Takes::choice)
        return choice_called(slot.name, slot.form, base::trimmed(typed)).value_or(typed);
    std::string words;
    for (const auto& part : base::split_list(typed))
        words +=
            (words.empty() ? "" : ",") + choice_called(slot.name, slot.form, part).value_or(part);
    return words;
}

/// A category of repairs by its word; an office's own is its own.
std::string category(const Slot& slot, std::string typed) {
    if (!takes_repair_category(slot)) return typed;
    for (const auto& one : records::regulation_categories())
        if (one.title.zh == typed) return std::string(one.word);
    return typed;
}

/// Of a login that may be nobody's.
constexpr std::string_view nobody = "|none";
bool says_nobody(std::string_view typed) {
    static constexpr std::array<std::string_view, 4> words{"无", "没有", "没人", "无人"};
    return std::ranges::find(words, typed) != words.end();
}

/// Plain, as nearly everything is.
bool is_plain(std::string_view typed) {
    return std::ranges::all_of(typed, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool takes_repair_category(const Slot& slot) {
    return slot.takes == Takes::word && (slot.name == "category" || slot.name == "repair") &&
           (slot.form == "CATEGORY" || slot.form.find('|') != slot.form.npos);
}

std::string as_kept(const Slot& slot, std::string typed) {
    switch (slot.takes) {
        case Takes::phone:
        case Takes::home:
            return base::without_fraction(std::string(base::trimmed(typed)));
        case Takes::words:
            return std::string(base::trimmed(typed));
        case Takes::word:
            return category(slot, std::string(base::trimmed(typed)));
        case Takes::choice:
        case Takes::choices:
            return chosen(slot, typed);
        case Takes::file:
        case Takes::nothing:
            return typed;
        case Takes::login:
        case Takes::logins:
            if (slot.form.ends_with(nobody) && says_nobody(base::trimmed(typed)))
                return std::string(nobody.substr(1));
            return std::string(base::trimmed(typed));
        default:
            break;
    }
    if (!is_plain(typed)) typed = base::half_width(base::trimmed(typed));
    if (slot.takes != Takes::number || !records::is_prefix(slot.form) || !base::parse_whole(typed))
        return typed;
    return std::string(slot.form) + "-" + typed;
}

bool names_a_person(const Slot& slot) {
    return slot.takes == Takes::words && slot.form == "NAME";
}

bool is_left_out(const Slot& slot, std::string_view value) {
    const bool is_contact =
        slot.takes == Takes::phone || slot.takes == Takes::home || names_a_person(slot);
    return is_contact && base::says_none(value);
}

std::optional<bool> is_flag_given(std::string_view value) {
    static constexpr std::array<std::string_view, 5> yes{"yes", "true", "1", "y", "是"};
    static constexpr std::array<std::string_view, 6> no{"no", "false", "0", "n", "否", ""};
    if (std::ranges::find(yes, value) != yes.end()) return true;
    if (std::ranges::find(no, value) != no.end()) return false;
    return {};
}

namespace {

/// A date alone, as whole columns of tables have it: what to write where nobody knows the hour.
std::optional<Problem> with_clock_unknown(Takes takes, const std::string& value,
                                          std::optional<Problem> problem) {
    if (!problem) return {};
    try {
        const auto day = base::Day::parse(with_year_first(value, "ymd")).name();
        if (takes == Takes::later) {
            problem->remedy.zh += base::format(";到当天为止的写 {} 24:00", day);
            problem->remedy.en += base::format("; by the end of that day: {} 24:00", day);
            return problem;
        }
        problem->remedy.zh += base::format(";不知道几点的写 {} 00:00(时限从那时算起)", day);
        problem->remedy.en +=
            base::format("; where nobody knows the hour {} 00:00 (limits run from then)", day);
    } catch (const Failure&) {
        // It is no date alone.
    }
    return problem;
}

/// Who signs has no home or phone beside it to be put in.
std::optional<Problem> name_problem_of(const Slot& slot, const std::string& value) {
    auto problem = base::name_problem(value);
    if (problem && slot.name != "from")
        problem->remedy = Label{"写姓名,如 王小明", "write the name, such as Wang Xiaoming"};
    return problem;
}

}  // namespace

std::optional<Problem> value_problem(const std::string& shown, const Slot& slot,
                                     const std::string& value) {
    const auto takes = slot.takes;
    if (value.empty())
        return Problem{compose({"{} 的内容是空的", "{} is empty"}, shown),
                       Label{"写上内容,或不写这个选项", "give it a value or leave it out"}};
    if (auto problem = length_problem(shown, takes, value)) return problem;
    if (auto problem = about(shown, base::text_problem(value))) return problem;
    switch (takes) {
        case Takes::time:
        case Takes::later:
            if (auto problem = day_number_problem(shown, value)) return problem;
            if (auto problem = date_order_problem(shown, value)) return problem;
            return with_clock_unknown(takes, value,
                                      reading_problem(shown, [&] { base::parse_time(value); }));
        case Takes::day:
            return reading_problem(shown, [&] { base::TypedDay::parse(value); });
        case Takes::month:
            return reading_problem(shown, [&] { base::TypedMonth::parse(value); });
        case Takes::year:
            return reading_problem(shown, [&] { base::TypedYear::parse(value); });
        case Takes::bound:
            if (auto problem = day_number_problem(shown, value)) return problem;
            return reading_problem(shown, [&] { base::TypedBound::parse(value); });
        case Takes::week:
            return reading_problem(shown, [&] { base::TypedWeek::parse(value); });
        case Takes::number:
            return record_number_problem(shown, slot.form, value);
        case Takes::whole:
            return number_problem(shown, 1, value);
        case Takes::count:
            return number_problem(shown, 0, value);
        case Takes::money:
            return money_problem(shown, value);
        case Takes::choice:
            return choice_problem(shown, slot, value);
        case Takes::choices:
        case Takes::logins:
        case Takes::numbers:
            return list_problem(shown, slot, value);
        case Takes::nothing:
            if (is_flag_given(value)) return {};
            return Problem{compose({"{} 不能是「{}」", "{} cannot be '{}'"}, shown, value),
                           Label{"写 yes 或 no", "write yes or no"}};
        case Takes::phone:
            return about(shown, base::phone_problem(value));
        case Takes::home:
            return about(shown, base::home_problem(value));
        case Takes::words:
            if (names_a_person(slot)) return about(shown, name_problem_of(slot, value));
            break;
        case Takes::word:
        case Takes::login:
        case Takes::file:
            break;
    }
    return {};
}

Problem missing_option(const Option& option) {
    return {compose({"缺少 --{0}({1})", "--{0} is missing ({2})"}, option.name, option.help.zh,
                    option.help.en),
            compose({"写作 --{} {}", "write --{} {}"}, option.name, placeholder(option))};
}

namespace {

base::Text missing_operand(const Operand& operand) {
    const auto called = chinese_placeholder(slot_of(operand));
    const auto help =
        called == operand.help.zh ? std::string{} : base::format("({})", operand.help.zh);
    return {base::format("缺少 {}{}", called, help),
            base::format("{} is missing ({})", operand.name, operand.help.en)};
}

}  // namespace

std::vector<Problem> missing_or_contradictory(const Arguments& arguments,
                                              const std::set<std::string>& seen) {
    const auto& verb = arguments.verb();
    std::vector<Problem> problems;
    // 无 says that there is none, which is no answer where one is needed.
    const auto is_missing = [&](std::string_view name) {
        return !seen.contains(std::string(name)) || arguments.left_out().contains(name);
    };
    for (const auto& operand : verb.operands)
        if (operand.required && is_missing(operand.name))
            problems.push_back(
                {missing_operand(operand),
                 compose({"写法见 huiyin {} --help", "see huiyin {} --help"}, command_name(verb))});
    for (const auto& option : verb.options)
        if (option.required && is_missing(option.name)) problems.push_back(missing_option(option));
    if (verb.contradictions != nullptr)
        std::ranges::move(verb.contradictions(arguments), std::back_inserter(problems));
    return problems;
}

}  // namespace huiyin::cli
