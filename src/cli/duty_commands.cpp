#include <array>

#include "check_value.hpp"
#include "duty_start.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/listed_words.hpp"
#include "huiyin/reports/duty_view.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "roster_pattern.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::MatterKind;
using records::WriteResult;
using records::Writing;

/// Where a rostered shift begins or ends: a time, or a day, between which a table is laid.
struct DayOrTime {
    std::optional<base::Day> day;
    std::optional<base::TypedTime> time;
};

}  // namespace

template <>
struct Reads<Takes::bound, DayOrTime> {
    static DayOrTime read(const std::string& typed) {
        if (const auto day = base::read_as<base::Day>(typed)) return {day, {}};
        auto time = base::parse_time(typed);
        time.may_lie_ahead = true;
        return {{}, time};
    }
};

namespace {

/// One shift, or those of a table.
struct Schedule final : Options {
    static constexpr Wanted unless_pattern{.unless = "pattern"};
    static constexpr std::string_view day_or_time = "TIME|DAY";

    Maybe<Takes::login> who{
        *this, {"who", {"值班人(带班)", "who is in charge of the shift"}}, unless_pattern};
    MaybeSome<Takes::logins> with{*this, duty::declared::with};
    Required<Takes::bound, DayOrTime> from{
        *this,
        {"from", {"自何时(按表排时:自哪天)", "from (a table: from which day)"}, day_or_time}};
    Required<Takes::bound, DayOrTime> to{
        *this, {"to", {"至何时(按表排时:至哪天)", "until (a table: the last day)"}, day_or_time}};
    Maybe<Takes::choice> kind{*this,
                              {"kind",
                               {"值班或值宿(1.2)", "day or overnight (1.2)"},
                               records::listed<records::words::duty>},
                              unless_pattern};
    Maybe<Takes::file> pattern{*this,
                               {"pattern",
                                {"按循环的班表排:CSV,列 day,from,to,kind,who,with",
                                 "from a repeating table: CSV with day,from,to,kind,who,with"}}};
};

struct Log final : Options {
    Required<Takes::words> text{*this, operand("TEXT", {"记录", "what happened"})};
};

struct Patrol final : Options {
    Required<Takes::word> area{*this, operand("AREA", {"重要部位", "the key area"})};
    Required<Takes::choice> result{*this,
                                   {"result",
                                    {"正常或有问题", "in order, or a fault"},
                                    records::listed<records::words::inspection>}};
    Maybe<Takes::words> note{*this, {"note", {"情况", "what was seen"}}};
    Maybe<Takes::word> repair{
        *this, {"repair", {"同时登记这类报修", "open a repair of this category"}, "CATEGORY"}};
    Maybe<Takes::choice, int> event{*this,
                                    {"event",
                                     {"同时登记这类重大事项", "open an event of this category"},
                                     shared::event_categories}};
    Maybe<Takes::number> known{
        *this, {"known", {"已登记过的编号", "number of what is already open"}, "BX|ZD"}};
};

struct Handover final : Options {
    Required<Takes::login> to{*this, {"to", {"接班人", "who takes over"}}};
    MaybeSome<Takes::logins> with{*this,
                                  {"with", {"与接班人同班的人", "who is on the next shift too"}}};
    Maybe<Takes::login> reported_to{
        *this, {"reported-to", {"向谁汇报(1.7)", "whom you reported to (1.7)"}}, Wanted{}};
    Maybe<Takes::words> note{*this, {"note", {"交代事项", "notes for the next shift"}}};
    Maybe<Takes::words> items{
        *this,
        {"items", {"清点物品,如 对讲机=2,钥匙=14", "items counted: radio=2,keys=14"}, "LIST"}};
    Maybe<Takes::words> refused{
        *this,
        {"refused",
         {"接班人不接的原因(你继续当班)", "why the relief refused (you stay on duty)"},
         "REASON"}};
    Maybe<Takes::login> substitute_for{*this, duty::declared::substitute_for};
    Maybe<Takes::words> reason{*this, {"reason", {"替班原因", "why somebody stands in"}}};
    Flag acknowledge{*this,
                     {"acknowledge",
                      {"接班人本人登记时,一并签收制度与预案(1.1、1.3)",
                       "recorded by the relief: acknowledge rules and plans too (1.1, 1.3)"}}};
};

struct Takeover final : Options {
    Required<Takes::time> since{*this, {"since", {"自何时无人", "when the post became unmanned"}}};
    Required<Takes::choice> reason{
        *this, {"reason", {"原因", "why"}, records::listed<records::words::absence>}};
    Maybe<Takes::login> substitute_for{*this, duty::declared::substitute_for};
};

struct End final : Options {
    Maybe<Takes::words> note{*this, {"note", {"情况", "notes for the next shift"}}};
};

struct Roster final : Options {
    Maybe<Takes::bound> from{*this, shared::from};
    Maybe<Takes::bound> to{*this, shared::to};
};

struct ShowOne final : Options {
    Required<Takes::number> shift{*this, operand("ZB", {"值班编号", "the shift"})};
    Flag reveal{*this, shared::reveal};
};

struct List final : Options {
    Maybe<Takes::bound> from{*this, shared::from};
    Maybe<Takes::bound> to{*this, shared::to};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

/// One shift needs who, kind and times; a table says all of it, and needs days.
std::vector<base::Problem> schedule_contradictions(const Unchecked<Schedule>& typed) {
    std::vector<base::Problem> problems;
    const Schedule declared;
    const bool by_pattern = typed.has(&Schedule::pattern);
    const auto in_table = [&](auto member) {
        const auto& option = (declared.*member).row();
        if (by_pattern && typed.has(member))
            problems.push_back({base::compose({"--{} 写在班表里,不与 --pattern 并用",
                                               "--{} is in the table, not beside --pattern"},
                                              option.name),
                                base::Label{"删去这个选项", "leave it out"}});
        if (!by_pattern && !typed.has(member) && option.wanted)
            problems.push_back(missing_option(option));
    };
    const auto bound = [&](auto member) {
        const auto& name = (declared.*member).row().name;
        const auto& read = typed[member];
        if (!read || read->day.has_value() == by_pattern) return;
        if (by_pattern)
            problems.push_back({base::compose({"--{} 要写日期", "--{} takes a day here"}, name),
                                base::Label{"写作 2026-12-01", "write it as 2026-12-01"}});
        else
            problems.push_back(
                {base::compose({"--{} 缺少钟点", "--{} lacks its hour"}, name),
                 base::compose({"写作 {} 08:00", "write it as {} 08:00"}, read->day->name())});
    };
    in_table(&Schedule::who);
    in_table(&Schedule::with);
    in_table(&Schedule::kind);
    bound(&Schedule::from);
    bound(&Schedule::to);
    return problems;
}

/// All shifts of a repeating table, each an entry of the roster.
WriteResult schedule_pattern(const Writing& writing, const Schedule& typed) {
    WriteResult made;
    for (const auto& shift :
         read_roster_pattern(typed.table(), typed.from().day.value(), typed.to().day.value())) {
        auto no = records::schedule_duty(writing, shift.crew, writing.time(shift.from),
                                         writing.time(shift.until), shift.kind)
                      .no;
        if (made.no.empty())
            made.no = std::move(no);
        else
            made.opened.push_back(std::move(no));
    }
    return made;
}

WriteResult schedule(const Writing& writing, const Schedule& typed) {
    if (typed.pattern()) return schedule_pattern(writing, typed);
    return records::schedule_duty(writing, {.who = typed.who().value(), .with = typed.with()},
                                  writing.time(typed.from().time.value()),
                                  writing.time(typed.to().time.value()), typed.kind().value());
}

WriteResult log(const Writing& writing, const Log& typed) {
    return records::log_duty(writing, typed.text());
}

std::vector<base::Problem> patrol_contradictions(const Unchecked<Patrol>& typed) {
    const auto given =
        typed.has(&Patrol::repair) + typed.has(&Patrol::event) + typed.has(&Patrol::known);
    if (given < 2 && (given == 0 || typed[&Patrol::result] != "ok")) return {};
    return {{base::Label{"--repair、--event、--known 只在 --result fault 时写其中一个",
                         "one of --repair, --event and --known, with --result fault"},
             base::Label{
                 "有问题才登记,登记过的用 --known",
                 "--repair and --event open something new, --known names what is already open"}}};
}

WriteResult patrol(const Writing& writing, const Patrol& typed) {
    return records::patrol_area(writing, {.area = typed.area(),
                                          .result = typed.result(),
                                          .note = typed.note(),
                                          .repair = typed.repair(),
                                          .event = typed.event(),
                                          .known = typed.known()});
}

WriteResult handover(const Writing& writing, const Handover& typed) {
    return records::hand_over(
        writing, {.to = typed.to(),
                  .with = typed.with(),
                  .reported_to = typed.reported_to(),
                  .note = typed.note(),
                  .items = typed.items(),
                  .refused = typed.refused(),
                  .substitution = {.instead_of = typed.substitute_for(), .reason = typed.reason()},
                  .acknowledges = typed.acknowledge()});
}

WriteResult takeover(const Writing& writing, const Takeover& typed) {
    return records::take_over(writing, typed.since(), typed.reason(),
                              {.instead_of = typed.substitute_for(), .reason = typed.reason()});
}

WriteResult end(const Writing& writing, const End& typed) {
    return records::end_duty(writing, typed.note());
}

/// The shift report (clause 1.7): what happened, what is still open, whom it was reported to.
void report_on_shift(ReadContext reader, const gate::Outcome& outcome) {
    auto& [reading, output] = reader;
    const auto ended = records::shift_ended_at(reading.connection, outcome.at);
    if (!ended) return;
    const auto policies = records::Policies::load(reading.connection);
    output.tell(reports::shift_report(records::load_shift(reading.connection, *ended),
                                      view_of(reading, policies)));
}

Exit status(ReadContext reader, const NoOptions&) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto now = records::duty_status(reading.connection, reading.now);
    output.show(reports::status_document(now, view), reports::status_json(now, view));
    return Exit::done;
}

Exit roster(ReadContext reader, const Roster& typed) {
    auto& [reading, output] = reader;
    const auto ids =
        records::list_roster(reading.connection, begin_of(typed.from()), end_of(typed.to()));
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reader, policies);
    output.show(reports::roster_document(ids, view), reports::roster_json(ids, view));
    return Exit::done;
}

