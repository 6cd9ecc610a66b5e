#pragma once

#include <string>
#include <string_view>

namespace huiyin::records {

/// A value that an office may set, in its one canonical spelling; that it is not looser than the
/// regulation is the rules' to say. Throws Failure{not_found} for an unknown key; Failure{usage}
/// for an unreadable value, and for a category of the regulation's among the office's own.
std::string settable_policy(std::string_view key, std::string_view typed);

}  // namespace huiyin::records
