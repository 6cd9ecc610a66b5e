#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huiyin::base {

/// An amount in yuan and fen, never below nothing. Throws nothing.
class Money {
  public:
    constexpr Money(std::int64_t yuan, int fen) : yuan_(yuan), fen_(fen) {}

    /// Reads `35`, `35.5`, `35.50`; nothing for any other spelling, or beyond 64 bits of yuan.
    static std::optional<Money> parse(std::string_view typed);

    std::int64_t yuan() const { return yuan_; }
    int fen() const { return fen_; }  ///< what is below a yuan, 0 to 99

    /// `35`, `35.50`.
    std::string text() const;

  private:
    std::int64_t yuan_;
    int fen_;
};

}  // namespace huiyin::base
