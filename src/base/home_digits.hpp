#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Chinese numerals in homes, and words beside them. Private to this directory.
namespace huiyin::base {

/// A Chinese numeral's value: 0 to 10, 100; nothing for any other letter.
std::optional<int> home_numeral(std::string_view letter);

/// Folded, with Chinese numerals as digits. Where both kinds meet a blank keeps them apart.
std::string home_with_digits(std::string_view typed);

/// A folded home without what is said at its end of who lives there: 3-502(租户), 3-502 业主,
/// 3-502(王先生). A name outside brackets, and 甲, may be part of it and stay.
std::string_view without_occupant(std::string_view home);

}  // namespace huiyin::base
