#include "huiyin/records/correction.hpp"

#include <algorithm>

#include "amendment.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/survey.hpp"
#include "repeats.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

/// By what each kind of matter can have come, its row of the catalogue says.
void require_channel(const Matter& matter, const std::string& value) {
    const auto& words = amendable_field(name_of(matter.kind).word, "channel")->words;
    if (std::ranges::find(words, value, &ListedWord::word) != words.end()) return;
    std::string known;
    for (const auto& listed : words)
        known.append(known.empty() ? "" : " ").append(listed.word);
    throw Failure(
        Exit::usage,
        compose({"{} 的方式不能是 {}", "the channel of {} cannot be {}"}, matter.no, value),
        compose({"可选:{}", "one of: {}"}, known));
}

/// The four acts, as they are typed: `seat,tea`.
void set_courtesy(const Writing& writing, const Matter& matter, const NewValue& value,
                  const std::string& reason) {
    auto& connection = writing.connection();
    const auto acts = base::format(",{},", value.value);
    const auto has = [&](std::string_view act) {
        return acts.find(base::format(",{},", act)) != std::string::npos ? 1 : 0;
    };
    if (matter.kind != MatterKind::complaint || has("thanks") + has("apology") > 0)
        throw Failure(
            Exit::usage,
            compose({"{} 的 --courtesy 不能是 {}", "--courtesy of {} cannot be {}"}, matter.no,
                    value.value),
            Label{"投诉写 seat,tea,heard,calmed;建议的答复加 --step N,写 thanks 或 apology",
                  "for a complaint: seat,tea,heard,calmed; for the answer to a suggestion add "
                  "--step N and give thanks or apology"});
    const auto step = add_amendment(writing, matter.id, value.field, value.value, reason,
                                    reception_of(connection, matter.id));
    store::run(connection,
               "INSERT INTO amended (step, old_value) SELECT ?, ltrim("
               "iif(seat, ',seat', '') || iif(tea, ',tea', '') || iif(heard, ',heard', '')"
               " || iif(calmed, ',calmed', ''), ',') FROM complaint WHERE id = ?",
               step, matter.id);
    store::run(connection,
               "UPDATE complaint SET seat = ?, tea = ?, heard = ?, calmed = ? WHERE id = ?",
               has("seat"), has("tea"), has("heard"), has("calmed"), matter.id);
}

void set_channel(const Writing& writing, const Matter& matter, const NewValue& value,
                 const std::string& reason) {
    require_channel(matter, value.value);
    auto& connection = writing.connection();
    const auto reception = reception_of(connection, matter.id);
    const auto step =
        add_amendment(writing, matter.id, value.field, value.value, reason, reception);
    change_value(writing, step, {"matter", "channel", matter.id}, value.value);
    // The form of an event's first report is its step's.
    if (matter.kind == MatterKind::event)
        store::run(connection, "UPDATE step SET method = ? WHERE id = ?", value.value, reception);
}

/// Whether this shift began as another ended: its beginning is the other's handover.
bool began_by_relief(store::Connection& connection, MatterId shift) {
    return store::find_integer(
               connection,
               "SELECT 1 FROM step mine JOIN step theirs ON theirs.entry = mine.entry"
               " AND theirs.what IN ('handover', 'relieved')"
               " AND theirs.recorded_at = mine.recorded_at"
               " AND theirs.id < mine.id AND theirs.matter <> mine.matter"
               " WHERE mine.matter = ? AND mine.seq = 1"
               " AND (theirs.at = mine.at OR theirs.what = 'relieved')",
               shift)
        .has_value();
}

