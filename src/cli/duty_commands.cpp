#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/reports/duty_view.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::MatterKind;
using records::Writing;

constexpr std::array one_shift{Operand{"ZB", Takes::number, {"值班编号", "the shift"}}};
constexpr std::array log_line{Operand{"TEXT", Takes::words, {"记录", "what happened"}}};
constexpr std::array one_area{Operand{"AREA", Takes::word, {"重要部位", "the key area"}}};

constexpr std::array schedule_options{
    Option{"who", Takes::login, "LOGIN", {"值班人", "who is on duty"}, true},
    Option{"from", Takes::time, "TIME", {"自何时", "from"}, true},
    Option{"to", Takes::time, "TIME", {"至何时", "until"}, true},
    Option{"kind",
           Takes::choice,
           "day|overnight",
           {"值班或值宿(1.2)", "day or overnight (1.2)"},
           true},
};
constexpr Option substitute_for{
    "substitute-for", Takes::login, "LOGIN", {"代谁的班(1.2)", "standing in for (1.2)"}};
constexpr std::array start_options{
    Option{"who", Takes::login, "LOGIN", {"值班人(默认本人)", "who is on duty (yourself)"}},
    substitute_for,
    Option{"reason", Takes::words, "TEXT", {"代班原因", "why somebody stands in"}},
};
constexpr std::array patrol_options{
    Option{"result", Takes::choice, "ok|fault", {"正常或有问题", "in order, or a fault"}, true},
    Option{"note", Takes::words, "TEXT", {"情况", "what was seen"}},
    Option{
        "repair", Takes::word, "CATEGORY", {"同时登记这类报修", "open a repair of this category"}},
    Option{"event",
           Takes::choice,
           "1|2|3|4|5|6|7",
           {"同时登记这类重大事项", "open an event of this category"}},
    Option{"known", Takes::number, "BX|ZD", {"已登记过的编号", "what is open already"}},
};
constexpr std::array handover_options{
    Option{"to", Takes::login, "LOGIN", {"接班人", "the relief"}, true},
    Option{.name = "reported-to",
           .takes = Takes::login,
           .value = "LOGIN",
           .help = {"向谁汇报(1.7)", "whom it was reported to (1.7)"},
           .wanted = Wanted{}},
    Option{"note", Takes::words, "TEXT", {"交代事项", "what to know"}},
    Option{"items",
           Takes::words,
           "LIST",
           {"清点物品,如 对讲机=2,钥匙=14", "counted: radio=2,keys=14"}},
    Option{"refused",
           Takes::words,
           "REASON",
           {"接班人不接的原因(本人继续当班)", "why the relief would not take it (you stay on)"}},
    substitute_for,
    Option{"reason", Takes::words, "TEXT", {"代班原因", "why somebody stands in"}},
};
constexpr std::array takeover_options{
    Option{"since", Takes::time, "TIME", {"自何时无人", "since when the post is empty"}, true},
    Option{"reason", Takes::choice, "left|ill|unreachable", {"原因", "why"}, true},
    substitute_for,
};
constexpr std::array end_options{Option{"note", Takes::words, "TEXT", {"情况", "what to know"}}};
constexpr std::array roster_options{list_from, list_to};
constexpr std::array shift_options{list_from, list_to, list_limit, reveal};

Made schedule(const Writing& writing, const Arguments& arguments) {
    return records::schedule_duty(
        writing, arguments.text("who"), writing.time(arguments.time("from").value()),
        writing.time(arguments.time("to").value()), arguments.text("kind"));
}

records::Substitution substitution(const Arguments& arguments) {
    return {.instead_of = arguments.maybe("substitute-for"), .reason = arguments.maybe("reason")};
}

Made start(const Writing& writing, const Arguments& arguments) {
    const auto who = arguments.maybe("who");
    return records::start_duty(writing, who ? writing.staff(*who) : writing.deed().doer,
                               substitution(arguments));
}

Made log(const Writing& writing, const Arguments& arguments) {
    return records::log_duty(writing, arguments.text("TEXT"));
}

std::vector<base::Problem> patrol_contradictions(const Arguments& arguments) {
    const auto given = arguments.has("repair") + arguments.has("event") + arguments.has("known");
    if (given < 2 && (given == 0 || arguments.maybe("result") != "ok")) return {};
    return {
        {base::Label{"--repair、--event、--known 只在 --result fault 时写其中一个",
                     "one of --repair, --event and --known, with --result fault"},
         base::Label{"有问题才登记,登记过的用 --known", "open what is new, name what is known"}}};
}

Made patrol(const Writing& writing, const Arguments& arguments) {
    const auto event = arguments.whole("event");
    return records::patrol_area(
        writing, {.area = arguments.text("AREA"),
                  .result = arguments.text("result"),
                  .note = arguments.maybe("note"),
                  .repair = arguments.maybe("repair"),
                  .event = event ? std::optional(static_cast<int>(*event)) : std::nullopt,
                  .known = arguments.maybe("known")});
}

