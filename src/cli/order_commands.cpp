#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/reports/order_view.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "reading.hpp"

namespace huiyin::cli {

namespace {

using base::Exit;
using gate::Right;
using records::Made;
using records::Writing;

constexpr std::array one_repair{Operand{"BX", Takes::number, {"报修编号", "the repair"}}};
constexpr std::array one_order{Operand{"PG", Takes::number, {"派工单号", "the order"}}};

constexpr Option form_no{"form-no", Takes::word, "TEXT", {"纸质单号", "number of the paper form"}};
constexpr Option to_clerk{"to", Takes::login, "LOGIN", {"交给哪位文员", "to which clerk"}, true};

constexpr std::array dispatch_options{
    Option{"to", Takes::login, "LOGIN", {"维修人员", "the technician"}, true},
    Option{"with", Takes::logins, "", {"同去的人", "who goes along"}},
    Option{"instead",
           Takes::choice,
           "off-shift|skill",
           {"二次维修不派当事人的原因(6.5)", "why rework goes to another (6.5)"}},
    Option{"reason", Takes::words, "TEXT", {"理由", "why"}},
};
constexpr std::array start_options{
    Option{"content", Takes::words, "TEXT", {"了解到的内容", "what is to be done"}, true},
    Option{.name = "agreed-by",
           .takes = Takes::words,
           .value = "NAME",
           .help = {"业主认可(4.2)", "who agreed (4.2)"},
           .wanted = Wanted{}},
    Option{"quoted", Takes::money, "YUAN", {"报价(元)", "price quoted (yuan)"}},
};
constexpr std::array defer_options{
    Option{"fault",
           Takes::choice,
           "difficult|parts|major",
           {"疑难、缺件、重大", "difficult, parts, major"},
           true},
    Option{"reason", Takes::words, "TEXT", {"原因", "why"}, true},
    Option{"eta", Takes::time, "TIME", {"预计解决时间", "when it is expected"}},
};
constexpr std::array finish_options{
    Option{"result", Takes::words, "TEXT", {"完成情况", "the result"}, true},
    Option{"materials", Takes::words, "TEXT", {"用料", "materials"}},
    Option{"fee", Takes::money, "YUAN", {"收费(元)", "fee (yuan)"}},
    Option{
        "apology", Takes::words, "TEXT", {"二次维修向业主致歉(6.5)", "apology for a rework (6.5)"}},
};
constexpr std::array sign_options{
    Option{.name = "by-resident",
           .takes = Takes::words,
           .value = "NAME",
           .help = {"业主签字", "the resident who signs"},
           .wanted = Wanted{.unless = "refused"}},
    form_no,
    Option{"refused",
           Takes::words,
           "REASON",
           {"业主拒签的原因(写 --witness)", "why they would not (with --witness)"}},
};
constexpr std::array return_options{to_clerk};
constexpr std::array cancel_options{Option{"reason", Takes::words, "TEXT", {"原因", "why"}, true}};
constexpr std::array list_options{
    Option{"repair", Takes::number, "BX", {"只看某报修", "of this repair"}}, list_limit, reveal};

std::optional<base::Instant> time_in(const Writing& writing, const Arguments& arguments,
                                     std::string_view option) {
    const auto typed = arguments.time(option);
    return typed ? std::optional(writing.time(*typed)) : std::nullopt;
}

Made dispatch(const Writing& writing, const Arguments& arguments) {
    return records::dispatch_order(writing, arguments.text("BX"),
                                   {.technician = arguments.text("to"),
                                    .mates = arguments.list("with"),
                                    .instead = arguments.maybe("instead"),
                                    .reason = arguments.maybe("reason")});
}

Made arrive(const Writing& writing, const Arguments& arguments) {
    return records::step_order(writing, arguments.text("PG"), {.what = "arrive"}, {});
}

Made start(const Writing& writing, const Arguments& arguments) {
    return records::step_order(
        writing, arguments.text("PG"), {.what = "start", .text = arguments.maybe("content")},
        {.agreed_by = arguments.maybe("agreed-by"), .quoted = arguments.money("quoted")});
}

Made defer(const Writing& writing, const Arguments& arguments) {
    return records::step_order(
        writing, arguments.text("PG"), {.what = "defer", .reason = arguments.maybe("reason")},
        {.fault = arguments.maybe("fault"), .eta = time_in(writing, arguments, "eta")});
}

Made finish(const Writing& writing, const Arguments& arguments) {
    const auto made = records::step_order(
        writing, arguments.text("PG"), {.what = "finish", .text = arguments.maybe("result")},
        {.materials = arguments.maybe("materials"), .fee = arguments.money("fee")});
    if (const auto apology = arguments.maybe("apology"))
        records::apologise_for_repair(
            writing, records::require_order(writing.connection(), made.no, writing.year()).repair,
            *apology, "visit");
    return made;
}

std::vector<base::Problem> contradictions_of_sign(const Arguments& arguments) {
    if (arguments.has("by-resident") == arguments.has("refused"))
        return {{base::Label{"写 --by-resident 或 --refused 之一",
                             "give either --by-resident or --refused"},
                 {}}};
    if (arguments.has("refused") && !arguments.has("witness"))
        return {{base::Label{"业主拒签要有见证人:--witness 姓名",
                             "a refusal to sign needs a --witness NAME"},
                 {}}};
    return {};
}

Made sign(const Writing& writing, const Arguments& arguments) {
    return records::step_order(writing, arguments.text("PG"), {.what = "sign"},
                               {.signed_by = arguments.maybe("by-resident"),
                                .form_no = arguments.maybe("form-no"),
                                .refused = arguments.maybe("refused")});
}

Made hand_in(const Writing& writing, const Arguments& arguments) {
    return records::step_order(writing, arguments.text("PG"),
                               {.what = "return", .to = writing.staff(arguments.text("to"))}, {});
}

Made cancel(const Writing& writing, const Arguments& arguments) {
    return records::step_order(writing, arguments.text("PG"),
                               {.what = "cancel", .reason = arguments.maybe("reason")}, {});
}

Exit show(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto order =
        records::require_order(reading.connection, arguments.text("PG"), this_year(reading));
    output.show(reports::order_document(order, view), reports::order_json(order, view));
    return Exit::done;
}

Exit list(Reader reader, const Arguments& arguments) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    std::optional<records::MatterId> repair;
    if (const auto number = arguments.maybe("repair"))
        repair = records::require_matter(reading.connection, *number, this_year(reading),
                                         records::MatterKind::repair)
                     .id;
    auto orders = records::list_orders(reading.connection, repair);
    keep_to_limit(orders, arguments);
    output.show(reports::orders_document(orders, view), reports::orders_json(orders, view));
    return Exit::done;
}

constexpr std::array verbs{
    Verb{.noun = "order",
         .verb = "dispatch",
         .help = {"派工", "dispatch a technician"},
         .clause = "4.1",
         .right = Right::office_work,
         .action = dispatch,
         .operands = one_repair,
         .options = dispatch_options,
         .example = "huiyin order dispatch bx-1 --to wu"},
    Verb{.noun = "order",
         .verb = "arrive",
         .help = {"到场", "on the spot"},
         .clause = "6.1",
         .right = Right::field_work,
         .action = arrive,
         .operands = one_order,
         .example = "huiyin order arrive pg-1 --by wu"},
    Verb{.noun = "order",
         .verb = "start",
         .help = {"经认可后开工", "agreed to, work starts"},
         .clause = "4.2",
         .right = Right::field_work,
         .action = start,
         .operands = one_order,
         .options = start_options,
         .example = "huiyin order start pg-1 --content 换阀芯 --agreed-by 张伟"},
    Verb{.noun = "order",
         .verb = "defer",
         .help = {"延期:疑难、缺件、重大", "difficult, parts, major"},
         .clause = "6.2, 6.3, 6.4",
         .right = Right::field_work,
         .action = defer,
         .operands = one_order,
         .options = defer_options,
         .example =
             "huiyin order defer pg-1 --fault parts --reason 缺阀芯 --eta '2026-11-24 10:00'"},
    Verb{.noun = "order",
         .verb = "finish",
         .help = {"完工", "the work is done"},
         .clause = "4.2",
         .right = Right::field_work,
         .action = finish,
         .operands = one_order,
         .options = finish_options,
         .example = "huiyin order finish pg-1 --result 已更换阀芯"},
    Verb{.noun = "order",
         .verb = "sign",
         .help = {"业主签字或拒签", "the resident signs or refuses"},
         .clause = "4.2",
         .right = Right::field_work,
         .action = sign,
         .operands = one_order,
         .options = sign_options,
         .contradictions = contradictions_of_sign,
         .example = "huiyin order sign pg-1 --by-resident 张伟"},
    Verb{.noun = "order",
         .verb = "return",
         .help = {"交给文员", "hand it in to a clerk"},
         .clause = "4.3",
         .right = Right::office_work,
         .action = hand_in,
         .operands = one_order,
         .options = return_options,
         .example = "huiyin order return pg-1 --to chen"},
    Verb{.noun = "order",
         .verb = "cancel",
         .help = {"撤销", "call it off"},
         .clause = "4.1",
         .right = Right::office_work,
         .action = cancel,
         .operands = one_order,
         .options = cancel_options,
         .example = "huiyin order cancel pg-1 --reason 业主改约"},
    Verb{.noun = "order",
         .verb = "show",
         .help = {"查看一张派工单", "show one"},
         .clause = "",
         .right = Right::read,
         .action = show,
         .operands = one_order,
         .options = reveal_option,
         .example = "huiyin order show pg-1"},
    Verb{.noun = "order",
         .verb = "list",
         .help = {"列出派工单", "list them"},
         .clause = "",
         .right = Right::read,
         .action = list,
         .options = list_options,
         .example = "huiyin order list --repair bx-1"},
};

}  // namespace

std::span<const Verb> order_verbs() {
    return verbs;
}

}  // namespace huiyin::cli
