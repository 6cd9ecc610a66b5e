#include <algorithm>
#include <array>

#include "check_value.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/correction.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/repair.hpp"
#include "nouns.hpp"
#include "shared_options.hpp"
#include "table_lookup.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::Writing;

/// The fields that can be corrected: of a matter, of a callback, with --step of a step. Times, the
/// channel and what a limit hangs on are a manager's.
struct Amend final : Options {
    Required<Takes::number> record{
        *this, operand("REF", {"编号(事项、HF、PG)", "the record (a matter, HF, PG)"})};
    Required<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
    Maybe<Takes::whole, int> step{
        *this, {"step", {"更正第 N 步(编号见 show)", "correct step N, as show has it"}, "N"}};
    Maybe<Takes::time> step_at{
        *this,
        {"step-at", {"该步的时间(主管、负责人)", "when it happened (manager, head)"}},
        Right::supervise};
    Maybe<Takes::login> step_by{
        *this,
        {"step-by", {"该步的经手人(主管、负责人)", "who did it (manager, head)"}},
        Right::supervise};
    Maybe<Takes::words> step_reason{*this, {"step-reason", {"该步的理由", "why it was done"}}};
    Maybe<Takes::login> to{
        *this, {"to", {"该步交给谁(主管、负责人)", "to whom (manager, head)"}}, Right::supervise};
    Maybe<Takes::choice> form{*this,
                              {"form",
                               {"报告形式(主管、负责人)", "form of a report (manager, head)"},
                               "in-person|phone|written"},
                              Right::supervise};
    MaybeSome<Takes::logins> convened{
        *this,
        {"convened", {"召集了谁(主管、负责人)", "who was convened (manager, head)"}},
        Right::supervise};
    Maybe<Takes::login> reported_to{
        *this,
        {"reported-to", {"交班向谁汇报(主管、负责人)", "to whom a shift reported (manager, head)"}},
        Right::supervise};
    Maybe<Takes::words> items{*this, {"items", {"交班清点的物品", "the items handed over"}}};
    Maybe<Takes::words> department{*this, {"department", {"通报的部门", "the department told"}}};
    Maybe<Takes::time> opened_at{
        *this,
        {"opened-at", {"受理时间(主管、负责人)", "when it was received (manager, head)"}},
        Right::supervise};
    Maybe<Takes::choice> channel{*this,
                                 {"channel",
                                  {"方式(主管、负责人)", "channel (manager, head)"},
                                  "letter|phone|visit|round|patrol|in-person|written"},
                                 Right::supervise};
    Maybe<Takes::words> findings{*this, {"findings", {"调查情况", "the facts found"}}};
    Maybe<Takes::words> opinion{*this, {"opinion", {"处理意见", "the opinion"}}};
    Maybe<Takes::words> reply{*this, {"reply", {"答复", "the reply"}}};
    Maybe<Takes::words> outcome{*this, {"outcome", {"处理结果", "the outcome"}}};
    Maybe<Takes::choice> ended{*this,
                               {"ended",
                                {"以何种方式结束(主管、负责人)", "how it ended (manager, head)"},
                                "withdrawn|moved|unreached|declined|letter|unsatisfied"},
                               Right::supervise};
    Maybe<Takes::words> decision{*this, {"decision", {"处理决定", "the decision"}}};
    Maybe<Takes::words> content{*this, {"content", {"维修内容", "what is to be done"}}};
    Maybe<Takes::words> result{*this, {"result", {"维修结果", "what was done"}}};
    Maybe<Takes::words> told{*this, {"told", {"通知了谁", "who was told"}}};
    Maybe<Takes::words> called{*this, {"called", {"报警电话", "who was called"}}};
    Maybe<Takes::words> note{*this, {"note", {"反馈、备注", "what was said"}}};
    Maybe<Takes::words> agreed_by{*this, {"agreed-by", {"认可人", "who agreed"}, "NAME"}};
    Maybe<Takes::words> by_resident{*this, {"by-resident", {"签字人", "who signed"}, "NAME"}};
    Maybe<Takes::words> materials{*this, {"materials", {"材料", "materials"}}};
    Maybe<Takes::money> quoted{*this, {"quoted", {"报价", "the price quoted"}}};
    Maybe<Takes::money> fee{*this, {"fee", {"收费", "the fee"}}};
    Maybe<Takes::words> refused{
        *this, {"refused", {"业主拒签的原因", "why the resident would not sign"}, "REASON"}};
    Maybe<Takes::choice> fault{*this,
                               {"fault",
                                {"延期的原因(主管、负责人)", "why it was deferred (manager, head)"},
                                "difficult|parts|major"},
                               Right::supervise};
    Maybe<Takes::time> eta{*this, {"eta", {"预计完成", "when it is expected"}}};
    Maybe<Takes::choice> satisfied{
        *this,
        {"satisfied", {"是否满意(主管、负责人)", "satisfied (manager, head)"}, "yes|partly|no"},
        Right::supervise};
    Maybe<Takes::choice> resolved{*this, {"resolved", {"是否解决", "is it solved"}, "yes|no"}};
    Maybe<Takes::choice> method{
        *this,
        {"method", {"回访、答复方式(主管、负责人)", "how (manager, head)"}, "visit|phone|letter"},
        Right::supervise};
    Maybe<Takes::words> signed_by{
        *this,
        {"signed-by", {"业主签名(主管、负责人)", "who signed (manager, head)"}, "NAME"},
        Right::supervise};
    Maybe<Takes::choice> signed_as{
        *this, {"signed-as", {"签名方式", "how they signed"}, "self|thumb|family"}};
    Maybe<Takes::word> form_no{*this, {"form-no", {"纸质单号", "number of the paper form"}}};
    Maybe<Takes::words> raised{*this, {"raised", {"重新提出的事", "what was raised anew"}}};
    Maybe<Takes::words> settled{*this, {"settled", {"当场如何解释", "how it was settled"}}};
    MaybeSome<Takes::choices> courtesy{
        *this,
        {"courtesy",
         {"接待四项;建议的答复:致谢或致歉", "the four acts; of an answer: thanks or an apology"},
         "seat,tea,heard,calmed,thanks,apology"}};
    Maybe<Takes::words> courtesy_missed{
        *this, {"courtesy-missed", {"未做到的原因", "why an act was missed"}, "REASON"}};
    Maybe<Takes::words> hotline_no{*this, {"hotline-no", {"热线工单号", "the hotline's number"}}};
    Maybe<Takes::time> hotline_due{
        *this,
        {"hotline-due", {"热线期限(主管、负责人)", "the hotline's deadline (manager, head)"}},
        Right::supervise};
    Maybe<Takes::choice> kind{
        *this,
        {"kind",
         {"意见或建议(主管、负责人)", "opinion or suggestion (manager, head)"},
         "opinion|suggestion"},
        Right::supervise};
    Maybe<Takes::time> appointment{
        *this,
        {"appointment",
         {"预约上门时间(主管、负责人)", "the time agreed with the resident (manager, head)"}},
        Right::supervise};
    Maybe<Takes::time> happened{
        *this,
        {"happened", {"事项发生时间(主管、负责人)", "when the event took place (manager, head)"}},
        Right::supervise};
    Maybe<Takes::time> learned{
        *this,
        {"learned", {"获知时间(主管、负责人)", "when the office learned of it (manager, head)"}},
        Right::supervise};
    Maybe<Takes::count> casualties{
        *this,
        {"casualties", {"伤亡人数(主管、负责人)", "casualties (manager, head)"}},
        Right::supervise};
    Maybe<Takes::count> loss{*this,
                             {"loss", {"损失(主管、负责人)", "the loss (manager, head)"}, "YUAN"},
                             Right::supervise};
    Maybe<Takes::choice> group{
        *this,
        {"group", {"群体事件(主管、负责人)", "a group gathers (manager, head)"}, "yes|no"},
        Right::supervise};
    Maybe<Takes::choice> residents{
        *this,
        {"residents", {"涉及业主(主管、负责人)", "residents affected (manager, head)"}, "yes|no"},
        Right::supervise};
    Maybe<Takes::number> complaint{
        *this, {"complaint", {"起因的投诉(事项)", "the complaint it came of (an event)"}, "TS"}};
    Maybe<Takes::words> text{*this, {"text", {"内容", "what was said"}}};
    Maybe<Takes::words> subject{*this, {"subject", {"标题", "in short"}}};
    Maybe<Takes::words> from{*this, {"from", {"姓名", "who it is from"}, "NAME"}};
    Maybe<Takes::phone> phone{*this, {"phone", {"电话", "their phone"}, "NUMBER"}};
    Maybe<Takes::home> unit{*this, {"unit", {"房号", "their home"}, "UNIT"}};
    Maybe<Takes::words> via{*this, {"via", {"实际来源", "the real source"}}};
    Maybe<Takes::words> forwarded_by{*this, {"forwarded-by", {"转呈部门", "forwarded by"}}};
    Maybe<Takes::login> about{*this, {"about", {"被投诉职工", "whom it is about"}}};
    Maybe<Takes::number> repeat_of{*this, {"repeat-of", {"重复投诉", "repeats this one"}, "TS"}};
    Maybe<Takes::words> place{*this, {"place", {"位置(报修、事项)", "where (a repair, an event)"}}};
    Maybe<Takes::words> petition{*this,
                                 {"petition", {"上访情况(事项)", "the petition (an event)"}}};
    Maybe<Takes::number> rework_of{*this,
                                   {"rework-of", {"是何者的二次维修", "rework of this one"}, "BX"}};
    Maybe<Takes::words> not_rework{
        *this, {"not-rework", {"不属二次维修的原因", "why it is no rework"}, "REASON"}};
    Maybe<Takes::word> category{
        *this, {"category", {"类别(主管、负责人)", "category (manager, head)"}}, Right::supervise};
    Maybe<Takes::choice, int> complaint_class{
        *this,
        {"class", {"等级(主管、负责人)", "class (manager, head)"}, "1|2|3"},
        Right::supervise};
    Maybe<Takes::whole, int> people{
        *this, {"people", {"人数(主管、负责人)", "how many (manager, head)"}}, Right::supervise};
};

