#pragma once

#include <filesystem>
#include <optional>

#include "huiyin/gate/verify.hpp"

namespace huiyin::gate {

/// Proves what was recorded since a seal, or since an anchor from outside: its entries, the rows
/// they touched and what was said in them. Nothing where a migration lies between: then the whole
/// has to be proven. Throws like `verify`.
std::optional<Verification> prove_since_seal(const std::filesystem::path& store,
                                             const Outside& outside);

}  // namespace huiyin::gate
