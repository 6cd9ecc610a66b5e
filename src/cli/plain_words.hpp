#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "huiyin/cli/command.hpp"

namespace huiyin::cli {

/// What stands behind each option that was typed, in the table's order, and the words that belong
/// to none. A flag that was given says `yes`.
struct SortedWords {
    std::vector<std::pair<const Option*, std::vector<std::string>>> given;
    std::vector<std::string> operands;
};

/// Sorts words as nearly everybody types them: options that there are, each with its value behind
/// it, and operands. To have CLI11 do that takes ten times as long. Nothing where anything about
/// them asks for a second look: the full reading says the same of them, and more. Throws nothing of
/// its own.
std::optional<SortedWords> sort_plain_words(const Verb& verb,
                                            const std::vector<std::string>& words);

}  // namespace huiyin::cli
