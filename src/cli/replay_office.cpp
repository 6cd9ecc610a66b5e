#include "retelling.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/attachment.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/conduct.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/letter.hpp"
#include "huiyin/records/matter_list.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/suggestion.hpp"
#include "huiyin/records/survey.hpp"

namespace huiyin::cli {

void Retelling::office(base::Instant at, int rank, std::int64_t id, Line line) {
    line.add("at", time(at)).add("late-reason", std::string(replayed.in(reading_.office.language)));
    events_.push_back({at, rank, id, line.words()});
}

void Retelling::staff() {
    auto& connection = reading_.connection;
    for (const auto& person : records::all_staff(connection, reading_.now)) {
        const auto editions = records::staff_history(connection, person.staff);
        bool known = person.staff == 1;  // whoever ran `init`, and will again
        for (const auto& edition : editions) {
            if (edition.has_left)
                office(edition.at, 2, edition.staff, Line("staff leave").operand(edition.login));
            else if (!known || &edition != &editions.front())
                office(edition.at, 0, edition.staff,
                       Line(known ? "staff change" : "staff add")
                           .operand(edition.login)
                           .add("name", edition.name)
                           .add("role", std::string(records::name_of(edition.role).word))
                           .add("department", edition.department)
                           .add("superior", login(edition.superior)));
            known = true;
        }
        for (const auto& absence : records::absences_of(connection, person.staff))
            office(editions.front().at, 1, person.staff,
                   Line("staff away")
                       .operand(person.login)
                       .add("from", time(absence.from))
                       .add("to", time(absence.until))
                       .add("acting", login(absence.acting)));
    }
}

void Retelling::policies() {
    std::int64_t id = 0;
    for (const auto& definition : records::policy_definitions())
        for (const auto& edition : policies_.editions(definition.key))
            if (edition.edition > 0)
                // It may be in force from a time ahead.
                events_.push_back({edition.at, 0, ++id,
                                   Line("policy set")
                                       .operand(std::string(definition.key))
                                       .operand(edition.value)
                                       .add("reason", edition.reason)
                                       .add("from", time(edition.at))
                                       .words()});
}

void Retelling::areas_and_plans() {
    auto& connection = reading_.connection;
    for (const auto& area : records::list_areas(connection)) {
        office(area.added_at, 0, area.id, Line("area add").operand(area.name));
        if (area.retired_at)
            office(*area.retired_at, 2, area.id, Line("area retire").operand(area.name));
    }
    for (const auto& plan : records::plans_in_force(connection, reading_.now))
        office(plan.at, 0, plan.id, Line("plan add").operand(plan.name).add("text", plan.text));
}

}  // namespace huiyin::cli
