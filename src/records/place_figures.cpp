#include <algorithm>
#include <map>
#include <unordered_map>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/home.hpp"
#include "huiyin/records/home_register.hpp"
#include "huiyin/records/place_figures.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

using store::Query;

namespace {

constexpr base::Seconds thirty_days{std::chrono::days{30}};

/// What came in a window (?1 its start, ?2 its end, ?3 as of when it is seen) and was not void.
constexpr std::string_view received =
    "m.kind IN ('complaint', 'repair') AND m.at >= ?1 AND m.at < min(?2, ?3 + 1)"
    " AND (m.voided_at IS NULL OR m.voided_at > ?3)";

/// Homes are grouped as homes; one is shown as the register writes it, else as it was typed last.
std::vector<HomeCounts> count_homes(store::Connection& connection, const Window& window) {
    static const auto received_by_home = base::format(
        "SELECT s.home, coalesce((SELECT h.unit FROM home_spelling o CROSS JOIN home h"
        "                          ON h.unit = o.unit"
        "                         WHERE o.home = s.home AND h.retired_at IS NULL), m.unit),"
        " sum(m.kind = 'complaint'), sum(m.kind = 'repair'), max(m.id)"
        " FROM matter m CROSS JOIN home_spelling s ON s.unit = m.unit"
        " WHERE {} GROUP BY s.home",
        received);
    std::vector<HomeCounts> homes;
    for (Query row(connection, received_by_home, window.from, window.until, window.as_of);
         row.next();)
        homes.push_back({row.text(1), {row.integer(2), row.integer(3)}});
    std::ranges::stable_sort(homes, [](const HomeCounts& left, const HomeCounts& right) {
        return left.counts.both() > right.counts.both();
    });
    return homes;
}

}  // namespace

std::string building_of_home(std::string_view unit) {
    const auto parts = base::home_parts(unit);
    return parts ? parts->building : "";
}

std::vector<HomeCounts> homes_often_heard_of(store::Connection& connection, const Window& window) {
    const auto end = std::min(window.until, window.as_of + base::Seconds{1});
    auto homes = count_homes(connection, {end - thirty_days, window.until, window.as_of});
    std::erase_if(homes, [](const HomeCounts& home) { return home.counts.both() < 2; });
    return homes;
}

std::map<std::string, PlaceCounts> counts_by_building(store::Connection& connection,
                                                      const Window& window) {
    // However a home was spelled, its building is the same: which home it is need not be looked up.
    // They are added up here, as SQLite would sort all that came for it.
    static const auto each = base::format(
        "SELECT m.unit, m.kind = 'repair' FROM matter m WHERE {} AND m.unit IS NOT NULL", received);
    std::unordered_map<std::string, PlaceCounts> spellings;
    for (Query row(connection, each, window.from, window.until, window.as_of); row.next();) {
        auto& counts = spellings[row.text(0)];
        ++(row.flag(1) ? counts.repairs : counts.complaints);
    }
    std::map<std::string, PlaceCounts> buildings;
    for (const auto& [spelling, counts] : spellings) {
        const auto key = building_of_home(spelling);
        if (key.empty()) continue;
        auto& building = buildings[key];
        building.complaints += counts.complaints;
        building.repairs += counts.repairs;
    }
    return buildings;
}

std::vector<BuildingCounts> count_buildings(store::Connection& connection, const Window& window) {
    std::map<std::string, BuildingCounts> buildings;
    for (const auto& [key, counts] : counts_by_building(connection, window))
        buildings[key].counts = counts;
    for (const auto& home : homes_on_register(connection)) {
        const auto found = buildings.find(building_of_home(home.unit));
        if (found == buildings.end()) continue;
        ++found->second.homes;
        if (found->second.building.empty()) found->second.building = home.building.value_or("");
    }
    std::vector<BuildingCounts> list;
    for (auto& [key, building] : buildings) {
        building.key = key;
        if (building.building.empty()) building.building = base::home_part_as_written(key);
        list.push_back(std::move(building));
    }
    std::ranges::stable_sort(list, [](const BuildingCounts& left, const BuildingCounts& right) {
        return left.counts.both() > right.counts.both();
    });
    return list;
}

