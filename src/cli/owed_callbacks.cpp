#include "owed_callbacks.hpp"

#include <algorithm>
#include <array>

namespace huiyin::cli {

std::vector<rulebook::Deadline> owed_callbacks(gate::Reading& reading) {
    static constexpr std::array words{"callback", "follow-up", "appointment"};
    rulebook::Checker checker(reading.connection, reading.zone, reading.now);
    return checker.running({}, [](const rulebook::Rule& rule) {
        return std::ranges::find(words, rule.due) != words.end();
    });
}

}  // namespace huiyin::cli
