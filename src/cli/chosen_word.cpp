#include "chosen_word.hpp"

#include <algorithm>

#include "huiyin/base/input.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

/// `by_name`: how its name begins will do. It will not for a category: 电梯 may be more than
/// 电梯失控.
std::string chosen_of(const std::vector<Candidate>& offered, const std::string& typed,
                      bool by_name) {
    const auto known = [&](const Candidate& one) { return one.value == typed; };
    if (std::ranges::any_of(offered, known)) return typed;
    const auto is_said = [&](const Candidate& one) {
        return one.about == typed || one.about.starts_with(typed + " ");
    };
    if (const auto said = std::ranges::find_if(offered, is_said);
        said != offered.end() && !typed.empty())
        return said->value;
    if (const auto place = base::parse_whole(typed);
        place && *place >= 1 && *place <= std::ssize(offered))
        return offered[static_cast<std::size_t>(*place - 1)].value;
    const auto begins = [&](const Candidate& one) {
        return one.value.starts_with(typed) || (by_name && one.about.starts_with(typed));
    };
    const auto first = std::ranges::find_if(offered, begins);
    return !typed.empty() && std::ranges::count_if(offered, begins) == 1 ? first->value : typed;
}

}  // namespace

bool is_choice(const Place& place) {
    switch (place.takes) {
        case Takes::choice:
        case Takes::choices:
        case Takes::login:
        case Takes::logins:
            return true;
        case Takes::word:
            // What is only now given its name is in no list.
            return place.name == "category" || place.form == "CATEGORY" || place.form == "AREA" ||
                   (place.form == "NAME" && place.verb.verb != "add");
        default:
            return false;
    }
}

std::string word_shown(const Place& place, const Candidate& one, base::Language language) {
    const bool is_somebody = place.takes == Takes::login || place.takes == Takes::logins;
    const bool by_name = is_choice(place) && !is_somebody && language == base::Language::chinese;
    return by_name && !one.about.empty() ? one.about : one.value;
}

std::string word_meant(const Place& place, const std::vector<Candidate>& offered,
                       const std::string& typed) {
    if (!is_choice(place)) return typed;
    const bool by_name = place.takes != Takes::word;
    if (!is_list(place.takes)) return chosen_of(offered, typed, by_name);
    std::string words;
    for (const auto& part : base::split_list(typed))
        words += (words.empty() ? "" : ",") + chosen_of(offered, part, by_name);
    return words;
}

}  // namespace huiyin::cli
