#include "erased_person.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "huiyin/base/fold.hpp"
#include "huiyin/records/office.hpp"

namespace huiyin::records {

using base::PersonalPattern;
using store::Query;

namespace {

bool concerns(const Wanted& wanted, std::optional<MatterId> matter) {
    return wanted.everywhere || (matter && wanted.matters.contains(*matter));
}

/// The name of whoever brought the matter, as against those who signed or saw it.
bool is_givers_name(const KeptText& saying) {
    return saying.is_name && (saying.place == "matter.person" || saying.place == "step.text");
}

/// The homes of matters, and all matters of homes.
struct Homes {
    explicit Homes(store::Connection& connection) {
        for (Query row(connection, "SELECT id, unit FROM matter WHERE unit IS NOT NULL");
             row.next();)
            unit_of.emplace(row.integer(0), row.text(1));
    }
    Matters matters_of(const std::set<std::string>& units) const {
        std::set<std::string> homes;
        for (const auto& unit : units)
            homes.insert(base::home_key(unit));
        Matters matters;
        for (const auto& [matter, unit] : unit_of)
            if (homes.contains(base::home_key(unit))) matters.insert(matter);
        return matters;
    }
    std::set<std::string> units_of(const Matters& matters) const {
        std::set<std::string> units;
        for (const auto matter : matters)
            if (const auto found = unit_of.find(matter); found != unit_of.end())
                units.insert(found->second);
        return units;
    }

