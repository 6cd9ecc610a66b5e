#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/records/matter.hpp"

/// Opinions (意见) and suggestions (建议) of residents (clauses 2.2.5, 3.2.3). Whatever is given a
/// number throws as `require_matter` does, a number of another kind included.
namespace huiyin::records {

/// One as it is registered.
struct NewSuggestion {
    NewMatter matter;
    std::string kind;  ///< opinion, suggestion
};

/// Registers one. Whoever is to answer it is assigned later, within `matter.assign_within` (3.3.1).
/// Throws as `open_matter`.
WriteResult add_suggestion(const Writing& writing, const NewSuggestion& suggestion);

/// What the office answers; without thanks or an apology a rule refuses it (clause 2.2.5). Scanned
/// for taboo phrases (2.2.1).
struct Answer {
    std::string text;
    std::optional<std::string> method;    ///< phone, visit, letter
    std::optional<std::string> courtesy;  ///< thanks, apology
};
WriteResult answer_suggestion(const Writing& writing, std::string_view number,
                              const Answer& answer);
/// Ends it, with how it came out (3.3.1).
WriteResult close_suggestion(const Writing& writing, std::string_view number,
                             const std::optional<std::string>& outcome);

}  // namespace huiyin::records
