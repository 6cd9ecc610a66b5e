#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/field.hpp"
#include "huiyin/records/matter.hpp"

/// Search in what was said, by an index of its own. Throws nothing of its own: what is not there is
/// not found.
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

/// What somebody may search: nobody finds what they could not read.
enum class Sees {
    everything,
    what_is_masked  ///< no fields with names and numbers, and texts with their numbers masked
};

/// Everything said in any matter that contains these words, in whatever width and case they are
/// written; oldest matter first. One character is enough. A phone number or a home is found in
/// every spelling, a home also as the matter's own (`matter.unit`).
std::vector<Hit> search(store::Connection& connection, std::string_view words, Sees sees);

/// The matters whose contact is this number now, in whatever spelling, not in order.
std::vector<MatterId> matters_with_phone(store::Connection& connection, std::string_view phone);

/// Adds what was said since the last time to the index. The gate calls it before it commits.
void bring_index_up_to_date(store::Connection& connection);
/// Empties it, after words were erased: its letters and pairs would still give them away.
void forget_index(store::Connection& connection);

}  // namespace huiyin::records
