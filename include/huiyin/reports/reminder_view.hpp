#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"

/// What each member of staff must do before its limit passes. What takes a View throws as
/// `view_matter` does, and `to_do_within` what the Checker throws.
namespace huiyin::reports {

struct ToDo {
    records::StaffId who;
    rulebook::Deadline deadline;
};

/// Every deadline that passes within a time from now, with whoever is to act: whose breach it would
/// be, or the role that alone may do it; whoever stands in for one who is away, the superior of one
/// who has left. Soonest first.
std::vector<ToDo> to_do_within(base::Seconds within, const View& view);

/// One section a person.
Document reminders_document(const std::vector<ToDo>& all, const std::string& office,
                            const View& view);
/// `[{"who", "name", "items": [{"no", "what", "clause", "rule", "by", "unit"}]}]`
nlohmann::ordered_json reminders_json(const std::vector<ToDo>& all, const View& view);

}  // namespace huiyin::reports
