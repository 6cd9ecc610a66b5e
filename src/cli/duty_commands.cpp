#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/reports/duty_view.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::MatterKind;
using records::Writing;

/// Of several of these commands.
namespace declared {
constexpr Declared<Takes::login> substitute_for{"substitute-for",
                                                {"代谁的班(1.2)", "standing in for (1.2)"}};
}  // namespace declared

struct Schedule final : Options {
    Required<Takes::login> who{*this, {"who", {"值班人", "who is on duty"}}};
    Required<Takes::time> from{*this, {"from", {"自何时", "from"}}};
    Required<Takes::time> to{*this, {"to", {"至何时", "until"}}};
    Required<Takes::choice> kind{
        *this, {"kind", {"值班或值宿(1.2)", "day or overnight (1.2)"}, "day|overnight"}};
};

struct Start final : Options {
    Maybe<Takes::login> who{*this, {"who", {"值班人(默认本人)", "who is on duty (yourself)"}}};
    Maybe<Takes::login> substitute_for{*this, declared::substitute_for};
    Maybe<Takes::words> reason{*this, {"reason", {"代班原因", "why somebody stands in"}}};
};

struct Log final : Options {
    Required<Takes::words> text{*this, operand("TEXT", {"记录", "what happened"})};
};

struct Patrol final : Options {
    Required<Takes::word> area{*this, operand("AREA", {"重要部位", "the key area"})};
    Required<Takes::choice> result{
        *this, {"result", {"正常或有问题", "in order, or a fault"}, "ok|fault"}};
    Maybe<Takes::words> note{*this, {"note", {"情况", "what was seen"}}};
    Maybe<Takes::word> repair{
        *this, {"repair", {"同时登记这类报修", "open a repair of this category"}, "CATEGORY"}};
    Maybe<Takes::choice, int> event{*this,
                                    {"event",
                                     {"同时登记这类重大事项", "open an event of this category"},
                                     shared::event_categories}};
    Maybe<Takes::number> known{*this,
                               {"known", {"已登记过的编号", "what is open already"}, "BX|ZD"}};
};

struct Handover final : Options {
    Required<Takes::login> to{*this, {"to", {"接班人", "the relief"}}};
    Maybe<Takes::login> reported_to{
        *this, {"reported-to", {"向谁汇报(1.7)", "whom it was reported to (1.7)"}}, Wanted{}};
    Maybe<Takes::words> note{*this, {"note", {"交代事项", "what to know"}}};
    Maybe<Takes::words> items{
        *this, {"items", {"清点物品,如 对讲机=2,钥匙=14", "counted: radio=2,keys=14"}, "LIST"}};
    Maybe<Takes::words> refused{
        *this,
        {"refused",
         {"接班人不接的原因(本人继续当班)", "why the relief would not take it (you stay on)"},
         "REASON"}};
    Maybe<Takes::login> substitute_for{*this, declared::substitute_for};
    Maybe<Takes::words> reason{*this, {"reason", {"代班原因", "why somebody stands in"}}};
};

struct Takeover final : Options {
    Required<Takes::time> since{*this, {"since", {"自何时无人", "since when the post is empty"}}};
    Required<Takes::choice> reason{*this, {"reason", {"原因", "why"}, "left|ill|unreachable"}};
    Maybe<Takes::login> substitute_for{*this, declared::substitute_for};
};

struct End final : Options {
    Maybe<Takes::words> note{*this, {"note", {"情况", "what to know"}}};
};

struct Roster final : Options {
    Maybe<Takes::time> from{*this, shared::from};
    Maybe<Takes::time> to{*this, shared::to};
};

struct ShowOne final : Options {
    Required<Takes::number> shift{*this, operand("ZB", {"值班编号", "the shift"})};
    Flag reveal{*this, shared::reveal};
};

