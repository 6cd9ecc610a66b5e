#pragma once

#include "huiyin/records/erasure.hpp"
#include "huiyin/rulebook/taboo.hpp"

namespace huiyin::rulebook {

/// The taboo phrases of a text as findings quote them; numbers in them are masked.
std::string quoted(const std::vector<TabooHit>& hits);

/// What the rule on taboo phrases finds, for whoever takes words out of the record.
records::SpeechFound speech_found(store::Connection& connection);

}  // namespace huiyin::rulebook
