#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/language.hpp"
#include "huiyin/gate/gate.hpp"

/// The table of commands: help, parsing, prompts, completion, the manual, batch and CSV import all
/// read it. The tables are there when the program starts; reading them throws nothing.
///
/// What a handler throws ends its command. A Failure is reported with its exit code; the gate turns
/// SQLite's errors into Failures. Before a handler runs, arguments were checked for form, and all
/// errors in them reported.
namespace huiyin::cli {

using base::Label;

class Arguments;
class Output;

/// What an option or operand takes, and so how it is checked before anything is opened.
enum class Takes {
    nothing,  ///< a flag
    words,   ///< free text; masked in the journal; `-` reads standard input. Of the form NAME it is
             ///< somebody's name: masked; an answer meaning "none" (无, -) is dropped
    phone,   ///< of a resident; masked; an answer meaning "none" (无, -) is dropped
    home,    ///< of a resident; not masked; an answer meaning "none" is dropped
    word,    ///< a short label that is no secret: a category, a unit, a policy's value
    login,   ///< of a member of staff, or a name that only one has
    logins,  ///< a comma-separated list of them
    time,    ///< when something happened, in the office's zone unless it says its own
    later,   ///< a time that may lie ahead: an appointment, a roster's
    whole,   ///< a whole number from 1
    count,   ///< a whole number from 0
    money,   ///< yuan, to the fen
    choice,  ///< one of the words that `value` lists, divided by `|`
    choices,  ///< a comma-separated list of them
    number,   ///< a record's number: TS-2026-0001, ts-1
    numbers,
    day,
    week,
    month,
    year,
    bound,  ///< where a stretch of time begins or ends: a time, or a whole day
    file,
};

/// What the value of such an option looks like in help, where its row says nothing else.
constexpr std::string_view usual_form(Takes takes) {
    switch (takes) {
        case Takes::nothing:
            return "";
        case Takes::login:
            return "LOGIN";
        case Takes::logins:
            return "LOGIN,…";
        case Takes::time:
        case Takes::later:
            return "TIME";
        case Takes::phone:
            return "NUMBER";
        case Takes::home:
            return "UNIT";
        case Takes::whole:
        case Takes::count:
            return "N";
        case Takes::money:
            return "YUAN";
        case Takes::number:
            return "NUMBER";
        case Takes::numbers:
            return "NUMBER,…";
        case Takes::day:
            return "2026-11-23";
        case Takes::week:
            return "2026-W47";
        case Takes::month:
            return "2026-11";
        case Takes::year:
            return "2026";
        case Takes::bound:
            return "TIME|DAY|WEEK";
        case Takes::file:
            return "FILE";
        case Takes::words:
        case Takes::word:
        case Takes::choice:
        case Takes::choices:
            break;
    }
    return "TEXT";
}

/// When a rule would refuse the command for lack of this optional option: always, or only if
/// `option` has one of `values` (divided by `|`); never if `unless` is given. The prompt then asks
/// for it.
struct Wanted {
    std::string_view option = {};
    std::string_view values = {};
    std::string_view unless = {};
};

/// An option, which may stand anywhere in a line and at most once.
struct Option {
    std::string_view name;  ///< without its dashes
    Takes takes;
    std::string_view value;  ///< the placeholder in help; the choices of a choice
    Label help;
    bool required = false;
    std::optional<gate::Right> right = {};  ///< asked for beside the command's own
    std::optional<Wanted> wanted = {};
};

/// What stands in a line without a name of its own, in its place.
struct Operand {
    std::string_view name;  ///< in capitals, as help has it
    Takes takes;
    Label help;
    bool required = true;
};

/// What a reading command works with.
struct ReadContext {
    gate::Reading& reading;
    Output& output;
};

/// Records something; the gate runs it, and takes back what it wrote when it throws or a rule
/// refuses. It may be run twice for one command, from the same state: it may have no effect but on
/// the store.
using Record = records::WriteResult (*)(const records::Writing&, const Arguments&);
/// Shows something by writing it to the output; its value is the exit code. It is run again where
/// somebody committed meanwhile, and what it had written is dropped.
using Show = base::Exit (*)(ReadContext, const Arguments&);
/// Runs without a store, or opens one in a way of its own; its value is the exit code.
using Run = base::Exit (*)(const gate::Session&, const Arguments&, Output&);

/// Shows more about what was just recorded, beside its number; it is on record by then, whatever
/// this throws.
using Afterwards = void (*)(ReadContext, const gate::Outcome&);

/// A command: a row of the table.
struct Verb {
    std::string_view noun;
    std::string_view verb;  ///< empty where the noun alone is the command
    Label help;
    std::string_view clause;  ///< the clauses it serves, one by one: `2.2.2, 5.2`
    gate::Right right;
    std::variant<Record, Show, Run> action = {};
    std::span<const Operand> operands = {};
    std::span<const Option> options = {};
    /// What is wrong with the options together, each being right by itself.
    std::vector<base::Problem> (*contradictions)(const Arguments&) = nullptr;
    Afterwards afterwards = nullptr;
    bool decision = false;   ///< made by whoever types it: takes no --by
    bool binds_now = false;  ///< takes no moment before it is made: no --at
    bool audits = false;     ///< audits all records before it writes (`gate::Command`)
    bool clears = false;     ///< 无 for a home, phone or name removes what is on record
    bool erases = false;     ///< takes words out of the file for good
    /// It shows something in full without being asked to by --reveal: answers with the number of
    /// the record, which is first put on file as revealed. Throws Failure{not_found} where there is
    /// none.
    std::string (*reveals)(const records::Writing&, const Arguments&) = nullptr;
    std::string_view example = {};  ///< a whole line, as it can be typed
    /// The operand or option that names a file with a table, which is read before the store is
    /// locked; empty where there is none.
    std::string_view table = {};
};

/// Every command, noun by noun.
std::span<const std::span<const Verb>> command_table();

/// Options that every command understands.
std::span<const Option> common_options();
/// Options of every recording command: when, by whom, and what had to be said about it.
std::span<const Option> provenance_options();

}  // namespace huiyin::cli
