#include <algorithm>
#include <array>
#include <utility>

#include "field_options.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/conduct.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "received_matter.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace complaint_commands {
namespace {

using base::Exit;
using gate::Right;
using records::WriteResult;
using records::Writing;

/// Of several of these commands.
namespace declared {
constexpr Declared<Takes::words> text{"text", {"内容", "what was said"}};
constexpr Declared<Takes::login> to{"to", {"交给谁", "to whom"}};
constexpr Declared<Takes::words> reason{"reason", {"理由", "why"}};
constexpr Declared<Takes::choice> method{
    "method", {"答复方式", "how it was replied"}, records::listed<records::words::reply_method>};
constexpr Declared<Takes::logins> convened{"convened", {"召集了谁", "who was convened"}};
}  // namespace declared

struct OneComplaint : Options {
    Required<Takes::number> complaint{*this, operand("TS", {"投诉编号", "the complaint"})};
};

struct Add final : Options {
    Required<Takes::choice> channel{*this,
                                    {"channel",
                                     {"投诉方式(2.1)", "channel (2.1)"},
                                     records::listed<records::words::complaint_channel>}};
    Required<Takes::words> text{*this, declared::text};
    Maybe<Takes::words> from{*this, {"from", {"投诉人", "who complains"}, "NAME"}};
    Maybe<Takes::phone> phone{*this, {"phone", {"联系电话", "their phone"}, "NUMBER"}};
    Maybe<Takes::home> unit{*this, {"unit", {"房号", "their home"}, "UNIT"}};
    Maybe<Takes::word> category{*this, {"category", {"类别", "category"}}};
    Maybe<Takes::words> via{
        *this, {"via", {"实际来源,如 微信、12345", "where it really came from: WeChat, 12345"}}};
    MaybeSome<Takes::choices> courtesy{
        *this,
        {"courtesy",
         {"来访接待四项(2.2.3)", "the four acts of receiving a visitor (2.2.3)"},
         records::listed<records::words::reception, ','>},
        Wanted{.option = "channel", .values = "visit", .unless = "courtesy-missed"}};
    FieldOptions<OnlyOf<"complaint">> own{*this};
};

struct Assign final : OneComplaint {
    Required<Takes::login> to{*this, declared::to};
    Maybe<Takes::words> reason{*this, declared::reason};
};

struct Escalate final : OneComplaint {
    Required<Takes::login> to{*this, declared::to};
    Maybe<Takes::words> reason{*this, declared::reason};
    MaybeSome<Takes::logins> convened{*this, declared::convened};
};

struct Convene final : OneComplaint {
    Required<Takes::logins> who{*this, {"who", {"召集了谁", "who was convened"}}};
};

struct Investigate final : OneComplaint {
    Required<Takes::words> findings{*this,
                                    {"findings", {"调查情况(2.2.4)", "the findings (2.2.4)"}}};
};

struct Opinion final : OneComplaint {
    Required<Takes::words> text{*this, declared::text};
};

struct Reply final : OneComplaint {
    Required<Takes::words> text{*this, declared::text};
    Required<Takes::choice> method{*this, declared::method};
};

struct Settle final : OneComplaint {
    Maybe<Takes::words> findings{*this, {"findings", {"调查情况", "the findings"}}, Wanted{}};
    Maybe<Takes::words> opinion{*this, {"opinion", {"处理意见", "the opinion"}}, Wanted{}};
    Required<Takes::words> reply{*this, {"reply", {"答复内容", "the reply"}}};
    Required<Takes::choice> method{*this, declared::method};
};

struct Quarrel final : OneComplaint {
    Required<Takes::login> who{*this, {"who", {"与来访者争吵的人", "who quarrelled"}}};
    Maybe<Takes::login> stopped_by{
        *this,
        {"stopped-by",
         {"制止的人,没有则 none(2.2.6)", "who stopped it, or none (2.2.6)"},
         "LOGIN|none"},
        Wanted{}};
    Maybe<Takes::login> taken_over_by{
        *this,
        {"taken-over-by",
         {"继续接待的人,没有则 none(2.2.6)", "who took over, or none (2.2.6)"},
         "LOGIN|none"},
        Wanted{}};
    Maybe<Takes::words> note{*this, {"note", {"经过", "what happened"}}};
};

struct Close final : OneComplaint {
    Maybe<Takes::words> outcome{
        *this, {"outcome", {"处理结果(3.3.1)", "the outcome (3.3.1)"}}, Wanted{}};
    Flag unsatisfied{*this,
                     {"unsatisfied",
                      {"业主仍不满意(主管办结,5.4)",
                       "the resident is still dissatisfied (closed by a manager, 5.4)"}}};
    Maybe<Takes::choice> ended{
        *this,
        {"ended",
         {"以其他方式结束(主管办结,5.4)", "it ended another way (closed by a manager, 5.4)"},
         records::listed<records::words::ended_otherwise>}};
    Maybe<Takes::words> reason{*this, declared::reason};
};

struct ShowOne final : OneComplaint {
    Flag reveal{*this, shared::reveal};
};

struct List final : shared::HeldMatters {
    Maybe<Takes::choice, int> complaint_class{*this, {"class", {"等级", "class"}, "1|2|3"}};
    Maybe<Takes::word> category{*this, {"category", {"类别", "category"}}};
    Maybe<Takes::word> unit{*this, shared::unit};
    Maybe<Takes::words> phone{*this, shared::phone};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

WriteResult add(const Writing& writing, const Add& typed) {
    const auto acts = typed.courtesy();
    const auto done = [&](std::string_view act) {
        return std::ranges::find(acts, act) != acts.end();
    };
    auto matter = received_matter(records::MatterKind::complaint, typed);
    auto own = own_values(writing, "complaint", typed.own);
    const records::NewComplaint complaint{
        .matter = std::move(matter),
        .own = std::move(own),
        .courtesy = {done("seat"), done("tea"), done("heard"), done("calmed")}};
    return records::add_complaint(writing, complaint);
}

WriteResult assign(const Writing& writing, const Assign& typed) {
    return records::assign_matter(writing, typed.complaint(), typed.to(), typed.reason(),
                                  records::MatterKind::complaint);
}

WriteResult escalate(const Writing& writing, const Escalate& typed) {
    return records::escalate_complaint(writing, typed.complaint(), typed.to(), typed.reason(),
                                       typed.convened());
}

WriteResult convene(const Writing& writing, const Convene& typed) {
    return records::convene_complaint(writing, typed.complaint(), typed.who());
}

WriteResult investigate(const Writing& writing, const Investigate& typed) {
    return records::investigate_complaint(writing, typed.complaint(), typed.findings());
}

WriteResult opinion(const Writing& writing, const Opinion& typed) {
    return records::give_opinion(writing, typed.complaint(), typed.text());
}

WriteResult reply(const Writing& writing, const Reply& typed) {
    return records::reply_to_complaint(writing, typed.complaint(), typed.text(), typed.method());
}

WriteResult settle(const Writing& writing, const Settle& typed) {
    return records::settle_complaint(writing, typed.complaint(),
                                     {.findings = typed.findings(),
                                      .opinion = typed.opinion(),
                                      .reply = typed.reply(),
                                      .method = typed.method()});
}

std::vector<base::Problem> contradictions_of_closing(const Unchecked<Close>& typed) {
    if (!typed.has(&Close::unsatisfied) || !typed.has(&Close::ended)) return {};
    return {{base::Label{"--unsatisfied 与 --ended 只能写一个",
                         "give --unsatisfied or --ended, not both"},
             {}}};
}

WriteResult close(const Writing& writing, const Close& typed) {
    return records::close_complaint(
        writing, typed.complaint(),
        {.outcome = typed.outcome(),
         .ended = typed.unsatisfied() ? std::optional<std::string>("unsatisfied") : typed.ended(),
         .reason = typed.reason()});
}

WriteResult quarrel(const Writing& writing, const Quarrel& typed) {
    return records::record_quarrel(writing, typed.complaint(),
                                   {.who = typed.who(),
                                    .stopped_by = typed.stopped_by(),
                                    .taken_over_by = typed.taken_over_by(),
                                    .note = typed.note()});
}

Exit show(ReadContext reader, const ShowOne& typed) {
    return show_matter(reader, typed.complaint(), records::MatterKind::complaint);
}

Exit list(ReadContext reader, const List& typed) {
    return list_matters(reader, typed, records::MatterKind::complaint);
}

constexpr std::array verbs{
    command<add>({.noun = "complaint",
                  .verb = "add",
                  .help = {"登记投诉", "record a complaint"},
                  .clause = "2.1, 2.2.3, 2.2.7, 2.2.8, 3.3.5, 3.3.6",
                  .right = Right::office_work,
                  .example =
                      "huiyin complaint add --channel visit --unit 3-502 --from 张伟 --phone "
                      "13800008000 --text 楼上夜里敲打 --courtesy seat,tea,heard,calmed"}),
    command<assign>({.noun = "complaint",
                     .verb = "assign",
                     .help = {"落实或转交承办人", "assign it to a holder, or transfer it"},
                     .clause = "2.2.2, 5.2",
                     .right = Right::office_work,
                     .example = "huiyin complaint assign ts-1 --to sun --reason 属楼内管理"}),
    command<escalate>(
        {.noun = "complaint",
         .verb = "escalate",
         .help = {"上报上级", "escalate to the superior"},
         .clause = "5.3",
         .right = Right::office_work,
         .example =
             "huiyin complaint escalate ts-1 --to ma --reason 涉及外部施工 --convened wu,sun"}),
    command<convene>({.noun = "complaint",
                      .verb = "convene",
                      .help = {"召集责任人", "convene the people responsible"},
                      .clause = "5.3",
                      .right = Right::office_work,
                      .example = "huiyin complaint convene ts-1 --who wu,sun"}),
    command<investigate>(
        {.noun = "complaint",
         .verb = "investigate",
         .help = {"登记调查情况", "record the findings"},
         .clause = "2.2.4",
         .right = Right::office_work,
         .example = "huiyin complaint investigate ts-1 --findings 现场查看,确有噪声"}),
    command<opinion>({.noun = "complaint",
                      .verb = "opinion",
                      .help = {"登记处理意见", "record the opinion on the findings"},
                      .clause = "2.2.4",
                      .right = Right::office_work,
                      .example = "huiyin complaint opinion ts-1 --text 与楼上住户约定施工时间"}),
    command<reply>(
        {.noun = "complaint",
         .verb = "reply",
         .help = {"登记答复", "record the reply"},
         .clause = "2.2.1, 2.2.4",
         .right = Right::office_work,
         .example = "huiyin complaint reply ts-1 --text 已约定晚八点后停工 --method phone"}),
    command<settle>(
        {.noun = "complaint",
         .verb = "settle",
         .help = {"调查、意见、答复一次登记", "findings, opinion and reply in one command"},
         .clause = "2.2.4",
         .right = Right::office_work,
         .example = "huiyin complaint settle ts-1 --findings 现场查看属实 --opinion 当日清运 "
                    "--reply 已清理干净 "
                    "--method visit"}),
    command<quarrel>(
        {.noun = "complaint",
         .verb = "quarrel",
         .help = {"登记与来访者的争吵", "record a quarrel with the visitor"},
         .clause = "2.2.6, 2.2.9",
         .right = Right::office_work,
         .example =
             "huiyin complaint quarrel ts-1 --who sun --stopped-by chen --taken-over-by li"}),
    command<close, contradictions_of_closing>(
        {.noun = "complaint",
         .verb = "close",
         .help = {"办结投诉", "close a complaint"},
         .clause = "3.3.1, 5.4",
         .right = Right::office_work,
         .decision = true,
         .example = "huiyin complaint close ts-1 --outcome 已恢复安静,业主满意"}),
    command<show>({.noun = "complaint",
                   .verb = "show",
                   .help = {"查看一件投诉", "show a complaint"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin complaint show ts-1"}),
    command<list>({.noun = "complaint",
                   .verb = "list",
                   .help = {"列出投诉", "list complaints"},
                   .clause = "2.2.7",
                   .right = Right::read,
                   .example = "huiyin complaint list --open --holder sun"}),
};

}  // namespace
}  // namespace complaint_commands

std::span<const Verb> complaint_verbs() {
    return complaint_commands::verbs;
}

}  // namespace huiyin::cli
