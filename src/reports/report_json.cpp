#include <fmt/format.h>

#include "huiyin/base/display.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "huiyin/reports/report.hpp"
#include "values.hpp"

namespace huiyin::reports {

namespace {

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

Json complaints_json(const Statistics& period) {
    const auto& counts = period.complaints;
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
            {"replied_on_time", rate_json(period.replied_on_time)},
            {"reply_seconds",
             {{"median", or_null(median(counts.reply_seconds))},
              {"p90", or_null(percentile(counts.reply_seconds, 90))}}}};
}

Json callbacks_json(const Statistics& period) {
    const auto& counts = period.callbacks;
    return {
        {"done", counts.done()},
        {"by_method", counts_json(counts.by_method, {"visit", "phone", "letter", "open-letter"})},
        {"handled", rate_json(period.handled)},
        {"signed_visits", rate_json(period.signed_visits())},
        {"satisfied", rate_json(period.satisfied())}};
}

Json repairs_json(const Statistics& period) {
    const auto& counts = period.repairs;
    return {{"received", counts.received},
            {"by_category", counts_json(counts.by_category, {})},
            {"urgent", counts.urgent},
            {"finished", counts.finished},
            {"open_at_end", counts.open_at_end},
            {"rework", counts.rework},
            {"called_back", rate_json(period.called_back)},
            {"urged", counts.urged},
            {"arrived_on_time", rate_json(period.arrived_on_time)},
            {"solved_on_time", rate_json(period.solved_on_time)},
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

Json figures_json(const Statistics& period, const base::Zone& zone) {
    Json json = Json::object();
    json["complaints"] = complaints_json(period);
    const auto& suggestions = period.suggestions;
    json["suggestions"] = {
        {"received", suggestions.received},
        {"answered", suggestions.answered},
        {"called_back", rate_json({suggestions.optional_called_back, suggestions.optional})}};
    json["callbacks"] = callbacks_json(period);
    json["surveys"] = {{"issued", period.surveys.issued}, {"returned", period.surveys.returned}};
    json["repairs"] = repairs_json(period);
    json["duty"] = duty_json(period.duty, zone);
    json["events"] = {{"reported", period.events.reported},
                      {"urgent", period.events.urgent},
                      {"reported_late", period.reported_late}};
    json["conduct"] = {{"opened", period.conduct.opened}, {"decided", period.conduct.decided}};
    json["breaches"] = {{"total", period.breaches.total},
                        {"explained", period.breaches.explained},
                        {"by_clause", counts_json(period.breaches.by_clause, {})}};
    return json;
}

}  // namespace

std::string comparable_figures(const Report& report) {
    return figures_json(report.figures, base::Zone(report.office.timezone)).dump();
}

Json report_json(const Report& report, const base::Zone& zone) {
    const auto& words = words_of(report.period.span);
    Json json{{"schema", fmt::format("huiyin.report.{}/1", words.id)},
              {"office", report.office.name},
              {words.key, report.period.name},
              {"from", base::iso(report.period.from, zone)},
              {"to", base::iso(report.period.until, zone)},
              {"as_of", base::iso(report.as_of, zone)}};
    json["edition"] = report.edition ? Json(*report.edition) : Json();
    json.update(figures_json(report.figures, zone));
    json["previous"] = figures_json(report.previous, zone);
    json["summary"] = report.summary ? base::mask_phones_in(*report.summary)
                                     : drafted_summary(report).in(report.office.language);
    json["journal"] = {{"entries", report.journal.entries}, {"head", report.journal.hash}};
    json["journal"]["seal"] = report.seal ? seal_json(*report.seal, zone) : Json();
    json["regulation"] = {{"edition", report.requirements.regulation}};
    Json changes = Json::array();
    for (const auto& change : report.changes)
        changes.push_back({{"figure", change.figure.in(report.office.language)},
                           {"from", change.from},
                           {"to", change.to}});
    json["changes"] = std::move(changes);
    return json;
}

}  // namespace huiyin::reports