void set_opened_at(const Writing& writing, const Matter& matter, const NewValue& value,
                   const std::string& reason) {
    auto& connection = writing.connection();
    const auto at = value.at.value();
    if (matter.kind == MatterKind::shift && began_by_relief(connection, matter.id))
        throw Failure(Exit::usage,
                      compose({"{} 由交接班开始", "{} began by a handover"}, matter.no),
                      Label{"更正上一班的交接时间:huiyin amend ZB-… --step N --step-at …",
                            "correct that handover: huiyin amend ZB-… --step N --step-at …"});
    const auto reception = reception_of(connection, matter.id);
    const auto step =
        add_amendment(writing, matter.id, value.field, value.value, reason, reception);
    keep_old_value(writing, step, {"matter", "at", matter.id});
    // Whatever was taken to have happened with it.
    for (const std::string_view change :
         {"UPDATE step SET at = ?1 WHERE matter = ?3 AND at = ?2 AND (seq = 1 OR seq = 2"
          " AND what = 'assign' AND recorded_at = (SELECT recorded_at FROM step WHERE id = ?4)"
          " AND matter IN (SELECT id FROM repair WHERE rework_of IS NOT NULL))",
          "UPDATE step SET at = ?1 WHERE at = ?2 AND ?4 = ?4"
          " AND id IN (SELECT callback FROM letter_share WHERE letter = ?3)",
          "UPDATE complaint SET repeat_at = ?1 WHERE id = ?3 AND repeat_at = ?2 AND ?4 = ?4",
          "UPDATE repeat_link SET since_at = iif(since_at = ?2, ?1, since_at),"
          " from_at = iif(from_at = ?2, ?1, from_at) WHERE complaint = ?3 AND ?4 = ?4",
          "UPDATE shift SET started_at = ?1 WHERE id = ?3 AND started_at = ?2 AND ?4 = ?4",
          "UPDATE event SET learned_at = ?1 WHERE id = ?3 AND learned_at = ?2 AND ?4 = ?4",
          "UPDATE matter SET at = ?1, reachable_at = iif(reachable_at = ?2, ?1, reachable_at),"
          " closed_at = iif(kind = 'letter', ?1, closed_at) WHERE id = ?3 AND ?4 = ?4"})
        store::run(connection, change, at, matter.at, matter.id, reception);
    std::vector<StepId> moved;
    for (Query row(connection,
                   "SELECT id FROM step WHERE matter = ?1 AND seq <= 2 AND at = ?2"
                   " UNION SELECT s.id FROM letter_share l JOIN step s ON s.id = l.callback"
                   " WHERE l.letter = ?1 AND s.at = ?2",
                   matter.id, at);
         row.next();)
        moved.push_back(row.integer(0));
    for (const auto step_id : moved)
        say_why_late(writing, step_id, at, reason);
    if (matter.kind == MatterKind::complaint) follow_repeats(writing, matter.id);
}

/// More than went out never came back (3.2.1).
void require_as_many_as_returned(const Writing& writing, const Matter& matter,
                                 const std::string& count) {
    const auto returned = load_survey(writing.connection(), matter.id).returned;
    if (base::parse_whole(count).value_or(returned) >= returned) return;
    throw Failure(Exit::usage,
                  compose({"{} 已收回 {} 份", "{}: {} are returned already"}, matter.no, returned),
                  Label{"核对 --count", "check --count"});
}

}  // namespace

void amend_field(const Writing& writing, const Matter& matter, const NewValue& value,
                 const std::string& reason) {
    if (value.field == "opened-at") return set_opened_at(writing, matter, value, reason);
    if (value.field == "channel") return set_channel(writing, matter, value, reason);
    if (value.field == "courtesy") return set_courtesy(writing, matter, value, reason);
    if (matter.kind == MatterKind::survey && value.field == "count")
        require_as_many_as_returned(writing, matter, value.value);
    const auto kind = name_of(matter.kind).word;
    const auto* field = amendable_field(kind, value.field);
    switch (matter.kind) {
        case MatterKind::complaint:
            return amend_complaint(writing, matter.id, value.field, value.value, reason);
        case MatterKind::repair:
            return amend_repair(writing, matter.id, value.field, value.value, reason);
        case MatterKind::event:
            return amend_event(writing, matter.id, value.field, value.value, reason);
        default:
            if (field != nullptr && field->table() == kind)
                amend_own_field(writing, *field, matter.id, value.value, reason);
            else
                amend_matter(writing, matter.id, value.field, value.value, reason);
    }
}

std::vector<std::string> corrected_fields(store::Connection& connection, MatterId id) {
    return store::all_texts(connection,
                            "SELECT s.field FROM step s LEFT JOIN correction c ON c.step = s.id"
                            " LEFT JOIN step target ON target.id = c.target"
                            " WHERE s.matter = ? AND s.what = 'amend' AND s.text IS NOT NULL"
                            " AND (target.id IS NULL OR target.seq = 1 AND s.field <> 'step-at')"
                            " GROUP BY s.field ORDER BY min(s.id)",
                            id);
}

StepId newest_step(store::Connection& connection) {
    return store::find_integer(connection, "SELECT max(id) FROM step").value_or(0);
}

std::vector<std::string> unchanged_fields(store::Connection& connection, StepId after) {
    // A time is on file as its second, and in what was typed as a date.
    return store::all_texts(connection,
                            "SELECT s.field FROM step s JOIN amended a ON a.step = s.id"
                            " JOIN content new ON new.id = s.text"
                            " LEFT JOIN content old ON old.id = a.old_said"
                            " WHERE s.id > ? AND s.what = 'amend' AND (new.value = old.value"
                            " OR a.old_value IN (new.value, CAST(unixepoch(new.value) AS TEXT)))"
                            " ORDER BY s.id",
                            after);
}

}  // namespace huiyin::records
