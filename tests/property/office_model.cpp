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

void Office::leaves(const std::string& login, Instant at) {
    people_.at(login).here.emplace_back(at, false);
}

void Office::comes_back(const std::string& login, Instant at) {
    people_.at(login).here.emplace_back(at, true);
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

bool Office::has_left(const std::string& login, Instant at) const {
    bool here = true;
    for (const auto& [since, is_here] : person(login).here)
        if (since <= at) here = is_here;
    return !here;
}

Instant Office::gone_since(const std::string& login, Instant at) const {
    Instant gone = 0;
    for (const auto& [since, is_here] : person(login).here)
        if (since <= at && !is_here) gone = since;
    return gone;
}

std::optional<Absence> Office::absence(const std::string& login, Instant at) const {
    for (const auto& absence : person(login).absences)
        if (absence.from <= at && at < absence.to) return absence;
    return std::nullopt;
}

std::optional<std::string> Office::acting_for(const std::string& login, Instant at) const {
    auto away = absence(login, at);
    if (!away) return std::nullopt;
    auto acting = away->acting;
    for (std::size_t steps = 0; steps < people_.size(); ++steps) {
        away = absence(acting, at);
        if (!away) break;
        acting = away->acting;
    }
    return acting;
}

std::optional<std::string> Office::superior(const std::string& login, Instant at) const {
    auto above = person(login).superior;
    while (!above.empty() && has_left(above, at))
        above = person(above).superior;
    return above.empty() ? std::nullopt : std::optional(above);
}

std::vector<std::string> Office::places(const std::string& login, Instant at) const {
    std::vector<std::string> places{login};
    for (const auto& [other, person] : people_)
        if (acting_for(other, at) == login && !has_left(other, at)) places.push_back(other);
    return places;
}

bool Office::is_of(const std::string& login, const std::string& letters) const {
    static const std::map<std::string, char> letter{
        {"clerk", 'C'}, {"technician", 'T'}, {"steward", 'S'}, {"manager", 'M'},
        {"head", 'H'},  {"auditor", 'A'},    {"admin", 'X'}};
    return letters.find(letter.at(person(login).role)) != std::string::npos;
}

bool Office::has_role(const std::string& login, const std::string& letters, Instant at) const {
    for (const auto& place : places(login, at))
        if (is_of(place, letters)) return true;
    return false;
}

std::vector<std::string> Office::of_role(const std::string& letters, Instant at) const {
    std::vector<std::string> all;
    for (const auto& [login, person] : people_)
        if (is_of(login, letters) && !has_left(login, at)) all.push_back(login);
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