/// Fields that not every kind of matter has: a row for each kind that does.
struct OwnField {
    std::string_view name;
    records::MatterKind kind;
};
constexpr std::array own_fields{
    OwnField{"subject", records::MatterKind::complaint},
    OwnField{"subject", records::MatterKind::letter},
    OwnField{"forwarded-by", records::MatterKind::complaint},
    OwnField{"about", records::MatterKind::complaint},
    OwnField{"repeat-of", records::MatterKind::complaint},
    OwnField{"class", records::MatterKind::complaint},
    OwnField{"people", records::MatterKind::complaint},
    OwnField{"place", records::MatterKind::repair},
    OwnField{"place", records::MatterKind::event},
    OwnField{"petition", records::MatterKind::event},
    OwnField{"rework-of", records::MatterKind::repair},
    OwnField{"not-rework", records::MatterKind::repair},
    OwnField{"courtesy", records::MatterKind::complaint},
    OwnField{"courtesy-missed", records::MatterKind::complaint},
    OwnField{"hotline-no", records::MatterKind::complaint},
    OwnField{"hotline-due", records::MatterKind::complaint},
    OwnField{"kind", records::MatterKind::suggestion},
    OwnField{"appointment", records::MatterKind::repair},
    OwnField{"happened", records::MatterKind::event},
    OwnField{"learned", records::MatterKind::event},
    OwnField{"casualties", records::MatterKind::event},
    OwnField{"loss", records::MatterKind::event},
    OwnField{"group", records::MatterKind::event},
    OwnField{"residents", records::MatterKind::event},
    OwnField{"complaint", records::MatterKind::event},
};
/// Those of every matter. What neither list has belongs to a step or a callback.
constexpr std::array common_fields{"opened-at", "channel", "text", "from",
                                   "phone",     "unit",    "via",  "category"};

