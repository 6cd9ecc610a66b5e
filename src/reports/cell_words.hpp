#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What the cells of a column say about how narrow it may become, and their lines in it. Private to
/// this directory.
namespace huiyin::reports {

/// Prose and identifiers are told apart by whether there is a place to break: at a blank, or
/// between characters that are not ASCII. `FK-2026-0113` is worth nothing in two halves.
bool is_prose(std::string_view text);
bool has_digit(std::string_view text);

/// The longest piece that may not be broken: a command that is copied, a rule's name, a number.
int longest_word(std::string_view text);

/// The longest number of a record, `TS-2026-0001`, in a text; 0 where there is none.
int longest_record_number(std::string_view text);

/// What stands in a cell, ready to show, and its columns on a terminal.
struct Shown {
    explicit Shown(std::string words);

    std::string text;
    int width;
};

/// The lines of a cell in a column so wide; of a brief list words are cut and prose after a few.
std::vector<Shown> cell_lines(const Shown& cell, int width, bool brief);

}  // namespace huiyin::reports
