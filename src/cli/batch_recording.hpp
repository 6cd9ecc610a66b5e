#pragma once

#include <string>

#include "batch_lines.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/gate.hpp"

namespace huiyin::cli {

/// Records every line in one transaction and tells what became of each: all of them or, without
/// `skip`, none where one fails. `line` is the command as the journal keeps it. The exit code is
/// that of the first failure.
base::Exit record_lines(const gate::Session& session, BatchLines& lines, const std::string& line,
                        bool skip, Output& output);

}  // namespace huiyin::cli
