#include "huiyin/records/correction.hpp"

#include <algorithm>
#include <array>

#include "amendment.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/money.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/repair.hpp"
#include "repeats.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

/// How a field is kept.
enum class Kept { words, word, time, whole, flag, complaint };

/// A field of one kind of matter that is a column and no more. Those on which rules hang have the
/// reception judged anew.
struct PlainField {
    std::string_view name;
    MatterKind kind;
    std::string_view table;
    std::string_view column;
    Kept kept;
    bool judged = false;
};
constexpr std::array plain_fields{
    PlainField{"subject", MatterKind::letter, "letter", "subject", Kept::words},
    PlainField{"courtesy-missed", MatterKind::complaint, "complaint", "courtesy_missed",
               Kept::words},
    PlainField{"hotline-no", MatterKind::complaint, "complaint", "hotline_no", Kept::words},
    PlainField{"hotline-due", MatterKind::complaint, "complaint", "hotline_due_at", Kept::time},
    PlainField{"kind", MatterKind::suggestion, "suggestion", "sort", Kept::word, true},
    PlainField{"appointment", MatterKind::repair, "repair", "appointment_at", Kept::time, true},
    PlainField{"happened", MatterKind::event, "event", "happened_at", Kept::time, true},
    PlainField{"learned", MatterKind::event, "event", "learned_at", Kept::time, true},
    PlainField{"casualties", MatterKind::event, "event", "casualties", Kept::whole},
    PlainField{"loss", MatterKind::event, "event", "loss", Kept::whole},
    PlainField{"group", MatterKind::event, "event", "gathering", Kept::flag},
    PlainField{"residents", MatterKind::event, "event", "residents", Kept::flag},
    PlainField{"complaint", MatterKind::event, "event", "complaint", Kept::complaint},
};

/// By what each kind of matter can have come.
struct Channels {
    MatterKind kind;
    std::string_view words;
};
constexpr std::array channels{
    Channels{MatterKind::complaint, "letter phone visit"},
    Channels{MatterKind::suggestion, "letter phone visit round"},
    Channels{MatterKind::repair, "letter phone visit patrol"},
    Channels{MatterKind::event, "in-person phone written"},
};

bool lists(std::string_view words, std::string_view word) {
    return base::format(" {} ", words).find(base::format(" {} ", word)) != std::string::npos;
}

void require_channel(const Matter& matter, const std::string& value) {
    const auto found = std::ranges::find(channels, matter.kind, &Channels::kind);
    if (found != channels.end() && lists(found->words, value)) return;
    throw Failure(
        Exit::usage, compose({"{} 的方式不能是 {}", "{} did not come by {}"}, matter.no, value),
        found == channels.end()
            ? base::Text(Label{"这类事项没有方式可更正", "matters of this kind have no channel"})
            : compose({"可选:{}", "one of: {}"}, found->words));
}

void set_plain(const Writing& writing, const Matter& matter, const PlainField& field,
               const NewValue& value, const std::string& reason) {
    const auto target =
        field.judged ? std::optional(reception_of(writing.connection(), matter.id)) : std::nullopt;
    std::optional<MatterId> complaint;
    if (field.kept == Kept::complaint)
        complaint =
            require_matter(writing.connection(), value.value, writing.year(), MatterKind::complaint)
                .id;
    const auto step = add_amendment(writing, matter.id, field.name, value.value, reason, target);
    const Column column{field.table, field.column, matter.id};
    switch (field.kept) {
        case Kept::words:
            return change_words(writing, step, column, value.value);
        case Kept::word:
            return change_value(writing, step, column, value.value);
        case Kept::time:
            return change_value(writing, step, column, value.at);
        case Kept::whole:
            return change_value(writing, step, column, base::parse_whole(value.value));
        case Kept::flag:
            return change_value(writing, step, column, value.value == "yes" ? 1 : 0);
        case Kept::complaint:
            return change_value(writing, step, column, complaint);
    }
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
            compose({"{} 的 --courtesy 不能是 {}", "--courtesy of {} is not {}"}, matter.no,
                    value.value),
            Label{"投诉写 seat,tea,heard,calmed;建议的答复加 --step N,写 thanks 或 apology",
                  "of a complaint: seat,tea,heard,calmed; of the answer to a suggestion: "
                  "--step N, thanks or apology"});
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
    say_why_late(writing, reception, at, reason);
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
    if (matter.kind == MatterKind::complaint) follow_repeats(writing, matter.id);
}

/// The field in the way of the matter's kind, where it is more than a column.
void amend_by_kind(const Writing& writing, const Matter& matter, const NewValue& value,
                   const std::string& reason) {
    switch (matter.kind) {
        case MatterKind::complaint:
            return amend_complaint(writing, matter.id, value.field, value.value, reason);
        case MatterKind::repair:
            return amend_repair(writing, matter.id, value.field, value.value, reason);
        case MatterKind::event:
            return amend_event(writing, matter.id, value.field, value.value, reason);
        default:
            return amend_matter(writing, matter.id, value.field, value.value, reason);
    }
}

}  // namespace

void amend_field(const Writing& writing, const Matter& matter, const NewValue& value,
                 const std::string& reason) {
    if (value.field == "opened-at") return set_opened_at(writing, matter, value, reason);
    if (value.field == "channel") return set_channel(writing, matter, value, reason);
    if (value.field == "courtesy") return set_courtesy(writing, matter, value, reason);
    const auto plain = std::ranges::find_if(plain_fields, [&](const PlainField& field) {
        return field.name == value.field && field.kind == matter.kind;
    });
    if (plain != plain_fields.end()) return set_plain(writing, matter, *plain, value, reason);
    amend_by_kind(writing, matter, value, reason);
}

std::vector<std::string> corrected_fields(store::Connection& connection, MatterId id) {
    std::vector<std::string> fields;
    for (Query row(connection,
                   "SELECT s.field FROM step s LEFT JOIN correction c ON c.step = s.id"
                   " LEFT JOIN step target ON target.id = c.target"
                   " WHERE s.matter = ? AND s.what = 'amend' AND s.text IS NOT NULL"
                   " AND (target.id IS NULL OR target.seq = 1 AND s.field <> 'step-at')"
                   " GROUP BY s.field ORDER BY min(s.id)",
                   id);
         row.next();)
        fields.push_back(row.text(0));
    return fields;
}

}  // namespace huiyin::records
