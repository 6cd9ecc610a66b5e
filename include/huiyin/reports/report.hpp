#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/gate/checkpoint.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/gate/seal.hpp"
#include "huiyin/records/flow_figures.hpp"
#include "huiyin/records/office.hpp"
#include "huiyin/records/person_figures.hpp"
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
    Rate hotline_replied;   ///< of `replied_on_time`, those on orders of a hotline
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

/// What one of the office's people did in the period, and has before them at its end.
struct PersonFigures {
    std::string login;
    std::string name;
    Rate replied;  ///< of the replies that fell due to them; who takes over has the whole limit
    Rate arrived;  ///< the same of arrivals
    records::PersonWork work;
    std::int64_t overdue = 0;   ///< rows of the list of what is overdue
    std::int64_t breaches = 0;  ///< of the period, that are theirs
};

/// Something that was still to be done at the period's end, though its time had passed.
struct Overdue {
    std::string no;
    const rulebook::Rule* rule = nullptr;  ///< never null: what was to be done
    std::optional<std::string> holder;     ///< a login, as of then
    std::optional<std::string> unit;
    std::string about;    ///< its category, else what was said
    base::Instant since;  ///< when it fell due
};

/// What was carried over, and how old what is open at the end is.
struct Flow {
    records::Carry complaints;
    records::Carry repairs;
    records::Ages complaint_ages{};
    records::Ages repair_ages{};
};

/// What came from the buildings in one month.
struct BuildingMonths {
    base::Month month;
    std::map<std::string, records::PlaceCounts> places;  ///< by the buildings' keys
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
    std::int64_t regulation = 0;     ///< its edition
    std::int64_t rate_min = 0;       ///< callbacks that a week needs before its share is judged
    std::int64_t reference_min = 0;  ///< below so many a share has no rate, and nobody a rank
};

struct Report {
    records::Office office;
    Period period;
    base::Instant as_of;
    std::optional<int> edition;  ///< none: not filed
    Statistics figures;
    Statistics previous;                  ///< the period before, seen from the same moment
    std::optional<Statistics> last_year;  ///< the same period of the year before, if it had any
    std::vector<rulebook::Finding> breaches;
    Flow flow;
    std::vector<PersonFigures> people;            ///< by login; who has nothing to tell is left out
    std::map<std::string, std::string> names;     ///< of whoever a list names, by login
    std::vector<Overdue> overdue;                 ///< since the longest first
    std::vector<records::BuildingCounts> places;  ///< of the period
    std::vector<records::HomeCounts> homes;       ///< two or more in thirty days
    std::vector<BuildingMonths> months;           ///< what buildings brought, month by month
    std::vector<records::RepeatedProblem> problems;
    std::vector<records::OpenMatter> open;  ///< at the period's end
    Series series;
    Requirements requirements;
    std::optional<std::string> summary;                ///< the manager's own; else one is drafted
    std::vector<Change> changes;                       ///< since the edition before this one
    gate::Head journal;                                ///< before filing
    std::optional<gate::Seal> seal;                    ///< the newest on file
    std::optional<gate::SignedCheckpoint> checkpoint;  ///< that seal's
};

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

/// Leaves out the figures of all but one, for a viewer who may not see others'. To be called once
/// what is filed has been filed whole.
void keep_people_seen_by(Report& report, const std::string& login);

/// The figures alone, as canonical JSON: a new edition is filed when they differ, or the summary.
std::string comparable_figures(const Report& report);
/// Whether figures are those of an earlier edition, as far as that one had them: a key that it
/// lacks is no news. Throws as `changes_between`.
bool same_figures(const std::string& earlier, const std::string& later);
/// What differs between two of those. A text that is none of them throws nlohmann::json::exception.
std::vector<Change> changes_between(const std::string& earlier, const std::string& later);

nlohmann::ordered_json report_json(const Report& report, const base::Zone& zone);
Document report_document(const Report& report, const base::Zone& zone);

/// One person's page, for the talk with them: their row beside the office's figures, and what is
/// behind it. They throw as
/// `records::load_matter`.
Document person_document(store::Connection& connection, const Report& report,
                         const records::StaffEdition& person, const base::Zone& zone);
nlohmann::ordered_json person_json(store::Connection& connection, const Report& report,
                                   const records::StaffEdition& person, const base::Zone& zone);
/// One building's page.
Document building_document(store::Connection& connection, const Report& report,
                           const records::BuildingCounts& building, const base::Zone& zone);
nlohmann::ordered_json building_json(store::Connection& connection, const Report& report,
                                     const records::BuildingCounts& building,
                                     const base::Zone& zone);

/// Sentences made from the figures. Whatever happened is in them; what did not is left out.
Text drafted_summary(const Report& report);

/// The middle of ascending values; of an even number, the mean of the two middle ones.
std::optional<std::int64_t> median(const std::vector<std::int64_t>& ascending);
/// The nearest-rank percentile of ascending values; `percent` is from 1 to 100.
std::optional<std::int64_t> percentile(const std::vector<std::int64_t>& ascending, int percent);

}  // namespace huiyin::reports
