#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/field.hpp"
#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// A text of a matter in which the words were found.
struct Hit {
    MatterId matter = 0;
    std::string place;  ///< where it was said: `matter.text`, `step.text`
    int step = 0;       ///< which step said it; 0: the matter itself
    std::string what;   ///< what that step is
    std::string text;
    std::size_t at = 0;            ///< the byte of `text` around which the words are
    const Field* field = nullptr;  ///< what the text is; of a correction, what it corrects
};

/// Everything said in any matter that contains these words, in whatever width and case they are
/// written; oldest matter first. One character is enough. Names and phone numbers are looked at
/// only where `personal` allows it.
std::vector<Hit> search(store::Connection& connection, std::string_view words, bool personal);

/// Adds what was said since the last time to the index. The gate calls it before it commits.
void bring_index_up_to_date(store::Connection& connection);
/// Empties it, after words were erased: its letters and pairs would still tell of them.
void forget_index(store::Connection& connection);

}  // namespace huiyin::records
