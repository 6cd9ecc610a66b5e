#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "few.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/connection.hpp"

/// What can be seen of a matter at a glance, by which rules say when they have nothing to say.
namespace huiyin::rulebook {

using Signs = FewWords;

/// What a rule file may write behind `when:` beside kinds of matter and kinds of step.
struct Sign {
    std::string_view word;
    std::string_view meaning;
};
std::span<const Sign> signs();

/// One matter as it stands: what a gate form (docs/rule-format.md) may ask for by name.
struct Facts {
    std::int64_t id = 0;
    std::string kind;
    bool stands = false;  ///< it has happened and is not void
    bool whole = true;    ///< the row of its kind is there
    /// By their names; what is not there is NULL. Times are UTC seconds.
    FewValues<store::Value> values = {};
};
/// Whether there is a fact of that name.
bool is_fact(std::string_view name);

/// The facts of one matter by `now`. Adds its signs: its kind, the kinds of its steps, and what
/// else is so of it. SQL's taboo() has to be defined.
Facts facts_of(store::Connection& connection, std::int64_t matter, base::Instant now, Signs& signs);

}  // namespace huiyin::rulebook
