#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "huiyin/base/failure.hpp"

/// A target is one function over arbitrary bytes; libFuzzer or driver.cpp calls it. Whatever is
/// typed or found in a file is understood or refused by a Failure: any other exception ends the
/// run.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

inline std::string_view text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

template <typename Read>
void understands_or_refuses(Read read) {
    try {
        read();
    } catch (const huiyin::base::Failure&) {
        // Refused, in words.
    }
}

}  // namespace fuzz
