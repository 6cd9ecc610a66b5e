#include "huiyin/reports/repair_view.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "huiyin/reports/callback_view.hpp"
#include "huiyin/reports/findings.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using records::Order;
using records::Repair;

namespace {

Text state_title_of(const Order& order) {
    const auto state = order.state();
    if (state == "dispatched") return Label{"已派工", "dispatched"};
    if (state == "arrived") return Label{"已到场", "arrived"};
    if (state == "started") return Label{"已开工", "started"};
    if (state == "deferred") return Label{"已延期", "deferred"};
    if (state == "finished") return Label{"已完工", "finished"};
    if (state == "signed") return Label{"已签字", "signed"};
    if (state == "returned") return Label{"已交回", "returned"};
    return Label{"已撤销", "cancelled"};
}

Table orders_table(const std::vector<Order>& orders, const View& view) {
    Table table{.columns = {{Label{"派工单", "order"}},
                            {Label{"报修", "repair"}},
                            {Label{"状态", "state"}},
                            {Label{"维修人员", "technician"}},
                            {Label{"派工", "dispatched"}},
                            {Label{"到场", "arrived"}},
                            {Label{"完工", "finished"}}},
                .rows = {},
                .brief = true,
                .empty = Label{"没有派工单。", "No orders."}};
    const auto when = [&](std::optional<base::Instant> at) {
        return plain(at ? base::readable_minute(*at, view.zone) : "");
    };
    for (const auto& order : orders) {
        auto people = order.technician;
        for (const auto& mate : order.mates)
            people += " " + mate;
        table.rows.push_back({plain(order.no), plain(order.repair), state_title_of(order),
                              plain(people), when(order.first("dispatch")),
                              when(order.first("arrive")), when(order.first("finish"))});
    }
    return table;
}

}  // namespace

Json repair_json(const Repair& repair, const View& view) {
    Json json = matter_json(repair.matter, view);
    json["urgent"] = records::is_urgent(repair.matter.category.value_or(""));
    json["fault"] = or_null(repair.fault);
    json["rework_of"] = nullptr;
    json["urged"] = repair.urged;
    json["place"] = or_null(repair.place);
    json["appointment"] = or_null(repair.appointment, view);
    return json;
}

Json order_json(const Order& order, const View& view) {
    Json json{{"no", order.no},
              {"repair", order.repair},
              {"state", order.state()},
              {"technician", order.technician},
              {"with", order.mates}};
    for (const auto& [key, step] : {std::pair{"dispatched_at", "dispatch"},
                                    {"arrived_at", "arrive"},
                                    {"started_at", "start"},
                                    {"finished_at", "finish"},
                                    {"signed_at", "sign"},
                                    {"returned_at", "return"},
                                    {"cancelled_at", "cancel"}})
        json[key] = or_null(order.first(step), view);
    json["steps"] = Json::array();
    for (const auto& step : order.steps)
        json["steps"].push_back(step_json(step, view));
    return json;
}

Json orders_json(const std::vector<Order>& orders, const View& view) {
    Json list = Json::array();
    for (const auto& order : orders)
        list.push_back(order_json(order, view));
    return list;
}

Json dossier_json(const RepairDossier& dossier, const View& view, Language language) {
    auto json = repair_json(dossier.repair, view);
    json["steps"] = Json::array();
    for (const auto& step : dossier.steps)
        json["steps"].push_back(step_json(step, view));
    json["callbacks"] = callbacks_json(dossier.callbacks, view);
    json["orders"] = orders_json(dossier.orders, view);
    json["findings"] = findings_json(dossier.verdict.findings, view.zone, language);
    json["due"] = due_json(dossier.verdict.due, view.zone);
    return json;
}

Document dossier_document(const RepairDossier& dossier, const View& view) {
    const auto& repair = dossier.repair;
    auto facts = matter_facts(repair.matter, view);
    if (repair.place) facts.push_back({Label{"位置", "place"}, plain(*repair.place), {}});
    if (repair.appointment)
        facts.push_back({Label{"预约时间", "appointment"},
                         plain(base::readable(*repair.appointment, view.zone)),
                         {}});
    if (repair.urged > 0)
        facts.push_back({Label{"催单", "urged"}, plain(fmt::format("{}", repair.urged)), {}});
    Document document;
    document.title = compose({"报修 {}", "Repair {}"}, repair.matter.no);
    document.sections.push_back(
        {Label{"内容", "What was said"}, {Paragraph{plain(repair.matter.text)}}});
    document.sections.push_back({Label{"登记", "On file"}, {std::move(facts)}});
    document.sections.push_back({Label{"派工单", "Orders"}, {orders_table(dossier.orders, view)}});
    document.sections.push_back(
        {Label{"经过", "What was done"}, {steps_table(dossier.steps, view)}});
    if (!dossier.callbacks.empty())
        document.sections.push_back(
            {Label{"回访", "Callbacks"}, {callbacks_table(dossier.callbacks, view)}});
    auto check = check_document(dossier.verdict.findings, dossier.verdict.due, view.zone, view.now);
    std::ranges::move(check.sections, std::back_inserter(document.sections));
    return document;
}

Document repairs_document(const std::vector<Repair>& repairs, const View& view) {
    Table table{.columns = {{Label{"编号", "number"}},
                            {Label{"时间", "when"}},
                            {Label{"状态", "state"}},
                            {Label{"急", "urgent"}},
                            {Label{"房号", "unit"}},
                            {Label{"类别", "category"}},
                            {Label{"承办", "holder"}},
                            {Label{"内容", "what"}}},
                .rows = {},
                .brief = true,
                .empty = Label{"没有符合条件的报修。", "No repair matches."}};
    for (const auto& repair : repairs) {
        const auto& matter = repair.matter;
        const bool urgent = records::is_urgent(matter.category.value_or(""));
        table.rows.push_back({plain(matter.no), plain(base::readable_minute(matter.at, view.zone)),
                              state_title(matter), urgent ? Text(Label{"急", "!"}) : Text{},
                              plain(matter.unit), plain(matter.category),
                              plain(matter.holder ? login(view, *matter.holder) : ""),
                              plain(matter.text)});
    }
    Document document;
    document.title = compose({"报修 {} 件", "{} repairs"}, repairs.size());
    document.sections.push_back({{}, {std::move(table)}});
    return document;
}

Document orders_document(const std::vector<Order>& orders, const View& view) {
    Document document;
    document.title = compose({"派工单 {} 张", "{} orders"}, orders.size());
    document.sections.push_back({{}, {orders_table(orders, view)}});
    return document;
}

Document order_document(const Order& order, const View& view) {
    Document document;
    document.title = compose({"派工单 {}", "Dispatch order {}"}, order.no);
    document.sections.push_back({{}, {orders_table({order}, view)}});
    document.sections.push_back({Label{"经过", "What was done"}, {steps_table(order.steps, view)}});
    return document;
}

}  // namespace huiyin::reports
