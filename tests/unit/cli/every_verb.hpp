#pragma once

#include <algorithm>

#include "huiyin/cli/command.hpp"

namespace huiyin::cli {

/// Calls `visit(verb)` for each row of the table of commands.
template <typename Visit>
void for_each_verb(Visit visit) {
    for (const auto& noun : command_table())
        std::ranges::for_each(noun, visit);
}

}  // namespace huiyin::cli
