#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace huiyin::cli {

/// The table of commands as `help --json` gives it: all of it, those of a noun, or one.
/// Throws Failure{usage} for words that name none.
nlohmann::ordered_json commands_json(const std::optional<std::string>& noun,
                                     const std::optional<std::string>& verb);

}  // namespace huiyin::cli
