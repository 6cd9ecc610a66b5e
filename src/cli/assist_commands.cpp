#include <array>

#include "matter_reading.hpp"
#include "nouns.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

/// Residents' calls for help, which the officer on duty coordinates (clause 1.5).
namespace huiyin::cli {

namespace assist_commands {
namespace {

using base::Exit;
using gate::Right;
using records::MatterKind;
using records::WriteResult;
using records::Writing;

struct OneCall : Options {
    Required<Takes::number> call{*this, operand("QZ", {"求助编号", "the call for help"})};
};

struct Add final : Options {
    Required<Takes::words> text{*this, {"text", {"求助内容", "what is needed"}}};
    Maybe<Takes::words> from{*this, {"from", {"求助人", "who called"}, "NAME"}};
    Maybe<Takes::phone> phone{*this, {"phone", {"电话", "phone"}, "PHONE"}};
    Maybe<Takes::home> unit{*this, {"unit", {"房号", "home"}, "UNIT"}};
};

struct Close final : OneCall {
    Maybe<Takes::words> outcome{*this, {"outcome", {"结果", "how it ended"}}, Wanted{}};
};

struct ShowOne final : OneCall {
    Flag reveal{*this, shared::reveal};
};

struct List final : shared::HeldMatters {
    Maybe<Takes::word> unit{*this, shared::unit};
    Maybe<Takes::words> phone{*this, shared::phone};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

WriteResult add(const Writing& writing, const Add& typed) {
    return {records::open_matter(writing, {.kind = MatterKind::assist,
                                           .channel = "duty",
                                           .unit = typed.unit(),
                                           .person = typed.from(),
                                           .phone = typed.phone(),
                                           .text = typed.text()})
                .no,
            {}};
}

WriteResult close(const Writing& writing, const Close& typed) {
    const auto matter = records::require_matter(writing.connection(), typed.call(), writing.year(),
                                                MatterKind::assist);
    records::close_matter(writing, matter.id, typed.outcome(), {}, {});
    return {matter.no, {}};
}

Exit show(ReadContext reader, const ShowOne& typed) {
    return show_matter(reader, typed.call(), MatterKind::assist);
}

Exit list(ReadContext reader, const List& typed) {
    return list_matters(reader, typed, MatterKind::assist);
}

constexpr std::array verbs{
    command<add>(
        {.noun = "assist",
         .verb = "add",
         .help = {"登记求助", "record a call for help"},
         .clause = "1.5",
         .right = Right::field_work,
         .example = "huiyin assist add --unit 3-502 --phone 13800008000 --text 钥匙锁在屋里"}),
    command<close>({.noun = "assist",
                    .verb = "close",
                    .help = {"注明结果并办结", "close a call for help with its outcome"},
                    .clause = "1.5",
                    .right = Right::field_work,
                    .example = "huiyin assist close qz-1 --outcome 已联系开锁,业主进屋"}),
    command<show>({.noun = "assist",
                   .verb = "show",
                   .help = {"查看一件求助", "show a call for help"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin assist show qz-1"}),
    command<list>({.noun = "assist",
                   .verb = "list",
                   .help = {"列出求助", "list calls for help"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin assist list --open"}),
};

}  // namespace
}  // namespace assist_commands

std::span<const Verb> assist_verbs() {
    return assist_commands::verbs;
}

}  // namespace huiyin::cli
