#pragma once

#include <string_view>

#include "huiyin/base/failure.hpp"

namespace huiyin::store {

/// Failure{integrity} for a value in the store that no command wrote, such as the word of no role.
/// `what` names what it should have been.
base::Failure foreign_value(const base::Label& what, std::string_view value);

}  // namespace huiyin::store
