#include "figure_table.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "huiyin/reports/report.hpp"
#include "report_parts.hpp"

namespace huiyin::reports {

std::string comparable_figures(const Report& report) {
    return filed_figures_json(report, base::Zone(report.office.timezone)).dump();
}

Json report_json(const Report& report, const base::Zone& zone) {
    const auto& words = words_of(report.period.span);
    Json json{{"schema", base::format("huiyin.report.{}/1", words.id)},
              {"office", report.office.name},
              {words.key, report.period.name},
              {"from", base::iso(report.period.from, zone)},
              {"to", base::iso(report.period.until, zone)},
              {"as_of", base::iso(report.as_of, zone)}};
    json["edition"] = report.edition ? Json(*report.edition) : Json();
    json.update(figures_json(report, zone));
    json["previous"] = figures_json(report.previous, zone);
    json["last_year"] = report.last_year ? figures_json(*report.last_year, zone) : Json();
    json["summary"] = report.summary ? base::mask_phones_in(*report.summary)
                                     : drafted_summary(report).in(report.office.language);
    json["journal"] = {{"entries", report.journal.entries}, {"head", report.journal.hash}};
    json["journal"]["seal"] = report.seal ? seal_json(*report.seal, zone) : Json();
    if (report.checkpoint) json["journal"]["seal"]["checkpoint"] = report.checkpoint->note;
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
