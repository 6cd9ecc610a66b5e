#pragma once

#include <map>
#include <vector>

#include "huiyin/headquarters/company_report.hpp"
#include "server.hpp"

/// Private to this directory.
namespace huiyin::headquarters {

/// Counts what the rows of offices tell of their periods, in the keys of the office's own report:
/// whatever needs no rule. Each office is seen as of its last bundle. The reply times of those that
/// have filed their figures are taken from rows, too.
void count_rows(Server& server, std::vector<OfficeFigures>& offices);

/// What offices filed of these weeks, the latest edition of each: by week, then by office.
struct FiledWeek {
    std::int64_t edition = 0;
    nlohmann::ordered_json figures;
};
std::map<std::string, std::map<std::int64_t, FiledWeek>> filed_weeks(
    Server& server, const std::vector<std::string>& weeks);

/// Adds figures to sums: counts as counts, rates by numerator and denominator. Lists, and what
/// cannot be added, are left out.
void add_figures(nlohmann::ordered_json& sums, const nlohmann::ordered_json& figures);
/// Gives each rate of sums its share.
void give_shares(nlohmann::ordered_json& sums);

}  // namespace huiyin::headquarters
