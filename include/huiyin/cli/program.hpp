#pragma once

namespace huiyin::cli {

/// The whole program: `argv` in, exit code out. Nothing escapes it.
int run(int argc, const char* const* argv) noexcept;

}  // namespace huiyin::cli
