#pragma once

#include <set>
#include <string>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/cli/arguments.hpp"

namespace huiyin::cli {

/// What was typed, read word by word. Whether it is complete is asked by `finished`, so that what
/// is missing can be asked for before.
struct Draft {
    Arguments arguments;
    std::set<std::string> seen = {};  ///< what was given, the unreadable included
    std::vector<base::Problem> problems = {};
    std::set<std::string> unreadable = {};  ///< those whose value is such a problem
};

/// Throws Failure{usage} where no command is named.
Draft read_words(const std::vector<std::string>& typed, bool stdin_allowed);

/// Throws Failure{usage} with everything that is wrong or missing.
Arguments finished(Draft draft);

}  // namespace huiyin::cli
