#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/conduct.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::Writing;

constexpr std::string_view methods = "phone|visit|letter";
constexpr std::array one_complaint{Operand{"TS", Takes::number, {"投诉编号", "the complaint"}}};

constexpr Option text{"text", Takes::words, "TEXT", {"内容", "what was said"}, true};
constexpr Option to{"to", Takes::login, "LOGIN", {"交给谁", "to whom"}, true};
constexpr Option reason{"reason", Takes::words, "TEXT", {"理由", "why"}};
constexpr Option method{"method", Takes::choice, methods, {"答复方式", "how it was replied"}, true};
constexpr Option convened{"convened", Takes::logins, "", {"召集了谁", "who was called together"}};

constexpr std::array add_options{
    Option{
        "channel", Takes::choice, "letter|phone|visit", {"投诉方式(2.1)", "channel (2.1)"}, true},
    text,
    Option{"subject", Takes::words, "TEXT", {"标题", "in short"}},
    Option{"from", Takes::words, "NAME", {"投诉人", "who complains"}},
    Option{"phone", Takes::words, "NUMBER", {"联系电话", "their phone"}},
    Option{"unit", Takes::word, "UNIT", {"房号", "their home"}},
    Option{"category", Takes::word, "TEXT", {"类别", "category"}},
    Option{"class", Takes::choice, "1|2|3", {"等级(3.3.3)", "class (3.3.3)"}},
    Option{"people", Takes::whole, "N", {"人数(2.2.8)", "how many came (2.2.8)"}},
    Option{"forwarded-by", Takes::words, "TEXT", {"转呈部门(3.2.2)", "forwarded by (3.2.2)"}},
    Option{"about", Takes::login, "LOGIN", {"被投诉职工", "the staff member it is about"}},
    Option{"repeat-of", Takes::number, "TS", {"重复投诉(3.3.5)", "repeats this one (3.3.5)"}},
    Option{
        "via", Takes::words, "TEXT", {"实际来源,如 微信、12345", "the real source: wechat, 12345"}},
    Option{.name = "courtesy",
           .takes = Takes::choices,
           .value = "seat,tea,heard,calmed",
           .help = {"来访接待四项(2.2.3)", "the four acts of receiving a visitor (2.2.3)"},
           .wanted = Wanted{.option = "channel", .values = "visit", .unless = "courtesy-missed"}},
    Option{"courtesy-missed",
           Takes::words,
           "REASON",
           {"未做到的原因(2.2.3)", "why an act was missed: a breach (2.2.3)"}},
};
constexpr std::array assign_options{to, reason};
constexpr std::array escalate_options{to, reason, convened};
constexpr std::array convene_options{
    Option{"who", Takes::logins, "", {"召集了谁", "who was called together"}, true}};
constexpr std::array investigate_options{
    Option{"findings", Takes::words, "TEXT", {"调查情况(2.2.4)", "the facts found (2.2.4)"}, true}};
constexpr std::array opinion_options{text};
constexpr std::array reply_options{text, method};
constexpr std::array settle_options{
    Option{.name = "findings",
           .takes = Takes::words,
           .value = "TEXT",
           .help = {"调查情况", "the facts found"},
           .wanted = Wanted{}},
    Option{.name = "opinion",
           .takes = Takes::words,
           .value = "TEXT",
           .help = {"处理意见", "the opinion"},
           .wanted = Wanted{}},
    Option{"reply", Takes::words, "TEXT", {"答复内容", "the reply"}, true}, method};
constexpr std::array close_options{
    Option{.name = "outcome",
           .takes = Takes::words,
           .value = "TEXT",
           .help = {"处理结果(3.3.1)", "the outcome (3.3.1)"},
           .wanted = Wanted{}},
    Option{"unsatisfied",
           Takes::nothing,
           "",
           {"业主仍不满意(主管办结,5.4)", "still dissatisfied (a manager closes, 5.4)"}},
    Option{"ended",
           Takes::choice,
           "withdrawn|moved|unreached|declined|letter",
           {"以其他方式结束(主管办结)", "it ended otherwise (a manager closes)"}},
    reason};
