#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/common_options.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/reports/order_view.hpp"
#include "matter_reading.hpp"
#include "nouns.hpp"
#include "reading.hpp"
#include "shared_options.hpp"
#include "typed_command.hpp"

namespace huiyin::cli {

namespace order_commands {
namespace {

using base::Exit;
using gate::Right;
using records::WriteResult;
using records::Writing;

struct OneOrder : Options {
    Required<Takes::number> order{*this, operand("PG", {"派工单号", "the order"})};
};

struct Dispatch final : Options {
    Required<Takes::number> repair{*this, operand("BX", {"报修编号", "the repair"})};
    Required<Takes::login> to{*this, {"to", {"维修人员", "the technician"}}};
    MaybeSome<Takes::logins> with{*this, {"with", {"同去的人", "who goes along"}}};
    Maybe<Takes::choice> instead{
        *this,
        {"instead",
         {"二次维修改派他人的原因(6.5)", "why rework goes to another (6.5)"},
         records::listed<records::words::instead>}};
    Maybe<Takes::words> reason{*this, {"reason", {"理由", "why"}}};
};

struct Start final : OneOrder {
    Required<Takes::words> content{*this, {"content", {"了解到的内容", "what is to be done"}}};
    Maybe<Takes::words> agreed_by{
        *this, {"agreed-by", {"业主认可(4.2)", "who agreed (4.2)"}, "NAME"}, Wanted{}};
    Maybe<Takes::money> quoted{*this, {"quoted", {"报价(元)", "price quoted (yuan)"}}};
};

struct Defer final : OneOrder {
    Required<Takes::choice> fault{*this,
                                  {"fault",
                                   {"疑难、缺件、重大", "difficult, parts missing, major"},
                                   records::listed<records::words::fault>}};
    Required<Takes::words> reason{*this, {"reason", {"原因", "why"}}};
    Maybe<Takes::later> eta{*this, {"eta", {"预计解决时间", "when it will be solved"}}};
};

struct Finish final : OneOrder {
    Required<Takes::words> result{*this, {"result", {"完成情况", "the result"}}};
    Maybe<Takes::words> materials{*this, {"materials", {"用料", "materials"}}};
    Maybe<Takes::money> fee{*this, {"fee", {"收费(元)", "fee (yuan)"}}};
    Maybe<Takes::words> apology{
        *this, {"apology", {"二次维修向业主致歉(6.5)", "apology for a rework (6.5)"}}};
};

struct Sign final : OneOrder {
    Maybe<Takes::words> by_resident{*this,
                                    {"by-resident", {"业主签字", "the resident who signs"}, "NAME"},
                                    Wanted{.unless = "refused"}};
    Maybe<Takes::word> form_no{*this, {"form-no", {"纸质单号", "number of the paper form"}}};
    Maybe<Takes::words> refused{
        *this,
        {"refused",
         {"业主拒签的原因(写 --witness)", "why the resident would not sign (with --witness)"},
         "REASON"}};
};

struct Return final : OneOrder {
    Required<Takes::login> to{*this, {"to", {"交给哪位文员", "to which clerk"}}};
};

struct Cancel final : OneOrder {
    Required<Takes::words> reason{*this, {"reason", {"原因", "why"}}};
};

struct ShowOne final : OneOrder {
    Flag reveal{*this, shared::reveal};
};

struct List final : Options {
    Maybe<Takes::number> repair{*this, {"repair", {"只看某报修", "of this repair"}, "BX"}};
    Maybe<Takes::whole> limit{*this, shared::limit};
    Flag reveal{*this, shared::reveal};
};

WriteResult dispatch(const Writing& writing, const Dispatch& typed) {
    return records::dispatch_order(writing, typed.repair(),
                                   {.technician = typed.to(),
                                    .mates = typed.with(),
                                    .instead = typed.instead(),
                                    .reason = typed.reason()});
}

WriteResult arrive(const Writing& writing, const OneOrder& typed) {
    return records::step_order(writing, typed.order(), {.what = "arrive"}, {});
}

WriteResult start(const Writing& writing, const Start& typed) {
    return records::step_order(writing, typed.order(), {.what = "start", .text = typed.content()},
                               {.agreed_by = typed.agreed_by(), .quoted = typed.quoted()});
}

WriteResult defer(const Writing& writing, const Defer& typed) {
    return records::step_order(writing, typed.order(), {.what = "defer", .reason = typed.reason()},
                               {.fault = typed.fault(), .eta = typed.eta()});
}

WriteResult finish(const Writing& writing, const Finish& typed) {
    const auto made =
        records::step_order(writing, typed.order(), {.what = "finish", .text = typed.result()},
                            {.materials = typed.materials(), .fee = typed.fee()});
    if (const auto apology = typed.apology())
        records::apologise_for_repair(
            writing, records::require_order(writing.connection(), made.no, writing.year()).repair,
            *apology, "visit");
    return made;
}

std::vector<base::Problem> contradictions_of_sign(const Unchecked<Sign>& typed) {
    if (typed.has(&Sign::by_resident) == typed.has(&Sign::refused))
        return {{base::Label{"写 --by-resident 或 --refused 之一",
                             "give either --by-resident or --refused"},
                 {}}};
    if (typed.has(&Sign::refused) && !typed.has_provenance<&ProvenanceOptions::witness>())
        return {{base::Label{"业主拒签要有见证人:--witness 姓名",
                             "a refusal to sign needs a --witness NAME"},
                 {}}};
    return {};
}

WriteResult sign(const Writing& writing, const Sign& typed) {
    return records::step_order(
        writing, typed.order(), {.what = "sign"},
        {.signed_by = typed.by_resident(), .form_no = typed.form_no(), .refused = typed.refused()});
}

WriteResult hand_in(const Writing& writing, const Return& typed) {
    return records::step_order(writing, typed.order(),
                               {.what = "return", .to = writing.staff_with_us(typed.to())}, {});
}

WriteResult cancel(const Writing& writing, const Cancel& typed) {
    return records::step_order(writing, typed.order(), {.what = "cancel", .reason = typed.reason()},
                               {});
}

Exit show(ReadContext reader, const ShowOne& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reading, policies);
    const auto order =
        records::require_order(reading.connection, typed.order(), this_year(reading));
    output.show(reports::order_document(order, view), reports::order_json(order, view));
    return Exit::done;
}

Exit list(ReadContext reader, const List& typed) {
    auto& [reading, output] = reader;
    const auto policies = records::Policies::load(reading.connection);
    const auto view = view_of(reader, policies);
    std::optional<records::MatterId> repair;
    if (const auto number = typed.repair())
        repair = records::require_matter(reading.connection, *number, this_year(reading),
                                         records::MatterKind::repair)
                     .id;
    auto orders = records::list_orders(reading.connection, repair);
    keep_to_limit(orders, typed.limit());
    output.show(reports::orders_document(orders, view), reports::orders_json(orders, view));
    return Exit::done;
}

constexpr std::array verbs{
    command<dispatch>({.noun = "order",
                       .verb = "dispatch",
                       .help = {"派工", "dispatch a technician"},
                       .clause = "4.1",
                       .right = Right::office_work,
                       .example = "huiyin order dispatch bx-1 --to wu"}),
    command<arrive>({.noun = "order",
                     .verb = "arrive",
                     .help = {"到场", "arrived on site"},
                     .clause = "6.1",
                     .right = Right::field_work,
                     .example = "huiyin order arrive pg-1 --by wu"}),
    command<start>({.noun = "order",
                    .verb = "start",
                    .help = {"经认可后开工", "start work that the resident agreed to"},
                    .clause = "4.2",
                    .right = Right::field_work,
                    .example = "huiyin order start pg-1 --content 换阀芯 --agreed-by 张伟"}),
    command<defer>(
        {.noun = "order",
         .verb = "defer",
         .help = {"延期:疑难、缺件、重大", "difficult, parts missing, major"},
         .clause = "6.2, 6.3, 6.4",
         .right = Right::field_work,
         .example =
             "huiyin order defer pg-1 --fault parts --reason 缺阀芯 --eta '2026-11-24 10:00'"}),
    command<finish>({.noun = "order",
                     .verb = "finish",
                     .help = {"完工", "finish the work"},
                     .clause = "4.2",
                     .right = Right::field_work,
                     .example = "huiyin order finish pg-1 --result 已更换阀芯"}),
    command<sign, contradictions_of_sign>(
        {.noun = "order",
         .verb = "sign",
         .help = {"业主签字或拒签", "the resident signs or refuses"},
         .clause = "4.2",
         .right = Right::field_work,
         .example = "huiyin order sign pg-1 --by-resident 张伟"}),
    command<hand_in>({.noun = "order",
                      .verb = "return",
                      .help = {"交给文员", "hand it in to a clerk"},
                      .clause = "4.3",
                      .right = Right::office_work,
                      .example = "huiyin order return pg-1 --to chen"}),
    command<cancel>({.noun = "order",
                     .verb = "cancel",
                     .help = {"撤销", "cancel an order"},
                     .clause = "4.1",
                     .right = Right::office_work,
                     .example = "huiyin order cancel pg-1 --reason 业主改约"}),
    command<show>({.noun = "order",
                   .verb = "show",
                   .help = {"查看一张派工单", "show an order"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin order show pg-1"}),
    command<list>({.noun = "order",
                   .verb = "list",
                   .help = {"列出派工单", "list orders"},
                   .clause = "",
                   .right = Right::read,
                   .example = "huiyin order list --repair bx-1"}),
};

}  // namespace
}  // namespace order_commands

std::span<const Verb> order_verbs() {
    return order_commands::verbs;
}

}  // namespace huiyin::cli
