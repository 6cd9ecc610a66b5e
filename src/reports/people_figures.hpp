#pragma once

#include "huiyin/reports/report.hpp"

/// Who and where, of a report. Private to this directory.
namespace huiyin::reports {

/// What a report on people is made of, beside the store.
struct PeopleSources {
    const std::vector<rulebook::Deadline>& deadlines;  ///< of the rates, also of earlier periods
    const std::vector<rulebook::Finding>& breaches;    ///< of the period
    const std::vector<records::OpenMatter>& open;      ///< at the period's end
    const std::vector<Overdue>& overdue;
};
std::vector<PersonFigures> people_figures(store::Connection& connection,
                                          const records::Window& window,
                                          const PeopleSources& sources);

/// What a review of the window found missed and still to be done at its end, or at the moment it is
/// seen from. A shift that nobody took up is over, and weeks are nobody's to catch up with.
std::vector<Overdue> overdue_at_end(store::Connection& connection,
                                    const std::vector<rulebook::Deadline>& missed,
                                    const records::Window& window);

}  // namespace huiyin::reports
