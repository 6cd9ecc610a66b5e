#pragma once

#include "office.hpp"

namespace faults {

/// Must come before SQLite is used: its memory goes through a door that can be shut.
void watch_memory();

/// Each command in a process of its own, again and again, each time with one request for memory
/// failing: once, and from then on. About `tries` times per command, door and way.
Counts failing_memory(const fs::path& scratch, const std::string& statements,
                      const std::vector<Words>& commands, long tries);

}  // namespace faults
