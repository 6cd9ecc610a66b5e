#pragma once

#include <functional>
#include <string>
#include <vector>

#include "huiyin/gate/gate.hpp"
#include "huiyin/records/erasure.hpp"

/// What is on file, told again as the commands that would put it there: for `batch` into an empty
/// store. docs/backup.md says what comes back and what cannot. Personal values stand in it plainly.
namespace huiyin::cli {

/// Takes the words of one command, as typed after `huiyin`, and when it was recorded.
using TakeWords =
    std::function<void(base::Instant recorded_at, const std::vector<std::string>& words)>;
/// Takes the bytes of an attachment; answers with the path that `attach` is to find them under.
using TakeFile = std::function<std::string(const std::string& name, std::string_view bytes)>;

/// Takes what was erased, when and by whom.
using TakeErasure = std::function<void(const records::RecordedErasure&)>;

/// In the order in which it was recorded. What is gone is told as something that stands for it, and
/// then as erased: so a private copy is what this reads, and changes. Throws Failure{integrity} for
/// a kind of step that no command wrote, for such a role what `parse_role` throws, and what the two
/// functions throw.
void export_commands(gate::Reading& reading, const TakeWords& words, const TakeFile& file,
                     const TakeErasure& erasure);

}  // namespace huiyin::cli
