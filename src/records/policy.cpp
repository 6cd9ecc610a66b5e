#include "huiyin/records/policy.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/settable_policy.hpp"
#include "huiyin/store/foreign_value.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

using enum PolicyKind;

[[noreturn]] void refuse_value(const PolicyDefinition& definition, std::string_view typed,
                               const Label& expected) {
    throw Failure(
        Exit::usage,
        compose({"{} 的值「{}」读不懂", "{}: the value '{}' is unreadable"}, definition.key, typed),
        expected);
}

std::int64_t whole(const PolicyDefinition& definition, std::string_view typed,
                   const Label& expected) {
    constexpr std::int64_t most = 1'000'000'000;
    const auto number = base::parse_whole(typed);
    if (!number || *number > most) refuse_value(definition, typed, expected);
    return *number;
}

/// `...`, `……` and `…` mean the same in a phrase.
std::string with_one_ellipsis(std::string phrase) {
    for (const std::string_view longer : {"......", "...", "……"})
        for (auto at = phrase.find(longer); at != std::string::npos; at = phrase.find(longer))
            phrase.replace(at, longer.size(), "…");
    return phrase;
}

/// `4`, `3,4` or `3-6`: each length by itself.
std::vector<std::string> lengths_in(const PolicyDefinition& definition,
                                    const std::vector<std::string>& words) {
    constexpr std::int64_t shortest = 3;
    constexpr std::int64_t longest = 6;
    std::vector<std::string> lengths;
    for (const auto& word : words) {
        const auto dash = std::min(word.find_first_of("-~"), word.size());
        const auto first = base::parse_whole(word.substr(0, dash));
        const auto last = dash == word.size() ? first : base::parse_whole(word.substr(dash + 1));
        if (!first || !last || *first < shortest || *last > longest || *first > *last)
            refuse_value(
                definition, word,
                {"写 3 至 6 的位数,如 4 或 3-5", "give numbers of digits from 3 to 6: 4 or 3-5"});
        for (auto length = *first; length <= *last; ++length)
            lengths.push_back(base::format("{}", length));
    }
    return lengths;
}

std::string canonical_list(const PolicyDefinition& definition, std::string_view typed) {
    auto words = base::split_list(typed);
    std::ranges::transform(words, words.begin(), with_one_ellipsis);
    if (words.empty())
        refuse_value(definition, typed,
                     {"写以逗号分隔的词,或 none", "give words separated by commas, or none"});
    if (definition.key == "letter.roles") std::ranges::for_each(words, parse_role);
    if (definition.key == "contact.internal_digits") words = lengths_in(definition, words);
    return base::format("{}", fmt::join(words, ","));
}

const PolicyDefinition* find_definition(std::string_view key) {
    const auto definitions = policy_definitions();
    const auto found = std::ranges::find(definitions, key, &PolicyDefinition::key);
    return found != definitions.end() ? &*found : nullptr;
}

}  // namespace

const PolicyDefinition& policy_definition(std::string_view key) {
    if (const auto* found = find_definition(key)) return *found;
    std::vector<std::string> keys;
    std::ranges::transform(policy_definitions(), std::back_inserter(keys),
                           [](const auto& definition) { return std::string(definition.key); });
    const auto near = base::nearest(key, keys);
    throw Failure(Exit::not_found, compose({"没有制度参数「{}」", "there is no policy '{}'"}, key),
                  near ? compose({"是不是 {}?", "did you mean {}?"}, *near)
                       : base::Text(Label{"清单见 huiyin policy list", "see huiyin policy list"}));
}

namespace {

/// `3y` are three years of 365 days.
std::string without_years(std::string_view typed) {
    constexpr int days_in_a_year = 365;
    for (const std::string_view unit : {"y", "年"})
        if (typed.ends_with(unit))
            if (const auto years = base::parse_whole(typed.substr(0, typed.size() - unit.size()));
                years && *years <= 100)
                return base::format("{}d", *years * days_in_a_year);
    return std::string(typed);
}

}  // namespace

std::string canonical_policy(const PolicyDefinition& definition, std::string_view typed) {
    if (typed == "无" && definition.kind != text) typed = "none";
    switch (definition.kind) {
        case duration:
            if (base::parse_duration(typed) <= base::Seconds{0})
                refuse_value(definition, typed,
                             {"时限须大于零", "a time limit must be longer than zero"});
            return std::string(typed);
        case term: {
            if (typed == "none") return "none";
            auto days = without_years(typed);
            if (base::parse_duration(days) < std::chrono::days{1})
                refuse_value(definition, typed,
                             {"写天数或年数,如 1095d、3y,或 none",
                              "give days or years such as 1095d or 3y, or none"});
            return days;
        }
        case count:
        case money: {
            const Label expected{"写一个整数", "give a whole number"};
            return base::format("{}", whole(definition, typed, expected));
        }
        case percent: {
            if (typed == "none" && definition.standard == "none") return "none";
            const Label expected{"写 0 至 100 的百分数,如 40%",
                                 "give a percentage from 0 to 100: 40%"};
            const auto digits = typed.ends_with('%') ? typed.substr(0, typed.size() - 1) : typed;
            const auto number = whole(definition, digits, expected);
            if (number > 100) refuse_value(definition, typed, expected);
            return base::format("{}%", number);
        }
        case yes_no:
            if (typed == "是" || typed == "否") return typed == "是" ? "yes" : "no";
            if (typed != "yes" && typed != "no")
                refuse_value(definition, typed, {"写 是 或 否", "give yes or no"});
            return std::string(typed);
        case list:
            return typed == "none" ? "none" : canonical_list(definition, typed);
        case text:
            if (definition.key == "hq.share" && typed != "figures" && typed != "journal" &&
                typed != "texts")
                refuse_value(definition, typed,
                             {"写 figures、journal 或 texts", "give figures, journal or texts"});
            return std::string(typed);
    }
    return std::string(typed);
}

