#include <algorithm>

#include "generator.hpp"

namespace huiyin::property {

Deed Generator::on_the_office() {
    switch (chance_.between(1, 12)) {
        case 10:
        case 11:
        case 12:
            return change_of_staff();
        case 9:
            return comeback();
        case 1:
        case 2:
        case 3:
            return absence();
        case 4:
            return departure();
        case 5:
            ++hired_;
            return Hire{"ren" + std::to_string(hired_),
                        chance_.of<std::string>({"clerk", "steward", "technician"}), one_of("M")};
        default:
            return policy();
    }
}

Deed Generator::policy() {
    const auto span = [&](const char* key, std::vector<std::pair<std::string, Instant>> values) {
        const auto [text, value] = chance_.of(values);
        return SetPolicy{.key = key, .value = text, .meaning = value};
    };
    SetPolicy deed;
    switch (chance_.between(1, 17)) {
        case 12:
            deed = span("order.arrive_within", {{"10min", 10 * minute}, {"15min", 15 * minute}});
            break;
        case 13:
            deed = span("order.first_visit", {{"2h", 2 * hour}, {"4h", 4 * hour}});
            break;
        case 14:
            deed = span("complaint.repeat_reply_within", {{"2h", 2 * hour}, {"4h", 4 * hour}});
            break;
        case 15:
            deed = span("repair.callback_within", {{"2d", 2 * day}, {"3d", 3 * day}});
            break;
        case 16:
            deed = span("order.difficult_within", {{"36h", 36 * hour}, {"48h", 48 * hour}});
            break;
        case 17:
            deed = span("repair.appointment_counts", {{"yes", 1}, {"no", 0}});
            break;
        case 1:
            deed = span("complaint.max_transfers", {{"1", 1}, {"2", 2}, {"3", 3}});
            break;
        case 2:
            deed = span("callback.visits_until", {{"2", 2}, {"3", 3}, {"4", 4}});
            break;
        case 3:
            deed = span("complaint.reply_within", {{"12h", 12 * hour}, {"24h", day}});
            break;
        case 4:
            deed = span("complaint.investigate_within", {{"1h", hour}, {"2h", 2 * hour}});
            break;
        case 5:
            deed = span("complaint.assign_within", {{"15min", 900}, {"30min", 1800}});
            break;
        case 6:
            deed = span("complaint.convene_within", {{"2h", 2 * hour}, {"4h", 4 * hour}});
            break;
        case 7:
            deed = span("complaint.callback_within", {{"2d", 2 * day}, {"3d", 3 * day}});
            break;
        case 8:
            deed = span("callback.follow_up_within", {{"1d", day}, {"3d", 3 * day}});
            break;
        case 9:
            deed = span("callback.attempts", {{"2", 2}, {"3", 3}, {"4", 4}});
            break;
        case 10:
            deed = span("callback.partly_closes", {{"yes", 1}, {"no", 0}});
            break;
        default:
            deed = span("record.late_after", {{"12h", 12 * hour}, {"24h", day}});
            break;
    }
    if (chance_.percent(30)) deed.from = now_ + chance_.of<Instant>({0, 1, hour, day, -1});
    return deed;
}

Deed Generator::absence() {
    const auto login = one_of("CSTMH");
    Away deed{.login = login, .from = now_ + chance_.between(0, 2 * hour)};
    // Told afterwards.
    if (chance_.percent(30)) deed.from = now_ - chance_.between(1, 2 * day);
    deed.to = deed.from + chance_.between(1, 3 * day);
    deed.acting = one_of(chance_.percent(50) ? "MH" : "CSMH");
    const auto& absences = model_.office().person(login).absences;
    const bool twice = std::ranges::any_of(absences, [&](const Absence& other) {
        return other.from < deed.to && deed.from < other.to;
    });
    if (twice || deed.acting == login) return policy();
    return deed;
}

Deed Generator::comeback() {
    std::vector<std::string> gone;
    for (const auto& login : model_.office().logins())
        if (model_.office().has_left(login, now_)) gone.push_back(login);
    if (gone.empty()) return departure();
    const auto& login = chance_.of(gone);
    const auto& office = model_.office();
    return Return{login, office.role(login, now_), one_of("M")};
}

Deed Generator::change_of_staff() {
    ChangeStaff deed{.login = one_of(chance_.percent(80) ? "CST" : "M")};
    const auto role = model_.office().role(deed.login, now_);
    if (role != "manager" && chance_.percent(60))
        deed.role = chance_.of<std::string>({"clerk", "steward", "technician"});
    if (deed.role.empty() || chance_.percent(40))
        deed.superior = one_of(role == "manager" ? "HHCM" : properly() ? "M" : "CSTMH");
    return deed;
}

Deed Generator::departure() {
    const auto& office = model_.office();
    const auto login = one_of(properly(75) ? "CST" : "M");
    const auto role = office.role(login, now_);
    const auto colleagues =
        office.of_role(role == "technician" ? "T"
                       : role == "manager"  ? "M"
                                            : "CS",
                       now_)
            .size();
    if (colleagues < 4) return policy();
    Leave deed{.login = login};
    const auto below = office.below(login, now_);
    if (!below.empty() && properly()) {
        // One of them, one of theirs, or somebody else.
        deed.successor = chance_.percent(60) ? chance_.of(below) : one_of("CSTMH");
        const auto further = office.below(deed.successor, now_);
        if (!further.empty() && chance_.percent(50)) deed.successor = chance_.of(further);
    }
    return deed;
}

}  // namespace huiyin::property
