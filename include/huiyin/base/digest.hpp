#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

/// Digests and random bytes by libsodium, which wants a source of randomness: `blake2b` and
/// `random_bytes` throw Failure{failed} on a system that has none. The rest throws nothing.
namespace huiyin::base {

/// A BLAKE2b-256 digest, the same as `b2sum -l 256` prints.
using Digest = std::array<unsigned char, 32>;

/// Digests the concatenation of `parts`, byte for byte, with nothing between them.
Digest blake2b(std::initializer_list<std::string_view> parts);

/// The same by SHA-256: what others' trees of hashes and notes are made with.
Digest sha256(std::initializer_list<std::string_view> parts);

/// Two lower-case digits a byte.
std::string hex(const Digest& digest);
std::string hex(std::string_view bytes);

/// By RFC 4648, with `=` at the end, on one line.
std::string base64(std::string_view bytes);
/// Its bytes; nothing for what is no base64. Blanks and line breaks are passed over.
std::optional<std::string> from_base64(std::string_view text);

/// The same of base64 that is written in the one way `base64` writes it: no blanks, no bits to
/// spare.
std::optional<std::string> from_exact_base64(std::string_view text);

/// `count` bytes from the system's random source.
std::string random_bytes(std::size_t count);

inline std::string_view bytes(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace huiyin::base
