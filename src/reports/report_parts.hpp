#pragma once

#include "huiyin/reports/report.hpp"

/// What the parts of a report share. Private to this directory.
namespace huiyin::reports {

inline Column number_column(Label header) {
    return {header, Align::right, Holds::number};
}

/// To a hundredth, rounded down: one second unmanned is never 100 %.
Text percent_of_time(const Rate& rate);

/// The charts of a report, for the sections they belong to.
Chart complaints_chart(const Report& report);
Chart replies_chart(const Report& report);
Chart arrivals_chart(const Report& report);
Chart rates_chart(const Report& report);
Chart coverage_chart(const Report& report, const base::Zone& zone);
Chart breaches_chart(const Report& report);
Chart trend_chart(const Report& report);
/// Buildings by months.
Chart places_chart(const Report& report);

/// The figures that are lists, or several of one shape, as JSON (docs/schema).
using ReportJson = nlohmann::ordered_json(const Report& report, const base::Zone& zone);
ReportJson breaches_json, carry_json, ages_json, people_json, causes_json, three_rates_json,
    hotline_json, overdue_json;
/// The share is of both together, null where no register of homes says how many there are.
ReportJson places_json, homes_json;

/// A category of complaints with its counts; `last_year` is nothing where that year had none of it
/// all.
struct Cause {
    std::string category;
    std::int64_t count = 0;
    std::int64_t previous = 0;
    std::optional<std::int64_t> last_year;
};
/// All that any of the three periods had, the most now first.
std::vector<Cause> causes_of(const Report& report);
/// What people call whoever has a login; nobody's name where there is none.
Text called(const Report& report, const std::optional<std::string>& login);
/// Who, where and since when, as tables.
Table breach_table(const Report& report, const base::Zone& zone);
Table overdue_table(const Report& report, const base::Zone& zone);
Table people_table(const Report& report);
/// Responded, resolved and satisfied, of all complaints and of those that a hotline forwarded.
Table three_rates_table(const Report& report);
Table carry_table(const Report& report);
Table ages_table(const Report& report);
/// What complaints are about, and the problems that were told of most often.
std::vector<Block> cause_blocks(const Report& report);
/// What is read first: eight figures, and what is to be decided.
Section front_section(const Report& report);
/// One person's figures, each beside that of the office.
Figures person_figures(const PersonFigures& one, const Report& report);
/// Both as tables; nothing where nothing came from any home.
std::vector<Block> place_tables(const Report& report);

/// What to call a figure by its place in the JSON: `complaints.by_category.噪声`.
Text figure_title(std::string_view path);

}  // namespace huiyin::reports
