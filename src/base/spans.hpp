#pragma once

#include <optional>
#include <string_view>

#include "huiyin/base/time.hpp"

/// What typed times and typed durations have in common. Private to this directory.
namespace huiyin::base {

/// Blanks taken off both ends, and each run of them inside made one.
std::string single_blanks(std::string_view text);

/// Reads `30min`, `30 min`, `2小时`; nothing for any other spelling. Throws Failure{usage} for a
/// span longer than any the office could mean.
std::optional<Seconds> read_span(std::string_view text);

/// Whether this is a number with the unit `m` alone: `30m`, `30 M`.
bool has_bare_m(std::string_view text);

}  // namespace huiyin::base
