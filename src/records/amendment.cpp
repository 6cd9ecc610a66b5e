#include "amendment.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/policy.hpp"

namespace huiyin::records {

StepId add_amendment(const Writing& writing, MatterId id, std::string_view field,
                     const std::string& value, const std::string& reason,
                     std::optional<StepId> target) {
    const auto step =
        add_step(writing, id,
                 {.what = "amend", .field = std::string(field), .text = value, .reason = reason});
    if (target)
        store::run(writing.connection(), "INSERT INTO correction (step, target) VALUES (?, ?)",
                   step, *target);
    return step;
}

void keep_old_words(const Writing& writing, StepId amendment, const Column& column) {
    store::run(
        writing.connection(),
        base::format("INSERT INTO amended (step, old_said) SELECT ?, {} FROM {} WHERE {} = ?",
                     column.name, column.table, column.key),
        amendment, column.row);
}

void keep_old_value(const Writing& writing, StepId amendment, const Column& column) {
    store::run(
        writing.connection(),
        base::format("INSERT INTO amended (step, old_value) SELECT ?, CAST({} AS TEXT) FROM {}"
                     " WHERE {} = ?",
                     column.name, column.table, column.key),
        amendment, column.row);
}

void change_words(const Writing& writing, StepId amendment, const Column& column,
                  const std::string& value) {
    keep_old_words(writing, amendment, column);
    const auto place = base::format("{}.{}", column.table, column.name);
    store::run(
        writing.connection(),
        base::format("UPDATE {} SET {} = ? WHERE {} = ?", column.table, column.name, column.key),
        writing.keep(place, column.row, std::string_view(value)), column.row);
}

StepId reception_of(store::Connection& connection, MatterId id) {
    return store::find_integer(connection, "SELECT id FROM step WHERE matter = ? AND seq = 1", id)
        .value_or(0);
}

void say_why_late(const Writing& writing, StepId step, base::Instant at,
                  const std::string& reason) {
    auto& connection = writing.connection();
    const auto limit = Policies::load(connection).number("record.late_after", at);
    const bool unsaid =
        store::find_integer(connection,
                            "SELECT 1 FROM step WHERE id = ? AND late_reason IS NULL"
                            " AND recorded_at - ? > ?",
                            step, at, limit)
            .has_value();
    if (!unsaid) return;
    store::run(connection, "UPDATE step SET late_reason = ? WHERE id = ?",
               writing.keep("step.late_reason", step, std::string_view(reason)), step);
}

}  // namespace huiyin::records
