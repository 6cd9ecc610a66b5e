#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foreign_table.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/cli/command.hpp"

namespace huiyin::cli {

/// One column of a table: what people wrote over it, and which operand or option that is.
struct Column {
    std::string heading;
    std::string slot;         ///< empty: left out
    std::string ticked = {};  ///< what a tick in its cells says
    std::string home = {};    ///< the slot of a home that stands in a cell beside the name
};

/// What becomes of a heading that the command has nothing for: an error, with the nearest option;
/// or, of a list that offices keep for other ends too, nothing.
enum class UnknownHeadings { are_wrong, are_left_out };

/// `role: …` as it stands in the table, `角色: …`: what is wrong with a cell is told by the heading
/// over it.
void name_by_heading(base::Text& what, const std::vector<Column>& columns);

/// Whether anything of this name can be told to the command.
bool is_heading(const Verb& verb, std::string_view heading);

/// The option or operand that a word over a column, or said of one, means; nothing where it is
/// none.
std::optional<std::string> slot_of_heading(const Verb& verb, std::string_view heading);

/// What each column means: what `said` says of it, else an option or operand in either case, with
/// dashes or underscores, or in Chinese; a heading of our own exports and lists, in either
/// language; one of the paper forms (records::paper_headings). Headings of what the records tell,
/// or what the forms say later, are left out, and `remarks` gets one line that names them. With
/// `once` no two columns may mean the same. Where `said` says anything, what means nothing is left
/// out, too. Throws Failure{usage} naming every wrong one by its place.
std::vector<Column> read_headings(const Verb& verb, const std::vector<std::string>& headings,
                                  bool once, UnknownHeadings unknown,
                                  std::vector<base::Text>& remarks, const SaidColumns& said = {});

}  // namespace huiyin::cli
