#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/records/attachment.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/numbers.hpp"
#include "nouns.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace matter_commands {
namespace {

using base::Exit;
using gate::Right;
using records::WriteResult;
using records::Writing;

/// Of several of these commands.
namespace declared {
constexpr Declared<Takes::words> reason{"reason", {"理由", "why"}};
}  // namespace declared

struct OneMatter : Options {
    Required<Takes::number> record{*this, operand("REF", {"编号", "number of the record"})};
};

struct Assign final : OneMatter {
    Required<Takes::login> to{*this, {"to", {"交给谁", "to whom"}}};
    Maybe<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
};

struct Void final : OneMatter {
    Required<Takes::words> reason{*this, declared::reason};
    Maybe<Takes::number> duplicate_of{
        *this, {"duplicate-of", {"与哪一件重复", "what it duplicates"}, "REF"}};
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

WriteResult assign(const Writing& writing, const Assign& typed) {
    const auto matter = matter_of(writing, typed);
    if (matter.kind == records::MatterKind::complaint)
        throw base::Failure(
            Exit::usage, base::compose({"{} 是投诉", "{} is a complaint"}, matter.no),
            base::compose({"用 huiyin complaint assign {}", "use huiyin complaint assign {}"},
                          matter.no));
    return records::assign_matter(writing, matter.no, typed.to(), typed.reason(), matter.kind);
}

WriteResult make_void(const Writing& writing, const Void& typed) {
    if (records::is_number_of(typed.record(), "HF")) {
        if (typed.duplicate_of())
            throw base::Failure(Exit::usage,
                                base::Label{"--duplicate-of 只用于事项,不用于回访",
                                            "--duplicate-of is for matters, not for callbacks"});
        return records::void_callback(writing, typed.record(), typed.reason());
    }
    const auto matter = matter_of(writing, typed);
    records::void_matter(writing, matter.id, typed.reason(), typed.duplicate_of());
    return {matter.no, {}};
}

WriteResult attach(const Writing& writing, const Attach& typed) {
    return records::attach_file(writing, typed.record(), typed.file(), typed.text());
}

WriteResult note(const Writing& writing, const Note& typed) {
    const auto matter = matter_of(writing, typed);
    records::add_note(writing, matter.id, typed.text());
    return {matter.no, {}};
}

constexpr std::array verbs{
    command<assign>({.noun = "assign",
                     .verb = "",
                     .help = {"落实或转交承办人(报修、建议、求助)",
                              "assign a repair, suggestion or call for help"},
                     .clause = "3.3.1",
                     .right = Right::office_work,
                     .example = "huiyin assign bx-1 --to wu --reason 由他跟进"}),
    command<make_void>(
        {.noun = "void",
         .verb = "",
         .help = {"作废(事项,或从未做过的回访),编号与记录保留",
                  "void a matter, or a callback that was never made; its number and record stay"},
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
}  // namespace matter_commands

std::span<const Verb> matter_verbs() {
    return matter_commands::verbs;
}

}  // namespace huiyin::cli
