#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/step.hpp"

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
    base::Instant at;
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
/// Gives a matter its number, its row and its first step.
Opened open_matter(const Writing& writing, const NewMatter& matter,
                   const NewStep& reception = {.what = "add"});

/// Finds by any spelling of the number. Throws Failure{not_found}, saying the last one there is;
/// with a kind given, Failure{usage} for a number of another kind.
Matter require_matter(store::Connection& connection, std::string_view number, int this_year,
                      std::optional<MatterKind> kind = {});
/// The same by its full number, or nothing: subjects of findings are weeks and people too.
std::optional<Matter> find_matter(store::Connection& connection, std::string_view no);
/// The full number of a matter on record.
std::string number_of(store::Connection& connection, MatterId matter);
Matter load_matter(store::Connection& connection, MatterId id);

/// Whoever it was last assigned to, else who was last dispatched, or told of it first; of a call
/// for help, who is on duty; or nobody. As of now, unless said.
std::optional<StaffId> holder_of(store::Connection& connection, MatterId id,
                                 std::optional<base::Instant> as_of = {});

void close_matter(const Writing& writing, MatterId id, const std::optional<std::string>& outcome,
                  const std::optional<std::string>& ended,
                  const std::optional<std::string>& reason);
/// Takes a matter out of the figures; its number and record stay.
void void_matter(const Writing& writing, MatterId id, const std::string& reason,
                 const std::optional<std::string>& duplicate_of);
void add_note(const Writing& writing, MatterId id, const std::string& text);

/// Corrects one field of a matter and says so in a step; the old value stays in the journal.
/// `field` is one of via, category, unit, from, phone, text.
void amend_matter(const Writing& writing, MatterId id, std::string_view field,
                  const std::string& value, const std::string& reason);

}  // namespace huiyin::records
