#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/week_figures.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/rate.hpp"
#include "huiyin/rulebook/checker.hpp"

/// The weekly report of clause 5.5: figures, breaches, a summary.
namespace huiyin::reports {

struct BreachCounts {
    std::int64_t total = 0;
    std::int64_t explained = 0;
    std::map<std::string, std::int64_t> by_clause;  ///< a breach of two clauses counts under each
};

/// Every figure of one week.
struct WeekStatistics {
    records::ComplaintCounts complaints;
    records::CallbackCounts callbacks;
    records::RepairCounts repairs;
    records::SuggestionCounts suggestions;
    records::SurveyCounts surveys;
    records::EventCounts events;
    records::ConductCounts conduct;
    records::DutyCounts duty;
    std::int64_t reported_late = 0;  ///< of the events
    Rate handled;      ///< of the callbacks of clause 3.4.1 that fell due, those done by now
    Rate called_back;  ///< the same of repairs
    Rate arrived_on_time;
    Rate solved_on_time;    ///< of deferred repairs
    Rate replied_on_time;   ///< of the complaints whose reply fell due in the week
    BreachCounts breaches;  ///< those that fell due in the week
};

struct WeeklyReport {
    records::Office office;
    base::Week week;
    records::Window window;
    std::optional<int> edition;  ///< none: not filed
    WeekStatistics figures;
    WeekStatistics previous;  ///< the week before, seen from the same moment
    std::vector<rulebook::Finding> breaches;
    std::optional<std::string> summary;  ///< the manager's own; else one is drafted
    gate::Head journal;                  ///< before filing
};

WeeklyReport compute_weekly(store::Connection& connection, const records::Office& office,
                            const base::Zone& zone, base::Week week, base::Instant as_of);

/// The figures alone, as canonical JSON: a new edition is filed when they differ.
std::string comparable_figures(const WeeklyReport& report);

nlohmann::ordered_json weekly_json(const WeeklyReport& report, const base::Zone& zone);
Document weekly_document(const WeeklyReport& report, const base::Zone& zone);

/// Two or three sentences made from the figures.
Text drafted_summary(const WeeklyReport& report);

/// The middle of ascending values; of an even number, the mean of the two middle ones.
std::optional<std::int64_t> median(const std::vector<std::int64_t>& ascending);
/// The nearest-rank percentile of ascending values.
std::optional<std::int64_t> percentile(const std::vector<std::int64_t>& ascending, int percent);

}  // namespace huiyin::reports
