#include "huiyin/records/step_kind.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"

namespace huiyin::records {

namespace {

constexpr Typed to_whom{"to", "交给"};
constexpr Typed why{"reason", "理由"};
constexpr Typed note{"note", "备注"};
constexpr Typed what{"text", "内容"};
constexpr Typed how{"method", "方式"};

using enum StepTrait;

constexpr std::array kinds{
    StepKind{"add", {"登记", "received"}, "{} add", {.reason = why}, gives | tells},
    StepKind{"assign",
             {"转交", "assigned"},
             "assign",
             {.reason = why, .to = to_whom},
             assigns | hands_over},
    StepKind{"escalate",
             {"上报", "escalated"},
             "complaint escalate",
             {.reason = why, .to = to_whom},
             assigns | hands_over},
    StepKind{"convene", {"召集", "convened"}, "complaint convene"},
    StepKind{"investigate",
             {"调查", "investigated"},
             "complaint investigate",
             {.text = {"findings", "调查情况"}},
             once},
    StepKind{"opinion", {"处理意见", "opinion"}, "complaint opinion", {.text = what}, once},
    StepKind{"reply",
             {"答复", "replied"},
             "complaint reply",
             {.text = what, .method = how},
             answers | spoken | once},
    StepKind{"close",
             {"办结", "closed"},
             "{} close",
             {.text = {"outcome", "处理结果"}, .reason = why},
             ends},
    StepKind{"amend", {"更正", "amended"}, "amend", {.reason = why}, after_end},
    StepKind{"void", {"作废", "voided"}, "void", {.reason = why}, after_end},
    StepKind{"note", {"备注", "note"}, "note", {.text = what}, after_end | remark},
    StepKind{"callback",
             {"回访", "called back"},
             "callback log",
             {.text = {"note", "反馈意见"}, .method = how},
             spoken | after_end},
    StepKind{"attempt",
             {"回访未果", "attempted"},
             "callback attempt",
             {.text = note, .method = how},
             after_end},
    StepKind{"answered",
             {"按约答复", "answered"},
             "callback answer",
             {.text = what, .method = how},
             spoken | after_end},
    StepKind{
        "rearrange", {"改约", "re-arranged"}, "callback rearrange", {.reason = why}, after_end},
    StepKind{"callback-void", {"回访作废", "callback voided"}, "void", {.reason = why}, after_end},
    StepKind{"dispatch",
             {"派工", "dispatched"},
             "order dispatch",
             {.reason = why, .to = {"to", "维修人员"}},
             gives},
    StepKind{"arrive", {"到场", "arrived"}, "order arrive"},
    StepKind{"start", {"开工", "started"}, "order start", {.text = {"content", "维修内容"}}},
    StepKind{"defer", {"延期", "deferred"}, "order defer", {.reason = why}},
    StepKind{
        "finish", {"完工", "finished"}, "order finish", {.text = {"result", "完成情况"}}, spoken},
    StepKind{"sign", {"签字", "signed"}, "order sign", {}, after_end},
    StepKind{"return", {"交回", "returned"}, "order return", {.to = to_whom}, after_end},
    StepKind{"cancel", {"撤销", "cancelled"}, "order cancel", {.reason = why}},
    StepKind{"urge", {"催单", "urged"}, "repair urge", {.text = what}},
    StepKind{"answer",
             {"答复", "answered"},
             "suggestion answer",
             {.text = what, .method = how},
             answers | spoken | once},
    StepKind{"quarrel",
             {"争吵", "quarrelled"},
             "complaint quarrel",
             {.text = {"note", "经过"}},
             assigns | hands_over},
    StepKind{"collect", {"回收", "collected"}, "survey return"},
    StepKind{"decide",
             {"处理决定", "decided"},
             "conduct decide",
             {.text = {"decision", "处理决定"}, .reason = {"authority", "决定机关"}},
             ends},
    StepKind{"recategorise", {"改类别", "recategorised"}, "repair recategorise", {.reason = why}},
    StepKind{"apology",
             {"致歉", "apologised"},
             "repair apology",
             {.text = what},
             spoken | aloud | after_end},
    StepKind{"supplier",
             {"通知供热单位", "heat supplier told"},
             "repair supplier",
             {.text = {"told", "通知何人"}}},
    StepKind{"attach", {"附件", "attached"}, "attach", {.text = what}, after_end | remark},
    StepKind{"log", {"值班记录", "logged"}, "duty log", {.text = {"TEXT", "记录"}}, within_shift},
    StepKind{
        "patrol", {"巡查", "inspected"}, "duty patrol", {.text = {"note", "情况"}}, within_shift},
    StepKind{"handover",
             {"交班", "handed over"},
             "duty handover",
             {.text = {"note", "交代事项"}, .to = {"to", "接班人"}},
             ends},
    StepKind{"refused",
             {"接班被拒", "relief refused"},
             "duty handover",
             {.text = {"note", "交代事项"},
              .reason = {"refused", "不接的原因"},
              .to = {"to", "接班人"}}},
    StepKind{"relieved",
             {"由他人接班", "taken over"},
             "duty takeover",
             {.reason = {"reason", "原因"}},
             ends,
             words::absence},
    StepKind{"end", {"撤岗", "left unmanned"}, "duty end", {.text = {"note", "情况"}}, ends},
    StepKind{"relay",
             {"上报", "passed on"},
             "event relay",
             {.to = to_whom, .method = {"form", "报告形式"}},
             assigns | tells},
    StepKind{"supplement",
             {"续报", "supplemented"},
             "event supplement",
             {.text = what, .to = to_whom, .method = {"form", "报告形式"}},
             assigns | tells},
    StepKind{"notify", {"通报", "notified"}, "event notify", {.text = what}},
    StepKind{"alarm", {"报警", "alarm called"}, "event alarm", {.text = {"called", "拨打何处"}}},
    StepKind{"comfort", {"安抚解释", "comforted"}, "event comfort", {.text = what}, spoken | aloud},
    // No steps of a matter: what rules call an open letter's words, and a command that writes none.
    StepKind{"letter", {"公开信正文", "the letter"}},
    StepKind{"deed", {"登记", "recorded"}},
};

/// What a query may ask of a kind of step.
struct Trait {
    std::string_view name;
    StepTrait trait;
};
constexpr std::array traits{
    Trait{"assigns", assigns},     Trait{"gives", gives},   Trait{"hands_over", hands_over},
    Trait{"tells", tells},         Trait{"ends", ends},     Trait{"answers", answers},
    Trait{"spoken", spoken},       Trait{"aloud", aloud},   Trait{"once", once},
    Trait{"after_end", after_end}, Trait{"remark", remark}, Trait{"within_shift", within_shift},
};

constexpr std::string_view asking = "(SELECT what FROM step_kind WHERE ";

/// The traits that a condition names: `assigns OR gives`.
StepTrait named_in(std::string_view condition) {
    constexpr std::string_view between = " OR ";
    StepTrait all{};
    while (!condition.empty()) {
        const auto end = std::min(condition.find(between), condition.size());
        const auto name = condition.substr(0, end);
        const auto* trait = std::ranges::find(traits, name, &Trait::name);
        if (trait == traits.end())
            throw base::Failure(
                base::Exit::integrity,
                base::compose({"步骤没有 {} 这一性质", "no step has a trait {}"}, name));
        all = all | trait->trait;
        condition.remove_prefix(std::min(end + between.size(), condition.size()));
    }
    return all;
}

}  // namespace

std::span<const StepKind> step_kinds() {
    return kinds;
}

const StepKind* find_step_kind(std::string_view word) {
    const auto* found = std::ranges::find(kinds, word, &StepKind::word);
    return found == kinds.end() ? nullptr : found;
}

base::Text step_title(std::string_view word) {
    const auto* kind = find_step_kind(word);
    return kind == nullptr ? base::plain(std::string(word)) : base::Text(kind->title);
}

std::string with_step_kinds(std::string_view sql) {
    std::string written;
    for (auto at = sql.find(asking); at != sql.npos; at = sql.find(asking)) {
        const auto condition_at = at + asking.size();
        const auto end = sql.find(')', condition_at);
        const auto wanted = named_in(sql.substr(condition_at, end - condition_at));
        written.append(sql.substr(0, at));
        std::string_view before = "('";
        for (const auto& kind : kinds) {
            if (!kind.has(wanted)) continue;
            written.append(before).append(kind.word).append("'");
            before = ", '";
        }
        written += ')';
        sql.remove_prefix(end + 1);
    }
    return written.append(sql);
}

}  // namespace huiyin::records
