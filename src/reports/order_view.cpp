#include "huiyin/reports/order_view.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "field_presenter.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using records::Order;

Text order_state_title(std::string_view state) {
    if (state == "dispatched") return Label{"已派工", "dispatched"};
    if (state == "arrived") return Label{"已到场", "arrived"};
    if (state == "started") return Label{"已开工", "started"};
    if (state == "deferred") return Label{"已延期", "deferred"};
    if (state == "finished") return Label{"已完工", "finished"};
    if (state == "signed") return Label{"已签字", "signed"};
    if (state == "returned") return Label{"已交回", "returned"};
    return Label{"已撤销", "cancelled"};
}

Json order_json(const Order& order, const View& view) {
    FieldPresenter told("order", view);
    told.put("no", order.no);
    told.put("repair", order.repair);
    told.put("state", order.state());
    told.put("technician", order.technician);
    told.put("with", records::Value{order.mates});
    for (const auto& [key, step] : {std::pair{"dispatched_at", "dispatch"},
                                    {"arrived_at", "arrive"},
                                    {"started_at", "start"},
                                    {"finished_at", "finish"},
                                    {"signed_at", "sign"},
                                    {"returned_at", "return"},
                                    {"cancelled_at", "cancel"}})
        told.put(key, order.first(step));
    told.put("voided_at", order.voided_at);
    auto json = told.take_json();
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

Table orders_table(const std::vector<Order>& orders, const View& view) {
    Table table{.columns = {{Label{"派工单", "order"}},
                            {Label{"报修", "repair"}},
                            {Label{"状态", "state"}},
                            {Label{"维修人员", "technician"}},
                            {Label{"派工", "dispatched"}, Align::left, Holds::time},
                            {Label{"到场", "arrived"}, Align::left, Holds::time},
                            {Label{"完工", "finished"}, Align::left, Holds::time}},
                .rows = {},
                .brief = true,
                .empty = Label{"没有派工单。", "No orders."}};
    for (const auto& order : orders) {
        auto people = person(view, order.technician);
        for (const auto& mate : order.mates)
            people += " " + person(view, mate);
        table.rows.push_back(
            {unless_void(plain(order.no), order.voided_at), plain(order.repair),
             order_state_title(order.state()), plain(people), when(view, order.first("dispatch")),
             when(view, order.first("arrive")), when(view, order.first("finish"))});
    }
    return table;
}

Document orders_document(const std::vector<Order>& orders, const View& view) {
    Document document;
    document.title = compose({"派工单 {} 张", "{} orders"}, orders.size());
    document.sections.push_back({{}, {orders_table(orders, view)}});
    return document;
}

Document order_document(const Order& order, const View& view) {
    Document document;
    document.title =
        unless_void(compose({"派工单 {}", "Dispatch order {}"}, order.no), order.voided_at);
    document.sections.push_back({{}, {orders_table({order}, view)}});
    document.sections.push_back({Label{"经过", "History"}, {steps_table(order.steps, view)}});
    return document;
}

}  // namespace huiyin::reports
