#include "huiyin/reports/weekly_filing.hpp"

#include <utility>

#include "huiyin/gate/rights.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/weekly_report.hpp"

namespace huiyin::reports {

namespace {

int newest_edition(store::Connection& connection, const base::Week& week) {
    const auto latest = records::latest_report(connection, week.name());
    return latest ? latest->edition : 0;
}

base::Week week_of(const std::optional<base::TypedWeek>& typed, base::Instant now,
                   const base::Zone& zone) {
    return typed ? typed->resolve(now, zone) : base::Week::containing(now, zone).previous();
}

bool is_over(const base::Week& week, base::Instant now, const base::Zone& zone) {
    return week.end(zone) <= now;
}

/// Only a week that is over is filed; without filing it is a report like any other.
gate::Right right_for(const gate::Session& session, const std::string& line,
                      const std::optional<base::TypedWeek>& typed) {
    const auto reading = gate::open_to_read(session, line);
    const bool files = !session.dry_run && is_over(week_of(typed, reading.now, reading.zone),
                                                   reading.now, reading.zone);
    return files ? gate::Right::office_work : gate::Right::read;
}

Report report_of(const records::Writing& writing, const base::Week& week) {
    auto& connection = writing.connection();
    return compute_report(connection, records::load_office(connection), writing.zone(),
                          Period::of(week, writing.zone()), writing.now());
}

}  // namespace

WeeklyDraft draft_week(const gate::Session& session, const std::string& line,
                       const std::optional<base::TypedWeek>& typed,
                       std::optional<std::string> summary) {
    // Who may not file it is told so before figures are taken for nothing.
    const auto right = right_for(session, line, typed);
    const auto draft_of = [&](gate::Reading& reading) {
        const auto which = week_of(typed, reading.now, reading.zone);
        auto report = compute_report(reading.connection, reading.office, reading.zone,
                                     Period::of(which, reading.zone), reading.now);
        report.summary = summary;
        return WeeklyDraft{.week = which,
                           .zone = reading.zone,
                           .week_is_over = is_over(which, reading.now, reading.zone),
                           .newest_edition = newest_edition(reading.connection, which),
                           .viewer = reading.viewer.login,
                           .sees_everybody = gate::may(reading.connection, reading.viewer,
                                                       gate::Right::compare_people, reading.now),
                           .report = std::move(report)};
    };
    return store::explained(session.store.string(), [&] {
        // Nobody waits for what is read of one moment. Where that cannot be had, writers are let in
        // meanwhile, and what was read may be of two. Where they came each time, they wait once for
        // a report, which takes less than a copy of years of records would.
        constexpr int attempts = 2;
        for (int attempt = 0; attempt < attempts; ++attempt) {
            auto reading = gate::open_at_one_moment(session, line, right);
            auto draft = gate::read_unless_overtaken(reading, [&] { return draft_of(reading); });
            if (draft) return *std::move(draft);
        }
        auto again = gate::open_to_read(session, line, right);
        const store::ReadTransaction held(again.connection);
        return draft_of(again);
    });
}

WeeklyDraft draft_week(const records::Writing& writing, const std::optional<base::TypedWeek>& typed,
                       std::optional<std::string> summary) {
    const auto which = week_of(typed, writing.now(), writing.zone());
    auto report = report_of(writing, which);
    report.summary = std::move(summary);
    return {.week = which,
            .zone = writing.zone(),
            .week_is_over = is_over(which, writing.now(), writing.zone()),
            .newest_edition = newest_edition(writing.connection(), which),
            .viewer = {},
            .report = std::move(report)};
}

records::WriteResult file_week(const records::Writing& writing, WeeklyDraft& draft) {
    auto& connection = writing.connection();
    auto& report = draft.report;
    const auto week = draft.week.name();
    if (!draft.week_is_over) return {week, {}};
    const auto latest = records::latest_report(connection, week);
    if (latest && latest->edition != draft.newest_edition) {
        auto summary = std::move(report.summary);
        report = report_of(writing, draft.week);
        report.summary = std::move(summary);
    }
    const auto figures = comparable_figures(report);
    if (!report.summary && latest) report.summary = latest->summary;
    draft.is_new_edition =
        !latest || !same_figures(latest->figures, figures) || latest->summary != report.summary;
    report.edition = draft.is_new_edition
                         ? records::file_report(writing, week, figures, report.summary)
                         : latest->edition;
    if (const auto before = records::filed_figures(connection, week, *report.edition - 1))
        report.changes = changes_between(*before, figures);
    return {week, {}};
}

}  // namespace huiyin::reports
