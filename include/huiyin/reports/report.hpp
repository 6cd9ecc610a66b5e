#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/gate/seal.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/place_figures.hpp"
#include "huiyin/records/week_figures.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/period.hpp"
#include "huiyin/reports/rate.hpp"
#include "huiyin/rulebook/checker.hpp"

/// The reports on a day, a week (clause 5.5), a month or any stretch: figures, breaches, a summary.
/// What takes a connection or a Checker throws what the Checker throws; of the rest only
/// `changes_between` throws.
namespace huiyin::reports {

struct BreachCounts {
    std::int64_t total = 0;
    std::int64_t explained = 0;
    std::map<std::string, std::int64_t> by_clause;  ///< a breach of two clauses counts under each
};

/// Every figure of one period.
struct Statistics {
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
    Rate replied_on_time;   ///< of the complaints whose reply fell due in the period
    BreachCounts breaches;  ///< those that fell due in the period, explained ones too

    Rate signed_visits() const { return {callbacks.signed_visits, callbacks.rated}; }
    Rate satisfied() const { return {callbacks.satisfied, callbacks.answered}; }
    Rate covered() const { return {duty.covered, duty.owed}; }
};

/// A figure that is not what an earlier edition said.
struct Change {
    Text figure;
    std::string from;
    std::string to;
};

/// How many complaints a day brought, by category; those without one under an empty name.
struct DayOfComplaints {
    base::Day day;
    std::map<std::string, std::int64_t> by_category;
};

/// What its charts are drawn from, beside the figures.
struct Series {
    std::vector<DayOfComplaints> complaints;
    std::vector<rulebook::Deadline> replies;           ///< that fell due in the period
    std::vector<rulebook::Deadline> arrivals;          ///< the same of repairs
    std::vector<std::pair<Period, Statistics>> trend;  ///< eight with this one, of a stretch two;
                                                       ///< oldest first
};

/// What the regulation asks for, as of the period's start; nothing where no rate is set.
struct Requirements {
    std::optional<std::int64_t> handled;        ///< percent (clause 3.4.1)
    std::optional<std::int64_t> signed_visits;  ///< percent
    std::string reply_within;                   ///< as the office wrote it: `24h`
    std::string arrive_within;
    std::int64_t regulation = 0;  ///< its edition
};

struct Report {
    records::Office office;
    Period period;
    base::Instant as_of;
    std::optional<int> edition;  ///< none: not filed
    Statistics figures;
    Statistics previous;  ///< the period before, seen from the same moment
    std::vector<rulebook::Finding> breaches;
    std::vector<records::BuildingCounts> places;  ///< of the period
    std::vector<records::HomeCounts> homes;       ///< two or more in thirty days
    Series series;
    Requirements requirements;
    std::optional<std::string> summary;  ///< the manager's own; else one is drafted
    std::vector<Change> changes;         ///< since the edition before this one
    gate::Head journal;                  ///< before filing
    std::optional<gate::Seal> seal;      ///< the newest on file
};

/// The deadlines that rates are made of, as far as they fall due in from ≤ due < until.
std::vector<rulebook::Deadline> deadlines_of_rates(rulebook::Checker& checker, base::Instant from,
                                                   base::Instant until);

/// The figures of one period alone, from the deadlines and breaches that fell due in it, among
/// others.
Statistics compute_statistics(store::Connection& connection,
                              const std::vector<rulebook::Deadline>& deadlines,
                              const records::Policies& policies,
                              const std::vector<rulebook::Finding>& breaches, const Period& period,
                              base::Instant as_of);

/// Everything of one period, seen from `as_of`; the period may not be over yet.
Report compute_report(store::Connection& connection, const records::Office& office,
                      const base::Zone& zone, const Period& period, base::Instant as_of);

/// The figures alone, as canonical JSON: a new edition is filed when they differ, or the summary.
std::string comparable_figures(const Report& report);
/// What differs between two of those. A text that is none of them throws nlohmann::json::exception.
std::vector<Change> changes_between(const std::string& earlier, const std::string& later);

nlohmann::ordered_json report_json(const Report& report, const base::Zone& zone);
Document report_document(const Report& report, const base::Zone& zone);

/// Sentences made from the figures. Whatever happened is in them; what did not is left out.
Text drafted_summary(const Report& report);

/// The middle of ascending values; of an even number, the mean of the two middle ones.
std::optional<std::int64_t> median(const std::vector<std::int64_t>& ascending);
/// The nearest-rank percentile of ascending values; `percent` is from 1 to 100.
std::optional<std::int64_t> percentile(const std::vector<std::int64_t>& ascending, int percent);

}  // namespace huiyin::reports
