#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/step.hpp"

/// Whatever has a number and steps, and what every one of them can do. Nothing here judges: rules
/// do, at the gate.
namespace huiyin::records {

/// What has a number and steps: the matters of the regulation, and the office's own letters,
/// surveys, conduct cases, shifts and roster entries, each kind with its number's prefix.
enum class MatterKind {
    complaint,
    suggestion,
    assist,
    repair,
    event,
    letter,
    survey,
    conduct,
    shift,
    roster
};

struct MatterKindName {
    MatterKind kind;
    std::string_view word;    ///< as stored and in JSON
    std::string_view prefix;  ///< of its numbers
    base::Label title;
    std::string_view opening;  ///< the command that opens one
};
/// All of them.
std::span<const MatterKindName> matter_kinds();
const MatterKindName& name_of(MatterKind kind);
/// By the letters its numbers begin with; nothing where there is none of those.
std::optional<MatterKind> kind_of_prefix(std::string_view prefix);

/// What every matter has.
struct Matter {
    MatterId id = 0;
    std::string no;
    MatterKind kind = MatterKind::complaint;
    base::Instant at;  ///< when it came, not when it was recorded
    base::Instant recorded_at;
    StaffId opened_by = 0;
    std::string channel;
    std::optional<std::string> via;
    std::optional<std::string> category;
    std::optional<std::string> unit;
    std::optional<std::string> person;
    std::optional<std::string> phone;
    std::string text;
    std::optional<base::Instant> closed_at;
    std::optional<std::string> outcome;
    std::optional<base::Instant> voided_at;
    std::optional<std::string> duplicate_of;
    std::optional<StaffId> holder;
    bool reachable = false;  ///< clause 3.3.6: a phone or a unit
};

struct NewMatter {
    MatterKind kind = MatterKind::complaint;
    std::string channel;
    std::optional<std::string> via;
    std::optional<std::string> category;
    std::optional<std::string> unit;
    std::optional<std::string> person;
    std::optional<std::string> phone;
    std::string text;
};

/// A matter that was just opened.
struct Opened {
    MatterId id;
    std::string no;
    StepId step;  ///< the first
};
/// Gives a matter its number, its row and its first step. Throws Failure{usage} for a phone of
/// fewer digits than can be dialled, unless policy `contact.internal_digits` has that length
/// (3.3.6).
Opened open_matter(const Writing& writing, const NewMatter& matter,
                   const NewStep& reception = {.what = "add"});

/// Finds by any spelling of the number; one without a year is this year's. Throws
/// Failure{not_found} where there is none, saying the last one there is, or the matter that an
/// order or a callback belongs to; Failure{usage} for what is no number, for digits alone where no
/// kind is given, and for a number of another kind than the one given.
Matter require_matter(store::Connection& connection, std::string_view number, int this_year,
                      std::optional<MatterKind> kind = {});
/// The same by its full number, or nothing: subjects of findings are weeks and people too.
std::optional<Matter> find_matter(store::Connection& connection, std::string_view no);
/// Of many numbers at once those that are on file.
std::map<std::string, Matter> matters_by_number(store::Connection& connection,
                                                const std::vector<std::string>& numbers);
/// The full number of a matter on record; empty for another id.
std::string number_of(store::Connection& connection, MatterId matter);
/// Throws Failure{integrity} for an id that is not on file: nobody types one.
Matter load_matter(store::Connection& connection, MatterId id);

/// Whoever it was last assigned to, else who was last dispatched, or told of it first; of a call
/// for help, who is on duty; or nobody. By all steps on file, unless a time is given.
std::optional<StaffId> holder_of(store::Connection& connection, MatterId id,
                                 std::optional<base::Instant> as_of = {});

/// Ends a matter at the command's time (3.3.1, 5.4). One that was closed keeps its first closing
/// and outcome; a rule then refuses this one.
void close_matter(const Writing& writing, MatterId id, const std::optional<std::string>& outcome,
                  const std::optional<std::string>& ended,
                  const std::optional<std::string>& reason);
/// Takes a matter out of the figures; its number and record stay, and its unfinished orders are
/// cancelled. Throws Failure{usage} for a duplicate of itself, and as `require_matter` for the
/// other.
void void_matter(const Writing& writing, MatterId id, const std::string& reason,
                 const std::optional<std::string>& duplicate_of);
/// Adds words and nothing else; a closed or void matter takes them, too.
void add_note(const Writing& writing, MatterId id, const std::string& text);

/// Corrects one field of a matter and says so in a step, with which the old value is kept. `field`
/// is one of via, category, unit, from, phone, text; the caller has seen to it. Throws
/// Failure{usage} for a phone, as `open_matter` does.
void amend_matter(const Writing& writing, MatterId id, std::string_view field,
                  const std::string& value, const std::string& reason);

}  // namespace huiyin::records
