#pragma once

#include <cstdint>

#include "huiyin/headquarters/bundle.hpp"
#include "huiyin/headquarters/fork.hpp"

/// Why a bundle is not taken, by what it says of itself. Private to this directory.
namespace huiyin::headquarters {

/// Throws Failure{not_found} where entries lie between what headquarters knows and the bundle.
void require_reachable(const Office& office, const Manifest& manifest, const gate::Head& known);
/// Of figures alone: throws Failure{integrity} where it did not grow out of the journal that is
/// known by its length.
void require_same_past(const Office& office, const Manifest& manifest);

/// What is told of a bundle that counts for nothing since somebody decided so.
base::Problem of_rejected_branch(const Decision& decision);

/// These throw Failure{integrity}.
[[noreturn]] void refuse_cut_tail(const Manifest& manifest);
[[noreturn]] void refuse_rejected(const Office& office, const Decision& decision,
                                  std::int64_t entry);
[[noreturn]] void refuse_quarantined(const Office& office);

}  // namespace huiyin::headquarters
