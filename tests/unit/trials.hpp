#pragma once

#include <cstdlib>

namespace huiyin::testing {

/// How many trials are made: a sanitized program takes many times as long, so that it makes fewer
/// but in the long run of the tests.
inline int trials(int usually, int sanitized) {
    const bool fewer =
        std::getenv("ASAN_OPTIONS") != nullptr && std::getenv("HUIYIN_LONG") == nullptr;
    return fewer ? sanitized : usually;
}

}  // namespace huiyin::testing