namespace {

Failure unreadable(const PolicyDefinition& definition, std::string_view value) {
    return store::foreign_value({"制度参数值", "policy value"},
                                base::format("{}={}", definition.key, value));
}

std::int64_t stored_seconds(const PolicyDefinition& definition, std::string_view value) {
    try {
        return base::parse_duration(value).count();
    } catch (const Failure&) {
        throw unreadable(definition, value);
    }
}

std::int64_t stored_whole(const PolicyDefinition& definition, std::string_view value) {
    const auto number = base::parse_whole(value.substr(0, value.find('%')));
    if (!number) throw unreadable(definition, value);
    return *number;
}

}  // namespace

PolicyValue policy_value(const PolicyDefinition& definition, std::string_view canonical) {
    if (canonical == "none") return nullptr;
    switch (definition.kind) {
        case duration:
        case term:
            return stored_seconds(definition, canonical);
        case count:
        case money:
        case percent:
            return stored_whole(definition, canonical);
        case yes_no:
            return std::int64_t{canonical == "yes"};
        case list:
        case text:
            break;
    }
    return std::string(canonical);
}

Policies Policies::load(store::Connection& connection) {
    Policies policies;
    for (const auto& definition : policy_definitions())
        policies.editions_[std::string(definition.key)].push_back(
            {.value = std::string(definition.standard), .reason = {}, .set_by = {}});
    // Most offices have decided nothing: then there is no reason to ask who, why and when.
    if (!store::find_integer(connection, "SELECT 1 FROM policy_edition LIMIT 1")) return policies;
    for (Query row(connection,
                   // A decision takes no moment before it was made, whatever older stores say.
                   "SELECT e.key, e.edition, max(e.at, e.recorded_at) AS since, e.value, c.value,"
                   " p.login FROM policy_edition e"
                   " LEFT JOIN content c ON c.id = e.reason JOIN staff p ON p.id = e.recorder"
                   " ORDER BY since, e.id");
         row.next();) {
        if (const auto* definition = find_definition(row.text(0)))
            policy_value(*definition, row.text(3));  // whatever no command wrote ends here
        policies.editions_[row.text(0)].push_back({.edition = static_cast<int>(row.integer(1)),
                                                   .at = row.time(2),
                                                   .value = row.text(3),
                                                   .reason = row.maybe_text(4),
                                                   .set_by = row.maybe_text(5)});
    }
    return policies;
}

const std::vector<PolicyEdition>& Policies::editions(std::string_view key) const {
    return editions_.find(policy_definition(key).key)->second;
}

const PolicyEdition& Policies::in_force(std::string_view key, base::Instant at) const {
    const auto& all = editions(key);
    // The default comes first and has held for ever, so there always is one before `at`.
    return *std::prev(std::ranges::upper_bound(all, at, {}, &PolicyEdition::at));
}

PolicyValue Policies::value(std::string_view key, base::Instant at) const {
    return policy_value(policy_definition(key), in_force(key, at).value);
}

std::int64_t Policies::number(std::string_view key, base::Instant at) const {
    const auto found = value(key, at);
    const auto* number = std::get_if<std::int64_t>(&found);
    return number != nullptr ? *number : 0;
}

std::vector<std::string> Policies::list(std::string_view key, base::Instant at) const {
    const auto& text = in_force(key, at).value;
    return text == "none" ? std::vector<std::string>{} : base::split_list(text);
}

namespace {

/// The office adds categories to the regulation's; it never gives one of those another meaning.
void require_own_categories(const std::string& value) {
    const auto known = regulation_categories();
    for (const auto& category : base::split_list(value))
        if (std::ranges::find(known, category, &RepairCategory::word) != known.end())
            throw base::Failure(
                base::Exit::usage,
                base::compose({"「{}」是规定里已有的报修类别",
                               "'{}' is one of the regulation's own categories"},
                              category),
                base::Label{"自定类别请另起名", "give the office's own category another name"});
}

}  // namespace

std::string settable_policy(std::string_view key, std::string_view typed) {
    const auto value = canonical_policy(policy_definition(key), typed);
    if (key == "repair.categories") require_own_categories(value);
    return value;
}

WriteResult set_policy(const Writing& writing, std::string_view key, std::string_view typed,
                       std::optional<base::Instant> from,
                       const std::optional<std::string>& reason) {
    policy_definition(key);
    if (from && *from < writing.now())
        throw Failure(
            Exit::usage,
            compose({"--from {} 已经过去:决定从作出时起有效",
                     "--from {} has passed: a decision binds from when it is made"},
                    base::readable(*from, writing.zone())),
            Label{"不写 --from,或写今后的时间", "leave --from out, or give a time ahead"});
    const auto value = settable_policy(key, typed);
    const auto id = writing.next_id("policy_edition");
    const auto edition =
        store::find_integer(writing.connection(),
                            "SELECT max(edition) FROM policy_edition WHERE key = ?", key)
            .value_or(0) +
        1;
    store::run(writing.connection(),
               "INSERT INTO policy_edition (id, key, edition, at, value, reason, recorded_at,"
               " recorder) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
               id, key, edition, from.value_or(writing.provenance().at), value,
               writing.keep("policy_edition.reason", id, reason), writing.now(),
               writing.recorder().staff);
    return {std::string(key), {}};
}

}  // namespace huiyin::records
