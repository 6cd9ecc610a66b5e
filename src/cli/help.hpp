#pragma once

#include <string>
#include <vector>

#include "huiyin/cli/command.hpp"

/// Help, made from the table of commands.
namespace huiyin::cli {

/// What is known of `words`: none, a noun, or a noun and a verb. `width`: the columns it may take.
/// Throws Failure{usage} for words that name nothing.
std::string help_about(const std::vector<std::string>& words, base::Language language, int width);

}  // namespace huiyin::cli
