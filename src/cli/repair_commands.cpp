#include <array>
#include <utility>

#include "field_options.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/repair.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "received_matter.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace repair_commands {
namespace {

using base::Exit;
using gate::Right;
using records::WriteResult;
using records::Writing;

// The office may have categories of its own, so the words are no fixed choice.
constexpr auto known_or_own =
    records::joined(records::words::repair_category, std::array{records::ListedWord{"…", {}}});
constexpr auto categories = records::listed<known_or_own>;

struct OneRepair : Options {
    Required<Takes::number> repair{*this, operand("BX", {"报修编号", "the repair"})};
};

struct Add final : Options {
    Required<Takes::choice> channel{
        *this,
        {"channel", {"报修方式", "channel"}, records::listed<records::words::repair_channel>}};
    Required<Takes::word> category{
        *this,
        {"category",
         {"类别(前九类为急修,4.5)", "category (the first nine are urgent, 4.5)"},
         categories}};
    Required<Takes::words> text{*this, {"text", {"内容", "what is wrong"}}};
    Maybe<Takes::home> unit{*this, {"unit", {"房号", "their home"}, "UNIT"}};
    Maybe<Takes::words> from{*this, {"from", {"报修人", "who asks for it"}, "NAME"}};
    Maybe<Takes::phone> phone{*this, {"phone", {"联系电话", "their phone"}, "NUMBER"}};
    Maybe<Takes::words> via{*this, {"via", {"实际来源", "where it really came from"}}};
    FieldOptions<OnlyOf<"repair">> own{*this};
};

struct Said final : OneRepair {
    Required<Takes::words> text{*this, {"text", {"内容", "what was said"}}};
};

struct Recategorise final : OneRepair {
    Required<Takes::word> category{
        *this, {"category", {"更正后的类别", "the right category"}, categories}};
    Required<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
};

struct Supplier final : OneRepair {
    Required<Takes::words> told{*this, {"told", {"供热单位何人", "who at the heat supplier"}}};
};

struct Close final : OneRepair {
    Maybe<Takes::words> outcome{
        *this, {"outcome", {"处理结果(3.3.1)", "the outcome (3.3.1)"}}, Wanted{}};
};

struct ShowOne final : OneRepair {
    Flag reveal{*this, shared::reveal};
};

struct List final : shared::HeldMatters {
    Maybe<Takes::word> category{*this, {"category", {"类别", "category"}, "CATEGORY"}};
    Maybe<Takes::word> unit{*this, shared::unit};
    Maybe<Takes::words> phone{*this, shared::phone};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

std::vector<base::Problem> excluding(const Unchecked<Add>& typed) {
    return exclusions(typed.fields(&Add::own));
}

WriteResult add(const Writing& writing, const Add& typed) {
    auto matter = received_matter(records::MatterKind::repair, typed);
    auto own = own_values(writing, "repair", typed.own);
    return records::add_repair(writing, {.matter = std::move(matter), .own = std::move(own)});
}

WriteResult urge(const Writing& writing, const Said& typed) {
    return records::urge_repair(writing, typed.repair(), typed.text());
}

WriteResult recategorise(const Writing& writing, const Recategorise& typed) {
    return records::recategorise_repair(writing, typed.repair(), typed.category(), typed.reason());
}

WriteResult apologise(const Writing& writing, const Said& typed) {
    return records::apologise_for_repair(writing, typed.repair(), typed.text(), {});
}

WriteResult tell_supplier(const Writing& writing, const Supplier& typed) {
    return records::tell_supplier(writing, typed.repair(), typed.told());
}

WriteResult close(const Writing& writing, const Close& typed) {
    return records::close_repair(writing, typed.repair(), typed.outcome());
}

Exit show(ReadContext reader, const ShowOne& typed) {
    return show_matter(reader, typed.repair(), records::MatterKind::repair);
}

Exit list(ReadContext reader, const List& typed) {
    return list_matters(reader, typed, records::MatterKind::repair);
}

constexpr std::array verbs{
    command<add, excluding>(
        {.noun = "repair",
         .verb = "add",
         .help = {"登记报修", "record a request for repair"},
         .clause = "4.1, 4.5",
         .right = Right::field_work,
         .example = "huiyin repair add --channel phone --category plumbing --unit 3-502 --phone "
                    "13800008000 --text 水龙头漏水"}),
    command<urge>({.noun = "repair",
                   .verb = "urge",
                   .help = {"催单", "the resident asks again when it will be done"},
                   .clause = "3.3.1",
                   .right = Right::field_work,
                   .example = "huiyin repair urge bx-1 --text 还在漏"}),
    command<recategorise>(
        {.noun = "repair",
         .verb = "recategorise",
         .help = {"更正类别(到场后)", "correct the category, after the technician arrived"},
         .clause = "4.5",
         .right = Right::office_work,
         .example = "huiyin repair recategorise bx-1 --category plumbing --reason 到场查明为滴漏"}),
    command<apologise>(
        {.noun = "repair",
         .verb = "apology",
         .help = {"补登二次维修的致歉", "record the apology for a rework"},
         .clause = "6.5",
         .right = Right::field_work,
         .example = "huiyin repair apology bx-2 --by wu --text 上次没有修好,给您添麻烦了"}),
    command<tell_supplier>(
        {.noun = "repair",
         .verb = "supplier",
         .help = {"登记已通知供热单位", "record that the heat supplier was told"},
         .clause = "4.5",
         .right = Right::field_work,
         .example = "huiyin repair supplier bx-1 --told 供热公司值班室小赵"}),
    command<close>({.noun = "repair",
                    .verb = "close",
                    .help = {"注明结果并办结", "close a repair with its result"},
                    .clause = "3.3.1, 4.3",
                    .right = Right::office_work,
                    .example = "huiyin repair close bx-1 --outcome 已更换阀芯"}),
    command<show>({.noun = "repair",
                   .verb = "show",
                   .help = {"查看一件报修", "show a repair"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin repair show bx-1"}),
    command<list>({.noun = "repair",
                   .verb = "list",
                   .help = {"列出报修", "list repairs"},
                   .clause = "4.3",
                   .right = Right::read,
                   .example = "huiyin repair list --overdue"}),
};

}  // namespace
}  // namespace repair_commands

std::span<const Verb> repair_verbs() {
    return repair_commands::verbs;
}

}  // namespace huiyin::cli
