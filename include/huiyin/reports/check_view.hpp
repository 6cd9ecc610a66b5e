#pragma once

#include <vector>

#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/rulebook/checker.hpp"

namespace huiyin::reports {

/// What `check` puts on a screen, the most pressing first: what is overdue and still to be done,
/// what comes up, what can be put right, the facts to be explained and those that are. By rule,
/// each with its remedy once; beside each line who holds it and which home it is from, of a fact
/// whose it is. Throws nothing of its own.
Document check_screen(const std::vector<rulebook::Finding>& findings,
                      const std::vector<rulebook::Deadline>& due, const View& view);

}  // namespace huiyin::reports
