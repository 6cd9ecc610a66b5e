#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/records/writing.hpp"

namespace huiyin::records {

/// The next number of a series, without gaps: `TS-2026-0001`. The year is the office's year of
/// recording.
std::string next_number(const Writing& writing, std::string_view prefix);

/// Whether numbers of some kind begin so: `TS`.
bool is_prefix(std::string_view word);

/// Any spelling of a number as the full one: `ts-1` and `ts1` are this year's `TS-2026-0001`.
/// Throws Failure{usage} for what is no number.
std::string full_number(std::string_view typed, int this_year);

}  // namespace huiyin::records