constexpr std::array quarrel_options{
    Option{"who", Takes::login, "LOGIN", {"与来访者争吵的人", "who quarrelled"}, true},
    Option{.name = "stopped-by",
           .takes = Takes::login,
           .value = "LOGIN|none",
           .help = {"制止的人,没有则 none(2.2.9)", "who stopped it, or none (2.2.9)"},
           .wanted = Wanted{}},
    Option{.name = "taken-over-by",
           .takes = Takes::login,
           .value = "LOGIN|none",
           .help = {"继续接待的人,没有则 none(2.2.9)", "who took over, or none (2.2.9)"},
           .wanted = Wanted{}},
    Option{"note", Takes::words, "TEXT", {"经过", "what happened"}},
};
constexpr std::array list_options{list_open,
                                  list_overdue,
                                  list_from,
                                  list_to,
                                  list_holder,
                                  Option{"class", Takes::choice, "1|2|3", {"等级", "class"}},
                                  Option{"category", Takes::word, "TEXT", {"类别", "category"}},
                                  list_unit,
                                  list_limit,
                                  reveal};

std::optional<int> as_int(std::optional<std::int64_t> number) {
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

Made add(const Writing& writing, const Arguments& arguments) {
    const auto acts = arguments.list("courtesy");
    const auto done = [&](std::string_view act) {
        return std::ranges::find(acts, act) != acts.end();
    };
    return records::add_complaint(
        writing, {.matter = {.kind = records::MatterKind::complaint,
                             .channel = arguments.text("channel"),
                             .via = arguments.maybe("via"),
                             .category = arguments.maybe("category"),
                             .unit = arguments.maybe("unit"),
                             .person = arguments.maybe("from"),
                             .phone = arguments.maybe("phone"),
                             .text = arguments.text("text")},
                  .subject = arguments.maybe("subject"),
                  .complaint_class = as_int(arguments.whole("class")),
                  .people = as_int(arguments.whole("people")),
                  .forwarded_by = arguments.maybe("forwarded-by"),
                  .about = arguments.maybe("about"),
                  .repeat_of = arguments.maybe("repeat-of"),
                  .courtesy = {done("seat"), done("tea"), done("heard"), done("calmed")},
                  .courtesy_missed = arguments.maybe("courtesy-missed")});
}

Made assign(const Writing& writing, const Arguments& arguments) {
    return records::assign_matter(writing, arguments.text("TS"), arguments.text("to"),
                                  arguments.maybe("reason"), records::MatterKind::complaint);
}

Made escalate(const Writing& writing, const Arguments& arguments) {
    return records::escalate_complaint(writing, arguments.text("TS"), arguments.text("to"),
                                       arguments.maybe("reason"), arguments.list("convened"));
}

Made convene(const Writing& writing, const Arguments& arguments) {
    return records::convene_complaint(writing, arguments.text("TS"), arguments.list("who"));
}

Made investigate(const Writing& writing, const Arguments& arguments) {
    return records::investigate_complaint(writing, arguments.text("TS"),
                                          arguments.text("findings"));
}

Made opinion(const Writing& writing, const Arguments& arguments) {
    return records::give_opinion(writing, arguments.text("TS"), arguments.text("text"));
}

Made reply(const Writing& writing, const Arguments& arguments) {
    return records::reply_to_complaint(writing, arguments.text("TS"), arguments.text("text"),
                                       arguments.text("method"));
}

Made settle(const Writing& writing, const Arguments& arguments) {
    return records::settle_complaint(writing, arguments.text("TS"),
                                     {.findings = arguments.maybe("findings"),
                                      .opinion = arguments.maybe("opinion"),
                                      .reply = arguments.text("reply"),
                                      .method = arguments.text("method")});
}

std::vector<base::Problem> contradictions_of_closing(const Arguments& arguments) {
    if (!arguments.has("unsatisfied") || !arguments.has("ended")) return {};
    return {{base::Label{"--unsatisfied 与 --ended 只能写一个",
                         "--unsatisfied and --ended exclude each other"},
             {}}};
}

Made close(const Writing& writing, const Arguments& arguments) {
    return records::close_complaint(
        writing, arguments.text("TS"),
        {.outcome = arguments.maybe("outcome"),
         .ended = arguments.has("unsatisfied") ? std::optional<std::string>("unsatisfied")
                                               : arguments.maybe("ended"),
         .reason = arguments.maybe("reason")});
}

Made quarrel(const Writing& writing, const Arguments& arguments) {
    return records::record_quarrel(writing, arguments.text("TS"),
                                   {.who = arguments.text("who"),
                                    .stopped_by = arguments.maybe("stopped-by"),
                                    .taken_over_by = arguments.maybe("taken-over-by"),
                                    .note = arguments.maybe("note")});
}

Exit show(Reader reader, const Arguments& arguments) {
    return show_matter(reader, arguments, "TS", records::MatterKind::complaint);
}

Exit list(Reader reader, const Arguments& arguments) {
    return list_matters(reader, arguments, records::MatterKind::complaint);
}

constexpr std::array verbs{
    Verb{.noun = "complaint",
         .verb = "add",
         .help = {"登记投诉", "record a complaint"},
         .clause = "2.1, 2.2.3, 2.2.7, 2.2.8, 3.3.5, 3.3.6",
         .right = Right::office_work,
         .action = add,
         .options = add_options,
         .example = "huiyin complaint add --channel visit --unit 3-502 --from 张伟 --phone "
                    "13800008000 --text 楼上夜里敲打 --courtesy seat,tea,heard,calmed"},
    Verb{.noun = "complaint",
         .verb = "assign",
         .help = {"落实或转交承办人", "give it a holder"},
         .clause = "2.2.2, 5.2",
         .right = Right::office_work,
         .action = assign,
         .operands = one_complaint,
         .options = assign_options,
         .example = "huiyin complaint assign ts-1 --to sun --reason 属楼内管理"},
    Verb{.noun = "complaint",
         .verb = "escalate",
         .help = {"上报上级", "escalate to the superior"},
         .clause = "5.3",
         .right = Right::office_work,
         .action = escalate,
         .operands = one_complaint,
         .options = escalate_options,
         .example =
             "huiyin complaint escalate ts-1 --to ma --reason 涉及外部施工 --convened wu,sun"},
    Verb{.noun = "complaint",
         .verb = "convene",
         .help = {"召集责任人", "call people together"},
         .clause = "5.3",
         .right = Right::office_work,
         .action = convene,
         .operands = one_complaint,
         .options = convene_options,
         .example = "huiyin complaint convene ts-1 --who wu,sun"},
    Verb{.noun = "complaint",
         .verb = "investigate",
         .help = {"登记调查情况", "record the facts"},
         .clause = "2.2.4",
         .right = Right::office_work,
         .action = investigate,
         .operands = one_complaint,
         .options = investigate_options,
         .example = "huiyin complaint investigate ts-1 --findings 现场查看,确有噪声"},
    Verb{.noun = "complaint",
         .verb = "opinion",
         .help = {"登记处理意见", "record the opinion"},
         .clause = "2.2.4",
         .right = Right::office_work,
         .action = opinion,
         .operands = one_complaint,
         .options = opinion_options,
         .example = "huiyin complaint opinion ts-1 --text 与楼上住户约定施工时间"},
    Verb{.noun = "complaint",
         .verb = "reply",
         .help = {"登记答复", "record the reply"},
         .clause = "2.2.1, 2.2.4",
         .right = Right::office_work,
         .action = reply,
         .operands = one_complaint,
         .options = reply_options,
         .example = "huiyin complaint reply ts-1 --text 已约定晚八点后停工 --method phone"},
    Verb{.noun = "complaint",
         .verb = "settle",
         .help = {"调查、意见、答复一次登记", "facts, opinion and reply in one"},
         .clause = "2.2.4",
         .right = Right::office_work,
         .action = settle,
         .operands = one_complaint,
         .options = settle_options,
         .example = "huiyin complaint settle ts-1 --findings 现场查看属实 --opinion 当日清运 "
                    "--reply 已清理干净 "
                    "--method visit"},
    Verb{.noun = "complaint",
         .verb = "quarrel",
         .help = {"登记与来访者的争吵", "record a quarrel with the visitor"},
         .clause = "2.2.6, 2.2.9",
         .right = Right::office_work,
         .action = quarrel,
         .operands = one_complaint,
         .options = quarrel_options,
         .example = "huiyin complaint quarrel ts-1 --who sun --stopped-by chen --taken-over-by li"},
    Verb{.noun = "complaint",
         .verb = "close",
         .help = {"办结", "close it"},
         .clause = "3.3.1, 5.4",
         .right = Right::office_work,
         .action = close,
         .operands = one_complaint,
         .options = close_options,
         .contradictions = contradictions_of_closing,
         .decision = true,
         .example = "huiyin complaint close ts-1 --outcome 已恢复安静,业主满意"},
    Verb{.noun = "complaint",
         .verb = "show",
         .help = {"查看一件投诉", "show one"},
         .clause = "",
         .right = Right::read,
         .action = show,
         .operands = one_complaint,
         .options = reveal_option,
         .example = "huiyin complaint show ts-1"},
    Verb{.noun = "complaint",
         .verb = "list",
         .help = {"列出投诉", "list them"},
         .clause = "2.2.7",
         .right = Right::read,
         .action = list,
         .options = list_options,
         .example = "huiyin complaint list --open --holder sun"},
};

}  // namespace

std::span<const Verb> complaint_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
