#include <array>
#include <chrono>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/home.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/rights.hpp"
#include "huiyin/reports/report.hpp"
#include "huiyin/reports/weekly_filing.hpp"
#include "huiyin/rulebook/verdicts.hpp"
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
    Maybe<Takes::week, base::TypedWeek> week{
        *this, {"week", {"哪一周(默认上周)", "which week (default: last week)"}}};
    Maybe<Takes::words> summary{*this, {"summary", {"主管小结", "the manager's own summary"}}};
    Flag dry_run{*this, {"dry-run", {"试运行,不归档", "print only, file nothing"}}};
};

struct Monthly final : Options {
    Maybe<Takes::month> month{*this,
                              {"month", {"哪个月(默认上月)", "which month (default: last month)"}}};
};

struct Yearly final : Options {
    Maybe<Takes::year> year{*this,
                            {"year", {"哪一年(默认去年)", "which year (default: last year)"}}};
};

/// A page tells of a period; without one of the last whole month.
constexpr Label page_begins{"自哪天起(默认上月)", "from which day (default: last month)"};

struct Person final : Options {
    Required<Takes::login> login{*this, operand("LOGIN", {"谁", "who"})};
    Maybe<Takes::day, base::TypedDay> from{*this, {"from", page_begins}};
    Maybe<Takes::day, base::TypedDay> to{
        *this, {"to", {"至哪天止(含当天)", "until which day, itself included"}}};
};

struct Building final : Options {
    Required<Takes::word> name{*this, operand("NAME", {"楼栋", "the building"})};
    Maybe<Takes::bound> from{*this, {"from", page_begins}};
    Maybe<Takes::bound> to{*this, shared::stretch_to};
};

struct Stretch final : Options {
    Required<Takes::bound> from{*this, shared::stretch_from};
    Required<Takes::bound> to{*this, shared::stretch_to};
};

void print(const Report& report, const base::Zone& zone, Output& output) {
    output.show(reports::report_document(report, zone), reports::report_json(report, zone));
}

Report report_on(gate::Reading& reading, const Period& period) {
    return reports::compute_report(reading.connection, reading.office, reading.zone, period,
                                   reading.now);
}

Exit show_period(ReadContext reader, const Period& period) {
    auto& reading = reader.reading;
    auto report = report_on(reading, period);
    if (!gate::may(reading.connection, reading.viewer, Right::compare_people, reading.now))
        reports::keep_people_seen_by(report, reading.viewer.login);
    print(report, reading.zone, reader.output);
    return Exit::done;
}

/// The first moment of a page's period and the first one after it, as far as they were typed.
Period period_of(const gate::Reading& reading, std::optional<base::Instant> from,
                 std::optional<base::Instant> until) {
    if (!from && !until)
        return Period::of(base::Month::containing(reading.now, reading.zone).previous(),
                          reading.zone);
    if (!from || !until)
        throw base::Failure(
            Exit::usage, base::Label{"--from 和 --to 只写了一个", "--from or --to is missing"},
            base::Label{"两个都写,或都不写(上月)", "give both, or none (last month)"});
    return Period::of(*from, *until, reading.zone);
}

/// Of a page for which no period was typed: that it is the last month's, and how to get this one's.
void tell_period(const gate::Reading& reading, bool typed, Output& output) {
    if (typed) return;
    const auto today = base::Day::containing(reading.now, reading.zone);
    const auto first = base::Day::containing(
        base::Month::containing(reading.now, reading.zone).begin(reading.zone), reading.zone);
    output.say(base::compose({"这是上月;本月至今加 --from {} --to {}",
                              "this was last month; for this month so far add --from {} --to {}"},
                             first.name(), today.name()));
}

/// Whether a name is the viewer's own.
bool is_own(const gate::Session& session, const Person& typed) {
    auto reading = gate::open_to_read(session, typed.masked_line());
    return records::find_staff_by_name(reading.connection, typed.login()) == reading.viewer.staff;
}

Exit of_person(const gate::Session& session, const Person& typed, Output& output) {
    const auto right = is_own(session, typed) ? Right::read : Right::compare_people;
    auto reading = gate::open_to_read(session, typed.masked_line(), right);
    const auto staff = records::require_staff(reading.connection, typed.login());
    const auto person = records::staff_as_of(reading.connection, staff, reading.now);
    std::optional<base::Instant> from;
    std::optional<base::Instant> until;
    if (typed.from()) from = typed.from()->resolve(reading.now, reading.zone).begin(reading.zone);
    if (typed.to()) until = typed.to()->resolve(reading.now, reading.zone).end(reading.zone);
    const auto report = report_on(reading, period_of(reading, from, until));
    output.show(reports::person_document(reading.connection, report, person, reading.zone),
                reports::person_json(reading.connection, report, person, reading.zone));
    tell_period(reading, typed.from().has_value(), output);
    return Exit::done;
}

