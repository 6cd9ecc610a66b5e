#pragma once

#include <cstdlib>

namespace huiyin::testing {

/// A sanitized program takes many times as long: it makes fewer trials, but in the long run of the
/// tests.
inline bool makes_fewer_trials() {
    return std::getenv("ASAN_OPTIONS") != nullptr && std::getenv("HUIYIN_LONG") == nullptr;
}

/// How many trials are made.
inline int trials(int usually, int sanitized) {
    return makes_fewer_trials() ? sanitized : usually;
}

}  // namespace huiyin::testing