    std::map<MatterId, std::string> unit_of;
};

std::vector<Place> places_of(const std::set<std::string>& units) {
    std::vector<Place> places;
    for (const auto& unit : units) {
        Place place{.home = base::HomeSought(unit), .letters = {}};
        if (can_be_sought(unit)) place.letters = PersonalPattern::name(unit);
        places.push_back(std::move(place));
    }
    return places;
}

/// Names of other people that hold one of these, such as 王丽娟 for 王丽; 王丽女士 is no other.
std::vector<std::string> longer_names(store::Connection& connection,
                                      const std::set<std::string>& names) {
    static constexpr std::array<std::string_view, 21> not_names{
        "女士", "先生", "小姐", "太太", "师傅", "老师", "阿姨", "叔叔", "大爷", "大妈", "代",
        "本人", "家属", "夫妇", "(",    ",",    "、",   "/",    "mr",   "ms",   "mrs"};
    std::vector<std::string> longer;
    for_each_personal(connection, [&](KeptText&& saying) {
        if (!saying.is_name) return;
        const auto plain = base::plain_name(saying.value);
        const bool digits = plain.find_first_of("0123456789") != std::string::npos;
        const bool addressed = std::ranges::any_of(not_names, [&](std::string_view word) {
            return plain.find(word) != std::string::npos;
        });
        const bool holds_one = std::ranges::any_of(names, [&](const auto& name) {
            return plain != name && plain.find(name) != std::string::npos;
        });
        if (holds_one && !digits && !addressed) longer.push_back(plain);
    });
    return longer;
}

/// Whether anyone else bears this name: another home's resident, or one of the staff.
bool has_namesake(store::Connection& connection, const std::string& plain, const Matters& home) {
    bool found = false;
    for_each_personal(connection, [&](KeptText&& saying) {
        found = found || (saying.is_name && saying.matter && !home.contains(*saying.matter) &&
                          base::plain_name(saying.value) == plain);
    });
    for (Query row(connection,
                   "SELECT DISTINCT c.value FROM staff_edition e JOIN content c ON c.id = e.name");
         !found && row.next();)
        found = base::plain_name(row.text(0)) == plain;
    return found;
}

}  // namespace

Instead::Instead(store::Connection& connection) {
    const bool chinese = load_office(connection).language == base::Language::chinese;
    name = chinese ? "某业主" : "[name erased]";
    number = chinese ? "某号码" : "[number erased]";
}

bool can_be_sought(const std::string& name) {
    return base::letters(base::plain_name(name)).size() > 1;
}

bool Search::is_theirs(const KeptText& saying) const {
    if (!saying.is_personal()) return false;
    const bool own = saying.matter && person_.theirs.contains(*saying.matter);
    // Who signed or saw it may be somebody else.
    if (own && (person_.signers || saying.is_phone || is_givers_name(saying))) return true;
    const auto& wanted = saying.is_phone ? person_.numbers : person_.names;
    return std::ranges::any_of(wanted, [&](const Wanted& one) {
        return concerns(one, saying.matter) && one.personal.is(saying.value);
    });
}

std::string Search::without(std::string_view words, std::optional<MatterId> matter) const {
    const bool points_here =
        std::ranges::any_of(person_.places, [&](const Place& one) { return one.is_in(words); }) ||
        has_number(words, matter);
    std::string left(words);
    for (const auto& number : person_.numbers)
        if (concerns(number, matter)) left = number.personal.replaced(left, instead_.number);
    for (const auto& name : person_.names)
        if (points_here || concerns(name, matter))
            left = name.personal.replaced(left, instead_.name);
    return left;
}

std::string Search::without_all(std::string words) const {
    for (const auto& number : person_.numbers)
        words = number.personal.replaced(words, instead_.number);
    for (const auto& name : person_.names)
        words = name.personal.replaced(words, instead_.name);
    return words;
}

bool Search::shown_in(std::string_view bytes, MatterId matter) const {
    constexpr std::size_t largest_text = 4U << 20U;
    const bool readable =
        bytes.size() <= largest_text && bytes.find('\0') == std::string_view::npos;
    if (readable) return without(bytes, matter) != bytes;
    const auto holds = [&](const Wanted& wanted) {
        return concerns(wanted, matter) &&
               bytes.find(wanted.personal.plain()) != std::string_view::npos;
    };
    return std::ranges::any_of(person_.numbers, holds) || std::ranges::any_of(person_.names, holds);
}

bool Search::names_them(std::string_view words) const {
    return std::ranges::any_of(person_.names,
                               [&](const Wanted& name) { return name.personal.is_in(words); });
}

bool Search::has_number(std::string_view words, std::optional<MatterId> matter) const {
    return std::ranges::any_of(person_.numbers, [&](const Wanted& number) {
        return concerns(number, matter) && number.personal.is_in(words);
    });
}

Person who_gave(store::Connection& connection, const std::string& phone) {
    const auto number = PersonalPattern::phone(phone);
    Person person;
    for_each_personal(connection, [&](KeptText&& saying) {
        if (saying.is_phone && saying.matter && number.is_in(saying.value))
            person.theirs.insert(*saying.matter);
    });
    std::set<std::string> names;
    for_each_personal(connection, [&](KeptText&& saying) {
        if (is_givers_name(saying) && person.theirs.contains(*saying.matter) &&
            can_be_sought(saying.value))
            names.insert(base::plain_name(saying.value));
    });
    const Homes homes(connection);
    const auto units = homes.units_of(person.theirs);
    auto home = homes.matters_of(units);
    home.insert(person.theirs.begin(), person.theirs.end());
    person.places = places_of(units);
    person.numbers.push_back({.personal = number, .everywhere = true});
    const auto others = longer_names(connection, names);
    for (const auto& name : names)
        person.names.push_back({.personal = PersonalPattern::name(name, others),
                                .everywhere = !has_namesake(connection, name, home),
                                .matters = home});
    return person;
}

Person who_lives(store::Connection& connection, const std::string& unit, const std::string& typed) {
    const auto plain = PersonalPattern::name(typed).plain();
    const auto home = Homes(connection).matters_of({unit});
    Person person{.names = {}, .numbers = {}, .theirs = {}, .places = places_of({unit})};
    person.names.push_back(
        {.personal = PersonalPattern::name(typed, longer_names(connection, {plain})),
         .matters = home});
    for_each_personal(connection, [&](KeptText&& saying) {
        if (is_givers_name(saying) && saying.matter && home.contains(*saying.matter) &&
            base::plain_name(saying.value) == plain)
            person.theirs.insert(*saying.matter);
    });
    // A number that others of the home gave too stays theirs.
    std::map<std::string, bool> shared;
    for_each_personal(connection, [&](KeptText&& saying) {
        if (saying.place == "matter.phone" && saying.matter &&
            person.theirs.contains(*saying.matter))
            shared.emplace(base::plain_phone(saying.value), false);
    });
    for_each_personal(connection, [&](KeptText&& saying) {
        if (saying.place != "matter.phone" || !saying.matter) return;
        const auto found = shared.find(base::plain_phone(saying.value));
        if (found != shared.end() && !person.theirs.contains(*saying.matter)) found->second = true;
    });
    constexpr std::size_t fewest_digits = 3;
    for (const auto& [number, is_shared] : shared)
        if (number.size() >= fewest_digits)
            person.numbers.push_back({.personal = PersonalPattern::phone(number),
                                      .everywhere = !is_shared,
                                      .matters = person.theirs});
    return person;
}

}  // namespace huiyin::records
