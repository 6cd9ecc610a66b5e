#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/matter.hpp"

/// Search in what was said, by an index of its own. Throws nothing of its own: what is not there is
/// not found. A phone number or a home is found in every spelling, a home also as the matter's own
/// (`matter.unit`); words in whatever width and case they are written. One character is enough.
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
    base::Instant said_at;         ///< when that step was, or the matter began
};

/// What somebody may search: nobody finds what they could not read.
enum class Sees {
    everything,
    what_is_masked  ///< no fields with names and numbers, and texts with their numbers masked
};

/// The texts of one matter, in the order in which they were said.
using HitVisitor = std::function<void(std::span<const Hit> of_one_matter)>;

/// So many places are kept at once; where there are more, the index is read again.
inline constexpr std::size_t places_at_once = 100'000;

/// Every matter in which the words were said, one after the other, the oldest first. The memory it
/// takes does not grow with what is found.
void for_each_found(store::Connection& connection, std::string_view words, Sees sees,
                    const HitVisitor& visit, std::size_t at_once = places_at_once);

/// How many matters stand on a page.
inline constexpr std::size_t matters_on_a_page = 20;

/// Some of the matters in which the words were said: those of which they were said last come first.
struct FoundPage {
    std::int64_t number = 1;
    std::vector<std::vector<Hit>> matters;  ///< of each the texts, in the order of being said
    bool is_last = true;
    /// Whether everything was read; else not all texts of a matter may stand with it.
    bool is_whole = true;
    std::int64_t all_matters = 0;  ///< on every page; counted where everything was read
    std::int64_t texts = 0;        ///< in which the words were said
    bool is_estimate = false;      ///< `texts` is reckoned from a part, to two digits
};

/// So many texts are read to tell how many there are; where there are more, it is reckoned.
inline constexpr std::int64_t texts_read_to_count = 1'000;

/// Page `number`, from 1. Behind the last page there is an empty one.
FoundPage found_page(store::Connection& connection, std::string_view words, Sees sees,
                     std::int64_t number, std::int64_t read_to_count = texts_read_to_count);

/// The matters whose contact is this number now, in whatever spelling, not in order.
std::vector<MatterId> matters_with_phone(store::Connection& connection, std::string_view phone);

/// Adds what was said since the last time to the index. The gate calls it before it commits.
void bring_index_up_to_date(store::Connection& connection);
/// Empties it, after words were erased: its letters and pairs would still give them away.
void forget_index(store::Connection& connection);

}  // namespace huiyin::records
