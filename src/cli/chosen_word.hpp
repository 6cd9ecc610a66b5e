#pragma once

#include <string>
#include <vector>

#include "candidates.hpp"

/// Choosing from what is offered. Throws nothing.
namespace huiyin::cli {

/// Whether what may stand there is chosen from a list, so by its number too. A bare number of a
/// record is a record's.
bool is_choice(const Place& place);

/// How a list shows what it offers: in Chinese a listed word goes by its name, which is taken for
/// it.
std::string word_shown(const Place& place, const Candidate& one, base::Language language);

/// What was meant by an answer: a choice by its place in the list, by what it means, or by how its
/// word begins; anything else as typed.
std::string word_meant(const Place& place, const std::vector<Candidate>& offered,
                       const std::string& typed);

}  // namespace huiyin::cli
