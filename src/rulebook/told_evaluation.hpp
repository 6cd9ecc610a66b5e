#pragma once

#include <string>
#include <string_view>

#include "judgement.hpp"

namespace huiyin::rulebook {

/// What one process tells another of what it judged, as bytes.
std::string packed(const Evaluation& part);
/// The same again; `maker` keeps the columns of what was found. Throws Failure{not_found} for a
/// rule that is none of the regulation's.
Evaluation unpacked(std::string_view bytes, FindingMaker& maker);

}  // namespace huiyin::rulebook
