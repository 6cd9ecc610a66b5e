#pragma once

#include "huiyin/records/erasure.hpp"
#include "huiyin/rulebook/taboo.hpp"

namespace huiyin::rulebook {

/// The taboo phrases of a text as findings quote them (clause 2.2.1), each with the character at
/// which it begins; phone numbers in them are masked. Throws nothing.
std::string quoted(const std::vector<TabooHit>& hits);

/// What the rule on taboo phrases finds, for whoever takes words out of the record; by the phrases
/// in force at the time that is asked for. Throws Failure{integrity} for a policy that no command
/// wrote; the function it gives throws nothing.
records::SpeechFound speech_found(store::Connection& connection);

}  // namespace huiyin::rulebook
