#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// Questionnaires that are handed out and collected (clause 3.2.1).
struct Survey {
    Matter matter;  ///< its text is the title
    std::int64_t issued = 0;
    std::int64_t returned = 0;  ///< of all collections, like the two below
    std::int64_t satisfied = 0;
    std::int64_t dissatisfied = 0;
};

/// Registers that so many sheets were handed out; `until`: when they are to be back.
WriteResult issue_survey(const Writing& writing, const std::string& title, std::int64_t count,
                         std::optional<base::Instant> until);

/// What came back at one time; what the sheets say, as far as it was counted.
struct Collection {
    std::int64_t returned = 0;
    std::optional<std::int64_t> satisfied;
    std::optional<std::int64_t> dissatisfied;
};
/// Adds it to what came back before. Throws Failure{usage} where more sheets would have come back
/// than were issued, or more say something than came back; and as `require_matter`, a number of
/// another kind included.
WriteResult collect_survey(const Writing& writing, std::string_view number,
                           const Collection& collection);
/// Throws Failure{integrity} for an id that is not on file.
Survey load_survey(store::Connection& connection, MatterId id);

}  // namespace huiyin::records
