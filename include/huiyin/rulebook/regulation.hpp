#pragma once

#include <optional>
#include <string_view>

#include "huiyin/base/language.hpp"

/// The regulation's own words: docs/regulation.md, carried inside the program. Throws nothing.
namespace huiyin::rulebook {

/// One clause of the regulation. Its wording is Chinese and is the authority.
struct Provision {
    std::string_view clause;   ///< `3.3.2`
    std::string_view wording;  ///< as the regulation has it
    base::Text reading;        ///< how it is applied, in both languages
};

/// Nothing for what is no clause.
std::optional<Provision> provision(std::string_view clause);

}  // namespace huiyin::rulebook
