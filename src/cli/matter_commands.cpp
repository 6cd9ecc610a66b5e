#include <algorithm>
#include <array>

#include "check_value.hpp"
#include "field_options.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/attachment.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/field.hpp"
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

/// The fields that can be corrected, by their rows of the catalogue; these two exclude each other.
struct Corrected {
    constexpr bool operator()(const records::Field& field) const {
        return field.amend != records::Amend::nobody && field.key != "rework_of" &&
               field.key != "not_rework";
    }
};
struct Amend final : OneMatter {
    Required<Takes::words> reason{*this, declared::reason};
    Maybe<Takes::number> rework_of{*this,
                                   {"rework-of", {"是何者的二次维修", "rework of this one"}, "BX"}};
    Maybe<Takes::words> not_rework{
        *this, {"not-rework", {"不属二次维修的原因", "why it is no rework"}, "REASON"}};
    FieldOptions<Corrected, ByRight::as_corrected> fields{*this};
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
    if (records::amendable_field(records::name_of(matter.kind).word, field) != nullptr) return;
    base::Text owners;
    for (const auto& kind : records::matter_kinds()) {
        if (records::amendable_field(kind.word, field) == nullptr) continue;
        owners.zh.append(owners.zh.empty() ? "" : "、").append(kind.title.zh);
        owners.en.append(owners.en.empty() ? "a " : " or a ").append(kind.title.en);
    }
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
         .binds_now = true,
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
