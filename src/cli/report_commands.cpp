#include <array>

#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/weekly_report.hpp"
#include "huiyin/reports/weekly.hpp"
#include "nouns.hpp"
#include "reading.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using reports::WeeklyReport;

constexpr std::array weekly_options{
    Option{
        "week", Takes::week, "2026-W47", {"哪一周(默认上周)", "which week (the last whole one)"}},
    Option{"summary", Takes::words, "TEXT", {"主管小结", "the manager's own summary"}},
    Option{"dry-run", Takes::nothing, "", {"试运行,不归档", "print it, file nothing"}},
};

base::Week week_of(const Arguments& arguments, base::Instant now, const base::Zone& zone) {
    const auto typed = arguments.maybe("week");
    return typed ? base::Week::parse(*typed) : base::Week::containing(now, zone).previous();
}

/// Files the week unless the newest edition says the same already.
records::Made file(const records::Writing& writing, const Arguments& arguments,
                   std::optional<WeeklyReport>& report) {
    auto& connection = writing.connection();
    const auto week = week_of(arguments, writing.now(), writing.zone());
    report = reports::compute_weekly(connection, records::load_office(connection), writing.zone(),
                                     week, writing.now());
    const auto figures = reports::comparable_figures(*report);
    const auto latest = records::latest_report(connection, week.name());
    report->summary = arguments.maybe("summary");
    if (!report->summary && latest) report->summary = latest->summary;
    if (latest && latest->figures == figures && latest->summary == report->summary)
        report->edition = latest->edition;
    else
        report->edition = records::file_report(writing, week.name(), figures, report->summary);
    return {week.name(), {}};
}

void print(const WeeklyReport& report, const base::Zone& zone, Output& output) {
    output.show(reports::weekly_document(report, zone), reports::weekly_json(report, zone));
}

Exit weekly(const gate::Desk& desk, const Arguments& arguments, Output& output) {
    {
        auto reading = gate::open_to_read(desk, masked_line(arguments));
        const auto week = week_of(arguments, reading.now, reading.zone);
        if (week.end(reading.zone) > reading.now) {
            auto report = reports::compute_weekly(reading.connection, reading.office, reading.zone,
                                                  week, reading.now);
            report.summary = arguments.maybe("summary");
            print(report, reading.zone, output);
            output.say(
                base::Label{"本周尚未结束,未归档", "the week is not over; nothing was filed"});
            return Exit::done;
        }
    }
    std::optional<WeeklyReport> report;
    gate::Command command;
    command.line = masked_line(arguments);
    command.rights = {Right::office_work};
    command.audits = true;
    command.record = [&](const records::Writing& writing) {
        return file(writing, arguments, report);
    };
    const auto outcome = gate::write(desk, command);
    const base::Zone zone(output.timezone);
    print(*report, zone, output);
    if (outcome.seq > 0 && !outcome.dry_run)
        output.say(base::compose({"已归档:{} 第 {} 版", "filed: {} edition {}"}, outcome.no,
                                 *report->edition));
    else if (!outcome.dry_run)
        output.say(base::compose(
            {"{} 此前已归档,数字未变", "{} was filed before; no figure changed"}, outcome.no));
    return Exit::done;
}

constexpr std::array verbs{
    Verb{.noun = "report",
         .verb = "weekly",
         .help = {"周报:统计、小结并归档", "the weekly report: figures, summary, filed"},
         .clause = "5.5",
         .right = Right::office_work,
         .action = weekly,
         .options = weekly_options,
         .example = "huiyin report weekly --week 2026-W47"},
};

}  // namespace

std::span<const Verb> report_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
