#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Text as people and spreadsheets are shown it. Takes any bytes and throws nothing: a byte that is
/// no UTF-8 counts as a character.
namespace huiyin::base {

/// Columns a terminal gives this text: 2 for a Chinese character, 0 for combining marks, 2 for a
/// cluster with variation selector 16. Needs no locale.
int display_width(std::string_view text);

/// Fills up with spaces to `width` columns; longer text is returned as it is.
std::string pad_right(std::string_view text, int width);

/// Cuts at a grapheme cluster so that the result, with its `…`, takes at most `width` columns.
std::string shorten(std::string_view text, int width);

/// Breaks into lines of at most `width` columns: at spaces for words, anywhere between Chinese
/// characters, never before a closing punctuation mark such as ，。」. Keeps existing newlines.
std::vector<std::string> wrap(std::string_view text, int width);

/// Makes stored text safe to show: C0, DEL, C1, bidi, zero-width characters, invalid bytes become
/// visible (`\x1b`), joined emoji stand side by side; newline and tab stay when `keep_lines`.
std::string escape_terminal(std::string_view text, bool keep_lines = true);

/// The same for JSON, where what would be hidden becomes `\u009b`: it means the same to programs.
std::string escape_json(std::string_view json);

/// One CSV cell: quoted where needed, and led by `'` when a spreadsheet would take it for a formula
/// (`= + - @`, tab, CR and their full-width forms).
std::string csv_cell(std::string_view text);

/// One cell of a Markdown table.
std::string markdown_cell(std::string_view text);

/// `138****8000`; any other number keeps its last four digits; one of four or fewer is all stars.
std::string mask_phone(std::string_view phone);
/// A free text with its phone numbers (`find_phones`) masked. Dates, form numbers, meters stay.
std::string mask_phones_in(std::string_view text);
/// `张**`: the first character and two stars.
std::string mask_name(std::string_view name);

}  // namespace huiyin::base
