#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>

/// Numbers and words as bytes, for nobody but the program that packed them.
namespace huiyin::rulebook {

inline void pack_number(std::string& bytes, std::int64_t number) {
    std::array<char, sizeof number> raw{};
    std::memcpy(raw.data(), &number, sizeof number);
    bytes.append(raw.data(), raw.size());
}

inline void pack_words(std::string& bytes, std::string_view words) {
    pack_number(bytes, std::ssize(words));
    bytes += words;
}

/// Takes it off the front.
inline std::int64_t take_number(std::string_view& bytes) {
    std::int64_t number = 0;
    std::memcpy(&number, bytes.data(), sizeof number);
    bytes.remove_prefix(sizeof number);
    return number;
}

inline std::string take_words(std::string_view& bytes) {
    const auto size = static_cast<std::size_t>(take_number(bytes));
    std::string words(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return words;
}

}  // namespace huiyin::rulebook
