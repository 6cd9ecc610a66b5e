#pragma once

#include <string>

#include "batch_lines.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/gate.hpp"

namespace huiyin::cli {

/// What the numbers of a batch are of, when they are summed up: records, or homes of which several
/// rows may speak.
enum class Sum { records, homes };

/// Records every line in one transaction and tells what became of each: all of them or, without
/// `skip`, none where one fails. `line` is the command as the journal keeps it. The exit code is
/// that of the first failure.
base::Exit record_lines(const gate::Session& session, BatchLines& lines, const std::string& line,
                        bool skip, Output& output, Sum sum = Sum::records);

}  // namespace huiyin::cli
