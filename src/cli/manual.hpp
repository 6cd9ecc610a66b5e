#pragma once

#include <filesystem>
#include <string_view>

namespace huiyin::cli {

/// What the build calls, before the folder the manual goes to.
inline constexpr std::string_view manual_word = "__manual";

/// Writes the manual, one page a noun and one on the whole, made from the table of commands:
/// `man1` in English, `zh_CN/man1` in Chinese. Throws Failure{failed} where it cannot be written.
void write_manual(const std::filesystem::path& folder);

}  // namespace huiyin::cli
