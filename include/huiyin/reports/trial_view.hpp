#pragma once

#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/reports/presentation.hpp"
#include "huiyin/rulebook/trial.hpp"

namespace huiyin::reports {

/// What trying a limit or a rule comes to: what would be judged otherwise by clause, person and
/// month, the rates before and after, the first ten with their arithmetic, and what nobody can
/// know.
struct TrialShown {
    Presentation shown;
    Document rows;         ///< for a spreadsheet: a row for each that would be judged otherwise
    bool differs = false;  ///< something would be, or a rate would be another
};
/// Judges the past twice. Throws what the Checker throws.
TrialShown show_trial(const View& view, const rulebook::Tried& tried, Language language);

}  // namespace huiyin::reports
