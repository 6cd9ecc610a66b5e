#pragma once

#include <filesystem>

namespace huiyin::gate {

/// Proves a copy by its own journal. Throws Failure{integrity} with the first faults, calling it by
/// the name people know.
void require_sound(const std::filesystem::path& copy, const std::filesystem::path& called);

}  // namespace huiyin::gate
