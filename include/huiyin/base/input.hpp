#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"

namespace huiyin::base {

/// What is wrong with text a person typed, if anything: invalid UTF-8, or a control character
/// (newline and tab are allowed; text direction controls are not).
std::optional<Problem> text_problem(std::string_view text);

/// `text` without the blanks around it: spaces (full-width and unbreakable ones too), tabs, line
/// ends.
std::string_view trimmed(std::string_view text);

/// Lines that end as Windows ends them, ended by a newline alone.
std::string with_plain_line_ends(std::string_view text);

/// A whole number written in plain digits (no `+`, no blanks, no leading zero but `0` itself).
/// Nothing for any other spelling, or beyond 64 bits.
std::optional<std::int64_t> parse_whole(std::string_view typed);

/// Splits one line of a batch file as a shell would split words: blanks, '…', "…" with \" and \\,
/// and \x outside quotes; `#` starts a comment at the start of a word. No expansion of any kind.
/// Throws Failure{usage} for a quote that is not closed, or a backslash with nothing after it.
std::vector<std::string> shell_words(std::string_view line);

/// The candidate closest to `typed` when it is close enough to be worth suggesting.
std::optional<std::string> nearest(std::string_view typed,
                                   const std::vector<std::string>& candidates);

/// `a,b，c、d` as its parts, blanks around them trimmed, empty parts dropped.
std::vector<std::string> split_list(std::string_view typed);

}  // namespace huiyin::base
