#pragma once

#include "huiyin/base/language.hpp"

namespace huiyin::base {

/// A sentence with what the system says of an `errno` behind it: in Chinese for the causes that
/// people meet (no such file, no permission, disk full …), else in the system's own English.
/// Throws nothing of its own.
Text with_system_error(Text sentence, int error);

}  // namespace huiyin::base
