#pragma once

#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/gate/gate.hpp"
#include "table_headings.hpp"
#include "table_input.hpp"

namespace huiyin::cli {

/// The lines of a batch, one after another, so that a long file is never a long list of commands.
class BatchLines {
  public:
    virtual ~BatchLines() = default;

    /// Goes on to the next line that says something. False behind the last.
    virtual bool advance() = 0;
    /// The place of this line in its file; the header of a table is 1.
    virtual std::size_t number() const = 0;
    /// The command that it is. Throws Failure{usage} with everything that is wrong with it.
    virtual gate::Command command() const = 0;
    /// How many lines the file has, empty ones included.
    virtual std::size_t count() const = 0;
    /// Why this line failed, told by where in it that stands.
    virtual std::exception_ptr placed(const std::exception_ptr& failure) const { return failure; }
    /// Whose options what is told of this line names, once its `command` was asked; null: not
    /// known.
    virtual const Verb* verb() const { return nullptr; }
    /// Whether this line was typed in Chinese words: it is answered in them.
    virtual bool in_chinese() const { return false; }
    /// Of a table: what is typed behind --csv, so that an option of every row can be added to it.
    virtual std::string table_of() const { return {}; }
    /// What of the file is no line to record, to be told beforehand.
    virtual std::vector<base::Text> remarks() const { return {}; }
};

/// The command of one line. Throws Failure{usage} for what would say something else of this line
/// than of the rest, and can't be heard for one line.
gate::Command recording_of_a_line(const Arguments& arguments);

/// One recording command a line, as typed after `huiyin`, with the quoting of a shell; empty lines
/// and comments say nothing. Of JSON lines each is an array of the words.
std::unique_ptr<BatchLines> typed_lines(TableInput input);

/// What an export wrote: each line a command with the time it was recorded, which is its now. The
/// first founds the office, so that nothing is recorded into a store that has matters already.
std::unique_ptr<BatchLines> replayed_lines(TableInput input);

/// How a table is read that was made for something else.
struct TableReading {
    UnknownHeadings unknown = UnknownHeadings::are_wrong;
    std::string columns = {};  ///< as `SaidColumns` reads it
    std::string dates = {};  ///< the order of their parts: mdy, dmy, ymd; empty: as times are read
    std::string late_reason = {};  ///< of every row that says none of its own
};

/// A table of one command: each column an operand or option, each row one run. Options that stand
/// in `typed_command` are those of every row that says nothing of its own there. Throws
/// Failure{usage} for columns the command does not have, or a file that cannot be read as a table.
std::unique_ptr<BatchLines> table_lines(const std::string& typed_command, const TableInput& input,
                                        const TableReading& reading = {});

}  // namespace huiyin::cli