/// An event's category is one of those that its report knows.
void require_event_category(const std::string& value) {
    if (auto problem = value_problem("--category", Takes::choice, shared::event_categories, value))
        throw base::Failure(Exit::usage, std::move(problem->what), std::move(problem->remedy));
}

void require_field(const records::Matter& matter, std::string_view field,
                   const std::string& value) {
    if (matter.kind == records::MatterKind::repair && field == "category")
        throw base::Failure(Exit::usage,
                            base::Label{"报修的类别不能更正", "a repair's category is not amended"},
                            base::compose({"到场后由主管改:huiyin repair recategorise {}",
                                           "a manager changes it after arrival: huiyin repair "
                                           "recategorise {}"},
                                          matter.no));
    if (matter.kind == records::MatterKind::event && field == "category")
        require_event_category(value);
    base::Text owners;
    for (const auto& own : own_fields) {
        if (own.name != field) continue;
        if (own.kind == matter.kind) return;
        const auto& kind = records::name_of(own.kind).title;
        owners.zh.append(owners.zh.empty() ? "" : "、").append(kind.zh);
        owners.en.append(owners.en.empty() ? "a " : " or a ").append(kind.en);
    }
    if (owners.zh.empty() && std::ranges::find(common_fields, field) != common_fields.end()) return;
    throw base::Failure(
        Exit::usage, base::compose({"{} 没有 --{} 这一项", "{} has no --{}"}, matter.no, field),
        owners.zh.empty()
            ? base::Text(base::Label{"某一步的内容加 --step N,回访的写回访编号 HF-…",
                                     "of a step: with --step N; of a callback: name it, HF-…"})
            : base::compose({"这一项只有{0}才有", "only {1} has it"}, owners.zh, owners.en));
}

