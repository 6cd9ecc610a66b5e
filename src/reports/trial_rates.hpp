#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huiyin/reports/matter_view.hpp"
#include "huiyin/reports/rate.hpp"
#include "huiyin/rulebook/trial.hpp"

/// The rates that what is tried can move. Private to this directory.
namespace huiyin::reports {

struct RateMoved {
    std::string name;
    Text title;
    Rate before;
    Rate after;
};

/// Rules beside those tried whose deadlines go into the same rates.
std::vector<std::string_view> rules_beside(const rulebook::Tried& tried);

/// The reports' own rates by their names, the share kept of any other deadlines by their rule.
std::vector<RateMoved> rates_moved(const View& view, const rulebook::Tried& tried,
                                   const rulebook::Trial& trial);

}  // namespace huiyin::reports
