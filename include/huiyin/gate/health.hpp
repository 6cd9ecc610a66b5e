#pragma once

#include <filesystem>
#include <vector>

#include "huiyin/store/surroundings.hpp"

namespace huiyin::gate {

/// Everything `doctor` examines: the surroundings of the store, then what is in it, as far as it
/// can be opened. Writes nothing and asks for no role: it needs no staff record. Throws nothing of
/// its own: what is wrong, with the opening too, is a remark.
std::vector<store::Examination> examine(const std::filesystem::path& path);

/// Whether no remark is a fault.
bool is_healthy(const std::vector<store::Examination>& examinations);

}  // namespace huiyin::gate
