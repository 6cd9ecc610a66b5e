#include "huiyin/records/event.hpp"

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/matter_sql.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/plain_step.hpp"
#include "huiyin/records/policy.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// Whether it is urgent as it stands (clause 7.3): figures that were told are not unsaid by newer
/// ones, a category is what it was corrected to.
bool is_urgent(store::Connection& connection, const Matter& matter) {
    static const auto sql = with_matter_sql(
        "SELECT @urgent_category(m.category) OR @urgent_event(?2) OR EXISTS"
        " (SELECT 1 FROM step s JOIN event_message v ON v.step = s.id"
        "  WHERE s.matter = m.id AND @urgent_message(?2))"
        " FROM matter m JOIN event e ON e.id = m.id WHERE m.id = ?1");
    const auto heavy_loss = Policies::load(connection).number("event.heavy_loss", matter.at);
    return store::find_integer(connection, sql, matter.id, heavy_loss).value_or(0) != 0;
}

}  // namespace

WriteResult report_event(const Writing& writing, const NewEvent& event) {
    auto own = event.own;
    // Only a complaint is what an event came of.
    if (const auto complaint = own.text("complaint"))
        require_matter(writing.connection(), *complaint, writing.year(), MatterKind::complaint);
    if (!own.time("learned")) own.set("learned", writing.provenance().at);
    if (std::holds_alternative<std::monostate>(own.at("residents")))
        own.set("residents", event.category >= 4 && event.category <= 6);
    for (const std::string_view unless_said : {"group", "urgent"})
        own.set(unless_said, own.flag(unless_said));
    const auto told = event.to ? std::optional(writing.staff(*event.to)) : std::nullopt;
    const auto opened = open_matter(writing,
                                    {.kind = MatterKind::event,
                                     .channel = event.form,
                                     .category = base::format("{}", event.category),
                                     .text = event.text},
                                    {.what = "add", .to = told, .method = event.form});
    insert_own_fields(writing, opened.id, own);
    return {opened.no, {}};
}

namespace {

Matter require_event(const Writing& writing, std::string_view number) {
    return require_matter(writing.connection(), number, writing.year(), MatterKind::event);
}

void write_message(const Writing& writing, StepId step, const EventMessage& message) {
    store::run(writing.connection(),
               "INSERT INTO event_message (step, department, casualties, loss) VALUES (?, ?, ?, ?)",
               step, writing.keep("event_message.department", step, message.department),
               message.casualties, message.loss);
}

}  // namespace

WriteResult relay_event(const Writing& writing, std::string_view number, std::string_view to,
                        const std::string& form) {
    return record_step(writing, number, MatterKind::event,
                       {.what = "relay", .to = writing.staff(to), .method = form});
}

WriteResult supplement_event(const Writing& writing, std::string_view number,
                             const Supplement& supplement) {
    const auto event = require_event(writing, number);
    const auto step =
        add_step(writing, event.id,
                 {.what = "supplement",
                  .to = supplement.to ? std::optional(writing.staff(*supplement.to)) : std::nullopt,
                  .method = supplement.form,
                  .text = supplement.text});
    write_message(writing, step, {.casualties = supplement.casualties, .loss = supplement.loss});
    return {event.no, {}};
}

WriteResult notify_of_event(const Writing& writing, std::string_view number,
                            const std::string& department, const std::string& text) {
    const auto event = require_event(writing, number);
    const auto step = add_step(writing, event.id, {.what = "notify", .text = text});
    write_message(writing, step, {.department = department});
    return {event.no, {}};
}

WriteResult call_alarm(const Writing& writing, std::string_view number, const std::string& called) {
    return record_step(writing, number, MatterKind::event, {.what = "alarm", .text = called});
}

WriteResult comfort_after_event(const Writing& writing, std::string_view number,
                                const std::string& text) {
    return record_step(writing, number, MatterKind::event, {.what = "comfort", .text = text});
}

WriteResult close_event(const Writing& writing, std::string_view number,
                        const std::optional<std::string>& outcome) {
    const auto event = require_event(writing, number);
    close_matter(writing, event.id, outcome, {}, {});
    return {event.no, {}};
}

void amend_event(const Writing& writing, MatterId id, std::string_view field,
                 const std::string& value, const std::string& reason) {
    auto& connection = writing.connection();
    if (const auto* own = amendable_field("event", field);
        own != nullptr && own->table() == "event") {
        amend_own_field(writing, *own, id, value, reason);
        return;
    }
    const auto before =
        store::find_text(connection, "SELECT category FROM matter WHERE id = ?", id);
    amend_matter(writing, id, field, value, reason);
    // Whether it was urgent until then is judged by what it was taken for.
    if (field == "category")
        store::run(connection,
                   "INSERT INTO recategorised (step, old_category, new_category)"
                   " SELECT max(id), ?, ? FROM step WHERE matter = ?",
                   before.value_or(""), value, id);
}

int event_category(const Matter& event) {
    return static_cast<int>(base::parse_whole(event.category.value_or("7")).value_or(7));
}

Event load_event(store::Connection& connection, MatterId id) {
    Event event{.matter = load_matter(connection, id),
                .own = load_own_fields(connection, "event", id)};
    for (Query row(connection,
                   "SELECT v.casualties, v.loss FROM step s JOIN event_message v ON v.step = s.id"
                   " WHERE s.matter = ? ORDER BY s.at, s.id",
                   id);
         row.next();) {
        if (const auto casualties = row.maybe_integer(0)) event.own.set("casualties", *casualties);
        if (const auto loss = row.maybe_integer(1)) event.own.set("loss", *loss);
    }
    event.reported_category =
        store::find_text(connection,
                         "SELECT c.old_category FROM step s JOIN recategorised c ON c.step = s.id"
                         " WHERE s.matter = ? AND s.what = 'amend' ORDER BY s.id LIMIT 1",
                         id)
            .value_or(event.matter.category.value_or(""));
    event.urgent = is_urgent(connection, event.matter);
    return event;
}

}  // namespace huiyin::records
