#pragma once

#include <cstddef>
#include <string_view>

namespace huiyin::base {

/// How many letters must be put in, left out, changed or swapped with their neighbour. Throws
/// nothing.
std::size_t edit_distance(std::string_view from, std::string_view to);

}  // namespace huiyin::base
