#pragma once

#include <span>
#include <string_view>

namespace huiyin::base {

/// A text file of the source tree, carried inside the program.
struct EmbeddedFile {
    std::string_view path;  ///< from the folder that the build was given
    std::string_view text;
};

}  // namespace huiyin::base
