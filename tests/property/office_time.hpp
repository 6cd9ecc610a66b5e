#pragma once

#include <cstdint>
#include <string>

namespace huiyin::property {

/// UTC seconds.
using Instant = std::int64_t;
constexpr Instant minute = 60;
constexpr Instant hour = 60 * minute;
constexpr Instant day = 24 * hour;

/// The office is in Shanghai, which has had one offset since 1991.
constexpr Instant office_offset = 8 * hour;

/// `2026-11-23 18:30:05`, by the office's clocks.
std::string office_time(Instant at);
/// `2026-11-23`
std::string office_day(Instant at);
int office_year(Instant at);
/// Reads `2026-11-23T18:30:05+08:00`.
Instant read_iso(const std::string& text);

/// The Monday and the first of the month, each at midnight in the office.
Instant start_of_week(Instant at);
Instant start_of_month(Instant at);
/// `2026-W47`
std::string office_week(Instant at);

}  // namespace huiyin::property
