#include <algorithm>
#include <array>

#include "check_value.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/attachment.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/repair.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::Writing;

constexpr std::array one_matter{Operand{"REF", Takes::number, {"编号", "the record"}}};

constexpr Option reason{"reason", Takes::words, "TEXT", {"理由", "why"}, true};

/// The fields that can be corrected; `at` and `channel` never can.
constexpr std::array amend_options{
    reason,
    Option{"text", Takes::words, "TEXT", {"内容", "what was said"}},
    Option{"subject", Takes::words, "TEXT", {"标题", "in short"}},
    Option{"from", Takes::words, "NAME", {"姓名", "who it is from"}},
    Option{"phone", Takes::words, "NUMBER", {"电话", "their phone"}},
    Option{"unit", Takes::word, "UNIT", {"房号", "their home"}},
    Option{"via", Takes::words, "TEXT", {"实际来源", "the real source"}},
    Option{"forwarded-by", Takes::words, "TEXT", {"转呈部门", "forwarded by"}},
    Option{"about", Takes::login, "LOGIN", {"被投诉职工", "whom it is about"}},
    Option{"repeat-of", Takes::number, "TS", {"重复投诉", "repeats this one"}},
    Option{"place", Takes::words, "TEXT", {"位置(报修、事项)", "where (a repair, an event)"}},
    Option{"petition", Takes::words, "TEXT", {"上访情况(事项)", "the petition (an event)"}},
    Option{"rework-of", Takes::number, "BX", {"是何者的二次维修", "rework of this one"}},
    Option{"not-rework", Takes::words, "REASON", {"不属二次维修的原因", "why it is no rework"}},
    Option{"category",
           Takes::word,
           "TEXT",
           {"类别(主管、负责人)", "category (manager, head)"},
           false,
           Right::supervise},
    Option{"class",
           Takes::choice,
           "1|2|3",
           {"等级(主管、负责人)", "class (manager, head)"},
           false,
           Right::supervise},
    Option{"people",
           Takes::whole,
           "N",
           {"人数(主管、负责人)", "how many (manager, head)"},
           false,
           Right::supervise},
};
constexpr std::array void_options{
    reason, Option{"duplicate-of", Takes::number, "REF", {"与何者重复", "what it duplicates"}}};
constexpr std::array matter_and_file{
    Operand{"REF", Takes::number, {"编号", "the record"}},
    Operand{"FILE", Takes::file, {"文件", "the file"}},
};
constexpr std::array attach_options{Option{"text", Takes::words, "TEXT", {"说明", "what it is"}}};
constexpr std::array note_options{Option{"text", Takes::words, "TEXT", {"备注", "the note"}, true}};

constexpr std::array assign_options{
    Option{"to", Takes::login, "LOGIN", {"交给谁", "to whom"}, true},
    Option{"reason", Takes::words, "TEXT", {"理由", "why"}}};

records::Matter matter_of(const Writing& writing, const Arguments& arguments) {
    return records::require_matter(writing.connection(), arguments.text("REF"), writing.year());
}

/// Fields that not every kind of matter has: a row for each kind that does.
struct OwnField {
    std::string_view name;
    records::MatterKind kind;
};
constexpr std::array own_fields{
    OwnField{"subject", records::MatterKind::complaint},
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
};

/// An event's category is one of those that its report knows.
void require_event_category(const std::string& value) {
    const auto verbs = event_verbs();
    const auto options = std::ranges::find(verbs, "report", &Verb::verb)->options;
    const auto& known = *std::ranges::find(options, "category", &Option::name);
    if (auto problem = value_problem("--category", known.takes, known.value, value))
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
    if (owners.zh.empty()) return;
    throw base::Failure(
        Exit::usage, base::compose({"{} 没有 --{} 这一项", "{} has no --{}"}, matter.no, field),
        base::compose({"这一项只有{0}才有", "only {1} has it"}, owners.zh, owners.en));
}

/// Corrects one field, in the way of the matter's kind.
auto amending(records::MatterKind kind) {
    switch (kind) {
        case records::MatterKind::complaint:
            return records::amend_complaint;
        case records::MatterKind::repair:
            return records::amend_repair;
        case records::MatterKind::event:
            return records::amend_event;
        default:
            return records::amend_matter;
    }
}

