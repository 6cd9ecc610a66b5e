#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/writing.hpp"

/// What officers must know before they take a shift: key areas, plans, the rulebook
/// (clauses 1.1, 1.3, 1.8). Whatever names an area or a plan that is not in force throws
/// Failure{not_found}, suggesting the nearest.
namespace huiyin::records {

struct Area {
    std::int64_t id = 0;
    std::string name;
    base::Instant added_at;
    std::optional<base::Instant> retired_at;
};

/// Throws Failure{usage} for a name that is in force already.
WriteResult add_area(const Writing& writing, const std::string& name);
/// It is owed no inspections from the command's time on.
WriteResult retire_area(const Writing& writing, const std::string& name);
/// One in force, now.
Area require_area(store::Connection& connection, std::string_view name);
/// Retired ones too, in the order in which they were added.
std::vector<Area> list_areas(store::Connection& connection);

struct Plan {
    std::int64_t id = 0;
    std::string name;
    int edition = 1;
    base::Instant at;
    std::string text;
    std::vector<std::string> acknowledged_by;  ///< logins
};

/// Throws Failure{usage} for a name that is in force already.
WriteResult add_plan(const Writing& writing, const std::string& name, const std::string& text);
/// A new edition, which everybody acknowledges anew.
WriteResult revise_plan(const Writing& writing, const std::string& name, const std::string& text);
/// The newest edition of each as of an instant, by name.
std::vector<Plan> plans_in_force(store::Connection& connection, base::Instant at);

/// The doer has read the edition in force at the command's time.
WriteResult acknowledge_plan(const Writing& writing, const std::string& name);
/// The same of the rulebook; answers with its edition (policy `rulebook.edition`).
WriteResult acknowledge_rulebook(const Writing& writing);
/// Whether somebody has acknowledged the edition of the rulebook in force at `at`, by then (1.1).
bool has_acknowledged_rulebook(store::Connection& connection, StaffId staff, base::Instant at);
/// Both, as far as the doer has not: the rulebook and every plan in force at the command's time.
void acknowledge_all(const Writing& writing);

}  // namespace huiyin::records
