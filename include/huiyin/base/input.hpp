#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/failure.hpp"

/// What a person typed, read before it is recorded. Only `shell_words` throws.
namespace huiyin::base {

/// What is wrong with text a person typed, if anything: invalid UTF-8, a control character other
/// than newline and tab, a text direction control, a byte order mark or a noncharacter. Zero-width
/// joiners pass: letters and emoji are written with them.
std::optional<Problem> text_problem(std::string_view text);

/// `text` without the blanks around it: spaces (full-width and unbreakable ones too), tabs and
/// newlines.
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
/// A word for a shell: quoted where blanks or the like would split it.
std::string shell_quoted(const std::string& word);

/// The candidate closest to `typed`, if at most two letters of it, and fewer than half, are wrong.
std::optional<std::string> nearest(std::string_view typed,
                                   const std::vector<std::string>& candidates);

/// The same; else the one that has most in common with it, two Chinese characters side by side at
/// least: 电梯失控、困人 for 电梯坏了.
std::optional<std::string> nearest_in_meaning(std::string_view typed,
                                              const std::vector<std::string>& candidates);

/// `a,b，c、d` as its parts, blanks around them trimmed, empty parts dropped.
std::vector<std::string> split_list(std::string_view typed);

}  // namespace huiyin::base
