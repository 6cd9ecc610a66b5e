#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>

#include "signs.hpp"

namespace huiyin::rulebook {

/// What is taken of a matter: its facts and signs as `facts_of` gives them, and whether a refusal
/// about it may stand on file (`Disorder`). Signs that take a look elsewhere than at its own rows
/// are taken to be seen; but who has left is looked up once for all.
using TakeFacts = std::function<void(Facts&& facts, const Signs& signs, bool is_disordered)>;

/// Of each matter in a table of ids after the first of two up to the second, in this order, by two
/// queries for all of them.
void for_each_facts(store::Connection& connection, std::string_view table,
                    std::pair<std::int64_t, std::int64_t> ids, base::Instant now,
                    const TakeFacts& take);

}  // namespace huiyin::rulebook
