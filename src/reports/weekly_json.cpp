#include "huiyin/reports/weekly.hpp"

namespace huiyin::reports {

using Json = nlohmann::ordered_json;

namespace {

Json or_null(std::optional<std::int64_t> value) {
    return value ? Json(*value) : Json();
}

/// The named counts first, those that are not there as 0.
Json counts_json(const std::map<std::string, std::int64_t>& counts,
                 std::initializer_list<const char*> names) {
    Json json = Json::object();
    for (const char* name : names) {
        const auto found = counts.find(name);
        json[name] = found == counts.end() ? 0 : found->second;
    }
    for (const auto& [name, count] : counts)
        json[name] = count;
    return json;
}

Json complaints_json(const WeekStatistics& week) {
    const auto& counts = week.complaints;
    return {{"received", counts.received},
            {"by_channel", counts_json(counts.by_channel, {"letter", "phone", "visit"})},
            {"by_class", counts_json(counts.by_class, {"1", "2", "3"})},
            {"by_category", counts_json(counts.by_category, {})},
            {"closed", counts.closed},
            {"closed_unsatisfied", counts.closed_unsatisfied},
            {"closed_unverified", counts.closed_unverified},
            {"open_at_end", counts.open_at_end},
            {"repeat", counts.repeat},
            {"joint", counts.joint},
            {"unreachable", counts.unreachable},
            {"forwarded", counts.forwarded},
            {"replied_on_time", rate_json(week.replied_on_time)},
            {"reply_seconds",
             {{"median", or_null(median(counts.reply_seconds))},
              {"p90", or_null(percentile(counts.reply_seconds, 90))}}}};
}

Json callbacks_json(const WeekStatistics& week) {
    const auto& counts = week.callbacks;
    return {
        {"done", counts.done()},
        {"by_method", counts_json(counts.by_method, {"visit", "phone", "letter", "open-letter"})},
        {"handled", rate_json(week.handled)},
        {"signed_visits", rate_json({counts.signed_visits, counts.rated})},
        {"satisfied", rate_json({counts.satisfied, counts.answered})}};
}

Json repairs_json(const WeekStatistics& week) {
    const auto& counts = week.repairs;
    return {{"received", counts.received},
            {"by_category", counts_json(counts.by_category, {})},
            {"urgent", counts.urgent},
            {"finished", counts.finished},
            {"open_at_end", counts.open_at_end},
            {"rework", counts.rework},
            {"called_back", rate_json(week.called_back)},
            {"urged", counts.urged},
            {"arrived_on_time", rate_json(week.arrived_on_time)},
            {"solved_on_time", rate_json(week.solved_on_time)},
            {"fixed_first_visit", rate_json({counts.fixed_first_visit, counts.fixable})}};
}

Json duty_json(const records::DutyCounts& duty, const base::Zone& zone) {
    Json gaps = Json::array();
    for (const auto& gap : duty.gaps)
        gaps.push_back({{"from", base::iso(gap.from, zone)}, {"to", base::iso(gap.until, zone)}});
    return {{"shifts", duty.shifts},
            {"covered", rate_json({duty.covered, duty.owed})},
            {"gaps", std::move(gaps)},
            {"patrols", rate_json({duty.inspections, duty.inspections_owed})}};
}

Json figures_json(const WeekStatistics& week, const base::Zone& zone) {
    Json json;
    json["complaints"] = complaints_json(week);
    const auto& suggestions = week.suggestions;
    json["suggestions"] = {
        {"received", suggestions.received},
        {"answered", suggestions.answered},
        {"called_back", rate_json({suggestions.optional_called_back, suggestions.optional})}};
    json["callbacks"] = callbacks_json(week);
    json["surveys"] = {{"issued", week.surveys.issued}, {"returned", week.surveys.returned}};
    json["repairs"] = repairs_json(week);
    json["duty"] = duty_json(week.duty, zone);
    json["events"] = {{"reported", week.events.reported},
                      {"urgent", week.events.urgent},
                      {"reported_late", week.reported_late}};
    json["conduct"] = {{"opened", week.conduct.opened}, {"decided", week.conduct.decided}};
    json["breaches"] = {{"total", week.breaches.total},
                        {"explained", week.breaches.explained},
                        {"by_clause", counts_json(week.breaches.by_clause, {})}};
    return json;
}

}  // namespace

std::string comparable_figures(const WeeklyReport& report) {
    return figures_json(report.figures, base::Zone(report.office.timezone)).dump();
}

Json weekly_json(const WeeklyReport& report, const base::Zone& zone) {
    Json json{{"schema", "huiyin.report.weekly/1"},
              {"office", report.office.name},
              {"week", report.week.name()},
              {"from", base::iso(report.window.from, zone)},
              {"to", base::iso(report.window.until, zone)},
              {"as_of", base::iso(report.window.as_of, zone)}};
    json["edition"] = report.edition ? Json(*report.edition) : Json();
    json.update(figures_json(report.figures, zone));
    json["previous"] = figures_json(report.previous, zone);
    json["summary"] = report.summary.value_or(drafted_summary(report).in(report.office.language));
    json["journal"] = {{"entries", report.journal.entries}, {"head", report.journal.hash}};
    return json;
}

}  // namespace huiyin::reports
