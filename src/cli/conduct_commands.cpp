#include <array>

#include "huiyin/records/conduct.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace conduct_commands {
namespace {

using base::Exit;
using gate::Right;
using records::MatterKind;
using records::WriteResult;
using records::Writing;

struct OneCase : Options {
    Required<Takes::number> conduct_case{*this, operand("CL", {"处理编号", "the case"})};
};

struct RecordOne final : Options {
    Required<Takes::login> login{*this, operand("LOGIN", {"当事职工", "whom the case is about"})};
    Required<Takes::choice> kind{
        *this,
        {"kind",
         {"事由(1.4、2.2.1、2.2.9、7.5)", "kind of misconduct (1.4, 2.2.1, 2.2.9, 7.5)"},
         records::listed<records::all_conduct_sorts>}};
    Maybe<Takes::words> text{*this, {"text", {"经过", "what happened"}}};
    Maybe<Takes::number> matter{*this, {"matter", {"起因事项", "the matter it arose from"}, "REF"}};
};

struct Decide final : OneCase {
    Required<Takes::words> decision{*this, {"decision", {"处理决定", "the decision"}}};
    Maybe<Takes::words> authority{
        *this,
        {"authority",
         {"由上级机关决定的,写明是哪个机关", "the higher authority that decided, if so"}}};
};

struct ShowOne final : OneCase {
    Flag reveal{*this, shared::reveal};
};

struct List final : Options {
    Flag open{*this, shared::open};
    Flag overdue{*this, shared::overdue};
    Maybe<Takes::bound> from{*this, shared::from};
    Maybe<Takes::bound> to{*this, shared::to};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

WriteResult record(const Writing& writing, const RecordOne& typed) {
    std::optional<records::MatterId> source;
    if (const auto number = typed.matter())
        source = records::require_matter(writing.connection(), *number, writing.year()).id;
    const auto opened = records::open_conduct(writing, {.staff = writing.staff(typed.login()),
                                                        .kind = typed.kind(),
                                                        .text = typed.text(),
                                                        .source = source});
    return {opened.no, {}};
}

WriteResult decide(const Writing& writing, const Decide& typed) {
    return records::decide_conduct(writing, typed.conduct_case(), typed.decision(),
                                   typed.authority());
}

Exit show(ReadContext reader, const ShowOne& typed) {
    return show_matter(reader, typed.conduct_case(), MatterKind::conduct);
}

Exit list(ReadContext reader, const List& typed) {
    return list_matters(reader, typed, MatterKind::conduct);
}

constexpr std::array verbs{
    command<record>(
        {.noun = "conduct",
         .verb = "record",
         .help = {"职工违纪立案", "open a conduct case"},
         .clause = "1.4, 1.9, 2.2.1, 2.2.2, 2.2.9, 7.5",
         .right = Right::supervise,
         .example =
             "huiyin conduct record sun --kind indifferent --matter ts-1 --text 未起身接待"}),
    command<decide>({.noun = "conduct",
                     .verb = "decide",
                     .help = {"作出处理决定", "decide a case"},
                     .clause = "2.2.9, 7.5",
                     .right = Right::supervise,
                     .decision = true,
                     .example = "huiyin conduct decide cl-1 --decision 书面检查"}),
    command<show>({.noun = "conduct",
                   .verb = "show",
                   .help = {"查看一件违纪", "show a conduct case"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin conduct show cl-1"}),
    command<list>({.noun = "conduct",
                   .verb = "list",
                   .help = {"列出违纪", "list conduct cases"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin conduct list"}),
};

}  // namespace
}  // namespace conduct_commands

std::span<const Verb> conduct_verbs() {
    return conduct_commands::verbs;
}

}  // namespace huiyin::cli
