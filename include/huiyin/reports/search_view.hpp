#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "huiyin/records/search.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"

/// What a search found. Throws nothing of its own; what takes a View as `view_matter` does.
namespace huiyin::reports {

/// A page of what was found, for a terminal: one row a matter, its newest text cut to what stands
/// around the words, and how much there is. Phone numbers are masked wherever they stand, unless
/// the View reveals them; so below.
Document search_page(const std::string& words, const records::FoundPage& page, const View& view);

/// Everything that was found, as a table that has no rows yet.
Document search_document(const std::string& words, std::int64_t matters, const View& view);
/// A matter's row of it.
std::vector<Text> found_row(std::span<const records::Hit> of_one_matter, const View& view);
/// The same in JSON, with each of its texts.
nlohmann::ordered_json found_json(std::span<const records::Hit> of_one_matter, const View& view);

/// Everything from one home, and who spoke for it.
Document unit_document(const std::string& unit, const std::vector<MatterView>& matters,
                       const View& view);
nlohmann::ordered_json unit_json(const std::string& unit, const std::vector<MatterView>& matters,
                                 const View& view);

}  // namespace huiyin::reports
