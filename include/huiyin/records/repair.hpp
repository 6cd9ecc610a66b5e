#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/records/value.hpp"

/// Repairs and dispatch orders (clauses 4 and 6). These functions put a step on file and judge
/// nothing: whether it may be taken rules say at the gate. Whatever is given a number throws as
/// `require_matter` (or `require_order`) does, a number of another kind included; a login as
/// `Writing::staff_with_us`.
namespace huiyin::records {

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

/// Registers one (4.1). Throws Failure{usage} for a category that neither the regulation nor the
/// office has, and as `open_matter`. A rework (6.5) is held by the first technician, if they are
/// still with us.
WriteResult add_repair(const Writing& writing, const NewRepair& repair);
/// Corrects the category (clause 4.5); the old one stays on record. Throws as `add_repair` for one
/// there is not.
WriteResult recategorise_repair(const Writing& writing, std::string_view number,
                                const std::string& category, const std::string& reason);
/// The apology that a rework asks for (clause 6.5); scanned for taboo phrases (2.2.1).
WriteResult apologise_for_repair(const Writing& writing, std::string_view number,
                                 const std::string& text, const std::optional<std::string>& method);
/// Who at the heat supplier was told of a leak (clause 4.5).
WriteResult tell_supplier(const Writing& writing, std::string_view number, const std::string& told);
/// Corrects one of a repair's own fields, or of those that every matter has, as `amend_matter`. A
/// judgement on rework (6.5) takes back the one that stood, on record. `field` is one that
/// `amendable_field` knows. Throws Failure{usage} for a rework of itself, and as `amend_matter`.
void amend_repair(const Writing& writing, MatterId id, std::string_view field,
                  const std::string& value, const std::string& reason);
/// The resident asked again; counted by `Repair::urged`.
WriteResult urge_repair(const Writing& writing, std::string_view number, const std::string& text);
/// Ends it, with how it came out (3.3.1, 4.3).
WriteResult close_repair(const Writing& writing, std::string_view number,
                         const std::optional<std::string>& outcome);
/// Throws Failure{integrity} for an id that is not on file.
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
    std::string technician;                  ///< a login
    std::vector<std::string> mates;          ///< logins
    std::vector<Step> steps;                 ///< those of its repair that name it, as recorded

    /// dispatched, arrived, started, deferred, finished, signed, returned, cancelled: by the step
    /// that was recorded last.
    std::string_view state() const;
    /// When the first on file of such steps was taken; nothing where there is none.
    std::optional<base::Instant> first(std::string_view what) const;
};

struct Dispatch {
    std::string technician;              ///< a login
    std::vector<std::string> mates;      ///< who goes along
    std::optional<std::string> instead;  ///< of a rework: why not the first technician
    std::optional<std::string> reason;
};
/// Sends somebody (4.1); answers with the order's number, PG.
WriteResult dispatch_order(const Writing& writing, std::string_view repair,
                           const Dispatch& dispatch);
/// Takes the next step of an order; whether it may is the rules' to say.
WriteResult step_order(const Writing& writing, std::string_view order, const NewStep& step,
                       const OrderDetail& detail);

/// Cancels those orders of a repair that nobody has finished; of anything else there are none.
void cancel_live_orders(const Writing& writing, MatterId repair, const std::string& reason);

/// Throws Failure{not_found} where there is none of that number, Failure{usage} for what is no
/// number of an order's.
Order require_order(store::Connection& connection, std::string_view number, int this_year);
/// Of one repair, or all; oldest first.
std::vector<Order> list_orders(store::Connection& connection, std::optional<MatterId> repair = {});

}  // namespace huiyin::records
