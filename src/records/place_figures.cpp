#include <algorithm>
#include <map>

#include "huiyin/base/home.hpp"
#include "huiyin/records/home_register.hpp"
#include "huiyin/records/place_figures.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

using store::Query;

namespace {

constexpr base::Seconds thirty_days{std::chrono::days{30}};

/// Homes are grouped as homes; one is shown as the register writes it, else as it was typed last.
constexpr std::string_view received_by_home =
    "SELECT s.home, coalesce((SELECT h.unit FROM home_spelling o CROSS JOIN home h ON h.unit = "
    "o.unit"
    "                         WHERE o.home = s.home AND h.retired_at IS NULL), m.unit),"
    " sum(m.kind = 'complaint'), sum(m.kind = 'repair'), max(m.id)"
    " FROM matter m CROSS JOIN home_spelling s ON s.unit = m.unit"
    " WHERE m.kind IN ('complaint', 'repair') AND m.at >= ?1 AND m.at < min(?2, ?3 + 1)"
    " AND (m.voided_at IS NULL OR m.voided_at > ?3) GROUP BY s.home";

std::vector<HomeCounts> count_homes(store::Connection& connection, const Window& window) {
    std::vector<HomeCounts> homes;
    for (Query row(connection, received_by_home, window.from, window.until, window.as_of);
         row.next();)
        homes.push_back({row.text(1), {row.integer(2), row.integer(3)}});
    std::ranges::stable_sort(homes, [](const HomeCounts& left, const HomeCounts& right) {
        return left.counts.both() > right.counts.both();
    });
    return homes;
}

std::string building_of(const std::string& unit) {
    const auto parts = base::home_parts(unit);
    return parts ? parts->building : "";
}

}  // namespace

std::vector<HomeCounts> homes_often_heard_of(store::Connection& connection, const Window& window) {
    const auto end = std::min(window.until, window.as_of + base::Seconds{1});
    auto homes = count_homes(connection, {end - thirty_days, window.until, window.as_of});
    std::erase_if(homes, [](const HomeCounts& home) { return home.counts.both() < 2; });
    return homes;
}

std::vector<BuildingCounts> count_buildings(store::Connection& connection, const Window& window) {
    std::map<std::string, BuildingCounts> buildings;
    for (const auto& home : count_homes(connection, window)) {
        const auto key = building_of(home.unit);
        if (key.empty()) continue;
        auto& building = buildings[key];
        building.counts.complaints += home.counts.complaints;
        building.counts.repairs += home.counts.repairs;
    }
    for (const auto& home : homes_on_register(connection)) {
        const auto found = buildings.find(building_of(home.unit));
        if (found == buildings.end()) continue;
        ++found->second.homes;
        if (found->second.building.empty()) found->second.building = home.building.value_or("");
    }
    std::vector<BuildingCounts> list;
    for (auto& [key, building] : buildings) {
        if (building.building.empty()) building.building = base::home_part_as_written(key);
        list.push_back(std::move(building));
    }
    std::ranges::stable_sort(list, [](const BuildingCounts& left, const BuildingCounts& right) {
        return left.counts.both() > right.counts.both();
    });
    return list;
}

}  // namespace huiyin::records
