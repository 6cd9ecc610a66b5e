#pragma once

#include <optional>
#include <string>

#include "huiyin/base/time.hpp"

/// Private to this directory.
namespace huiyin::base {

/// Reads `text` by a format of the date library, and only where it is spelled as that format prints
/// it: the library by itself also takes `2026-1-3`, `18:60` and trailing text.
std::optional<CivilTime> read_exactly(const std::string& text, const char* format);

}  // namespace huiyin::base
