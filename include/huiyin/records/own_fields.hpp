#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "huiyin/records/matter.hpp"
#include "huiyin/records/value.hpp"

/// Reading, writing and correcting the row that a kind of matter has beside `matter`, as the rows
/// of the catalogue say what its columns hold. A login in a value throws as `require_staff` does, a
/// number as `require_matter`.
namespace huiyin::records {

/// Reads what people typed into a field, already checked for its form: a number or amount that is
/// none is nothing. Throws Failure{usage} for a time that cannot be read or resolved.
Value value_of(const Writing& writing, const Field& field, const std::string& typed);

/// With nothing said where the kind has no such row, or the matter none.
FieldValues load_own_fields(store::Connection& connection, std::string_view kind, MatterId id);

/// Columns that are no field by themselves, with what goes into them.
using Beside = std::vector<std::pair<std::string_view, std::optional<std::int64_t>>>;
/// Puts the row on file.
void insert_own_fields(const Writing& writing, MatterId id, const FieldValues& values,
                       const Beside& beside = {});

/// What a field of a record gets in its column: a word stands apart, a login is an id.
struct Stored {
    std::optional<std::int64_t> number = {};
    std::optional<std::string> word = {};
};
Stored stored(const Writing& writing, const Field& field, MatterId id, const Value& value);

/// Puts what was typed in place of a value; the old one is kept with the correction that says so.
/// `row`: the id of whatever the field is of.
Stored replace_value(const Writing& writing, StepId amendment, const Field& field, std::int64_t row,
                     const std::string& typed);

/// Corrects a field of a matter as it was typed, as a step of it. Answers with the step and what
/// the column holds now.
std::pair<StepId, Stored> amend_own_field(const Writing& writing, const Field& field, MatterId id,
                                          const std::string& value, const std::string& reason);

}  // namespace huiyin::records
