#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "huiyin/records/duty.hpp"
#include "huiyin/reports/callback_view.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/reports/report.hpp"

/// The one screen of the morning: what comes first, and how the week stands. What takes a View
/// throws as `view_matter` does, and what the Checker throws.
namespace huiyin::reports {

/// Something to be done by a time.
struct Task {
    enum class Urgency { overdue, soon, appointment };
    Urgency urgency;
    base::Instant by;  ///< when it is, or was, due; or when it was agreed on
    std::string subject;
    const rulebook::Rule* rule;  ///< null for the appointment of a repair
};

struct Status {
    records::DutyStatus duty;
    std::vector<Task> tasks;  ///< longest overdue first, then by time
    std::size_t callbacks_owed = 0;
    std::size_t callbacks_overdue = 0;
    SignedVisits signed_visits;
    Period week;
    Statistics figures;                            ///< of the week so far
    std::map<std::string, std::int64_t> breaches;  ///< unexplained ones by clause; each counts once
};

/// How far ahead a deadline is shown.
inline constexpr base::Seconds soon = std::chrono::hours{4};

/// By one audit of everything on file, as of the View's moment.
Status compute_status(const View& view);

/// When a task is or was due, seen from now, and what it is.
struct ToldTask {
    Text when;
    Text what;
};
ToldTask told_task(const Task& task, const View& view);

/// At most `shown` tasks; the rest is counted.
Document status_screen(const Status& status, const std::string& office, std::size_t shown,
                       const View& view);
nlohmann::ordered_json status_screen_json(const Status& status, const std::string& office,
                                          const View& view);

}  // namespace huiyin::reports
