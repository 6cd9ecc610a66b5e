#include "sought.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "huiyin/base/fold.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/phone.hpp"

namespace huiyin::records {

namespace {

/// Letters and digits that stand side by side.
using Run = std::vector<std::string_view>;

/// The runs of a text, which they are parts of.
std::vector<Run> runs_of(std::string_view folded) {
    std::vector<Run> runs(1);
    for (const auto& letter : base::letters(folded)) {
        if (letter.is_word)
            runs.back().emplace_back(letter.bytes);
        else if (!runs.back().empty())
            runs.emplace_back();
    }
    return runs;
}

/// Two letters of one text that stand side by side.
std::string_view pair_of(std::string_view before, std::string_view letter) {
    return {before.data(), before.size() + letter.size()};
}

}  // namespace

std::string number_entry(std::string_view digits) {
    return base::format("t{}", digits);
}

std::string index_entry(std::string_view text, bool is_phone) {
    const auto folded = base::fold(text);
    std::vector<std::string> numbers;
    for (const auto& place : base::find_phones(text))
        numbers.push_back(number_entry(place.digits));
    if (is_phone) numbers.push_back(number_entry(base::plain_phone(text)));
    const auto letters = base::letters(folded);
    std::vector<std::string_view> entries(numbers.begin(), numbers.end());
    entries.reserve(numbers.size() + 2 * letters.size());
    std::string_view before;  // the letter at whose side the next one stands
    for (const auto& letter : letters) {
        if (letter.is_word) entries.push_back(letter.bytes);
        if (letter.is_word && !before.empty()) entries.push_back(pair_of(before, letter.bytes));
        before = letter.is_word ? letter.bytes : std::string_view{};
    }
    std::ranges::sort(entries);
    const auto repeated = std::ranges::unique(entries);
    entries.erase(repeated.begin(), repeated.end());
    std::string line;
    line.reserve(3 * folded.size() + entries.size() * 2);
    for (const auto& entry : entries)
        line.append(entry).append(" ");
    return line;
}

namespace {

/// What the index must have of a text that contains these words: pairs, or a letter by itself.
std::string index_query(std::string_view folded) {
    std::set<std::string_view> wanted;
    for (const auto& run : runs_of(folded)) {
        if (run.size() == 1) wanted.insert(run.front());
        for (std::size_t at = 1; at < run.size(); ++at)
            wanted.insert(pair_of(run[at - 1], run[at]));
    }
    std::string query;
    for (const auto& entry : wanted)
        query += base::format("{}\"{}\"", query.empty() ? "" : " AND ", entry);
    return query;
}

/// The number that the words are, if they are one and nothing else.
std::optional<std::string> number_in(std::string_view words) {
    constexpr std::size_t fewest_digits = 7;
    const auto places = base::find_phones(words);
    if (places.size() > 1) return {};
    const auto rest =
        places.empty()
            ? std::string(words)
            : std::string(words.substr(0, places[0].begin)).append(words.substr(places[0].end));
    // Beside a number may stand its extension: 转801.
    static constexpr std::array<std::string_view, 7> extension{"转", "轉", "分", "机",
                                                               "e",  "x",  "t"};
    const auto rest_letters = base::fold(rest);
    const bool alone =
        std::ranges::none_of(base::letters(rest_letters), [&](const base::Letter& letter) {
            const bool is_digit =
                letter.bytes.size() == 1 && letter.bytes[0] >= '0' && letter.bytes[0] <= '9';
            const bool extends =
                !places.empty() && std::ranges::find(extension, letter.bytes) != extension.end();
            return letter.is_word && !is_digit && !extends;
        });
    auto digits = base::plain_phone(words);
    return alone && digits.size() >= fewest_digits ? std::optional(std::move(digits))
                                                   : std::nullopt;
}

}  // namespace

Sought::Sought(std::string_view words)
    : folded_(base::fold(words)), number_(number_in(words)), home_(words) {}

std::string Sought::query() const {
    auto query = index_query(folded_);
    if (query.empty()) return query;
    if (number_) query = base::format("({}) OR \"{}\"", query, number_entry(*number_));
    if (!home_.can_be_sought()) return query;
    std::string parts;
    for (const auto& part : home_.letters())
        parts.append(parts.empty() ? "" : " AND ").append(index_query(base::fold(part)));
    return base::format("({}) OR ({})", query, parts);
}

std::optional<std::size_t> Sought::find(const std::string& text, bool is_phone) const {
    if (const auto at = base::find_folded(text, folded_)) return at;
    if (number_) {
        if (is_phone && base::plain_phone(text) == *number_) return 0;
        for (const auto& place : base::find_phones(text))
            if (place.digits == *number_) return place.begin;
    }
    if (home_.is_in(text)) return base::find_folded(text, home_.letters().back()).value_or(0);
    return {};
}

bool Sought::is_told_by_index() const {
    if (number_ || is_home()) return false;
    const auto letters = base::letters(folded_);
    return !letters.empty() && letters.size() <= 2 &&
           std::ranges::all_of(letters, &base::Letter::is_word);
}

}  // namespace huiyin::records
