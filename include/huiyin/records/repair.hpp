#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// Repairs and dispatch orders (clauses 4 and 6).

/// Whether a category is urgent by itself (clause 4.5).
bool is_urgent(std::string_view category);

struct NewRepair {
    NewMatter matter;
    std::optional<std::string> place;
    std::optional<base::Instant> appointment;
};

struct Repair {
    Matter matter;
    std::optional<std::string> place;
    std::optional<base::Instant> appointment;
    std::optional<std::string> fault;  ///< as last deferred: difficult, parts, major
    std::int64_t urged = 0;            ///< how often the resident asked again
};

Made add_repair(const Writing& writing, const NewRepair& repair);
Made urge_repair(const Writing& writing, std::string_view number, const std::string& text);
Made close_repair(const Writing& writing, std::string_view number,
                  const std::optional<std::string>& outcome);
Repair load_repair(store::Connection& connection, MatterId id);

/// A dispatch order with its way so far.
struct Order {
    std::int64_t id = 0;
    std::string no;
    std::string repair;  ///< its number
    std::string technician;
    std::vector<std::string> mates;
    std::vector<Step> steps;

    /// dispatched, arrived, started, deferred, finished, signed, returned, cancelled.
    std::string_view state() const;
    /// When a step was taken first.
    std::optional<base::Instant> first(std::string_view what) const;
};

/// What only a step of an order says.
struct OrderDetail {
    std::optional<std::string> agreed_by = {};
    std::optional<std::int64_t> quoted = {};  ///< yuan
    std::optional<std::string> fault = {};
    std::optional<base::Instant> eta = {};
    std::optional<std::string> materials = {};
    std::optional<std::int64_t> fee = {};  ///< yuan
    std::optional<std::string> signed_by = {};
    std::optional<std::string> form_no = {};
    std::optional<std::string> refused = {};
};

Made dispatch_order(const Writing& writing, std::string_view repair, std::string_view technician,
                    const std::vector<std::string>& mates);
/// Takes the next step of an order; whether it may is the rules' to say.
Made step_order(const Writing& writing, std::string_view order, const NewStep& step,
                const OrderDetail& detail);

Order require_order(store::Connection& connection, std::string_view number, int this_year);
/// Of one repair, or all; oldest first.
std::vector<Order> list_orders(store::Connection& connection, std::optional<MatterId> repair = {});

}  // namespace huiyin::records
