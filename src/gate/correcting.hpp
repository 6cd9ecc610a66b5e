#pragma once

#include "huiyin/records/writing.hpp"
#include "huiyin/rulebook/checker.hpp"

/// Corrections, as the gate sees them: by the steps behind the last one before the command.
namespace huiyin::gate {

std::int64_t newest_step(store::Connection& connection);
bool corrects_something(store::Connection& connection, std::int64_t last_step);
bool corrects_a_time(store::Connection& connection, std::int64_t last_step);

/// Breaches that stood before a correction keep standing, whatever it changes.
void keep_standing(const records::Writing& writing, const rulebook::Checker::Standing& standing,
                   std::int64_t last_step);

}  // namespace huiyin::gate
