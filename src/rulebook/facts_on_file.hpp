#pragma once

#include <functional>

#include "signs.hpp"

namespace huiyin::rulebook {

/// The facts of each matter in temp.touched_matter, as `facts_of` gives them, by two queries for
/// all of them. Which would cost a look elsewhere, of those signs all are taken to be seen.
void for_each_facts(store::Connection& connection, base::Instant now,
                    const std::function<void(Facts&& facts, const Signs& signs)>& take);

}  // namespace huiyin::rulebook
