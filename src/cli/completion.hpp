#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/embedded.hpp"
#include "huiyin/cli/command.hpp"

namespace huiyin::cli {

/// What the scripts in `shells/` call, before the words of a line not yet finished.
inline constexpr std::string_view completion_word = "__complete";

/// What may stand for the last of `words`, one a line, with a tab and what it is; or `:files`.
/// Works without a store; with one, its values come too.
std::string completions(const std::vector<std::string>& words, gate::Reading* reading,
                        base::Language language);

/// The scripts that shells load.
std::span<const base::EmbeddedFile> shell_files();

}  // namespace huiyin::cli
