#pragma once

#include <cstddef>
#include <cstdint>

/// The limits of what is read from outside. What is longer is exit 2; the message has the limit.
namespace huiyin::base::limits {

inline constexpr std::size_t text = 20'000;  ///< characters of what somebody said
inline constexpr std::size_t word = 2'000;   ///< characters of a label, a name or a list of them
inline constexpr std::size_t path = 4'000;   ///< characters of a file's name

inline constexpr std::size_t line = 1U << 20U;            ///< bytes of one line of a batch
inline constexpr std::size_t batch = 1U << 30U;           ///< bytes of a whole batch
inline constexpr std::size_t rule_file = 64U << 10U;      ///< bytes of a rule that is added
inline constexpr std::size_t roster_pattern = 1U << 20U;  ///< bytes of a repeating roster
inline constexpr std::int64_t roster_days = 366;          ///< days that it is laid over at once
inline constexpr std::size_t attachment = 10U << 20U;     ///< bytes of a file that is attached
inline constexpr std::size_t key_file = 4U << 10U;        ///< bytes of a key for seals
inline constexpr std::size_t anchor = 1U << 20U;  ///< bytes of a seal or report to verify against
inline constexpr std::size_t proof = 64U << 20U;  ///< bytes of a file of proofs

inline constexpr std::int64_t blank_form = 1'000;  ///< sheets of an empty form, or its lines

}  // namespace huiyin::base::limits
