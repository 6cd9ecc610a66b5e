#include "office_model.hpp"

#include <limits>

namespace huiyin::property {

Office::Office() {
    // The defaults of the regulation; durations in seconds, yes and no as 1 and 0.
    const std::map<std::string, std::int64_t> defaults{{"record.late_after", 24 * hour},
                                                       {"conduct.decide_within", 7 * day},
                                                       {"complaint.assign_within", 30 * minute},
                                                       {"complaint.investigate_within", 2 * hour},
                                                       {"complaint.reply_within", 24 * hour},
                                                       {"complaint.max_transfers", 2},
                                                       {"event.urgent_report_within", 10 * minute},
                                                       {"complaint.convene_within", 4 * hour},
                                                       {"complaint.callback_within", 3 * day},
                                                       {"callback.follow_up_within", 3 * day},
                                                       {"callback.visits_until", 3},
                                                       {"callback.attempts", 3},
                                                       {"callback.partly_closes", 0},
                                                       {"complaint.repeat_window", 30 * day},
                                                       {"complaint.repeat_reply_within", 4 * hour},
                                                       {"matter.assign_within", 30 * minute},
                                                       {"repair.dispatch_within", 5 * minute},
                                                       {"repair.callback_within", 3 * day},
                                                       {"repair.note_within", 24 * hour},
                                                       {"repair.rework_window", 30 * day},
                                                       {"repair.appointment_counts", 1},
                                                       {"order.arrive_within", 15 * minute},
                                                       {"order.first_visit", 4 * hour},
                                                       {"order.difficult_within", 48 * hour},
                                                       {"order.major_within", 72 * hour},
                                                       {"order.return_within", 24 * hour}};
    for (const auto& [key, value] : defaults)
        policies_[key] = {{std::numeric_limits<Instant>::min(), value}};
}

void Office::hire(const std::string& login, const std::string& role, const std::string& superior) {
    people_[login] = {.role = role, .superior = superior};
}

std::string Office::value(const std::string& login, Fact::Of what, Instant at,
                          Instant known) const {
    const auto& one = person(login);
    std::string value = what == Fact::Of::role       ? one.role
                        : what == Fact::Of::superior ? one.superior
                                                     : "yes";
    const Fact* latest = nullptr;
    for (const auto& fact : one.facts)
        if (fact.of == what && fact.at <= at && fact.recorded_at <= known &&
            (latest == nullptr || fact.at >= latest->at))
            latest = &fact;
    return latest == nullptr ? value : latest->value;
}

void Office::changes(const std::string& login, Fact::Of what, const std::string& value, Instant at,
                     Instant now) {
    // To what it is already is no change.
    if (this->value(login, what, at, whenever) == value) return;
    people_.at(login).facts.push_back({.of = what, .at = at, .recorded_at = now, .value = value});
}

void Office::leaves(const std::string& login, const std::string& successor, Instant at,
                    Instant now) {
    if (!successor.empty()) {
        for (const auto moment : {at, now})
            if (is_above(login, successor, moment))
                changes(successor, Fact::Of::superior, named_superior(login, moment), moment, now);
        for (const auto moment : {at, now})
            for (const auto& other : below(login, moment))
                changes(other, Fact::Of::superior, successor, moment, now);
    }
    changes(login, Fact::Of::here, "no", at, now);
}

void Office::goes_away(const std::string& login, const Absence& absence) {
    people_.at(login).absences.push_back(absence);
}

void Office::set_policy(const std::string& key, std::int64_t value, Instant from) {
    policies_.at(key).push_back({from, value});
}

std::vector<std::string> Office::logins() const {
    std::vector<std::string> all;
    for (const auto& [login, person] : people_)
        all.push_back(login);
    return all;
}

std::string Office::role(const std::string& login, Instant at, Instant known) const {
    return value(login, Fact::Of::role, at, known);
}

std::string Office::named_superior(const std::string& login, Instant at, Instant known) const {
    return value(login, Fact::Of::superior, at, known);
}

bool Office::has_left(const std::string& login, Instant at, Instant known) const {
    return value(login, Fact::Of::here, at, known) == "no";
}

Instant Office::gone_since(const std::string& login, Instant at, Instant known) const {
    // The first that says so since they were last with us.
    Instant back = std::numeric_limits<Instant>::min(), gone = at;
    for (const auto& fact : person(login).facts)
        if (fact.of == Fact::Of::here && fact.value == "yes" && fact.at <= at &&
            fact.recorded_at <= known)
            back = std::max(back, fact.at);
    for (const auto& fact : person(login).facts)
        if (fact.of == Fact::Of::here && fact.value == "no" && fact.at <= at && fact.at >= back &&
            fact.recorded_at <= known)
            gone = std::min(gone, fact.at);
    return gone;
}

std::optional<Absence> Office::absence(const std::string& login, Instant at, Instant known) const {
    for (const auto& absence : person(login).absences)
        if (absence.from <= at && at < absence.to && absence.recorded_at <= known) return absence;
    return std::nullopt;
}

std::optional<std::string> Office::acting_for(const std::string& login, Instant at,
                                              Instant known) const {
    auto away = absence(login, at, known);
    if (!away) return std::nullopt;
    auto acting = away->acting;
    for (std::size_t steps = 0; steps < people_.size(); ++steps) {
        away = absence(acting, at, known);
        if (!away) break;
        acting = away->acting;
    }
    return has_left(acting, at, known) ? std::nullopt : std::optional(acting);
}

std::optional<std::string> Office::superior(const std::string& login, Instant at,
                                            Instant known) const {
    auto above = named_superior(login, at, known);
    while (!above.empty() && has_left(above, at, known))
        above = named_superior(above, at, known);
    return above.empty() ? std::nullopt : std::optional(above);
}

std::vector<std::string> Office::places(const std::string& login, Instant at, Instant known) const {
    std::vector<std::string> places{login};
    for (const auto& [other, person] : people_)
        if (other != login && acting_for(other, at, known) == login && !has_left(other, at, known))
            places.push_back(other);
    return places;
}

bool Office::is_above(const std::string& higher, const std::string& lower, Instant at) const {
    auto above = named_superior(lower, at);
    for (std::size_t steps = 0; steps < people_.size() && !above.empty(); ++steps) {
        if (above == higher) return true;
        above = named_superior(above, at);
    }
    return false;
}

bool Office::is_in_a_circle(const std::string& login, Instant at) const {
    return is_above(login, login, at);
}

std::vector<std::string> Office::below(const std::string& login, Instant at) const {
    std::vector<std::string> all;
    for (const auto& [other, person] : people_)
        if (!has_left(other, at) && named_superior(other, at) == login) all.push_back(other);
    return all;
}

bool Office::is_of(const std::string& login, const std::string& letters, Instant at,
                   Instant known) const {
    static const std::map<std::string, char> letter{
        {"clerk", 'C'}, {"technician", 'T'}, {"steward", 'S'}, {"manager", 'M'},
        {"head", 'H'},  {"auditor", 'A'},    {"admin", 'X'}};
    return letters.find(letter.at(role(login, at, known))) != std::string::npos;
}

bool Office::has_role(const std::string& login, const std::string& letters, Instant at,
                      Instant known) const {
    for (const auto& place : places(login, at, known))
        if (is_of(place, letters, at, known)) return true;
    return false;
}

std::vector<std::string> Office::of_role(const std::string& letters, Instant at) const {
    std::vector<std::string> all;
    for (const auto& [login, person] : people_)
        if (is_of(login, letters, at, whenever) && !has_left(login, at)) all.push_back(login);
    return all;
}

std::int64_t Office::policy(const std::string& key, Instant at) const {
    // Of two editions from the same second the later one typed is in force.
    const Edition* in_force = nullptr;
    for (const auto& edition : policies_.at(key))
        if (edition.from <= at && (in_force == nullptr || edition.from >= in_force->from))
            in_force = &edition;
    return in_force->value;
}

}  // namespace huiyin::property
