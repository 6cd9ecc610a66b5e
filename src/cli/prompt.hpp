#pragma once

#include "draft.hpp"
#include "huiyin/cli/output.hpp"

namespace huiyin::cli {

/// Whether something is missing that somebody on the terminal can be asked for: not with
/// `--no-input`, not with output for machines, not where something typed is wrong.
bool can_ask(const Draft& draft, const Output& output);

/// Asks for what a command lacks: operands and options that are required, and those without which a
/// rule would refuse it; with `--edit` the texts in an editor. Tells the whole command in the end.
/// Throws Failure{interrupted} where somebody gives up.
void ask_for_missing(Draft& draft, const gate::Desk& desk, Output& output);

}  // namespace huiyin::cli
