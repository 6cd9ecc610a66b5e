#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huiyin/cli/command.hpp"

namespace huiyin::cli {

/// Something that may stand where a value is typed, and what it is.
struct Candidate {
    std::string value;
    std::string about = {};
};

/// The place of a value: an option or an operand of a command.
struct Place {
    const Verb& verb;
    std::string_view name;
    Takes takes;
    std::string_view form;         ///< the placeholder, which says what it is: `TS`, `AREA`, `a|b`
    std::string_view before = {};  ///< of an operand: the one typed before it

    static Place of(const Verb& verb, const Option& option);
    static Place of(const Verb& verb, const Operand& operand, std::string_view before = {});
};

/// What may stand there, as far as the table and an open store know; `begun` is what was typed of
/// it. Nothing where anything may.
std::vector<Candidate> candidates(const Place& place, std::string_view begun,
                                  gate::Reading* reading, base::Language language);

}  // namespace huiyin::cli
