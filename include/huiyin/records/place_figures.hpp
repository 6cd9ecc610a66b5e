#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "huiyin/records/week_figures.hpp"

/// Where what residents brought came from: homes and buildings. Throws nothing of its own.
namespace huiyin::records {

/// Complaints and repairs that came, from one home or building.
struct PlaceCounts {
    std::int64_t complaints = 0;
    std::int64_t repairs = 0;

    std::int64_t both() const { return complaints + repairs; }
};
struct HomeCounts {
    std::string unit;  ///< as the register writes it, else as it was typed last
    PlaceCounts counts;
};
/// Homes, in whatever spelling, from which two or more came in the thirty days up to the window's
/// end or the moment it is seen from; the most first.
std::vector<HomeCounts> homes_often_heard_of(store::Connection& connection, const Window& window);

struct BuildingCounts {
    std::string building;
    PlaceCounts counts;
    std::int64_t homes = 0;  ///< on the register; 0: none is kept, or this building is not on it
};
/// What came in the window, building by building, the most first; homes that name none left out.
std::vector<BuildingCounts> count_buildings(store::Connection& connection, const Window& window);

}  // namespace huiyin::records
