#pragma once

#include "draft.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/gate.hpp"

namespace huiyin::cli {

/// Whether what a command lacks, or what of it cannot be read, can be asked for: somebody is at the
/// terminal and wants no JSON.
bool can_ask(const Draft& draft, const Output& output);

/// Asks for every required option and operand that is missing, for each whose absence a rule would
/// refuse and for what is worth knowing, and again for what could not be read; for all free texts
/// at once where `--edit` says so. Tells the command that came of it. Throws Failure{interrupted}
/// where somebody gives up.
void ask_for_missing(Draft& draft, const gate::Session& session, Output& output);

/// Whether other answers could mend a refusal.
bool can_ask_again(const Draft& draft, const gate::Refusal& refusal);
/// Asks again for what the broken rules are about, and for nothing else. False where nothing was
/// changed.
bool ask_again(Draft& draft, const gate::Refusal& refusal, const gate::Session& session,
               Output& output);

}  // namespace huiyin::cli
