#pragma once

#include <optional>

#include "huiyin/cli/command.hpp"
#include "huiyin/cli/options.hpp"
#include "huiyin/rulebook/trial.hpp"

/// What `policy try` and `rules try` have in common. Private to this directory.
namespace huiyin::cli {

namespace shared {
inline constexpr Declared<Takes::bound> tried_since{
    "since", {"从何时起(默认一年前)", "judge from this time on (default: a year ago)"}};
}  // namespace shared

/// The moment from which something is tried. Throws Failure{usage} for one that lies ahead.
base::Instant tried_since(const gate::Reading& reading, const std::optional<Bound>& typed);

/// Shows what would be judged otherwise: exit 4 where anything would, else 0.
base::Exit show_what_differs(ReadContext reader, const rulebook::Tried& tried);

}  // namespace huiyin::cli
