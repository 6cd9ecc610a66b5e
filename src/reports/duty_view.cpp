#include "huiyin/reports/duty_view.hpp"

#include <fmt/ranges.h>

#include "huiyin/base/formatting.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;

namespace {

/// `在办 12(投诉 3、报修 9)`.
Text open_now(const records::DutyStatus& status) {
    int sum = 0;
    Text kinds;
    for (const auto& [prefix, count] : status.open) {
        sum += count;
        const auto kind = records::kind_of_prefix(prefix);
        kinds.zh +=
            base::format("{}{} {}", kinds.zh.empty() ? "" : "、",
                         kind ? records::name_of(*kind).title.zh : std::string_view(prefix), count);
        kinds.en += base::format("{}{} {}", kinds.en.empty() ? "" : " ", prefix, count);
    }
    if (sum == 0) return Label{"没有在办", "nothing open"};
    return {base::format("在办 {}({})", sum, kinds.zh),
            base::format("{} open ({})", sum, kinds.en)};
}

/// Duty is a matter of hours: no year is needed to know which day is meant.
std::string day_and_time(base::Instant at, const View& view) {
    return base::readable_minute(at, view.zone).substr(std::string_view("2026-").size());
}

/// `李雷(li) +陈静(chen)`: who answers for a shift, and who is with them.
std::string crew(const View& view, const std::string& who, const std::vector<std::string>& with) {
    auto named = person(view, who);
    for (const auto& one : with)
        named += " +" + person(view, one);
    return named;
}

std::string people(const View& view, const std::vector<std::string>& logins) {
    std::vector<std::string> named;
    for (const auto& login : logins)
        named.push_back(person(view, login));
    return base::format("{}", fmt::join(named, " "));
}

Text who_is_on(const records::DutyStatus& status, const View& view) {
    if (status.shift) {
        const auto since = day_and_time(status.shift->matter.at, view);
        const auto who = crew(view, status.shift->officer, status.shift->with);
        if (!status.until) return compose({"{} 当班,自 {}", "{} is on duty since {}"}, who, since);
        return compose({"{} 当班,自 {} 至 {}", "{} is on duty since {} until {}"}, who, since,
                       day_and_time(*status.until, view));
    }
    if (!status.unmanned_since) return Label{"还没有人当过班", "nobody has been on duty yet"};
    const auto since = base::readable(*status.unmanned_since, view.zone);
    const auto size = base::spoken(view.now - *status.unmanned_since);
    return {base::format("无人当班!自 {},已 {}", since, size.zh),
            base::format("nobody is on duty! since {}, {}", since, size.en)};
}

Text who_is_next(const records::DutyStatus& status, const View& view) {
    if (!status.next) return Label{"下一班未排", "no shift is rostered next"};
    const auto at = day_and_time(status.next->from, view);
    return compose({"下一班 {}({})", "next {} ({})"},
                   crew(view, status.next->who, status.next->with), at);
}

}  // namespace

Text duty_line(const records::DutyStatus& status, const View& view) {
    const auto on = who_is_on(status, view);
    const auto next = who_is_next(status, view);
    const auto open = open_now(status);
    return {base::format("{};{};{}", on.zh, next.zh, open.zh),
            base::format("{}; {}; {}", on.en, next.en, open.en)};
}

Document status_document(const records::DutyStatus& status, const View& view) {
    Document document;
    document.sections.push_back({{}, {Paragraph{duty_line(status, view)}}});
    return document;
}

Json status_json(const records::DutyStatus& status, const View& view) {
    Json json = Json::object();
    json["on"] = status.shift ? Json(status.shift->officer) : Json();
    json["with"] = status.shift ? Json(status.shift->with) : Json::array();
    json["shift"] = status.shift ? Json(status.shift->matter.no) : Json();
    json["since"] = status.shift ? Json(base::iso(status.shift->matter.at, view.zone)) : Json();
    json["until"] = or_null(status.until, view);
    json["unmanned_since"] = or_null(status.unmanned_since, view);
    json["next"] = status.next ? Json{{"no", status.next->matter.no},
                                      {"who", status.next->who},
                                      {"with", status.next->with},
                                      {"from", base::iso(status.next->from, view.zone)}}
                               : Json();
    json["open"] = Json::object();
    for (const auto& [prefix, count] : status.open)
        json["open"][prefix] = count;
    return json;
}

