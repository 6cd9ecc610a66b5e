#pragma once

#include <fmt/format.h>

#include <string>

namespace huiyin::base {

/// `pattern` with its places filled in; the one place where fmt's own code is compiled. Called as
/// fmt::format it would be compiled again in every file that puts a sentence together. Throws
/// fmt::format_error for a pattern that does not fit its values; the compiler lets none through to
/// `format`.
std::string vformat(fmt::string_view pattern, fmt::format_args values);

/// `format("{} of {}", done, all)`: fmt::format, checked by the compiler in the same way.
template <typename... Args>
std::string format(fmt::format_string<Args...> pattern, Args&&... args) {
    return base::vformat(pattern, fmt::make_format_args(args...));
}

}  // namespace huiyin::base
