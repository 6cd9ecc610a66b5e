#pragma once

#include <cstdint>

namespace huiyin::gate {

/// A number modulo the prime 2^127 − 1: what sums of rows are reckoned in.
class Residue {
  public:
    __extension__ using Wide = unsigned __int128;
    static constexpr Wide prime = (Wide{1} << 127U) - 1;

    constexpr Residue() = default;
    /// Of any 128 bits.
    constexpr explicit Residue(Wide number) : value_(reduced(folded(number))) {}

    constexpr Wide value() const { return value_; }
    constexpr bool operator==(const Residue&) const = default;

    constexpr Residue& operator+=(const Residue& other) {
        value_ = reduced(value_ + other.value_);
        return *this;
    }
    constexpr Residue& operator-=(const Residue& other) {
        value_ = reduced(value_ + (prime - other.value_));
        return *this;
    }
    friend constexpr Residue operator*(const Residue& left, const Residue& right) {
        const auto low = Wide{half(left.value_)} * half(right.value_);
        const auto middle = Wide{half(left.value_)} * half(right.value_ >> 64U) +
                            Wide{half(left.value_ >> 64U)} * half(right.value_);
        const auto high = Wide{half(left.value_ >> 64U)} * half(right.value_ >> 64U);
        // 2^127 is 1, so 2^128 is 2, and what is behind the 63rd bit of the middle counts once.
        constexpr Wide low_63 = (Wide{1} << 63U) - 1;
        const auto upper = folded(2 * high + ((middle & low_63) << 64U));
        return Residue(upper + folded(low) + (middle >> 63U));
    }

  private:
    static constexpr std::uint64_t half(Wide number) { return static_cast<std::uint64_t>(number); }
    static constexpr Wide folded(Wide number) { return (number & prime) + (number >> 127U); }
    static constexpr Wide reduced(Wide number) { return number >= prime ? number - prime : number; }

    Wide value_ = 0;
};

}  // namespace huiyin::gate
