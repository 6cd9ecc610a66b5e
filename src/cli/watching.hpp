#pragma once

#include <functional>

#include "huiyin/cli/output.hpp"
#include "huiyin/gate/gate.hpp"

namespace huiyin::cli {

/// Draws a screen again and again: whenever the store was written, and once a minute because time
/// passes. Between two drawings nothing is open or held. Ends with Ctrl-C. Throws Failure{usage}
/// where no terminal is to be drawn on.
base::Exit watch(const gate::Session& session, Output& output, const std::function<void()>& draw);

}  // namespace huiyin::cli
