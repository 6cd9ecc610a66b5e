#pragma once

#include <filesystem>
#include <vector>

#include "huiyin/store/surroundings.hpp"

namespace huiyin::gate {

/// Everything `doctor` looks at: the surroundings of the store, then what is in it. Writes nothing
/// and believes no role: it needs no staff record.
std::vector<store::Examination> examine(const std::filesystem::path& store);

bool is_healthy(const std::vector<store::Examination>& examinations);

}  // namespace huiyin::gate
