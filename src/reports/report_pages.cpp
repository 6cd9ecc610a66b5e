#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/reports/findings.hpp"
#include "report_parts.hpp"
#include "values.hpp"

/// The pages of one person and of one building, made of a report's parts.
namespace huiyin::reports {

using base::compose;
using records::MatterKind;

namespace {

struct OpenRow {
    records::Matter matter;
    base::Seconds age;
};

/// What is open of what a condition on the matter wants.
template <typename Wanted>
std::vector<OpenRow> open_rows(store::Connection& connection, const Report& report,
                               const Wanted& wanted) {
    const auto end = std::min(report.period.until, report.as_of);
    std::vector<OpenRow> rows;
    for (const auto& one : report.open) {
        auto matter = records::load_matter(connection, one.id);
        if (wanted(one, matter)) rows.push_back({std::move(matter), end - one.at});
    }
    return rows;
}

Table open_table(const std::vector<OpenRow>& rows, const base::Zone& zone) {
    Table table{.columns = {{Label{"单号", "number"}},
                            {Label{"登记时间", "came"}, Align::left, Holds::time},
                            {Label{"房号", "home"}},
                            {Label{"类别", "category"}},
                            {Label{"内容", "text"}},
                            {Label{"已", "for"}}},
                .rows = {},
                .brief = true,
                .empty = Label{"没有在办的。", "Nothing is open."}};
    for (const auto& [matter, age] : rows)
        table.rows.push_back({plain(matter.no), plain(base::readable_minute(matter.at, zone)),
                              plain(matter.unit),
                              records::category_title(matter.category.value_or("")),
                              plain(base::mask_phones_in(matter.text)), base::spoken_roughly(age)});
    return table;
}

Json open_json(const std::vector<OpenRow>& rows, const base::Zone& zone) {
    Json list = Json::array();
    for (const auto& [matter, age] : rows)
        list.push_back({{"no", matter.no},
                        {"kind", records::name_of(matter.kind).word},
                        {"opened_at", base::iso(matter.at, zone)},
                        {"unit", or_null(matter.unit)},
                        {"category", or_null(matter.category)}});
    return list;
}

Json heading_json(const Report& report, std::string_view schema, const base::Zone& zone) {
    return {{"schema", base::format("huiyin.report.{}/1", schema)},
            {"office", report.office.name},
            {"period", report.period.name},
            {"from", base::iso(report.period.from, zone)},
            {"to", base::iso(report.period.until, zone)},
            {"as_of", base::iso(report.as_of, zone)}};
}

Document heading_document(const Report& report, Text title, const base::Zone& zone) {
    Document document;
    document.made_at = report.as_of;
    document.title = std::move(title);
    document.subtitle = compose(
        {"{} 至 {},截至 {}", "{} to {}, as of {}"}, base::readable_minute(report.period.from, zone),
        base::readable_minute(report.period.until, zone), base::readable(report.as_of, zone));
    return document;
}

/// What is left of a report once its lists are cut to some rows.
template <typename Wanted>
Report cut_to(const Report& report, const Wanted& overdue, auto breach) {
    Report part = report;
    std::erase_if(part.overdue, [&](const Overdue& one) { return !overdue(one); });
    std::erase_if(part.breaches, [&](const rulebook::Finding& one) { return !breach(one); });
    return part;
}

PersonFigures row_of(const Report& report, const records::StaffEdition& person) {
    const auto found = std::ranges::find(report.people, person.login, &PersonFigures::login);
    if (found != report.people.end()) return *found;
    PersonFigures none;
    none.login = person.login;
    none.name = person.name;
    return none;
}

Report of_person(const Report& report, const std::string& login) {
    auto part = cut_to(
        report, [&](const Overdue& one) { return one.holder == login; },
        [&](const rulebook::Finding& one) { return one.blamed == login; });
    keep_people_seen_by(part, login);
    return part;
}

auto held_by(store::Connection& connection, const std::string& login) {
    return [staff = records::find_staff(connection, login)](const records::OpenMatter& one,
                                                            const records::Matter&) {
        return one.holder && one.holder == staff;
    };
}

Report of_building(const Report& report, std::string_view key) {
    const auto here = [&](const std::optional<std::string>& unit) {
        return unit && records::building_of_home(*unit) == key;
    };
    return cut_to(
        report, [&](const Overdue& one) { return here(one.unit); },
        [&](const rulebook::Finding& one) { return here(one.unit); });
}

auto in_building(std::string_view key) {
    return [key](const records::OpenMatter&, const records::Matter& matter) {
        return matter.unit && records::building_of_home(*matter.unit) == key;
    };
}

using Categories = std::map<std::string, std::int64_t>;

Categories categories(const std::vector<records::BuildingMatter>& matters, MatterKind kind) {
    Categories counts;
    for (const auto& one : matters)
        if (one.kind == kind) ++counts[one.category.value_or("")];
    return counts;
}

void add_categories(Table& table, Label kind, const Categories& counts) {
    for (const auto& [category, count] : counts)
        table.rows.push_back({kind,
                              category.empty() ? Text(Label{"未分类", "no category"})
                                               : records::category_title(category),
                              plain(count)});
}

Json categories_json(const Categories& counts) {
    Json json = Json::object();
    for (const auto& [category, count] : counts)
        json[category] = count;
    return json;
}

records::PlaceCounts counts_of(const Report& report, const std::string& key) {
    const auto found = std::ranges::find(report.places, key, &records::BuildingCounts::key);
    return found == report.places.end() ? records::PlaceCounts{} : found->counts;
}

Report only_building(const Report& report, const records::BuildingCounts& building) {
    Report part = of_building(report, building.key);
    part.places = {building};
    part.places.front().counts = counts_of(report, building.key);
    std::erase_if(part.homes, [&](const records::HomeCounts& home) {
        return records::building_of_home(home.unit) != building.key;
    });
    return part;
}

}  // namespace

Document person_document(store::Connection& connection, const Report& report,
                         const records::StaffEdition& person, const base::Zone& zone) {
    const auto part = of_person(report, person.login);
    auto document = heading_document(
        report,
        compose({"{} {} {}", "{}: {}, {}"}, report.office.name, person.name, report.period.name),
        zone);
    document.sections.push_back({Label{"本人与全办公室", "Their own and the office's"},
                                 {person_figures(row_of(report, person), report)},
                                 true});
    document.sections.push_back({Label{"逾期未办", "Overdue"}, {overdue_table(part, zone)}, true});
    document.sections.push_back(
        {Label{"在办", "Open"},
         {open_table(open_rows(connection, report, held_by(connection, person.login)), zone)},
         true});
    document.sections.push_back(
        {Label{"名下的违规", "Their breaches"}, {breach_table(part, zone)}, true});
    return document;
}

Json person_json(store::Connection& connection, const Report& report,
                 const records::StaffEdition& person, const base::Zone& zone) {
    auto part = of_person(report, person.login);
    part.people = {row_of(report, person)};
    auto json = heading_json(report, "person", zone);
    json["login"] = person.login;
    json["name"] = person.name;
    json["role"] = records::name_of(person.role).word;
    json["own"] = people_json(part, zone).at(0);
    const auto& of_office = report.figures;
    json["of_office"] = {{"replied", rate_json(of_office.replied_on_time)},
                         {"arrived", rate_json(of_office.arrived_on_time)},
                         {"finished", of_office.repairs.finished},
                         {"callbacks", of_office.callbacks.done()},
                         {"satisfied", rate_json(of_office.satisfied())},
                         {"open", std::ssize(report.open)},
                         {"overdue", std::ssize(report.overdue)},
                         {"breaches", of_office.breaches.total}};
    json["open"] =
        open_json(open_rows(connection, report, held_by(connection, person.login)), zone);
    json["overdue"] = overdue_json(part, zone);
    json["breaches"] = breaches_json(part, zone);
    return json;
}

Document building_document(store::Connection& connection, const Report& report,
                           const records::BuildingCounts& building, const base::Zone& zone) {
    const auto part = only_building(report, building);
    const auto matters = records::matters_of_building(
        connection, report.period.seen_from(report.as_of), building.key);
    auto document =
        heading_document(report,
                         compose({"{} {} 楼 {}", "{}: building {}, {}"}, report.office.name,
                                 building.building, report.period.name),
                         zone);
    std::vector<Block> blocks = place_tables(part);
    blocks.emplace_back(places_chart(part));
    document.sections.push_back(
        {Label{"投诉与报修", "Complaints and repairs"}, std::move(blocks), true});
    Table kinds{.columns = {{Label{"事项", "kind"}},
                            {Label{"类别", "category"}},
                            {Label{"件", "count"}, Align::right, Holds::number}},
                .rows = {},
                .empty = Label{"本期没有。", "None in this period."}};
    add_categories(kinds, {"投诉", "complaint"}, categories(matters, MatterKind::complaint));
    add_categories(kinds, {"报修", "repair"}, categories(matters, MatterKind::repair));
    document.sections.push_back({Label{"类别", "Categories"}, {std::move(kinds)}, true});
    document.sections.push_back({Label{"逾期未办", "Overdue"}, {overdue_table(part, zone)}, true});
    document.sections.push_back(
        {Label{"在办", "Open"},
         {open_table(open_rows(connection, report, in_building(building.key)), zone)},
         true});
    document.sections.push_back({Label{"违规", "Breaches"}, {breach_table(part, zone)}, true});
    return document;
}

Json building_json(store::Connection& connection, const Report& report,
                   const records::BuildingCounts& building, const base::Zone& zone) {
    const auto part = only_building(report, building);
    const auto matters = records::matters_of_building(
        connection, report.period.seen_from(report.as_of), building.key);
    auto json = heading_json(report, "building", zone);
    json.update(places_json(part, zone).at(0));
    json["homes_on_register"] = building.homes;
    json["by_category"] = {
        {"complaints", categories_json(categories(matters, MatterKind::complaint))},
        {"repairs", categories_json(categories(matters, MatterKind::repair))}};
    Json months = Json::array();
    for (const auto& month : report.months) {
        const auto found = month.places.find(building.key);
        const auto counts = found == month.places.end() ? records::PlaceCounts{} : found->second;
        months.push_back({{"month", month.month.name()},
                          {"complaints", counts.complaints},
                          {"repairs", counts.repairs}});
    }
    json["months"] = std::move(months);
    json["homes"] = homes_json(part, zone);
    json["open"] = open_json(open_rows(connection, report, in_building(building.key)), zone);
    json["overdue"] = overdue_json(part, zone);
    json["breaches"] = breaches_json(part, zone);
    return json;
}

}  // namespace huiyin::reports
