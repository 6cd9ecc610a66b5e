#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "huiyin/base/time.hpp"
#include "huiyin/store/connection.hpp"

/// What can be seen of a matter at a glance, by which rules say when they have nothing to say.
namespace huiyin::rulebook {

using Signs = std::set<std::string, std::less<>>;

/// What a rule file may write behind `when:` beside kinds of matter and kinds of step.
struct Sign {
    std::string_view word;
    std::string_view meaning;
};
std::span<const Sign> signs();

/// Adds those of one matter by `now`: its kind, the kinds of its steps, and what else is so of it.
void add_signs_of(store::Connection& connection, std::int64_t matter, base::Instant now,
                  Signs& signs);

}  // namespace huiyin::rulebook
