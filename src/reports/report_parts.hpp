#pragma once

#include "huiyin/reports/report.hpp"

/// What the parts of a report share. Private to this directory.
namespace huiyin::reports {

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

/// `[{"building", "complaints", "repairs", "per_100_homes"}]`: the last of both together, null where
/// no register of homes says how many there are.
nlohmann::ordered_json places_json(const std::vector<records::BuildingCounts>& places);
/// `[{"unit", "complaints", "repairs"}]`
nlohmann::ordered_json homes_json(const std::vector<records::HomeCounts>& homes);
/// Both as tables; nothing where nothing came from any home.
std::vector<Block> place_tables(const Report& report);

/// What to call a figure by its place in the JSON: `complaints.by_category.噪声`.
Text figure_title(std::string_view path);

}  // namespace huiyin::reports
