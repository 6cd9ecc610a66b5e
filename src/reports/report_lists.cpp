#include <algorithm>

#include "huiyin/base/json.hpp"
#include "huiyin/reports/findings.hpp"
#include "report_parts.hpp"
#include "values.hpp"

/// The figures of a report that are lists, or several of one shape.
namespace huiyin::reports {

namespace {

Json carried(const records::Carry& carry) {
    return {{"before", carry.before},
            {"received", carry.received},
            {"closed", carry.closed},
            {"voided", carry.voided},
            {"after", carry.after}};
}

Json aged(const records::Ages& ages) {
    Json json = Json::object();
    for (std::size_t i = 0; i < ages.size(); ++i)
        json[std::string(records::age_bounds.at(i).key)] = ages.at(i);
    return json;
}

Json three_rates(const Rate& responded, const records::Answers& answers, std::int64_t least) {
    return {{"responded", rate_json(responded, least)},
            {"resolved", rate_json({answers.resolved, answers.asked}, least)},
            {"satisfied", rate_json({answers.satisfied, answers.reached}, least)}};
}

}  // namespace

Json breaches_json(const Report& report, const base::Zone& zone) {
    return findings_json(report.breaches, zone, report.office.language);
}

Json carry_json(const Report& report, const base::Zone&) {
    return {{"complaints", carried(report.flow.complaints)},
            {"repairs", carried(report.flow.repairs)}};
}

Json ages_json(const Report& report, const base::Zone&) {
    return {{"complaints", aged(report.flow.complaint_ages)},
            {"repairs", aged(report.flow.repair_ages)}};
}

Json people_json(const Report& report, const base::Zone&) {
    const auto least = report.requirements.reference_min;
    Json list = Json::array();
    for (const auto& one : report.people)
        list.push_back({{"login", one.login},
                        {"name", one.name},
                        {"replied", rate_json(one.replied, least)},
                        {"arrived", rate_json(one.arrived, least)},
                        {"finished", one.work.finished},
                        {"callbacks", one.work.callbacks},
                        {"satisfied", rate_json({one.work.satisfied, one.work.asked}, least)},
                        {"open", one.work.open},
                        {"overdue", one.overdue},
                        {"breaches", one.breaches}});
    return list;
}

std::vector<Cause> causes_of(const Report& report) {
    std::map<std::string, Cause> causes;
    for (const auto& [category, count] : report.figures.complaints.by_category)
        causes[category].count = count;
    for (const auto& [category, count] : report.previous.complaints.by_category)
        causes[category].previous = count;
    if (report.last_year)
        for (const auto& [category, count] : report.last_year->complaints.by_category)
            causes[category].last_year = count;
    std::vector<Cause> list;
    for (auto& [category, cause] : causes) {
        cause.category = category;
        if (report.last_year && !cause.last_year) cause.last_year = 0;
        list.push_back(std::move(cause));
    }
    std::ranges::stable_sort(list, std::ranges::greater{}, [](const Cause& cause) {
        return std::tuple(cause.count, cause.previous);
    });
    return list;
}

Json causes_json(const Report& report, const base::Zone&) {
    Json list = Json::array();
    for (const auto& cause : causes_of(report))
        list.push_back({{"category", cause.category},
                        {"count", cause.count},
                        {"previous", cause.previous},
                        {"last_year", or_null(cause.last_year)}});
    return list;
}

Json three_rates_json(const Report& report, const base::Zone&) {
    return three_rates(report.figures.replied_on_time, report.figures.callbacks.on_complaints,
                       report.requirements.reference_min);
}

Json hotline_json(const Report& report, const base::Zone&) {
    return three_rates(report.figures.hotline_replied, report.figures.callbacks.on_hotline,
                       report.requirements.reference_min);
}

Json overdue_json(const Report& report, const base::Zone& zone) {
    Json list = Json::array();
    for (const auto& one : report.overdue)
        list.push_back({{"no", one.no},
                        {"what", one.rule->due},
                        {"clause", one.rule->clause},
                        {"holder", or_null(one.holder)},
                        {"unit", or_null(one.unit)},
                        {"since", base::iso(one.since, zone)}});
    return list;
}

}  // namespace huiyin::reports
