#pragma once

#include <map>
#include <string>
#include <vector>

#include "huiyin/base/language.hpp"

namespace huiyin::cli {

/// A text to be written in an editor.
struct EditedText {
    std::string name;     ///< the option's
    std::string heading;  ///< what it is, for people
    std::string text = {};
};

/// Lets somebody write texts in `$VISUAL`, `$EDITOR` or the system's editor, all in one file with
/// a heading each; lines that begin with # are no part of them. Returns those that have text.
/// Throws Failure{interrupted} where the editor fails.
std::map<std::string, std::string> written_in_editor(const std::vector<EditedText>& texts,
                                                     const std::string& command,
                                                     base::Language language);

}  // namespace huiyin::cli
