#pragma once

#include <vector>

#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/rulebook/checker.hpp"

namespace huiyin::reports {

/// What `check` puts on a screen, the most pressing first: what is overdue and still to be done,
/// what comes up, what stands until it is mended, and the facts to be explained. By rule, each with
/// its remedy once; who holds it and where it is beside each line.
Document check_screen(const std::vector<rulebook::Finding>& findings,
                      const std::vector<rulebook::Deadline>& due, const View& view);

}  // namespace huiyin::reports