std::vector<BuildingMatter> matters_of_building(store::Connection& connection, const Window& window,
                                                std::string_view key) {
    std::vector<BuildingMatter> matters;
    for (const auto kind : {MatterKind::complaint, MatterKind::repair})
        for (Query row(connection,
                       "SELECT id, no, at, unit, category FROM matter WHERE kind = ?4"
                       " AND at >= ?1 AND at < min(?2, ?3 + 1) AND unit IS NOT NULL"
                       " AND (voided_at IS NULL OR voided_at > ?3)",
                       window.from, window.until, window.as_of, name_of(kind).word);
             row.next();)
            if (building_of_home(row.text(3)) == key)
                matters.push_back({.id = row.integer(0),
                                   .no = row.text(1),
                                   .kind = kind,
                                   .at = row.time(2),
                                   .unit = row.text(3),
                                   .category = row.maybe_text(4)});
    std::ranges::stable_sort(matters, {}, &BuildingMatter::at);
    return matters;
}

std::optional<BuildingCounts> find_building(store::Connection& connection, std::string_view key) {
    BuildingCounts building{.key = std::string(key), .building = {}, .counts = {}};
    for (const auto& home : homes_on_register(connection)) {
        if (building_of_home(home.unit) != key) continue;
        ++building.homes;
        if (building.building.empty()) building.building = home.building.value_or("");
    }
    bool known = building.homes > 0;
    for (Query row(connection, "SELECT unit FROM home_spelling"); !known && row.next();)
        known = building_of_home(row.text(0)) == key;
    if (!known || key.empty()) return {};
    if (building.building.empty()) building.building = base::home_part_as_written(std::string(key));
    return building;
}

std::vector<RepeatedProblem> repeated_problems(store::Connection& connection,
                                               const Window& window) {
    // From each complaint of the window that repeats one, back to the first and from there on.
    std::map<std::int64_t, RepeatedProblem> by_first;
    for (Query row(connection,
                   "WITH RECURSIVE link AS (SELECT complaint, earlier FROM repeat_link"
                   "  WHERE from_at <= ?3 AND (until_at IS NULL OR until_at > ?3)),"
                   " back AS (SELECT l.complaint AS came, l.earlier AS first FROM link l"
                   "  JOIN matter m ON m.id = l.complaint WHERE m.at >= ?1"
                   "  AND m.at < min(?2, ?3 + 1) UNION"
                   "  SELECT b.came, l.earlier FROM back b JOIN link l ON l.complaint = b.first),"
                   " root AS (SELECT DISTINCT first FROM back b WHERE NOT EXISTS"
                   "  (SELECT 1 FROM link l WHERE l.complaint = b.first)),"
                   " chain AS (SELECT first, first AS id FROM root UNION"
                   "  SELECT c.first, l.complaint FROM chain c JOIN link l ON l.earlier = c.id)"
                   " SELECT c.first, m.no, coalesce(m.unit, ''), coalesce(m.category, ''), m.at,"
                   " m.closed_at IS NULL OR m.closed_at >= min(?2, ?3 + 1)"
                   " FROM chain c JOIN matter m ON m.id = c.id"
                   " WHERE m.at < min(?2, ?3 + 1) AND (m.voided_at IS NULL OR m.voided_at > ?3)"
                   " ORDER BY m.at, m.id",
                   window.from, window.until, window.as_of);
         row.next();) {
        auto& problem = by_first[row.integer(0)];
        problem.numbers.push_back(row.text(1));
        problem.unit = row.text(2);
        problem.category = row.text(3);
        problem.last = row.time(4);
        if (row.flag(5)) ++problem.open;
    }
    std::vector<RepeatedProblem> problems;
    for (auto& [first, problem] : by_first)
        if (problem.numbers.size() > 1) problems.push_back(std::move(problem));
    std::ranges::stable_sort(problems, std::ranges::greater{}, [](const RepeatedProblem& one) {
        return std::pair(one.numbers.size(), one.last);
    });
    return problems;
}

}  // namespace huiyin::records
