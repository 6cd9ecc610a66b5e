#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "huiyin/records/duty.hpp"
#include "huiyin/records/readiness.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"

/// Duty as it is shown (clauses 1.1 to 1.9). Throws nothing of its own; what takes a View as
/// `view_matter` does.
namespace huiyin::reports {

/// Who is on, since when, until when, who is next, what is open: one line (clause 1.9).
Text duty_line(const records::DutyStatus& status, const View& view);
Document status_document(const records::DutyStatus& status, const View& view);
nlohmann::ordered_json status_json(const records::DutyStatus& status, const View& view);

/// What happened in a shift, what was inspected, what it handed over open, and whom it was reported
/// to (clause 1.7).
Document shift_report(const records::Shift& shift, const View& view);

/// The roster in order of time.
Document roster_document(const std::vector<records::MatterId>& entries, const View& view);
nlohmann::ordered_json roster_json(const std::vector<records::MatterId>& entries, const View& view);

Document areas_document(const std::vector<records::Area>& areas, const base::Zone& zone);
/// `[{"name", "added_at", "retired_at"}]`
nlohmann::ordered_json areas_json(const std::vector<records::Area>& areas, const base::Zone& zone);

Document plans_document(const std::vector<records::Plan>& plans, const View& view);
/// `[{"name", "edition", "at", "text", "acknowledged_by"}]`
nlohmann::ordered_json plans_json(const std::vector<records::Plan>& plans, const base::Zone& zone);

}  // namespace huiyin::reports