/// A step says what the command that recorded it takes.
void require_step_field(const Writing& writing, const records::Matter& matter, int seq,
                        std::string_view field) {
    const auto particulars = records::fields_of("step");
    if (std::ranges::none_of(particulars, [&](const records::Field* one) {
            return one->amend != records::Amend::nobody && one->typed.option == field;
        }))
        return;
    const auto steps = records::steps_of(writing.connection(), matter.id);
    const auto step = std::ranges::find(steps, seq, &records::Step::seq);
    if (step == steps.end()) return;
    const auto* kind = records::find_step_kind(step->what);
    const auto command = kind == nullptr ? std::string_view{} : kind->command;
    const auto blank = std::min(command.find(' '), command.size());
    const auto noun = command.substr(0, blank);
    const auto* verb = find_verb(noun == "{}" ? records::name_of(matter.kind).word : noun,
                                 command.substr(std::min(blank + 1, command.size())));
    if (verb == nullptr || find_option(*verb, field) == nullptr)
        throw records::no_such_field(matter, *step, field);
}

std::vector<base::Problem> both_rework_and_none(const Unchecked<Amend>& typed) {
    if (!typed.has(&Amend::rework_of) || !typed.has(&Amend::not_rework)) return {};
    return {{base::Label{"--rework-of 与 --not-rework 只能写一个",
                         "--rework-of or --not-rework, not both"},
             base::Label{"是二次维修写 --rework-of BX,不是写 --not-rework 原因",
                         "rework: --rework-of BX; else: --not-rework REASON"}}};
}

/// What is to be corrected, in the order of the members.
std::vector<records::NewValue> new_values(const Writing& writing, const Amend& typed) {
    std::vector<records::NewValue> values;
    typed.for_each_given([&](const AnyOption& member, const std::string& value) {
        if (member.is_operand() || &member == &typed.reason || &member == &typed.step) return;
        records::NewValue one{.field = std::string(member.row().name), .value = value};
        if (member.row().takes == Takes::time) {
            one.at = base::resolve(base::parse_time(value), writing.now(), writing.zone());
            one.value = base::iso(*one.at, writing.zone());
        }
        values.push_back(std::move(one));
    });
    if (!values.empty()) return values;
    throw base::Failure(
        Exit::usage, base::Label{"没有要更正的内容", "there is nothing to amend"},
        base::Label{"写出要更正的项,如 --unit 3-502", "give the field to correct: --unit 3-502"});
}

/// Of an order: its repair, if that step is one of the order's.
records::Matter repair_of_step(const Writing& writing, const Amend& typed) {
    const auto order = records::require_order(writing.connection(), typed.record(), writing.year());
    const auto& seq = typed.step();
    if (!seq || std::ranges::none_of(order.steps,
                                     [&](const records::Step& step) { return step.seq == *seq; }))
        throw base::Failure(Exit::usage,
                            base::compose({"写明 {} 的哪一步", "say which step of {}"}, order.no),
                            base::compose({"用 --step N,N 见 huiyin order show {}",
                                           "by --step N, as huiyin order show {} has it"},
                                          order.no));
    return records::require_matter(writing.connection(), order.repair, writing.year());
}

Made amend(const Writing& writing, const Amend& typed) {
    const std::string& number = typed.record();
    const auto values = new_values(writing, typed);
    if (records::is_number_of(number, "HF")) {
        for (const auto& value : values)
            records::amend_callback(writing, number, value, typed.reason());
        return {records::require_callback(writing.connection(), number, writing.year()).no, {}};
    }
    const bool of_order = records::is_number_of(number, "PG");
    const auto matter = of_order
                            ? repair_of_step(writing, typed)
                            : records::require_matter(writing.connection(), number, writing.year());
    for (const auto& value : values) {
        if (const auto& seq = typed.step()) {
            require_step_field(writing, matter, *seq, value.field);
            records::amend_step(writing, matter, *seq, value, typed.reason());
            continue;
        }
        require_field(matter, value.field, value.value);
        records::amend_field(writing, matter, value, typed.reason());
    }
    return {of_order ? records::require_order(writing.connection(), number, writing.year()).no
                     : matter.no,
            {}};
}

constexpr std::array verbs{
    command<amend, both_rework_and_none>(
        {.noun = "amend",
         .verb = "",
         .help = {"更正一项,原值留档",
                  "correct a field; the old value "
                  "stays on record"},
         .clause = "1.6",
         .right = Right::office_work,
         .binds_now = true,
         .example = "huiyin amend ts-1 --unit 3-520 --reason 房号写错"}),
};

}  // namespace

std::span<const Verb> amend_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
