#pragma once

#include <string>
#include <string_view>

#include "huiyin/records/step.hpp"

namespace huiyin::records {

/// Puts a correction on file as a step. `target` is the step that is judged anew by what it is
/// corrected to. What stood broken until then the gate keeps.
StepId add_amendment(const Writing& writing, MatterId id, std::string_view field,
                     const std::string& value, const std::string& reason,
                     std::optional<StepId> target = {});

/// A column that a correction changes.
struct Column {
    std::string_view table;
    std::string_view name;
    std::int64_t row;
    std::string_view key = "id";
};

/// Keeps what the column has with the correction, words by the id of what was said.
void keep_old_words(const Writing& writing, StepId amendment, const Column& column);
void keep_old_value(const Writing& writing, StepId amendment, const Column& column);

/// The first of a matter's steps: its reception.
StepId reception_of(store::Connection& connection, MatterId id);

/// A step that was recorded late by its corrected time has the correction's reason for saying why
/// (1.6).
void say_why_late(const Writing& writing, StepId step, base::Instant at, const std::string& reason);

/// Changes words, keeping the old ones.
void change_words(const Writing& writing, StepId amendment, const Column& column,
                  const std::string& value);

/// Changes anything else, keeping what it was.
template <typename Value>
void change_value(const Writing& writing, StepId amendment, const Column& column,
                  const Value& value) {
    keep_old_value(writing, amendment, column);
    store::run(writing.connection(),
               "UPDATE " + std::string(column.table) + " SET " + std::string(column.name) +
                   " = ? WHERE " + std::string(column.key) + " = ?",
               value, column.row);
}

}  // namespace huiyin::records
