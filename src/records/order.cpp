#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/repair.hpp"
#include "person_named.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

struct StateAfter {
    std::string_view step;
    std::string_view state;
};
constexpr std::array states{
    StateAfter{"dispatch", "dispatched"}, StateAfter{"arrive", "arrived"},
    StateAfter{"start", "started"},       StateAfter{"defer", "deferred"},
    StateAfter{"finish", "finished"},     StateAfter{"sign", "signed"},
    StateAfter{"return", "returned"},     StateAfter{"cancel", "cancelled"},
};

/// The steps of an order are steps of its repair that name it.
StepId add_order_step(const Writing& writing, MatterId repair, std::int64_t order,
                      const NewStep& step) {
    const auto id = add_step(writing, repair, step);
    store::run(writing.connection(), "UPDATE step SET dispatch_order = ? WHERE id = ?", order, id);
    return id;
}

/// An order without its steps, and the repair that it is of.
std::pair<Order, MatterId> load_order_alone(store::Connection& connection, std::int64_t id) {
    Order order;
    order.id = id;
    MatterId repair = 0;
    {
        Query row(connection,
                  "SELECT o.no, m.no, p.login, o.repair, m.voided_at FROM dispatch_order o"
                  " JOIN matter m ON m.id = o.repair JOIN staff p ON p.id = o.technician"
                  " WHERE o.id = ?",
                  id);
        if (!row.next()) return {std::move(order), repair};
        order.no = row.text(0);
        order.repair = row.text(1);
        order.technician = row.text(2);
        repair = row.integer(3);
        order.voided_at = row.maybe_time(4);
    }
    for (Query row(connection,
                   "SELECT p.login FROM order_mate a JOIN staff p ON p.id = a.staff"
                   " WHERE a.dispatch_order = ?",
                   id);
         row.next();)
        order.mates.push_back(row.text(0));
    return {std::move(order), repair};
}

Order load_order(store::Connection& connection, std::int64_t id) {
    auto [order, repair] = load_order_alone(connection, id);
    std::vector<StepId> own;
    for (Query row(connection, "SELECT id FROM step WHERE dispatch_order = ?", id); row.next();)
        own.push_back(row.integer(0));
    for (auto& step : steps_of(connection, repair))
        if (std::ranges::find(own, step.id) != own.end()) order.steps.push_back(std::move(step));
    return order;
}

}  // namespace

std::string_view Order::state() const {
    if (steps.empty()) return "dispatched";
    const auto found = std::ranges::find(states, steps.back().what, &StateAfter::step);
    return found == states.end() ? "dispatched" : found->state;
}

std::optional<base::Instant> Order::first(std::string_view what) const {
    const auto found = std::ranges::find(steps, what, &Step::what);
    return found == steps.end() ? std::nullopt : std::optional(found->at);
}

WriteResult dispatch_order(const Writing& writing, std::string_view repair,
                           const Dispatch& dispatch) {
    const auto matter =
        require_matter(writing.connection(), repair, writing.year(), MatterKind::repair);
    const auto worker = writing.staff_with_us(dispatch.technician);
    const auto id = writing.next_id("dispatch_order");
    const auto no = next_number(writing, "PG");
    store::run(writing.connection(),
               "INSERT INTO dispatch_order (id, no, repair, technician) VALUES (?, ?, ?, ?)", id,
               no, matter.id, worker);
    for (const auto& mate : dispatch.mates)
        store::run(writing.connection(),
                   "INSERT OR IGNORE INTO order_mate (dispatch_order, staff) VALUES (?, ?)", id,
                   writing.staff_with_us(mate));
    const auto step = add_order_step(writing, matter.id, id,
                                     {.what = "dispatch", .to = worker, .reason = dispatch.reason});
    store::run(writing.connection(), "INSERT INTO order_detail (step, instead) VALUES (?, ?)", step,
               dispatch.instead);
    return {no, {}};
}