Document shift_report(const records::Shift& shift, const View& view) {
    const auto steps = records::steps_of(view.connection, shift.matter.id);
    Figures facts{{Label{"当班人", "officer"}, plain(person(view, shift.officer)), {}},
                  {Label{"自", "from"}, plain(base::readable(shift.matter.at, view.zone)), {}}};
    if (!shift.with.empty())
        facts.insert(facts.begin() + 1,
                     {Label{"同班", "with"}, plain(people(view, shift.with)), {}});
    if (shift.substitute_for)
        facts.push_back(
            {Label{"替", "standing in for"}, plain(person(view, *shift.substitute_for)), {}});
    facts.push_back({Label{"至", "until"},
                     shift.matter.closed_at
                         ? plain(base::readable(*shift.matter.closed_at, view.zone))
                         : Text(Label{"当班中", "still on duty"}),
                     {}});
    std::vector<records::MatterId> open;
    for (const auto& step : steps) {
        if (!step.handover) continue;
        facts.push_back(
            {Label{"接班人", "relief"}, plain(step.to ? person(view, *step.to) : ""), {}});
        if (step.handover->reported_to)
            facts.push_back({Label{"已向其汇报", "reported to"},
                             plain(person(view, *step.handover->reported_to)),
                             {}});
        if (step.handover->items)
            facts.push_back(
                {Label{"清点", "counted"}, plain(shown_words(*step.handover->items, view)), {}});
        for (const auto& no : step.handover->carried)
            if (const auto matter = records::find_matter(view.connection, no))
                open.push_back(matter->id);
    }
    std::vector<MatterView> carried;
    for (const auto id : open)
        carried.push_back(view_matter(view, id));

    Document document;
    document.title = compose({"值班报告 {}", "Shift report {}"}, shift.matter.no);
    document.sections.push_back({{}, {std::move(facts)}});
    document.sections.push_back({Label{"经过", "What happened"}, {steps_table(steps, view)}});
    document.sections.push_back(
        {compose({"移交在办 {} 件", "Handed over open: {}"}, carried.size()),
         {matters_table(carried, view)}});
    return document;
}

Document roster_document(const std::vector<records::MatterId>& entries, const View& view) {
    Table table{.columns = {{Label{"编号", "number"}},
                            {Label{"自", "from"}, Align::left, Holds::time},
                            {Label{"至", "to"}, Align::left, Holds::time},
                            {Label{"班次", "kind"}},
                            {Label{"值班人", "who"}},
                            {Label{"同班", "with"}}},
                .rows = {},
                .brief = true,
                .empty = Label{"还没有排班。", "Nobody is rostered."}};
    for (const auto id : entries) {
        const auto entry = records::load_roster_entry(view.connection, id);
        table.rows.push_back(
            {plain(entry.matter.no), when(view, entry.from), when(view, entry.until),
             entry.kind == "day" ? Text(Label{"值班", "day"}) : Text(Label{"值宿", "overnight"}),
             plain(person(view, entry.who)), plain(people(view, entry.with))});
    }
    drop_empty_columns(table);
    Document document;
    document.title = Label{"排班表", "Roster"};
    document.sections.push_back({{}, {std::move(table)}});
    return document;
}

Json roster_json(const std::vector<records::MatterId>& entries, const View& view) {
    Json list = Json::array();
    for (const auto id : entries)
        list.push_back(view_matter(view, id).json);
    return list;
}

Document areas_document(const std::vector<records::Area>& areas, const base::Zone& zone) {
    Table table{.columns = {{Label{"重要部位", "key area"}},
                            {Label{"自", "since"}},
                            {Label{"停用", "retired"}}},
                .rows = {},
                .empty = Label{"还没有登记重要部位。", "No key areas."}};
    for (const auto& area : areas)
        table.rows.push_back(
            {plain(area.name), plain(base::readable_minute(area.added_at, zone)),
             plain(area.retired_at ? base::readable_minute(*area.retired_at, zone) : "")});
    drop_empty_columns(table);
    Document document;
    document.title = Label{"重要部位", "Key areas"};
    document.sections.push_back({{}, {std::move(table)}});
    return document;
}

Json areas_json(const std::vector<records::Area>& areas, const base::Zone& zone) {
    Json list = Json::array();
    for (const auto& area : areas) {
        Json one{{"name", area.name}, {"added_at", base::iso(area.added_at, zone)}};
        one["retired_at"] = area.retired_at ? Json(base::iso(*area.retired_at, zone)) : Json();
        list.push_back(std::move(one));
    }
    return list;
}

Document plans_document(const std::vector<records::Plan>& plans, const View& view) {
    Document document;
    document.title = Label{"现行应急预案", "Emergency plans in force"};
    if (plans.empty())
        document.sections.push_back(
            {{}, {Paragraph{Label{"还没有登记预案。", "There are no plans."}}}});
    for (const auto& plan : plans) {
        const auto readers = people(view, plan.acknowledged_by);
        document.sections.push_back(
            {compose({"{} 第 {} 版({})", "{}, edition {} ({})"}, plan.name, plan.edition,
                     base::readable_minute(plan.at, view.zone)),
             {Paragraph{plain(plan.text)},
              Figures{{Label{"已签收", "acknowledged by"},
                       readers.empty() ? Text(Label{"无人", "nobody"}) : plain(readers),
                       {}}}}});
    }
    return document;
}

Json plans_json(const std::vector<records::Plan>& plans, const base::Zone& zone) {
    Json list = Json::array();
    for (const auto& plan : plans)
        list.push_back({{"name", plan.name},
                        {"edition", plan.edition},
                        {"at", base::iso(plan.at, zone)},
                        {"text", plan.text},
                        {"acknowledged_by", plan.acknowledged_by}});
    return list;
}

}  // namespace huiyin::reports
