#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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
    std::string key;       ///< in one spelling, to be compared
    std::string building;  ///< as the register writes it, else as homes have it
    PlaceCounts counts;
    std::int64_t homes = 0;  ///< on the register; 0: none is kept, or this building is not on it
};
/// What came in the window, building by building, the most first; homes that name none left out.
std::vector<BuildingCounts> count_buildings(store::Connection& connection, const Window& window);
/// The counts alone, by the buildings' keys.
std::map<std::string, PlaceCounts> counts_by_building(store::Connection& connection,
                                                      const Window& window);

/// What came from a building.
struct BuildingMatter {
    MatterId id = 0;
    std::string no;
    MatterKind kind = MatterKind::complaint;  ///< or a repair
    base::Instant at;
    std::string unit;
    std::optional<std::string> category;
};
/// In the window, oldest first; `key` as in `BuildingCounts`.
std::vector<BuildingMatter> matters_of_building(store::Connection& connection, const Window& window,
                                                std::string_view key);
/// How it is written, and its homes on the register; nothing where no register and no matter has
/// it.
std::optional<BuildingCounts> find_building(store::Connection& connection, std::string_view key);
/// The key of the building that a home names; empty where it names none.
std::string building_of_home(std::string_view unit);

/// Complaints that are known to repeat one another (clause 3.3.5).
struct RepeatedProblem {
    std::string unit;
    std::string category;              ///< of the last one; may be empty
    std::vector<std::string> numbers;  ///< oldest first
    std::int64_t open = 0;             ///< at the window's end
    base::Instant last;                ///< when the last one came
};
/// Of which one came in the window; those told of most often first.
std::vector<RepeatedProblem> repeated_problems(store::Connection& connection, const Window& window);

}  // namespace huiyin::records