Exit show(ReadContext reader, const ShowOne& typed) {
    auto& [reading, output] = reader;
    const auto matter = records::require_matter(reading.connection, typed.shift(),
                                                this_year(reading), MatterKind::shift);
    if (output.format != Format::text) return show_matter(reader, typed.shift(), MatterKind::shift);
    const auto policies = records::Policies::load(reading.connection);
    output.show(reports::shift_report(records::load_shift(reading.connection, matter.id),
                                      view_of(reading, policies)),
                {});
    return Exit::done;
}

Exit list(ReadContext reader, const List& typed) {
    return list_matters(reader, typed, MatterKind::shift);
}

constexpr std::array verbs{
    command<schedule, schedule_contradictions>(
        {.noun = "duty",
         .verb = "schedule",
         .help = {"排班", "add a shift to the roster"},
         .clause = "1.2",
         .right = Right::supervise,
         .example =
             "huiyin duty schedule --who sun --from '2026-11-24 22:00' --to '2026-11-25 08:00' "
             "--kind overnight",
         .table = "pattern"}),
    command<duty::start, duty::past_shift_in_part>(
        {.noun = "duty",
         .verb = "start",
         .help = {"上岗(无人当班时)", "go on duty when nobody is"},
         .clause = "1.1, 1.2, 1.3, 1.4, 1.9",
         .right = Right::field_work,
         .example = "huiyin duty start"}),
    command<log>({.noun = "duty",
                  .verb = "log",
                  .help = {"写值班记录", "write in the duty log"},
                  .clause = "1.6",
                  .right = Right::field_work,
                  .example = "huiyin duty log 22:10巡视完毕,无异常"}),
    command<patrol, patrol_contradictions>(
        {.noun = "duty",
         .verb = "patrol",
         .help = {"巡查重要部位", "inspect a key area"},
         .clause = "1.8",
         .right = Right::field_work,
         .example =
             "huiyin duty patrol 水泵房 --result fault --repair water-supply --note 压力为零"}),
    command<handover>(
        {.noun = "duty",
         .verb = "handover",
         .help = {"交班", "hand over"},
         .clause = "1.6, 1.7, 1.8, 1.9",
         .right = Right::field_work,
         .afterwards = report_on_shift,
         .example = "huiyin duty handover --to li --reported-to ma --items 对讲机=2,钥匙=14"}),
    command<takeover>({.noun = "duty",
                       .verb = "takeover",
                       .help = {"当班人不在时接班", "take over when the officer on duty is gone"},
                       .clause = "1.4, 1.9",
                       .right = Right::field_work,
                       .example = "huiyin duty takeover --since 03:10 --reason ill"}),
    command<end>({.noun = "duty",
                  .verb = "end",
                  .help = {"撤岗(此后无人当班)", "end the shift with nobody taking over"},
                  .clause = "1.6, 1.9",
                  .right = Right::field_work,
                  .afterwards = report_on_shift,
                  .example = "huiyin duty end"}),
    command<status>({.noun = "duty",
                     .verb = "status",
                     .help = {"现在谁当班", "who is on duty now"},
                     .clause = "1.9",
                     .right = Right::read,
                     .example = "huiyin duty status"}),
    command<roster>({.noun = "duty",
                     .verb = "roster",
                     .help = {"排班表", "show the roster"},
                     .clause = "1.2",
                     .right = Right::read,
                     .example = "huiyin duty roster"}),
    command<show>({.noun = "duty",
                   .verb = "show",
                   .help = {"查看一个班(值班报告)", "show a shift with its report"},
                   .clause = "1.7",
                   .right = Right::read,
                   .example = "huiyin duty show zb-1"}),
    command<list>({.noun = "duty",
                   .verb = "list",
                   .help = {"列出各班", "list shifts"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin duty list"}),
};

}  // namespace

std::span<const Verb> duty_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
