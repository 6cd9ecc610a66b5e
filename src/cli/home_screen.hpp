#pragma once

#include <string>

#include "huiyin/base/language.hpp"
#include "huiyin/gate/gate.hpp"

namespace huiyin::cli {

/// What `huiyin` alone says to somebody on the staff: who they are here, what is due now, the
/// commands they use most, and where there is more. About ten lines.
std::string home_screen(gate::Reading& reading, base::Language language, int width);

}  // namespace huiyin::cli
