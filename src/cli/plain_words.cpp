#include "plain_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

/// What is no option and says no more to CLI11 than it is.
bool is_plain(std::string_view word) {
    static constexpr std::array<std::string_view, 3> marks_of_cli11{"++", "{}", "%%"};
    return !word.empty() && word.front() != '-' &&
           std::ranges::find(marks_of_cli11, word) == marks_of_cli11.end();
}

/// A clock may follow such a day as a word of its own.
bool is_time(Takes takes) {
    return takes == Takes::time || takes == Takes::later || takes == Takes::bound;
}

void put_in_order(const Verb& verb, SortedWords& sorted) {
    if (sorted.given.size() < 2) return;
    auto next = sorted.given.begin();
    for_each_option(verb, [&](const Option& option) {
        const auto found = std::find_if(next, sorted.given.end(),
                                        [&](const auto& one) { return one.first == &option; });
        if (found != sorted.given.end()) std::iter_swap(next++, found);
    });
}

}  // namespace

std::optional<SortedWords> sort_plain_words(const Verb& verb,
                                            const std::vector<std::string>& words) {
    SortedWords sorted;
    sorted.given.reserve(words.size() / 2);
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (is_plain(*word)) {
            sorted.operands.push_back(*word);
            continue;
        }
        if (!word->starts_with("--")) return {};
        const auto* option = find_option(verb, std::string_view(*word).substr(2));
        if (option == nullptr) return {};
        auto known =
            std::ranges::find(sorted.given, option, [](const auto& one) { return one.first; });
        if (known == sorted.given.end())
            known = sorted.given.insert(known, {option, std::vector<std::string>{}});
        if (option->takes == Takes::nothing) {
            known->second = {"yes"};
            continue;
        }
        if (++word == words.end() || !is_plain(*word)) return {};
        known->second.push_back(*word);
        const auto after = std::next(word);
        if (is_time(option->takes) && after != words.end() && is_plain(*after)) return {};
    }
    put_in_order(verb, sorted);
    return sorted;
}

}  // namespace huiyin::cli