struct List final : Options {
    Maybe<Takes::time> from{*this, shared::from};
    Maybe<Takes::time> to{*this, shared::to};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

Made schedule(const Writing& writing, const Schedule& typed) {
    return records::schedule_duty(writing, typed.who(), typed.from(), typed.to(), typed.kind());
}

Made start(const Writing& writing, const Start& typed) {
    const auto who = typed.who();
    return records::start_duty(writing, who ? writing.staff(*who) : writing.deed().doer,
                               {.instead_of = typed.substitute_for(), .reason = typed.reason()});
}

Made log(const Writing& writing, const Log& typed) {
    return records::log_duty(writing, typed.text());
}

std::vector<base::Problem> patrol_contradictions(const Unchecked<Patrol>& typed) {
    const auto given =
        typed.has(&Patrol::repair) + typed.has(&Patrol::event) + typed.has(&Patrol::known);
    if (given < 2 && (given == 0 || typed[&Patrol::result] != "ok")) return {};
    return {
        {base::Label{"--repair、--event、--known 只在 --result fault 时写其中一个",
                     "one of --repair, --event and --known, with --result fault"},
         base::Label{"有问题才登记,登记过的用 --known", "open what is new, name what is known"}}};
}

Made patrol(const Writing& writing, const Patrol& typed) {
    return records::patrol_area(writing, {.area = typed.area(),
                                          .result = typed.result(),
                                          .note = typed.note(),
                                          .repair = typed.repair(),
                                          .event = typed.event(),
                                          .known = typed.known()});
}

Made handover(const Writing& writing, const Handover& typed) {
    return records::hand_over(writing, {.to = typed.to(),
                                        .reported_to = typed.reported_to(),
                                        .note = typed.note(),
                                        .items = typed.items(),
                                        .refused = typed.refused(),
                                        .substitution = {.instead_of = typed.substitute_for(),
                                                         .reason = typed.reason()}});
}

Made takeover(const Writing& writing, const Takeover& typed) {
    return records::take_over(writing, typed.since(), typed.reason(),
                              {.instead_of = typed.substitute_for(), .reason = typed.reason()});
}

Made end(const Writing& writing, const End& typed) {
    return records::end_duty(writing, typed.note());
}

/// The shift report (clause 1.7): what happened, what is still open, whom it was reported to.
void report_on_shift(Reader reader, const gate::Outcome& outcome) {
    auto& [reading, output] = reader;
    const auto ended = records::shift_ended_at(reading.connection, outcome.at);
    if (!ended) return;
    const auto policies = records::Policies::load(reading.connection);
    output.tell(reports::shift_report(records::load_shift(reading.connection, *ended),
                                      view_of(reading, policies)));
}

Exit status(Reader reader, const NoOptions&) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto now = records::duty_status(reading.connection, reading.now);
    output.show(reports::status_document(now, view), reports::status_json(now, view));
    return Exit::done;
}

Exit roster(Reader reader, const Roster& typed) {
    auto& [reading, output] = reader;
    const auto ids = records::list_roster(reading.connection, typed.from(), typed.to());
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    output.show(reports::roster_document(ids, view), reports::roster_json(ids, view));
    return Exit::done;
}

Exit show(Reader reader, const ShowOne& typed) {
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

Exit list(Reader reader, const List& typed) {
    return list_matters(reader, typed, MatterKind::shift);
}

constexpr std::array verbs{
    command<schedule>(
        {.noun = "duty",
         .verb = "schedule",
         .help = {"排班", "put a shift on the roster"},
         .clause = "1.2",
         .right = Right::supervise,
         .example =
             "huiyin duty schedule --who sun --from '2026-11-24 22:00' --to '2026-11-25 08:00' "
             "--kind overnight"}),
    command<start>({.noun = "duty",
                    .verb = "start",
                    .help = {"到岗(无人当班时)", "take the post when nobody is on duty"},
                    .clause = "1.1, 1.2, 1.3, 1.4, 1.9",
                    .right = Right::field_work,
                    .example = "huiyin duty start"}),
    command<log>({.noun = "duty",
                  .verb = "log",
                  .help = {"写值班记录", "write into the log"},
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
                       .help = {"当班人不在时接岗", "take over from an officer who is gone"},
                       .clause = "1.4, 1.9",
                       .right = Right::field_work,
                       .example = "huiyin duty takeover --since 03:10 --reason ill"}),
    command<end>({.noun = "duty",
                  .verb = "end",
                  .help = {"撤岗(此后无人当班)", "leave the post unmanned"},
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
                     .help = {"排班表", "the roster"},
                     .clause = "1.2",
                     .right = Right::read,
                     .example = "huiyin duty roster"}),
    command<show>({.noun = "duty",
                   .verb = "show",
                   .help = {"查看一个班(交班报告)", "one shift, its report"},
                   .clause = "1.7",
                   .right = Right::read,
                   .example = "huiyin duty show zb-1"}),
    command<list>({.noun = "duty",
                   .verb = "list",
                   .help = {"列出各班", "list the shifts"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin duty list"}),
};

}  // namespace

std::span<const Verb> duty_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