Made handover(const Writing& writing, const Arguments& arguments) {
    return records::hand_over(writing, {.to = arguments.text("to"),
                                        .reported_to = arguments.maybe("reported-to"),
                                        .note = arguments.maybe("note"),
                                        .items = arguments.maybe("items"),
                                        .refused = arguments.maybe("refused"),
                                        .substitution = substitution(arguments)});
}

Made takeover(const Writing& writing, const Arguments& arguments) {
    return records::take_over(
        writing, writing.time(arguments.time("since").value()), arguments.text("reason"),
        {.instead_of = arguments.maybe("substitute-for"), .reason = arguments.text("reason")});
}

Made end(const Writing& writing, const Arguments& arguments) {
    return records::end_duty(writing, arguments.maybe("note"));
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

Exit status(Reader reader, const Arguments&) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto now = records::duty_status(reading.connection, reading.now);
    output.show(reports::status_document(now, view), reports::status_json(now, view));
    return Exit::done;
}

Exit roster(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto ids =
        records::list_roster(reading.connection, time_of(reading, arguments.time("from")),
                             time_of(reading, arguments.time("to")));
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    output.show(reports::roster_document(ids, view), reports::roster_json(ids, view));
    return Exit::done;
}

Exit show(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto matter = records::require_matter(reading.connection, arguments.text("ZB"),
                                                this_year(reading), MatterKind::shift);
    if (output.format != Format::text)
        return show_matter(reader, arguments, "ZB", MatterKind::shift);
    const auto policies = records::Policies::load(reading.connection);
    output.show(reports::shift_report(records::load_shift(reading.connection, matter.id),
                                      view_of(reading, policies)),
                {});
    return Exit::done;
}

Exit list(Reader reader, const Arguments& arguments) {
    return list_matters(reader, arguments, MatterKind::shift);
}

constexpr std::array verbs{
    Verb{.noun = "duty",
         .verb = "schedule",
         .help = {"排班", "put a shift on the roster"},
         .clause = "1.2",
         .right = Right::supervise,
         .action = schedule,
         .options = schedule_options,
         .example =
             "huiyin duty schedule --who sun --from '2026-11-24 22:00' --to '2026-11-25 08:00' "
             "--kind overnight"},
    Verb{.noun = "duty",
         .verb = "start",
         .help = {"到岗(无人当班时)", "take the post when nobody is on duty"},
         .clause = "1.1, 1.2, 1.3, 1.4, 1.9",
         .right = Right::field_work,
         .action = start,
         .options = start_options,
         .example = "huiyin duty start"},
    Verb{.noun = "duty",
         .verb = "log",
         .help = {"写值班记录", "write into the log"},
         .clause = "1.6",
         .right = Right::field_work,
         .action = log,
         .operands = log_line,
         .example = "huiyin duty log 22:10巡视完毕,无异常"},
    Verb{.noun = "duty",
         .verb = "patrol",
         .help = {"巡查重要部位", "inspect a key area"},
         .clause = "1.8",
         .right = Right::field_work,
         .action = patrol,
         .operands = one_area,
         .options = patrol_options,
         .contradictions = patrol_contradictions,
         .example =
             "huiyin duty patrol 水泵房 --result fault --repair water-supply --note 压力为零"},
    Verb{.noun = "duty",
         .verb = "handover",
         .help = {"交班", "hand over"},
         .clause = "1.6, 1.7, 1.8, 1.9",
         .right = Right::field_work,
         .action = handover,
         .options = handover_options,
         .afterwards = report_on_shift,
         .example = "huiyin duty handover --to li --reported-to ma --items 对讲机=2,钥匙=14"},
    Verb{.noun = "duty",
         .verb = "takeover",
         .help = {"当班人不在时接岗", "take over from an officer who is gone"},
         .clause = "1.4, 1.9",
         .right = Right::field_work,
         .action = takeover,
         .options = takeover_options,
         .example = "huiyin duty takeover --since 03:10 --reason ill"},
    Verb{.noun = "duty",
         .verb = "end",
         .help = {"撤岗(此后无人当班)", "leave the post unmanned"},
         .clause = "1.6, 1.9",
         .right = Right::field_work,
         .action = end,
         .options = end_options,
         .afterwards = report_on_shift,
         .example = "huiyin duty end"},
    Verb{.noun = "duty",
         .verb = "status",
         .help = {"现在谁当班", "who is on duty now"},
         .clause = "1.9",
         .right = Right::read,
         .action = status,
         .example = "huiyin duty status"},
    Verb{.noun = "duty",
         .verb = "roster",
         .help = {"排班表", "the roster"},
         .clause = "1.2",
         .right = Right::read,
         .action = roster,
         .options = roster_options,
         .example = "huiyin duty roster"},
    Verb{.noun = "duty",
         .verb = "show",
         .help = {"查看一个班(交班报告)", "one shift, its report"},
         .clause = "1.7",
         .right = Right::read,
         .action = show,
         .operands = one_shift,
         .options = reveal_option,
         .example = "huiyin duty show zb-1"},
    Verb{.noun = "duty",
         .verb = "list",
         .help = {"列出各班", "list the shifts"},
         .clause = "",
         .right = Right::read,
         .action = list,
         .options = shift_options,
         .example = "huiyin duty list"},
};

}  // namespace

std::span<const Verb> duty_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
