#pragma once

#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::gate {

/// Notes which of the touched matters are closed and yet owe something: a deadline still runs.
/// Those and the open ones are all that has to be looked at to tell what is due. Says whether a row
/// changed.
bool update_outstanding(store::Connection& connection, rulebook::Checker& checker,
                        const rulebook::ChangeSummary& touched);

}  // namespace huiyin::gate
