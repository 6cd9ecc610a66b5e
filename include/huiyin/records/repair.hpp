#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/value.hpp"

namespace huiyin::records {

/// Repairs and dispatch orders (clauses 4 and 6).

/// Whether a category is urgent by itself (clause 4.5).
bool is_urgent(std::string_view category);
/// The regulation's categories, the urgent ones first; an office adds its own by policy
/// `repair.categories`.
using RepairCategory = ListedWord;
std::span<const RepairCategory> regulation_categories();
/// An office's own word, and a complaint's category, is its own title.
base::Text category_title(std::string_view word);

struct NewRepair {
    NewMatter matter;
    FieldValues own{"repair"};  ///< `fields/repair.hpp`: place, appointment, rework_of …
};

struct Repair {
    Matter matter;
    FieldValues own{"repair"};
    std::optional<std::string> fault;  ///< as last deferred: difficult, parts, major
    std::int64_t urged = 0;            ///< how often the resident asked again
};

/// Throws Failure{usage} for a category that neither the regulation nor the office has. A rework is
/// held by the first technician, if they are still with us.
WriteResult add_repair(const Writing& writing, const NewRepair& repair);
/// Corrects the category (clause 4.5); the old one stays on record.
WriteResult recategorise_repair(const Writing& writing, std::string_view number,
                                const std::string& category, const std::string& reason);
WriteResult apologise_for_repair(const Writing& writing, std::string_view number,
                                 const std::string& text, const std::optional<std::string>& method);
/// Who at the heat supplier was told of a leak (clause 4.5).
WriteResult tell_supplier(const Writing& writing, std::string_view number, const std::string& told);
/// Corrections that only repairs have: place, rework-of, not-rework; everything else goes to
/// `amend_matter`.
void amend_repair(const Writing& writing, MatterId id, std::string_view field,
                  const std::string& value, const std::string& reason);
WriteResult urge_repair(const Writing& writing, std::string_view number, const std::string& text);
WriteResult close_repair(const Writing& writing, std::string_view number,
                         const std::optional<std::string>& outcome);
Repair load_repair(store::Connection& connection, MatterId id);

/// Open repairs for which somebody is expected, in from ≤ appointment < until: number and time.
std::vector<std::pair<std::string, base::Instant>> repair_appointments(
    store::Connection& connection, base::Instant from, base::Instant until);

/// A dispatch order with its way so far.
struct Order {
    std::int64_t id = 0;
    std::string no;
    std::string repair;                      ///< its number
    std::optional<base::Instant> voided_at;  ///< since when its repair is void
    std::string technician;
    std::vector<std::string> mates;
    std::vector<Step> steps;

    /// dispatched, arrived, started, deferred, finished, signed, returned, cancelled.
    std::string_view state() const;
    /// When a step was taken first.
    std::optional<base::Instant> first(std::string_view what) const;
};

struct Dispatch {
    std::string technician;              ///< a login
    std::vector<std::string> mates;      ///< who goes along
    std::optional<std::string> instead;  ///< of a rework: why not the first technician
    std::optional<std::string> reason;
};
WriteResult dispatch_order(const Writing& writing, std::string_view repair,
                           const Dispatch& dispatch);
/// Takes the next step of an order; whether it may is the rules' to say.
WriteResult step_order(const Writing& writing, std::string_view order, const NewStep& step,
                       const OrderDetail& detail);

/// Cancels those orders of a repair that nobody has finished; of anything else there are none.
void cancel_live_orders(const Writing& writing, MatterId repair, const std::string& reason);

Order require_order(store::Connection& connection, std::string_view number, int this_year);
/// Of one repair, or all; oldest first.
std::vector<Order> list_orders(store::Connection& connection, std::optional<MatterId> repair = {});

}  // namespace huiyin::records
