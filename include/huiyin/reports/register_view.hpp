#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/home_register.hpp"
#include "huiyin/reports/document.hpp"

/// The register of homes as it is shown. Throws nothing of its own.
namespace huiyin::reports {

/// The register of homes, with how many homes and residents there are.
Document register_document(const std::vector<records::RegisteredHome>& homes);
/// `{"unit", "building", "stair", "residents", "added_at", "retired_at"}`
nlohmann::ordered_json home_json(const records::RegisteredHome& home, const base::Zone& zone);
/// A list of those.
nlohmann::ordered_json register_json(const std::vector<records::RegisteredHome>& homes,
                                     const base::Zone& zone);

}  // namespace huiyin::reports
