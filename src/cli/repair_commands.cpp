#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/repair.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::Writing;

// The office may have categories of its own, so the words are no fixed choice.
constexpr std::string_view categories =
    "elevator|structure|wiring|water-supply|tap-burst|heating-main|floor-stair-rail|falling-risk|"
    "danger|plumbing|electrical|door-window|furniture|appliance|public-area|service|other|…";
constexpr std::array one_repair{Operand{"BX", Takes::number, {"报修编号", "the repair"}}};

constexpr std::array add_options{
    Option{"channel", Takes::choice, "letter|phone|visit|patrol", {"报修方式", "channel"}, true},
    Option{"category",
           Takes::word,
           categories,
           {"类别(前九类为急修,4.5)", "category (the first nine are urgent, 4.5)"},
           true},
    Option{"text", Takes::words, "TEXT", {"内容", "what is wrong"}, true},
    Option{"unit", Takes::word, "UNIT", {"房号", "their home"}},
    Option{"place", Takes::words, "TEXT", {"位置", "where"}},
    Option{"from", Takes::words, "NAME", {"报修人", "who asks"}},
    Option{"phone", Takes::words, "NUMBER", {"联系电话", "their phone"}},
    Option{"appointment", Takes::time, "TIME", {"约定上门时间(6.1)", "agreed time (6.1)"}},
    Option{"rework-of", Takes::number, "BX", {"是何者的二次维修(6.5)", "rework of this one (6.5)"}},
    Option{"not-rework",
           Takes::words,
           "REASON",
           {"不属二次维修的原因(6.5)", "why it is no rework (6.5)"}},
    Option{"via", Takes::words, "TEXT", {"实际来源", "the real source"}},
};
constexpr std::array recategorise_options{
    Option{"category", Takes::word, categories, {"更正后的类别", "the right category"}, true},
    Option{"reason", Takes::words, "TEXT", {"理由", "why"}, true},
};
constexpr std::array supplier_options{
    Option{"told", Takes::words, "TEXT", {"供热单位何人", "who at the heat supplier"}, true}};
constexpr std::array text_options{
    Option{"text", Takes::words, "TEXT", {"内容", "what was said"}, true}};
constexpr std::array close_options{Option{.name = "outcome",
                                          .takes = Takes::words,
                                          .value = "TEXT",
                                          .help = {"处理结果(3.3.1)", "the outcome (3.3.1)"},
                                          .wanted = Wanted{}}};
constexpr std::array list_options{
    list_open, list_overdue, list_from,
    list_to,   list_holder,  Option{"category", Takes::word, "CATEGORY", {"类别", "category"}},
    list_unit, list_limit,   reveal};

std::vector<base::Problem> contradictions_of_add(const Arguments& arguments) {
    if (!arguments.has("rework-of") || !arguments.has("not-rework")) return {};
    return {{base::Label{"--rework-of 与 --not-rework 只能写一个",
                         "--rework-of and --not-rework exclude each other"},
             {}}};
}

Made add(const Writing& writing, const Arguments& arguments) {
    const auto appointment = arguments.time("appointment");
    return records::add_repair(
        writing,
        {.matter = {.kind = records::MatterKind::repair,
                    .channel = arguments.text("channel"),
                    .via = arguments.maybe("via"),
                    .category = arguments.maybe("category"),
                    .unit = arguments.maybe("unit"),
                    .person = arguments.maybe("from"),
                    .phone = arguments.maybe("phone"),
                    .text = arguments.text("text")},
         .place = arguments.maybe("place"),
         .appointment = appointment ? std::optional(writing.time(*appointment)) : std::nullopt,
         .rework_of = arguments.maybe("rework-of"),
         .not_rework = arguments.maybe("not-rework")});
}

Made urge(const Writing& writing, const Arguments& arguments) {
    return records::urge_repair(writing, arguments.text("BX"), arguments.text("text"));
}

Made recategorise(const Writing& writing, const Arguments& arguments) {
    return records::recategorise_repair(writing, arguments.text("BX"), arguments.text("category"),
                                        arguments.text("reason"));
}

Made apologise(const Writing& writing, const Arguments& arguments) {
    return records::apologise_for_repair(writing, arguments.text("BX"), arguments.text("text"), {});
}

Made tell_supplier(const Writing& writing, const Arguments& arguments) {
    return records::tell_supplier(writing, arguments.text("BX"), arguments.text("told"));
}

Made close(const Writing& writing, const Arguments& arguments) {
    return records::close_repair(writing, arguments.text("BX"), arguments.maybe("outcome"));
}

Exit show(Reader reader, const Arguments& arguments) {
    return show_matter(reader, arguments, "BX", records::MatterKind::repair);
}

Exit list(Reader reader, const Arguments& arguments) {
    return list_matters(reader, arguments, records::MatterKind::repair);
}

constexpr std::array verbs{
    Verb{.noun = "repair",
         .verb = "add",
         .help = {"登记报修", "record a request"},
         .clause = "4.1, 4.5",
         .right = Right::field_work,
         .action = add,
         .options = add_options,
         .contradictions = contradictions_of_add,
         .example = "huiyin repair add --channel phone --category plumbing --unit 3-502 --phone "
                    "13800008000 --text 水龙头漏水"},
    Verb{.noun = "repair",
         .verb = "urge",
         .help = {"催单", "the resident asks again"},
         .clause = "3.3.1",
         .right = Right::field_work,
         .action = urge,
         .operands = one_repair,
         .options = text_options,
         .example = "huiyin repair urge bx-1 --text 还在漏"},
    Verb{.noun = "repair",
         .verb = "recategorise",
         .help = {"更正类别(到场后)", "correct the category, after arrival"},
         .clause = "4.5",
         .right = Right::office_work,
         .action = recategorise,
         .operands = one_repair,
         .options = recategorise_options,
         .example = "huiyin repair recategorise bx-1 --category plumbing --reason 到场查明为滴漏"},
    Verb{.noun = "repair",
         .verb = "apology",
         .help = {"补登二次维修的致歉", "record the apology for a rework"},
         .clause = "6.5",
         .right = Right::field_work,
         .action = apologise,
         .operands = one_repair,
         .options = text_options,
         .example = "huiyin repair apology bx-2 --by wu --text 上次没有修好,给您添麻烦了"},
    Verb{.noun = "repair",
         .verb = "supplier",
         .help = {"登记已通知供热单位", "record that the heat supplier was told"},
         .clause = "4.5",
         .right = Right::field_work,
         .action = tell_supplier,
         .operands = one_repair,
         .options = supplier_options,
         .example = "huiyin repair supplier bx-1 --told 供热公司值班室小赵"},
    Verb{.noun = "repair",
         .verb = "close",
         .help = {"注明结果并办结", "note the result, close it"},
         .clause = "3.3.1, 4.3",
         .right = Right::office_work,
         .action = close,
         .operands = one_repair,
         .options = close_options,
         .example = "huiyin repair close bx-1 --outcome 已更换阀芯"},
    Verb{.noun = "repair",
         .verb = "show",
         .help = {"查看一件报修", "show one"},
         .clause = "",
         .right = Right::read,
         .action = show,
         .operands = one_repair,
         .options = reveal_option,
         .example = "huiyin repair show bx-1"},
    Verb{.noun = "repair",
         .verb = "list",
         .help = {"列出报修", "list them"},
         .clause = "4.3",
         .right = Right::read,
         .action = list,
         .options = list_options,
         .example = "huiyin repair list --overdue"},
};

}  // namespace

std::span<const Verb> repair_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
