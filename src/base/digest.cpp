#include "huiyin/base/digest.hpp"

#include <sodium.h>

#include "huiyin/base/failure.hpp"

namespace huiyin::base {

namespace {

void require_sodium() {
    // sodium_init is negative only when the system has no source of randomness.
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        throw Failure(Exit::failed,
                      Label{"系统没有可用的随机数来源", "the system has no source of randomness"});
}

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Digest blake2b(std::initializer_list<std::string_view> parts) {
    require_sodium();
    Digest digest{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, digest.size());
    for (const std::string_view part : parts)
        crypto_generichash_update(&state, raw(part), part.size());
    crypto_generichash_final(&state, digest.data(), digest.size());
    return digest;
}

Digest sha256(std::initializer_list<std::string_view> parts) {
    Digest digest{};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const std::string_view part : parts)
        crypto_hash_sha256_update(&state, raw(part), part.size());
    crypto_hash_sha256_final(&state, digest.data());
    return digest;
}

std::string hex(const Digest& digest) {
    return hex(bytes(digest));
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(2 * bytes.size(), '\0');
    auto* digit = text.data();
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        *digit++ = digits[value >> 4U];
        *digit++ = digits[value & 0xFU];
    }
    return text;
}

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the NUL
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), " \r\n\t", &size, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return {};
    bytes.resize(size);
    return bytes;
}

std::optional<std::string> from_exact_base64(std::string_view text) {
    auto decoded = from_base64(text);
    if (decoded && base64(*decoded) != text) return {};
    return decoded;
}

std::string random_bytes(std::size_t count) {
    require_sodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

}  // namespace huiyin::base
