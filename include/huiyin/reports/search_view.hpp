#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "huiyin/records/search.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"

/// What a search found. Throws nothing of its own; what takes a View as `view_matter` does.
namespace huiyin::reports {

/// What was found, one entry a matter, its texts cut to what stands around the words. Phone numbers
/// are masked wherever they stand, unless the View reveals them.
Document search_document(const std::string& words, const std::vector<records::Hit>& hits,
                         const View& view);
nlohmann::ordered_json search_json(const std::vector<records::Hit>& hits, const View& view);

/// Everything from one home, and who spoke for it.
Document unit_document(const std::string& unit, const std::vector<MatterView>& matters,
                       const View& view);
nlohmann::ordered_json unit_json(const std::string& unit, const std::vector<MatterView>& matters,
                                 const View& view);

}  // namespace huiyin::reports
