#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// Opinions (意见) and suggestions (建议) of residents (clauses 2.2.5, 3.2.3).
struct NewSuggestion {
    NewMatter matter;
    std::string kind;  ///< opinion, suggestion
};

/// Registers one. Whoever is to answer it is assigned later, within `matter.assign_within`.
WriteResult add_suggestion(const Writing& writing, const NewSuggestion& suggestion);

/// What the office answers; without thanks or an apology a rule refuses it (clause 2.2.5).
struct Answer {
    std::string text;
    std::optional<std::string> method;    ///< phone, visit, letter
    std::optional<std::string> courtesy;  ///< thanks, apology
};
WriteResult answer_suggestion(const Writing& writing, std::string_view number,
                              const Answer& answer);
WriteResult close_suggestion(const Writing& writing, std::string_view number,
                             const std::optional<std::string>& outcome);

}  // namespace huiyin::records
