#pragma once

#include "huiyin/base/language.hpp"

namespace huiyin::base {

/// What the system says of an `errno`: in Chinese for the causes that people meet (no such file, no
/// permission, disk full …), else in the system's own English. Throws nothing of its own.
Text system_error(int error);

}  // namespace huiyin::base
