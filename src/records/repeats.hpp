#pragma once

#include "huiyin/records/matter.hpp"

/// Which complaint another one repeats (clause 3.3.5), as what is on file now says.
namespace huiyin::records {

/// Brings the links up to date that hang on this complaint: its own, those to it, and those of
/// later complaints that it may precede. A link made here counts from now; one that a complaint is
/// registered with (`born`) from the complaint's own time.
void follow_repeats(const Writing& writing, MatterId complaint, bool born = false);

/// Links by hand, which goes before what home and category say.
void link_by_hand(const Writing& writing, MatterId complaint, MatterId earlier, bool born = false);

}  // namespace huiyin::records
