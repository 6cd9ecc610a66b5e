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
    office(at, at, rank, id, std::move(line));
}

void Retelling::office(base::Instant at, base::Instant recorded_at, int rank, std::int64_t id,
                       Line line) {
    line.add("at", time(at)).add("late-reason", std::string(replayed.in(reading_.office.language)));
    events_.push_back({recorded_at, rank, id, line.words()});
}

void Retelling::staff() {
    auto& connection = reading_.connection;
    for (const auto& person : records::all_staff(connection, reading_.now)) {
        const auto editions = records::staff_history(connection, person.staff);
        bool known = person.staff == 1;  // whoever ran `init`, and will again
        bool had_left = false;
        for (const auto& edition : editions) {
            const bool is_first = &edition == &editions.front();
            const auto& says = edition.says;
            // Those who report to whoever leaves have another superior already.
            const int rank = edition.has_left ? 2 : 0;
            const auto tell = [&](std::string_view verb) {
                Line line(verb);
                line.operand(edition.login);
                if (says.name && !had_left) line.add("name", edition.name);
                if (says.role || had_left)
                    line.add("role", std::string(records::name_of(edition.role).word));
                if (says.department) line.add("department", edition.department);
                if (says.superior || had_left) line.add("superior", login(edition.superior));
                office(edition.at, is_first ? edition.at : edition.recorded_at, rank, edition.staff,
                       std::move(line));
            };
            if (edition.has_left && says.has_left)
                office(edition.at, edition.recorded_at, rank, edition.staff,
                       Line("staff leave").operand(edition.login));
            else if (!known)
                tell("staff add");
            else if (says.has_left && had_left)
                tell("staff return");
            else if (!is_first)
                tell("staff change");
            had_left = edition.has_left;
            known = true;
        }
        for (const auto& absence : records::absences_of(connection, person.staff))
            office(absence.recorded_at, 1, person.staff,
                   Line("staff away")
                       .operand(person.login)
                       .add("from", time(absence.from))
                       .add("to", time(absence.until))
                       .add("acting", login(absence.acting)));
    }
}

/// A decision binds from when it is typed; only what lies ahead of the export can be told with its
/// time.
Line Retelling::policy_line(const records::PolicyDefinition& definition,
                            const records::PolicyEdition& edition) const {
    Line line("policy set");
    line.operand(std::string(definition.key)).operand(edition.value).add("reason", edition.reason);
    if (edition.at > reading_.now) line.add("from", time(edition.at));
    return line;
}

void Retelling::policies() {
    std::int64_t id = 0;
    for (const auto& definition : records::policy_definitions())
        for (const auto& edition : policies_.editions(definition.key))
            if (edition.edition > 0)
                events_.push_back({edition.at, 0, ++id, policy_line(definition, edition).words()});
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
