#pragma once

#include <string_view>

/// What the cells of a column say about how narrow it may become. Private to this directory.
namespace huiyin::reports {

/// Prose and identifiers are told apart by whether there is a place to break: at a blank, or
/// between characters that are not ASCII. `FK-2026-0113` is worth nothing in two halves.
bool is_prose(std::string_view text);
bool has_digit(std::string_view text);

/// The longest piece that may not be broken: a command that is copied, a rule's name, a number.
int longest_word(std::string_view text);

/// The longest number of a record, `TS-2026-0001`, in a text; 0 where there is none.
int longest_record_number(std::string_view text);

}  // namespace huiyin::reports
