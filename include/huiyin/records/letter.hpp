#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// What an open letter answers (clause 3.3.4); its text is the matter's.
struct Letter {
    std::vector<std::string> answers;    ///< numbers of the matters
    std::vector<std::string> callbacks;  ///< numbers of the callbacks that it stands for
};

/// Publishes a letter and logs an `open-letter` callback for each matter it answers; those are
/// what else came to be. A matter named twice is answered once. The letter is closed as it is
/// published. Throws as `require_called_back` for each of the matters; whether whoever publishes it
/// may is the rules' to say.
WriteResult publish_letter(const Writing& writing, const std::string& subject,
                           const std::string& text, const std::vector<std::string>& answers);
/// Throws nothing of its own: of an id that is no letter's both are empty.
Letter load_letter(store::Connection& connection, MatterId id);

}  // namespace huiyin::records
