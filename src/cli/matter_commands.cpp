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
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::Writing;

/// Of several of these commands.
namespace declared {
constexpr Declared<Takes::words> reason{"reason", {"理由", "why"}};
}  // namespace declared

struct OneMatter : Options {
    Required<Takes::number> record{*this, operand("REF", {"编号", "the record"})};
};

struct Assign final : OneMatter {
    Required<Takes::login> to{*this, {"to", {"交给谁", "to whom"}}};
    Maybe<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
};

/// The fields that can be corrected; `at` and `channel` never can.
struct Amend final : OneMatter {
    Required<Takes::words> reason{*this, declared::reason};
    Maybe<Takes::words> text{*this, {"text", {"内容", "what was said"}}};
    Maybe<Takes::words> subject{*this, {"subject", {"标题", "in short"}}};
    Maybe<Takes::words> from{*this, {"from", {"姓名", "who it is from"}, "NAME"}};
    Maybe<Takes::words> phone{*this, {"phone", {"电话", "their phone"}, "NUMBER"}};
    Maybe<Takes::word> unit{*this, {"unit", {"房号", "their home"}, "UNIT"}};
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

struct Void final : OneMatter {
    Required<Takes::words> reason{*this, declared::reason};
    Maybe<Takes::number> duplicate_of{
        *this, {"duplicate-of", {"与何者重复", "what it duplicates"}, "REF"}};
};

struct Note final : OneMatter {
    Required<Takes::words> text{*this, {"text", {"备注", "the note"}}};
};

struct Attach final : OneMatter {
    Required<Takes::file> file{*this, operand("FILE", {"文件", "the file"})};
    Maybe<Takes::words> text{*this, {"text", {"说明", "what it is"}}};
};

records::Matter matter_of(const Writing& writing, const OneMatter& typed) {
    return records::require_matter(writing.connection(), typed.record(), writing.year());
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

std::vector<base::Problem> both_rework_and_none(const Unchecked<Amend>& typed) {
    if (!typed.has(&Amend::rework_of) || !typed.has(&Amend::not_rework)) return {};
    return {{base::Label{"--rework-of 与 --not-rework 只能写一个",
                         "--rework-of or --not-rework, not both"},
             base::Label{"是二次维修写 --rework-of BX,不是写 --not-rework 原因",
                         "rework: --rework-of BX; else: --not-rework REASON"}}};
}

Made amend(const Writing& writing, const Amend& typed) {
    const auto matter = matter_of(writing, typed);
    bool amended = false;
    typed.for_each_given([&](const AnyOption& member, const std::string& value) {
        if (member.is_operand() || &member == &typed.reason) return;
        const auto field = member.row().name;
        require_field(matter, field, value);
        amending(matter.kind)(writing, matter.id, field, value, typed.reason());
        amended = true;
    });
    if (!amended)
        throw base::Failure(Exit::usage,
                            base::Label{"没有要更正的内容", "there is nothing to amend"},
                            base::Label{"写出要更正的项,如 --unit 3-502",
                                        "give the field to correct: --unit 3-502"});
    return {matter.no, {}};
}

Made assign(const Writing& writing, const Assign& typed) {
    const auto matter = matter_of(writing, typed);
    if (matter.kind == records::MatterKind::complaint)
        throw base::Failure(
            Exit::usage, base::compose({"{} 是投诉", "{} is a complaint"}, matter.no),
            base::compose({"用 huiyin complaint assign {}", "use huiyin complaint assign {}"},
                          matter.no));
    return records::assign_matter(writing, matter.no, typed.to(), typed.reason(), matter.kind);
}

Made make_void(const Writing& writing, const Void& typed) {
    const auto matter = matter_of(writing, typed);
    records::void_matter(writing, matter.id, typed.reason(), typed.duplicate_of());
    return {matter.no, {}};
}

Made attach(const Writing& writing, const Attach& typed) {
    return records::attach_file(writing, typed.record(), typed.file(), typed.text());
}

Made note(const Writing& writing, const Note& typed) {
    const auto matter = matter_of(writing, typed);
    records::add_note(writing, matter.id, typed.text());
    return {matter.no, {}};
}

constexpr std::array verbs{
    command<assign>({.noun = "assign",
                     .verb = "",
                     .help = {"落实承办人(报修等)", "give a repair or the like a holder"},
                     .clause = "3.3.1",
                     .right = Right::office_work,
                     .example = "huiyin assign bx-1 --to wu --reason 由他跟进"}),
    command<amend, both_rework_and_none>(
        {.noun = "amend",
         .verb = "",
         .help = {"更正一项,原值留档",
                  "correct a field; the old value "
                  "stays on record"},
         .clause = "1.6",
         .right = Right::office_work,
         .example = "huiyin amend ts-1 --unit 3-520 --reason 房号写错"}),
    command<make_void>({.noun = "void",
                        .verb = "",
                        .help = {"作废,编号与记录保留",
                                 "take out of the figures; number "
                                 "and record stay"},
                        .clause = "1.6",
                        .right = Right::supervise,
                        .decision = true,
                        .example = "huiyin void ts-2 --reason 重复登记 --duplicate-of ts-1"}),
    command<note>({.noun = "note",
                   .verb = "",
                   .help = {"加一条备注,办结后也可", "add a note, also after closing"},
                   .clause = "1.6",
                   .right = Right::field_work,
                   .example = "huiyin note ts-1 --text 业主补交了照片"}),
    command<attach>({.noun = "attach",
                     .verb = "",
                     .help = {"附上文件,办结后也可", "add a file, also after closing"},
                     .clause = "1.6",
                     .right = Right::field_work,
                     .example = "huiyin attach ts-1 签名回访单.pdf --text 业主签名"}),
};

}  // namespace

std::span<const Verb> matter_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
