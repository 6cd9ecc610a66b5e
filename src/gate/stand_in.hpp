#pragma once

#include "huiyin/gate/rights.hpp"
#include "huiyin/records/people.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::gate {

/// Whether this one has the right for the time being, in the place of someone away whose role has
/// it.
bool may_as_stand_in(store::Connection& connection, const records::StaffEdition& person,
                     Right right, base::Instant now);

}  // namespace huiyin::gate
