#include <array>

#include "huiyin/base/formatting.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/reports/report.hpp"
#include "huiyin/reports/weekly_filing.hpp"
#include "nouns.hpp"
#include "reading.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using reports::Period;
using reports::Report;

struct Daily final : Options {
    Maybe<Takes::day> day{*this, {"day", {"哪一天(默认昨天)", "which day (default: yesterday)"}}};
};

struct Weekly final : Options {
    Maybe<Takes::week> week{*this,
                            {"week", {"哪一周(默认上周)", "which week (default: last week)"}}};
    Maybe<Takes::words> summary{*this, {"summary", {"主管小结", "the manager's own summary"}}};
    Flag dry_run{*this, {"dry-run", {"试运行,不归档", "print only, file nothing"}}};
};

struct Monthly final : Options {
    Maybe<Takes::month> month{*this,
                              {"month", {"哪个月(默认上月)", "which month (default: last month)"}}};
};

struct Stretch final : Options {
    Required<Takes::bound> from{*this, shared::stretch_from};
    Required<Takes::bound> to{*this, shared::stretch_to};
};

void print(const Report& report, const base::Zone& zone, Output& output) {
    output.show(reports::report_document(report, zone), reports::report_json(report, zone));
}

Exit show_period(ReadContext reader, const Period& period) {
    auto& reading = reader.reading;
    print(reports::compute_report(reading.connection, reading.office, reading.zone, period,
                                  reading.now),
          reading.zone, reader.output);
    return Exit::done;
}

Exit daily(ReadContext reader, const Daily& typed) {
    const auto& zone = reader.reading.zone;
    const auto now = reader.reading.now;
    const auto day = typed.day().value_or(base::Day::containing(now, zone).previous());
    return show_period(reader, Period::of(day, zone));
}

Exit monthly(ReadContext reader, const Monthly& typed) {
    const auto& zone = reader.reading.zone;
    const auto now = reader.reading.now;
    const auto month = typed.month().value_or(base::Month::containing(now, zone).previous());
    return show_period(reader, Period::of(month, zone));
}

Exit period(ReadContext reader, const Stretch& typed) {
    return show_period(reader, Period::of(typed.from().begin, typed.to().end, reader.reading.zone));
}

void tell_what_became_of(const gate::Outcome& outcome, const Report& report, Output& output) {
    if (outcome.dry_run) return;
    if (outcome.seq == 0)
        return output.say(base::compose(
            {"{} 此前已归档,数字未变", "{} was filed before; no figure changed"}, outcome.no));
    output.say(
        base::compose({"已归档:{} 第 {} 版", "filed: {} edition {}"}, outcome.no, *report.edition));
    for (const auto& change : report.changes)
        output.say({base::format("  {}:{} → {}", change.figure.zh, change.from, change.to),
                    base::format("  {}: {} → {}", change.figure.en, change.from, change.to)});
}

}  // namespace

gate::Command filing(const Arguments& arguments) {
    gate::Command command;
    command.line = masked_line(arguments);
    if (const auto* as = arguments.find("as")) command.acting_as = *as;
    command.rights = {Right::office_work};
    command.audits = true;
    command.record = [arguments](const records::Writing& writing) {
        Weekly typed;
        typed.read(arguments, nullptr);
        auto draft = reports::draft_week(writing, typed.week(), typed.summary());
        return reports::file_week(writing, draft);
    };
    return command;
}

namespace {

Exit weekly(const gate::Session& session, const Weekly& typed, Output& output) {
    auto draft = reports::draft_week(session, typed.masked_line(), typed.week(), typed.summary());
    if (!draft.week_is_over) {
        print(draft.report, draft.zone, output);
        output.say(base::Label{"本周尚未结束,未归档", "the week is not over; nothing was filed"});
        return Exit::done;
    }
    gate::Command command;
    command.line = typed.masked_line();
    command.rights = {Right::office_work};
    command.audits = true;
    command.record = [&](const records::Writing& writing) {
        return reports::file_week(writing, draft);
    };
    const auto outcome = gate::write(session, command);
    print(draft.report, draft.zone, output);
    output.finish();  // what became of it is read below a long report, not above it
    tell_what_became_of(outcome, draft.report, output);
    if (!typed.week())
        output.say(base::compose({"这是上周;本周至今:huiyin report weekly --week {}",
                                  "this was last week; this week so far: "
                                  "huiyin report weekly --week {}"},
                                 base::Week::parse(outcome.no).next().name()));
    return Exit::done;
}

constexpr std::array verbs{
    command<daily>({.noun = "report",
                    .verb = "daily",
                    .help = {"日报", "the daily report"},
                    .clause = "5.5",
                    .right = Right::read,
                    .example = "huiyin report daily --day 2026-11-23"}),
    command<weekly>(
        {.noun = "report",
         .verb = "weekly",
         .help = {"周报:统计、小结并归档", "the weekly report: figures, summary; files it"},
         .clause = "5.5",
         .right = Right::office_work,
         .example = "huiyin report weekly --week 2026-W47 --format html --out 周报.html"}),
    command<monthly>(
        {.noun = "report",
         .verb = "monthly",
         .help = {"月报", "the monthly report"},
         .clause = "5.5",
         .right = Right::read,
         .example = "huiyin report monthly --month 2026-11 --format xlsx --out 月报.xlsx"}),
    command<period>({.noun = "report",
                     .verb = "period",
                     .help = {"任一时段的报告", "the report on any period"},
                     .clause = "5.5",
                     .right = Right::read,
                     .example = "huiyin report period --from 2026-11-01 --to 2026-11-15"}),
};

}  // namespace

std::span<const Verb> report_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
