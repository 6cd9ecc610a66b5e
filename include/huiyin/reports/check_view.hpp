#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/found_on_file.hpp"

namespace huiyin::reports {

/// The findings to be shown, in their order: may be asked for as often as it takes.
struct FindingSource {
    using Brief = rulebook::FoundOnFile::Brief;

    std::function<void(const std::function<void(const Brief&)>& visit)> briefs;
    std::function<void(const rulebook::Rule& rule, const rulebook::FoundOnFile::Wanted& wanted,
                       const rulebook::FoundOnFile::Visit& visit)>
        of_rule;
};

/// Takes a part of a screen: the first has the title. `goes_on`: it begins with further lines of
/// the list that the part before ended with, and else with an empty line above it.
using TakePart = std::function<void(const Document& part, bool goes_on)>;

/// What `check` puts on a screen, the most pressing first: what is overdue and still to be done,
/// what comes up, what can be put right, the facts to be explained and those that are. By rule,
/// each with its remedy once; beside each line who holds it and which home it is from, of a fact
/// whose it is. In parts of at most so many lines, as text. Throws nothing of its own.
void show_check_screen(const FindingSource& source, const std::vector<rulebook::Deadline>& due,
                       const View& view, std::size_t lines, const TakePart& take);
/// All of it as one, in any format.
Document check_screen(const FindingSource& source, const std::vector<rulebook::Deadline>& due,
                      const View& view);

}  // namespace huiyin::reports
