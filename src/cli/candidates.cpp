#include "candidates.hpp"

#include <algorithm>
#include <array>

#include "completion.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/cli/choice_words.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/gate/rights.hpp"
#include "huiyin/records/choices.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/reports/form_view.hpp"
#include "huiyin/rulebook/office_rules.hpp"
#include "owed_callbacks.hpp"
#include "table_lookup.hpp"

namespace huiyin::cli {

namespace {

using base::Language;
using records::Role;

constexpr int most_numbers = 50;
constexpr int most_units = 50;
constexpr int about_width = 40;
constexpr int weeks_offered = 8;
constexpr int days_offered = 7;

std::string in_brief(const std::string& text) {
    return base::shorten(base::escape_terminal(text, false), about_width);
}

std::vector<Candidate> words_of(const std::vector<std::string>& words) {
    std::vector<Candidate> found;
    for (const auto& word : words)
        found.push_back({word});
    return found;
}

std::vector<Candidate> choices(const Place& place, const std::vector<std::string>& words,
                               Language language) {
    std::vector<Candidate> found;
    for (const auto& word : words)
        found.push_back(
            {word, std::string(meaning_of_choice(place.name, place.form, word).in(language))});
    return found;
}

/// Whom a callback is owed, soonest first, closed or not; nothing where it is about anything else.
std::vector<Candidate> owed_callback_numbers(const Place& place, gate::Reading& reading) {
    std::vector<Candidate> found;
    if (place.verb.noun != "callback" || place.name != "REF") return found;
    for (const auto& deadline : owed_callbacks(reading)) {
        const auto matter = records::find_matter(reading.connection, deadline.subject);
        const bool is_offered =
            std::ranges::find(found, deadline.subject, &Candidate::value) != found.end();
        if (!matter || is_offered) continue;
        const auto unit = matter->unit.value_or("");
        found.push_back({matter->no, in_brief(unit + (unit.empty() ? "" : " ") +
                                              base::mask_phones_in(matter->text))});
    }
    return found;
}

/// A `REF` stands for any matter that residents brought.
std::vector<Candidate> numbers(const Place& place, gate::Reading& reading) {
    if (auto owed = owed_callback_numbers(place, reading); !owed.empty()) return owed;
    std::vector<std::string_view> prefixes{"TS", "JY", "BX"};
    if (const auto prefix = place.form.substr(0, 2); records::is_prefix(prefix))
        prefixes = {prefix};
    std::vector<Candidate> found;
    for (const auto prefix : prefixes)
        for (const auto& one : records::newest_numbers(reading.connection, prefix,
                                                       records_something(place.verb), most_numbers))
            found.push_back({one.no, in_brief(one.unit + (one.unit.empty() ? "" : " ") +
                                              base::mask_phones_in(one.text))});
    return found;
}

/// Whose work it is that an option names somebody for; of a command, or of a noun.
struct Doer {
    std::string_view option;
    std::string_view of;  ///< `order dispatch`, `duty`; empty: anywhere
    bool (*may)(Role role);
};
bool is_technician(Role role) {
    return role == Role::technician;
}
bool is_clerk(Role role) {
    return role == Role::clerk;
}
bool leads(Role role) {
    return role == Role::manager || role == Role::head;
}
bool works_in_the_office(Role role) {
    return gate::may(role, gate::Right::office_work);
}
bool works(Role role) {
    return gate::may(role, gate::Right::field_work);
}
constexpr std::array doers{
    Doer{"to", "order dispatch", is_technician},
    Doer{"with", "order dispatch", is_technician},
    Doer{"to", "order return", is_clerk},
    Doer{"to", "complaint escalate", leads},
    Doer{"to", "complaint assign", works_in_the_office},
    Doer{"to", "event", leads},
    Doer{"to", "assign", works},
    Doer{"to", "duty", works},
    Doer{"who", "duty", works},
    Doer{"with", "duty", works},
    Doer{"substitute-for", "duty", works},
    Doer{"reported-to", "duty", leads},
    Doer{"stopped-by", "", works},
    Doer{"taken-over-by", "", works_in_the_office},
    Doer{"convened", "", works},
};

/// Whether somebody of this role may be meant there.
bool may_be_meant(const Place& place, Role role) {
    if (!records_something(place.verb)) return true;
    if (place.name == option_name(&ProvenanceOptions::by)) return gate::may(role, place.verb.right);
    const auto doer = std::ranges::find_if(doers, [&](const Doer& one) {
        return one.option == place.name &&
               (one.of.empty() || one.of == place.verb.noun || one.of == command_name(place.verb));
    });
    return doer == doers.end() || doer->may(role);
}

/// Those whose role may do it; everybody where there is none.
std::vector<Candidate> logins(const Place& place, gate::Reading& reading, Language language) {
    // A login that is given only now is nobody's yet.
    if (place.verb.noun == "staff" && place.verb.verb == "add" && place.name == "LOGIN") return {};
    std::vector<Candidate> all;
    std::vector<Candidate> meant;
    for (const auto& one : records::all_staff(reading.connection, reading.now)) {
        if (one.has_left) continue;
        all.push_back(
            {one.login, in_brief(one.name + " " +
                                 std::string(records::name_of(one.role).title.in(language)))});
        if (may_be_meant(place, one.role)) meant.push_back(all.back());
    }
    auto& found = meant.empty() ? all : meant;
    // Nobody hands over to themself.
    if (place.verb.noun == "duty" && place.verb.verb == "handover" && place.name == "to")
        if (const auto shift = records::shift_at(reading.connection, reading.now))
            std::erase_if(found,
                          [officer = records::load_shift(reading.connection, *shift).officer](
                              const Candidate& one) { return one.value == officer; });
    constexpr std::string_view nobody = "none";
    if (place.form.ends_with(nobody))
        found.push_back({std::string(nobody), language == Language::chinese ? "无人" : "nobody"});
    return found;
}

std::vector<Candidate> days(const gate::Reading& reading) {
    std::vector<Candidate> found;
    auto day = base::Day::containing(reading.now, reading.zone);
    for (int count = 0; count < days_offered; ++count, day = day.previous())
        found.push_back({day.name()});
    return found;
}

std::vector<Candidate> weeks(const gate::Reading& reading) {
    std::vector<Candidate> found;
    auto week = base::Week::containing(reading.now, reading.zone);
    for (int count = 0; count < weeks_offered; ++count, week = week.previous())
        found.push_back({week.name(), base::readable(week.begin(reading.zone), reading.zone)
                                          .substr(0, std::string_view("2026-11-23").size())});
    return found;
}

std::vector<Candidate> months(const gate::Reading& reading) {
    const auto month = base::Month::containing(reading.now, reading.zone);
    return {{month.previous().name()}, {month.name()}};
}

std::vector<Candidate> years(const gate::Reading& reading) {
    const auto year = base::Year::containing(reading.now, reading.zone);
    return {{year.previous().name()}, {year.name()}};
}

std::vector<Candidate> rules(gate::Reading* reading, Language language) {
    std::vector<Candidate> found;
    const auto add = [&](const rulebook::Rule& rule) {
        found.push_back({rule.id, in_brief(std::string(rule.title.in(language)))});
    };
    if (reading == nullptr)
        std::ranges::for_each(rulebook::regulation_rules(), add);
    else
        for (const auto* rule : rulebook::rules_in_force(reading->connection, reading->now))
            add(*rule);
    return found;
}

std::vector<Candidate> policies(Language language) {
    std::vector<Candidate> found;
    for (const auto& policy : records::policy_definitions())
        found.push_back(
            {std::string(policy.key), in_brief(std::string(policy.title.in(language)))});
    return found;
}

std::vector<Candidate> areas(gate::Reading& reading) {
    std::vector<Candidate> found;
    for (const auto& area : records::list_areas(reading.connection))
        if (!area.retired_at) found.push_back({area.name});
    return found;
}

std::vector<Candidate> plans(gate::Reading& reading) {
    std::vector<Candidate> found;
    for (const auto& plan : records::plans_in_force(reading.connection, reading.now))
        found.push_back({plan.name});
    return found;
}

/// The regulation's, the office's own, and what earlier matters say.
std::vector<Candidate> categories(const Place& place, gate::Reading* reading, Language language) {
    // Of a repair that another command opens, a patrol's: as where one is registered.
    if (place.form == "CATEGORY" && place.name == "repair")
        if (const auto* verb = find_verb("repair", "add"))
            if (const auto* option = find_option(*verb, "category"))
                return categories(Place::of(*verb, *option), reading, language);
    auto words = choices_of(place.form.find('|') == place.form.npos ? "" : place.form);
    if (reading == nullptr) return choices(place, words, language);
    const auto add = [&](const std::vector<std::string>& more) {
        for (const auto& word : more)
            if (std::ranges::find(words, word) == words.end()) words.push_back(word);
    };
    const bool of_repairs = place.form.starts_with("CATEGORY") || place.verb.noun == "repair";
    if (of_repairs)
        add(records::Policies::load(reading->connection).list("repair.categories", reading->now));
    add(records::categories_in_use(reading->connection, of_repairs ? "repair" : place.verb.noun));
    return choices(place, words, language);
}

std::vector<Candidate> nouns(Language language) {
    std::vector<Candidate> found;
    for_each_verb([&](const Verb& verb) {
        if (found.empty() || found.back().value != verb.noun)
            found.push_back({std::string(verb.noun), std::string(verb.help.in(language))});
    });
    return found;
}

std::vector<Candidate> verbs(std::string_view noun, Language language) {
    std::vector<Candidate> found;
    for_each_verb([&](const Verb& verb) {
        if (verb.noun == noun && !verb.verb.empty())
            found.push_back({std::string(verb.verb), std::string(verb.help.in(language))});
    });
    return found;
}

/// What a table can be a list of.
std::vector<Candidate> recording_commands(Language language) {
    std::vector<Candidate> found;
    for_each_verb([&](const Verb& verb) {
        if (records_something(verb))
            found.push_back({command_name(verb), std::string(verb.help.in(language))});
    });
    return found;
}

std::vector<Candidate> forms(Language language) {
    std::vector<Candidate> found;
    for (const auto& form : reports::form_names())
        if (form.blank)
            found.push_back({std::string(form.word), std::string(form.title.in(language))});
    return found;
}

std::vector<Candidate> shells() {
    std::vector<Candidate> found;
    for (const auto& file : shell_files())
        found.push_back({std::string(file.path.substr(file.path.rfind('.') + 1))});
    return found;
}

/// Labels that the placeholder names.
std::vector<Candidate> labels(const Place& place, std::string_view begun, gate::Reading* reading,
                              Language language) {
    if (place.name == "category" || place.form == "CATEGORY")
        return categories(place, reading, language);
    if (place.form == "RULE") return rules(reading, language);
    if (place.name == "KEY") return policies(language);
    if (place.name == "NOUN") return nouns(language);
    if (place.name == "VERB") return verbs(place.before, language);
    if (place.name == "csv") return recording_commands(language);
    if (place.name == "KIND") return forms(language);
    if (place.name == "SHELL") return shells();
    if (reading == nullptr) return {};
    if (place.form == "UNIT")
        return words_of(records::units_beginning(reading->connection, begun, most_units));
    if (place.form == "REF") return numbers(place, *reading);
    if (place.form == "AREA" || (place.form == "NAME" && place.verb.noun == "area"))
        return areas(*reading);
    if (place.form == "NAME" && place.verb.noun == "plan") return plans(*reading);
    return {};
}

}  // namespace

Place Place::of(const Verb& verb, const Option& option) {
    return {verb, option.name, option.takes, option.value};
}

Place Place::of(const Verb& verb, const Operand& operand, std::string_view before) {
    return {verb, operand.name, operand.takes, operand.name, before};
}

std::vector<Candidate> candidates(const Place& place, std::string_view begun,
                                  gate::Reading* reading, Language language) {
    if (place.takes == Takes::choice || place.takes == Takes::choices)
        return choices(place, choices_of(place.form), language);
    if (place.takes == Takes::word || place.takes == Takes::home)
        return labels(place, begun, reading, language);
    if (reading == nullptr) return {};
    switch (place.takes) {
        case Takes::number:
        case Takes::numbers:
            return numbers(place, *reading);
        case Takes::login:
        case Takes::logins:
            return logins(place, *reading, language);
        case Takes::bound:
            // Where a roster's entry begins lies ahead, and has a time of day.
            if (records_something(place.verb)) return {};
            return days(*reading);
        case Takes::day:
            return days(*reading);
        case Takes::week:
            return weeks(*reading);
        case Takes::month:
            return months(*reading);
        case Takes::year:
            return years(*reading);
        default:
            return {};
    }
}

}  // namespace huiyin::cli
