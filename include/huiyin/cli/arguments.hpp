#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huiyin/cli/command.hpp"

namespace huiyin::cli {

struct TableInput;

/// The options and operands of one command as typed, already checked for their form. Handlers read
/// them as the members of their verb's struct (options.hpp); here they are words by name, for what
/// treats all commands alike.
class Arguments {
  public:
    explicit Arguments(const Verb& verb) : verb_(&verb) {}

    const Verb& verb() const { return *verb_; }
    void set(std::string_view name, std::string value);
    void drop(std::string_view name);
    /// Given, but to say that there is none: not kept, and remarked upon.
    void leave_out(std::string_view name, std::string typed);

    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// Null where it was not given.
    const std::string* find(std::string_view name) const;
    /// What was left out, with what was typed there.
    const std::map<std::string, std::string, std::less<>>& left_out() const { return left_out_; }

    /// The table that `Verb::table` names. Reading it throws Failure for a file that cannot be
    /// read.
    void attach(std::shared_ptr<const TableInput> table) { table_ = std::move(table); }
    /// Null where none was read.
    const TableInput* table() const { return table_.get(); }

  private:
    /// The word typed for an option or operand, behind its name.
    using Value = std::pair<std::string, std::string>;

    const Verb* verb_;
    /// A handful: looking through them all is the quickest.
    std::vector<Value> values_;
    std::map<std::string, std::string, std::less<>> left_out_;
    std::shared_ptr<const TableInput> table_;
};

/// A command, and how many of the words typed name it.
struct Named {
    const Verb* verb;
    std::size_t words;
};
/// Finds the command that the first words name. Throws Failure{usage}, suggesting the nearest.
Named find_command(const std::vector<std::string>& words);

/// Reads what was typed after the program's name. `stdin_allowed`: whether `-` stands for standard
/// input. Throws Failure{usage} with everything that is wrong.
Arguments parse(const std::vector<std::string>& typed, bool stdin_allowed);

/// The same from names and values, as a row of a CSV file has them; values are literal: `-` is no
/// standard input.
Arguments from_cells(const Verb& verb,
                     const std::vector<std::pair<std::string, std::string>>& cells);

/// The command line as the journal keeps it: what people said, phones and names of files are
/// masked. None of these throws.
std::string masked_line(const Arguments& arguments);
/// The command line as it can be typed again, personal values included; in Chinese with its Chinese
/// words.
std::string typed_line(const Arguments& arguments, base::Language language);
/// The command line that an idempotency key stands for: noun, verb, operands, options as typed.
std::string keyed_line(const Arguments& arguments);

/// The gate's command for a recording verb; times are not yet tied to a clock. Throws nothing of
/// its own: the arguments were checked.
gate::Command recording(const Arguments& arguments);
/// The same of a line of a batch, which has no entry of its own.
gate::Command recording_in_a_batch(const Arguments& arguments);

}  // namespace huiyin::cli
