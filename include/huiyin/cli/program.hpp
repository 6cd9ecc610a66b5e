#pragma once

namespace huiyin::cli {

/// The whole program: `argv` in, exit code out (docs/architecture.md has the codes). Throws
/// nothing: whatever was thrown has been said on standard error, or in JSON.
int run(int argc, const char* const* argv) noexcept;

}  // namespace huiyin::cli