Exit of_building(ReadContext reader, const Building& typed) {
    auto& [reading, output] = reader;
    const auto building =
        records::find_building(reading.connection, base::home_part_key(typed.name()));
    if (!building)
        throw base::Failure(
            Exit::not_found,
            base::compose({"没有“{}”这栋楼", "there is no building \"{}\""}, typed.name()),
            base::Label{"按房号里的写法,如 3 或 3号楼", "name it as homes do: 3 of 3-502"});
    const auto report =
        report_on(reading, period_of(reading, begin_of(typed.from()), end_of(typed.to())));
    output.show(reports::building_document(reading.connection, report, *building, reading.zone),
                reports::building_json(reading.connection, report, *building, reading.zone));
    tell_period(reading, typed.from().has_value(), output);
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

Exit yearly(ReadContext reader, const Yearly& typed) {
    const auto& zone = reader.reading.zone;
    const auto now = reader.reading.now;
    const auto year = typed.year().value_or(base::Year::containing(now, zone).previous());
    return show_period(reader, Period::of(year, zone));
}

Exit period(ReadContext reader, const Stretch& typed) {
    return show_period(reader, Period::of(typed.from().begin, typed.to().end, reader.reading.zone));
}

void tell_what_became_of(const gate::Outcome& outcome, const reports::WeeklyDraft& draft,
                         Output& output) {
    if (outcome.dry_run) return;
    if (!draft.is_new_edition)
        return output.say(base::compose(
            {"{} 此前已归档,数字未变", "{} was filed before; no figure changed"}, outcome.no));
    const auto& report = draft.report;
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

/// What is settled is judged where a week is filed, in entries that keep nobody waiting long. The
/// week is on file by then: what is lacking is judged each time until the next one is.
void keep_other_verdicts(const gate::Session& session, gate::Command command,
                         rulebook::VerdictKeeping& keeping, Output& output) try {
    command.record = [&](const records::Writing& writing) {
        keeping.keep_part(writing);
        return records::WriteResult{};
    };
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::seconds noticeable{2};
    bool is_told = false;
    for (const auto began = Clock::now(); keeping.goes_on(); gate::write(session, command)) {
        if (is_told || Clock::now() - began < noticeable) continue;
        output.say(base::Label{
            "正在记下多年来已了结事项的判断结果,只此一次;可按 Ctrl-C 中断,下次归档接着记",
            "keeping verdicts on what has been settled for years, this once; Ctrl-C "
            "ends it, and the next filing goes on"});
        is_told = true;
    }
} catch (const base::Failure& failure) {
    if (failure.code() == Exit::interrupted) throw;
    const auto& why = failure.problems().front().what;
    output.say(
        {base::format("周报已归档;已了结事项的判断结果没有全部记下,下次归档时接着记:{}", why.zh),
         base::format(
             "the report is filed; not all verdicts on what is settled were kept, the next "
             "filing goes on: {}",
             why.en)});
}

Exit weekly(const gate::Session& session, const Weekly& typed, Output& output) {
    auto draft = reports::draft_week(session, typed.masked_line(), typed.week(), typed.summary());
    const auto show = [&] {
        if (!draft.sees_everybody) reports::keep_people_seen_by(draft.report, draft.viewer);
        print(draft.report, draft.zone, output);
    };
    if (!draft.week_is_over) {
        show();
        output.say(base::Label{"本周尚未结束,未归档", "the week is not over; nothing was filed"});
        return Exit::done;
    }
    gate::Command command;
    command.line = typed.masked_line();
    // Without filing it is a report like any other.
    command.rights = {session.dry_run ? Right::read : Right::office_work};
    command.audits = true;
    rulebook::VerdictKeeping keeping;
    command.record = [&](const records::Writing& writing) {
        const auto filed = reports::file_week(writing, draft);
        if (draft.is_new_edition || keeping.is_behind(writing)) keeping.keep_part(writing);
        return filed;
    };
    const auto outcome = gate::write(session, command);
    show();
    output.finish();  // what became of it is read below a long report, not above it
    tell_what_became_of(outcome, draft, output);
    if (!typed.week())
        output.say(base::compose({"这是上周;本周至今:huiyin report weekly --week {}",
                                  "this was last week; this week so far: "
                                  "huiyin report weekly --week {}"},
                                 base::Week::parse(outcome.no).next().name()));
    if (outcome.seq != 0 && !session.dry_run)
        keep_other_verdicts(session, command, keeping, output);
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
    command<yearly>({.noun = "report",
                     .verb = "yearly",
                     .help = {"年报", "the yearly report"},
                     .clause = "5.5",
                     .right = Right::read,
                     .example = "huiyin report yearly --year 2026 --format html --out 年报.html"}),
    command<of_person>({.noun = "report",
                        .verb = "person",
                        .help = {"一个人的一页:件数、在办、逾期、违规",
                                 "one person's page: how many, what is open, overdue, breaches"},
                        .clause = "5.5",
                        .right = Right::read,
                        .example = "huiyin report person sun --from 2026-11-01 --to 2026-11-30"}),
    command<of_building>({.noun = "report",
                          .verb = "building",
                          .help = {"一栋楼的一页:投诉、报修、住户、在办",
                                   "one building's page: complaints, repairs, homes, what is open"},
                          .clause = "5.5",
                          .right = Right::read,
                          .example = "huiyin report building 3号楼"}),
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