std::vector<base::Problem> both_rework_and_none(const Arguments& arguments) {
    if (!arguments.has("rework-of") || !arguments.has("not-rework")) return {};
    return {{base::Label{"--rework-of 与 --not-rework 只能写一个",
                         "--rework-of or --not-rework, not both"},
             base::Label{"是二次维修写 --rework-of BX,不是写 --not-rework 原因",
                         "rework: --rework-of BX; else: --not-rework REASON"}}};
}

Made amend(const Writing& writing, const Arguments& arguments) {
    const auto matter = matter_of(writing, arguments);
    bool amended = false;
    for (const auto& option : amend_options) {
        const auto value = arguments.maybe(option.name);
        if (!value || option.name == reason.name) continue;
        require_field(matter, option.name, *value);
        amending(matter.kind)(writing, matter.id, option.name, *value, arguments.text("reason"));
        amended = true;
    }
    if (!amended)
        throw base::Failure(Exit::usage,
                            base::Label{"没有要更正的内容", "there is nothing to amend"},
                            base::Label{"写出要更正的项,如 --unit 3-502",
                                        "give the field to correct: --unit 3-502"});
    return {matter.no, {}};
}

Made assign(const Writing& writing, const Arguments& arguments) {
    const auto matter = matter_of(writing, arguments);
    if (matter.kind == records::MatterKind::complaint)
        throw base::Failure(
            Exit::usage, base::compose({"{} 是投诉", "{} is a complaint"}, matter.no),
            base::compose({"用 huiyin complaint assign {}", "use huiyin complaint assign {}"},
                          matter.no));
    return records::assign_matter(writing, matter.no, arguments.text("to"),
                                  arguments.maybe("reason"), matter.kind);
}

Made make_void(const Writing& writing, const Arguments& arguments) {
    const auto matter = matter_of(writing, arguments);
    records::void_matter(writing, matter.id, arguments.text("reason"),
                         arguments.maybe("duplicate-of"));
    return {matter.no, {}};
}

Made attach(const Writing& writing, const Arguments& arguments) {
    return records::attach_file(writing, arguments.text("REF"), arguments.text("FILE"),
                                arguments.maybe("text"));
}

Made note(const Writing& writing, const Arguments& arguments) {
    const auto matter = matter_of(writing, arguments);
    records::add_note(writing, matter.id, arguments.text("text"));
    return {matter.no, {}};
}

constexpr std::array verbs{
    Verb{.noun = "assign",
         .verb = "",
         .help = {"落实承办人(报修等)", "give a repair or the like a holder"},
         .clause = "3.3.1",
         .right = Right::office_work,
         .action = assign,
         .operands = one_matter,
         .options = assign_options,
         .example = "huiyin assign bx-1 --to wu --reason 由他跟进"},
    Verb{.noun = "amend",
         .verb = "",
         .help = {"更正一项,原值留档",
                  "correct a field; the old value "
                  "stays on record"},
         .clause = "1.6",
         .right = Right::office_work,
         .action = amend,
         .operands = one_matter,
         .options = amend_options,
         .contradictions = both_rework_and_none,
         .example = "huiyin amend ts-1 --unit 3-520 --reason 房号写错"},
    Verb{.noun = "void",
         .verb = "",
         .help = {"作废,编号与记录保留",
                  "take out of the figures; number "
                  "and record stay"},
         .clause = "1.6",
         .right = Right::supervise,
         .action = make_void,
         .operands = one_matter,
         .options = void_options,
         .decision = true,
         .example = "huiyin void ts-2 --reason 重复登记 --duplicate-of ts-1"},
    Verb{.noun = "note",
         .verb = "",
         .help = {"加一条备注,办结后也可", "add a note, also after closing"},
         .clause = "1.6",
         .right = Right::field_work,
         .action = note,
         .operands = one_matter,
         .options = note_options,
         .example = "huiyin note ts-1 --text 业主补交了照片"},
    Verb{.noun = "attach",
         .verb = "",
         .help = {"附上文件,办结后也可", "add a file, also after closing"},
         .clause = "1.6",
         .right = Right::field_work,
         .action = attach,
         .operands = matter_and_file,
         .options = attach_options,
         .example = "huiyin attach ts-1 签名回访单.pdf --text 业主签名"},
};

}  // namespace

std::span<const Verb> matter_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