namespace {

std::optional<std::int64_t> yuan_of(const std::optional<base::Money>& amount) {
    return amount ? std::optional(amount->yuan()) : std::nullopt;
}

std::optional<std::int64_t> fen_of(const std::optional<base::Money>& amount) {
    return amount ? std::optional(std::int64_t{amount->fen()}) : std::nullopt;
}

std::int64_t require_order_id(store::Connection& connection, std::string_view number,
                              int this_year) {
    const auto no = full_number(number, this_year);
    if (!no.starts_with("PG"))
        throw Failure(Exit::usage,
                      compose({"{} 不是派工单的编号(应以 PG 开头)",
                               "{} is not the number of a dispatch order (those start with PG)"},
                              no));
    if (const auto id =
            store::find_integer(connection, "SELECT id FROM dispatch_order WHERE no = ?", no))
        return *id;
    throw Failure(Exit::not_found, compose({"没有派工单 {}", "there is no dispatch order {}"}, no),
                  base::Label{"清单见 huiyin order list", "see huiyin order list"});
}

/// A step put down as done by somebody who was not sent: whoever typed it may have meant the
/// technician.
std::optional<base::Text> taken_for_doer(const Writing& writing, const Order& order,
                                         std::string_view what, StepId recorded) {
    static constexpr auto done_by_technicians =
        std::to_array<std::string_view>({"arrive", "start", "defer", "finish"});
    if (std::ranges::find(done_by_technicians, what) == done_by_technicians.end()) return {};
    const auto& provenance = writing.provenance();
    const auto login = login_of(writing.connection(), provenance.doer);
    if (login == order.technician || std::ranges::find(order.mates, login) != order.mates.end())
        return {};
    const auto named = [&](StaffId who) {
        return person_named(writing.connection(), who, provenance.at);
    };
    const auto step = store::find_integer(writing.connection(),
                                          "SELECT max(seq) FROM step"
                                          " WHERE dispatch_order = ? AND id < ?",
                                          order.id, recorded)
                          .value_or(0) +
                      1;
    return compose(
        {"这一步记作 {0} 做的,派去的是 {1};若是 {1} 做的,请主管更正:"
         "huiyin amend {2} --step {3} --step-by {4} --reason 经手人写错;下次写 --by {4}",
         "this step is put down as done by {0}, and {1} was sent; if it was {1}, a manager "
         "corrects it: huiyin amend {2} --step {3} --step-by {4} --reason 'wrong doer'; next time "
         "write --by {4}"},
        named(provenance.doer), named(writing.staff(order.technician)), order.no, step,
        order.technician);
}

}  // namespace

WriteResult step_order(const Writing& writing, std::string_view number, const NewStep& step,
                       const OrderDetail& detail) {
    auto& connection = writing.connection();
    const auto [order, repair] =
        load_order_alone(connection, require_order_id(connection, number, writing.year()));
    const auto id = add_order_step(writing, repair, order.id, step);
    store::run(connection,
               "INSERT INTO order_detail (step, agreed_by, quoted, fault, eta_at, materials, fee,"
               " signed_by, form_no, refused, quoted_fen, fee_fen)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               id, writing.keep("order_detail.agreed_by", id, detail.agreed_by),
               yuan_of(detail.quoted), detail.fault, detail.eta,
               writing.keep("order_detail.materials", id, detail.materials), yuan_of(detail.fee),
               writing.keep("order_detail.signed_by", id, detail.signed_by), detail.form_no,
               writing.keep("order_detail.refused", id, detail.refused), fen_of(detail.quoted),
               fen_of(detail.fee));
    WriteResult made{order.no, {}};
    if (auto remark = taken_for_doer(writing, order, step.what, id))
        made.remarks.push_back(std::move(*remark));
    return made;
}

void cancel_live_orders(const Writing& writing, MatterId repair, const std::string& reason) {
    constexpr std::array live{"dispatched", "arrived", "started", "deferred"};
    for (const auto& order : list_orders(writing.connection(), repair))
        if (std::ranges::find(live, order.state()) != live.end())
            add_order_step(writing, repair, order.id, {.what = "cancel", .reason = reason});
}

Order require_order(store::Connection& connection, std::string_view number, int this_year) {
    return load_order(connection, require_order_id(connection, number, this_year));
}

std::vector<Order> list_orders(store::Connection& connection, std::optional<MatterId> repair) {
    std::vector<std::int64_t> ids;
    for (Query row(connection,
                   repair ? "SELECT id FROM dispatch_order WHERE repair = ?1 ORDER BY id"
                          : "SELECT id FROM dispatch_order WHERE ?1 IS NULL ORDER BY id",
                   repair);
         row.next();)
        ids.push_back(row.integer(0));
    std::vector<Order> orders;
    std::ranges::transform(ids, std::back_inserter(orders),
                           [&](std::int64_t id) { return load_order(connection, id); });
    return orders;
}

}  // namespace huiyin::records
