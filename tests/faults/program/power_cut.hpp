#pragma once

#include "office.hpp"

namespace faults {

/// Runs the commands one after the other on `scratch`/watched/office.db, cutting the power `cuts`
/// times in all. A disk that is not honest forgets even what was synced: the control.
Counts power_cuts(const fs::path& scratch, const std::string& statements,
                  const std::vector<Words>& commands, long cuts, bool honest);

}  // namespace faults
