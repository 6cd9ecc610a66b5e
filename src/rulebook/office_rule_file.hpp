#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "huiyin/rulebook/rule.hpp"

namespace huiyin::rulebook {

/// A rule file and its text, checked from its header to its examples. The rule stays. Throws
/// Failure{usage} with everything that is wrong, by line; also for what is no file or is longer
/// than `limits::rule_file`; Failure{failed} for a file that cannot be read.
std::pair<const Rule*, std::string> read_office_rule(const std::filesystem::path& file);

}  // namespace huiyin::rulebook
