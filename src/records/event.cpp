#include "huiyin/records/event.hpp"

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/plain_step.hpp"
#include "huiyin/records/policy.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// As `urgent_spells` in rulebook/scope.sql has it: figures that were told are not unsaid by newer
/// ones, a category is what it was corrected to.
bool is_urgent(store::Connection& connection, const Event& event) {
    const auto heavy_loss = Policies::load(connection).number("event.heavy_loss", event.matter.at);
    return event.facts.category == 5 ||
           store::find_integer(
               connection,
               "SELECT 1 FROM event WHERE id = ?1 AND (gathering OR said_urgent"
               " OR casualties > 0 OR loss >= ?2)"
               " UNION ALL"
               " SELECT 1 FROM step s JOIN event_message v ON v.step = s.id"
               " WHERE s.matter = ?1 AND (v.casualties > 0 OR v.loss >= ?2) LIMIT 1",
               event.matter.id, heavy_loss)
               .has_value();
}

}  // namespace

Made report_event(const Writing& writing, const EventFacts& facts, const std::string& text,
                  const std::string& form, const std::optional<std::string>& to) {
    auto& connection = writing.connection();
    std::optional<MatterId> complaint;
    if (facts.complaint)
        complaint =
            require_matter(connection, *facts.complaint, writing.year(), MatterKind::complaint).id;
    const auto told = to ? std::optional(writing.staff(*to)) : std::nullopt;
    const auto opened = open_matter(writing,
                                    {.kind = MatterKind::event,
                                     .channel = form,
                                     .category = base::format("{}", facts.category),
                                     .text = text},
                                    {.what = "add", .to = told, .method = form});
    const bool residents = facts.residents.value_or(facts.category >= 4 && facts.category <= 6);
    store::run(connection,
               "INSERT INTO event (id, place, happened_at, learned_at, casualties, loss, gathering,"
               " said_urgent, residents, petition, complaint)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               opened.id, writing.say("event.place", opened.id, facts.place), facts.happened,
               facts.learned.value_or(writing.deed().at), facts.casualties, facts.loss,
               facts.gathering, facts.said_urgent, residents,
               writing.say("event.petition", opened.id, facts.petition), complaint);
    return {opened.no, {}};
}

namespace {

Matter require_event(const Writing& writing, std::string_view number) {
    return require_matter(writing.connection(), number, writing.year(), MatterKind::event);
}

void write_message(const Writing& writing, StepId step, const EventMessage& message) {
    store::run(writing.connection(),
               "INSERT INTO event_message (step, department, casualties, loss) VALUES (?, ?, ?, ?)",
               step, writing.say("event_message.department", step, message.department),
               message.casualties, message.loss);
}

}  // namespace

Made relay_event(const Writing& writing, std::string_view number, std::string_view to,
                 const std::string& form) {
    return record_step(writing, number, MatterKind::event,
                       {.what = "relay", .to = writing.staff(to), .method = form});
}

Made supplement_event(const Writing& writing, std::string_view number,
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

Made notify_of_event(const Writing& writing, std::string_view number, const std::string& department,
                     const std::string& text) {
    const auto event = require_event(writing, number);
    const auto step = add_step(writing, event.id, {.what = "notify", .text = text});
    write_message(writing, step, {.department = department});
    return {event.no, {}};
}

Made call_alarm(const Writing& writing, std::string_view number, const std::string& called) {
    return record_step(writing, number, MatterKind::event, {.what = "alarm", .text = called});
}

Made comfort_after_event(const Writing& writing, std::string_view number, const std::string& text) {
    return record_step(writing, number, MatterKind::event, {.what = "comfort", .text = text});
}

Made close_event(const Writing& writing, std::string_view number,
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

Event load_event(store::Connection& connection, MatterId id) {
    Event event{.matter = load_matter(connection, id)};
    {
        Query row(connection,
                  "SELECT place.value, e.happened_at, e.learned_at, e.casualties, e.loss,"
                  " e.gathering, e.said_urgent, e.residents, petition.value, m.no FROM event e"
                  " LEFT JOIN content place ON place.id = e.place"
                  " LEFT JOIN content petition ON petition.id = e.petition"
                  " LEFT JOIN matter m ON m.id = e.complaint WHERE e.id = ?",
                  id);
        if (!row.next()) return event;
        event.facts = {.category = static_cast<int>(
                           base::parse_whole(event.matter.category.value_or("7")).value_or(7)),
                       .place = row.maybe_text(0),
                       .happened = row.maybe_time(1),
                       .learned = row.maybe_time(2),
                       .casualties = row.maybe_integer(3),
                       .loss = row.maybe_integer(4),
                       .gathering = row.flag(5),
                       .said_urgent = row.flag(6),
                       .residents = row.flag(7),
                       .petition = row.maybe_text(8),
                       .complaint = row.maybe_text(9)};
    }
    for (Query row(connection,
                   "SELECT v.casualties, v.loss FROM step s JOIN event_message v ON v.step = s.id"
                   " WHERE s.matter = ? ORDER BY s.at, s.id",
                   id);
         row.next();) {
        if (const auto casualties = row.maybe_integer(0)) event.facts.casualties = casualties;
        if (const auto loss = row.maybe_integer(1)) event.facts.loss = loss;
    }
    event.reported_category =
        store::find_text(connection,
                         "SELECT c.old_category FROM step s JOIN recategorised c ON c.step = s.id"
                         " WHERE s.matter = ? AND s.what = 'amend' ORDER BY s.id LIMIT 1",
                         id)
            .value_or(event.matter.category.value_or(""));
    event.urgent = is_urgent(connection, event);
    return event;
}

}  // namespace huiyin::records
