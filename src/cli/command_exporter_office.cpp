#include <algorithm>

#include "command_exporter.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/home_register.hpp"
#include "huiyin/records/office_log.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/records/reminder.hpp"

namespace huiyin::cli {

namespace {

/// Within one second: what everything needs first, who leaves and what is explained last.
enum Rank : int { founding = -1, before = 0, absent = 1, after = 3 };

}  // namespace

std::int64_t CommandExporter::entry_of(base::Instant at, const std::string& subject,
                                       std::string_view command) const {
    const auto [first, last] = std::ranges::equal_range(log_, at, {}, &gate::LoggedEntry::at);
    const auto found = std::find_if(first, last, [&](const gate::LoggedEntry& one) {
        return std::ranges::find(one.subjects, subject) != one.subjects.end() &&
               one.command.find(command) != std::string::npos;
    });
    return found == last ? 0 : found->seq;
}

void CommandExporter::office(const records::Recorded& recorded, int rank,
                             const std::string& subject, Line line) {
    const auto entry = entry_of(recorded.recorded_at, subject,
                                base::format("{} {}", line.words()[0], line.words()[1]));
    if (recorded.at != recorded.recorded_at)
        line.add("at", time(recorded.at))
            .add("late-reason", std::string(replayed.in(reading_.office.language)));
    events_.push_back(
        {recorded.recorded_at, entry, rank, recorded.id, said_by(recorded, line).words()});
}

/// Whoever ran `init` runs the batch, too.
Line& CommandExporter::said_by(const records::Recorded& recorded, Line& line) {
    if (recorded.recorder != founder_) line.add("as", recorded.recorder);
    return line;
}

void CommandExporter::founding_of_office() {
    const auto& office = reading_.office;
    events_.push_back({office.opened_at, 0, Rank::founding, 0,
                       Line("init")
                           .add("office", office.name)
                           .add("language", std::string(base::language_tag(office.language)))
                           .add("timezone", office.timezone)
                           .words()});
}

void CommandExporter::staff() {
    auto& connection = reading_.connection;
    std::set<std::string> known;
    std::map<std::tuple<records::StaffId, base::Instant, base::Instant>, int> told_then;
    for (const auto& [recorded, edition] : records::staff_entries(connection)) {
        const bool founder = founder_.empty();
        if (founder) founder_ = edition.login;
        const bool is_new = known.insert(edition.login).second;
        if (founder) continue;  // whoever ran `init`
        const auto history = records::staff_history(connection, edition.staff);
        // Of several in one second, this one.
        auto before = told_then[{edition.staff, recorded.at, recorded.recorded_at}]++;
        const auto told = std::ranges::find_if(history, [&](const records::StaffEdition& one) {
            return one.at == recorded.at && one.recorded_at == recorded.recorded_at &&
                   before-- == 0;
        });
        const auto says = told == history.end() ? records::StaffFields{} : told->says;
        const bool moves = !is_new && says.has_left;
        const bool leaves = moves && edition.has_left;
        Line line(is_new   ? "staff add"
                  : leaves ? "staff leave"
                  : moves  ? "staff return"
                           : "staff change");
        line.operand(edition.login);
        if (!leaves) {
            if (says.name && !moves) line.add("name", edition.name);
            // A change to what it was already changed nothing, and is on record.
            const bool nothing = !says.name && !says.role && !says.department && !says.superior;
            if (says.role || moves || nothing)
                line.add("role", std::string(records::name_of(edition.role).word));
            if (says.department) line.add("department", edition.department);
            if (says.superior || moves) line.add("superior", login(edition.superior));
        }
        office(recorded, leaves ? Rank::after : Rank::before, edition.login, line);
    }
    for (const auto& [recorded, who, absence] : records::absence_entries(connection))
        office(recorded, Rank::absent, who,
               Line("staff away")
                   .operand(who)
                   .add("from", time(absence.from))
                   .add("to", time(absence.until))
                   .add("acting", login(absence.acting)));
}

void CommandExporter::policies() {
    for (const auto& change : records::policy_changes(reading_.connection)) {
        Line line("policy set");
        line.operand(change.key).operand(change.value).add("reason", change.reason);
        // It may be in force from a time ahead.
        if (change.recorded.at != change.recorded.recorded_at)
            line.add("from", time(change.recorded.at));
        events_.push_back({change.recorded.recorded_at,
                           entry_of(change.recorded.recorded_at, change.key, "policy set"),
                           Rank::before, change.recorded.id,
                           said_by(change.recorded, line).words()});
    }
}

/// Of what only the journal knows when it was recorded, and by whom; in a store that was recorded
/// anew nobody does.
records::Recorded CommandExporter::recorded_of(std::int64_t id, base::Instant at,
                                               std::string_view table,
                                               std::string_view command) const {
    const auto* entry = entry_that_wrote(table, id, command.ends_with("retire"));
    if (entry == nullptr || entry->command.find(command) == std::string::npos)
        return {id, at, at, founder_};
    const bool is_known = records::find_staff(reading_.connection, entry->staff).has_value();
    return {id, at, entry->at, is_known ? entry->staff : founder_};
}

void CommandExporter::areas_and_plans() {
    auto& connection = reading_.connection;
    for (const auto& area : records::list_areas(connection)) {
        office(recorded_of(area.id, area.added_at, "area", "area add"), Rank::before, area.name,
               Line("area add").operand(area.name));
        if (area.retired_at)
            office(recorded_of(area.id, *area.retired_at, "area", "area retire"), Rank::after,
                   area.name, Line("area retire").operand(area.name));
    }
    for (const auto& home : records::all_registered_homes(connection)) {
        const records::Recorded added{home.id, home.added_at, home.recorded_at,
                                      login(home.recorder)};
        office(added, Rank::before, home.unit,
               Line("unit add")
                   .operand(home.unit)
                   .add("building", home.building)
                   .add("stair", home.stair)
                   .number("residents", home.residents));
        if (home.retired_at)
            office(recorded_of(home.id, *home.retired_at, "home", "unit retire"), Rank::after,
                   home.unit, Line("unit retire").operand(home.unit));
    }
    for (const auto& plan : records::plan_changes(connection))
        office(plan.recorded, Rank::before, plan.name,
               Line(plan.edition == 1 ? "plan add" : "plan revise")
                   .operand(plan.name)
                   .add("text", plan.text));
    for (const auto& one : records::snippet_changes(connection)) {
        Line line(one.text ? "snippet add" : "snippet retire");
        office(one.recorded, one.text ? Rank::before : Rank::after, one.name,
               line.operand(one.name).add("text", one.text));
    }
    for (const auto& one : records::reminder_entries(connection)) {
        Line line("remind");
        line.add("who", one.login).add("within", base::format("{}s", one.within.count()));
        events_.push_back({one.told_at, entry_of(one.told_at, one.login, "remind"), Rank::after, 0,
                           said_by({0, one.told_at, one.told_at, one.recorder}, line).words()});
    }
    for (const auto& entry : records::acknowledgement_entries(connection)) {
        Line line(entry.plan ? "plan acknowledge" : "rules acknowledge");
        if (entry.plan) line.operand(*entry.plan);
        if (entry.login != entry.recorded.recorder) line.add("by", entry.login);
        office(entry.recorded, Rank::absent, entry.login, line);
    }
}

void CommandExporter::rules_and_reports() {
    auto& connection = reading_.connection;
    for (const auto& one : records::office_rule_entries(connection)) {
        Line line(one.text ? "rules add" : "rules retire");
        if (one.text)
            line.operand(file_(base::format("rules/{}-{}.sql", one.rule, one.edition), *one.text));
        else
            line.operand(one.rule).add("reason", one.reason);
        office(one.recorded, Rank::after, one.rule, line);
    }
    for (const auto& one : records::filing_entries(connection))
        office(one.recorded, Rank::after, one.week,
               Line("report weekly").add("week", one.week).add("summary", one.summary));
    for (const auto& one : records::explanation_entries(connection))
        office(one.recorded, Rank::after, one.subject,
               Line("check explain")
                   .operand(one.rule)
                   .operand(one.subject)
                   .add("reason", one.reason.value_or("—")));
}

void CommandExporter::erasures() {
    for (auto& one : records::recorded_erasures(reading_.connection)) {
        const auto at = one.at;
        const auto id = one.id;
        if (one.recorder == founder_) one.recorder.clear();
        events_.push_back({.recorded_at = at,
                           .entry = 0,
                           .rank = Rank::after,
                           .id = id,
                           .words = Line("resident erase").words(),
                           .erased = std::move(one)});
    }
}

}  // namespace huiyin::cli
