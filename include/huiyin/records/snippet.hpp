#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/matter.hpp"

/// The office's own phrases for residents, with places that are filled from the matter at hand.
namespace huiyin::records {

struct Snippet {
    std::int64_t id = 0;
    std::string name;
    std::string text;  ///< with its places: `{no}`, `{unit}`, `{due}` …
    base::Instant at;
    std::string by;                           ///< a login
    std::optional<base::Instant> retired_at;  ///< nobody may use it from then on
};

/// Keeps a phrase. Throws Failure{usage} for a name that is in use or cannot be typed after `@`,
/// and for a place there is not.
WriteResult add_snippet(const Writing& writing, const std::string& name, const std::string& text);
/// Throws Failure{not_found} for a name that is not in use, suggesting the nearest.
WriteResult retire_snippet(const Writing& writing, const std::string& name);
/// Those in use, by name; or all there ever were.
std::vector<Snippet> list_snippets(store::Connection& connection, bool with_retired = false);

/// What is said to a resident: the words as typed; after one `@` the phrase of that name, its
/// places filled from the matter; after two, the words behind the first. `step` is the kind of step
/// it is said in. Throws Failure{not_found} for a name there is not, and Failure{usage} for a place
/// that cannot be filled here.
std::string in_full(const Writing& writing, const Matter& matter, std::string_view step,
                    std::string_view typed);
/// What a step of this matter keeps of the words typed: where they are said to a resident the words
/// in full, elsewhere as typed. Throws as `in_full`.
std::string words_of_step(const Writing& writing, MatterId matter, std::string_view step,
                          const std::string& typed);
/// Whether words call for a phrase, or begin with an `@` that is typed twice.
bool calls_for_snippet(std::string_view typed);
/// What has to be typed so that exactly this is said.
std::string typed_in_full(std::string text);

}  // namespace huiyin::records
