#pragma once

#include <string>

#include "huiyin/cli/command.hpp"

namespace huiyin::cli {

/// Every command, grouped by noun.
std::string help_overview(base::Language language);
/// The verbs of a noun; empty for a word that is none.
std::string help_noun(std::string_view noun, base::Language language);
/// One command with its options, clauses and an example.
std::string help_command(const Verb& verb, base::Language language);

}  // namespace huiyin::cli
