#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Chinese numerals in homes. Private to this directory.
namespace huiyin::base {

/// A Chinese numeral's value: 0 to 10, 100; nothing for any other letter.
std::optional<int> home_numeral(std::string_view letter);

/// Folded, with Chinese numerals as digits. Where both kinds meet a blank keeps them apart.
std::string home_with_digits(std::string_view typed);

}  // namespace huiyin::base
