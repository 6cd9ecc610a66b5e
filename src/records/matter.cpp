#include "huiyin/records/matter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/numbers.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

constexpr std::array kinds{
    MatterKindName{MatterKind::complaint, "complaint", "TS", {"投诉", "complaint"}},
    MatterKindName{MatterKind::suggestion, "suggestion", "JY", {"建议", "suggestion"}},
    MatterKindName{MatterKind::assist, "assist", "QZ", {"求助", "call for help"}},
    MatterKindName{MatterKind::repair, "repair", "BX", {"报修", "repair"}},
    MatterKindName{MatterKind::event, "event", "ZD", {"重大事项", "major event"}},
};

struct StepTitle {
    std::string_view what;
    base::Label title;
};

constexpr std::array step_titles{
    StepTitle{"add", {"登记", "received"}},
    StepTitle{"assign", {"转交", "assigned"}},
    StepTitle{"escalate", {"上报", "escalated"}},
    StepTitle{"convene", {"召集", "convened"}},
    StepTitle{"investigate", {"调查", "investigated"}},
    StepTitle{"opinion", {"处理意见", "opinion"}},
    StepTitle{"reply", {"答复", "replied"}},
    StepTitle{"close", {"办结", "closed"}},
    StepTitle{"amend", {"更正", "amended"}},
    StepTitle{"void", {"作废", "voided"}},
    StepTitle{"note", {"备注", "note"}},
    StepTitle{"callback", {"回访", "called back"}},
    StepTitle{"attempt", {"回访未果", "attempted"}},
    StepTitle{"answered", {"按约答复", "answered"}},
    StepTitle{"dispatch", {"派工", "dispatched"}},
    StepTitle{"arrive", {"到场", "arrived"}},
    StepTitle{"start", {"开工", "started"}},
    StepTitle{"defer", {"延期", "deferred"}},
    StepTitle{"finish", {"完工", "finished"}},
    StepTitle{"sign", {"签字", "signed"}},
    StepTitle{"return", {"交回", "returned"}},
    StepTitle{"cancel", {"撤销", "cancelled"}},
    StepTitle{"urge", {"催单", "urged"}},
};

MatterKind parse_kind(std::string_view word) {
    return std::ranges::find(kinds, word, &MatterKindName::word)->kind;
}

/// The last number a series gave out, to tell people what there is.
std::optional<std::string> last_number(store::Connection& connection, std::string_view number) {
    Query row(connection,
              "SELECT prefix || '-' || year || '-' || printf('%04d', last) FROM number_series"
              " WHERE prefix = substr(?1, 1, 2) AND year = CAST(substr(?1, 4, 4) AS INTEGER)",
              number);
    return row.next() ? row.maybe_text(0) : std::nullopt;
}

}  // namespace

const MatterKindName& name_of(MatterKind kind) {
    return *std::ranges::find(kinds, kind, &MatterKindName::kind);
}

base::Text step_title(std::string_view what) {
    const auto found = std::ranges::find(step_titles, what, &StepTitle::what);
    return found == step_titles.end() ? base::Text{std::string(what), std::string(what)}
                                      : base::Text(found->title);
}

Opened open_matter(const Writing& writing, const NewMatter& matter) {
    const auto& kind = name_of(matter.kind);
    const auto id = writing.next_id("matter");
    const auto no = next_number(writing, kind.prefix);
    const auto via = writing.say("matter.via", id, matter.via);
    const auto person = writing.say("matter.person", id, matter.person);
    const auto phone = writing.say("matter.phone", id, matter.phone);
    const auto text = writing.say("matter.text", id, std::string_view(matter.text));
    store::run(
        writing.connection(),
        "INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, via,"
        " category, unit, person, phone, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, no, kind.word, writing.deed().at, writing.now(), writing.deed().doer, matter.channel,
        via, matter.category, matter.unit, person, phone, text);
    add_step(writing, id, {.what = "add"});
    return {id, no};
}

StepId add_step(const Writing& writing, MatterId matter, const NewStep& step) {
    const auto& deed = writing.deed();
    const auto id = writing.next_id("step");
    const auto seq = store::find_integer(writing.connection(),
                                         "SELECT max(seq) FROM step WHERE matter = ?", matter)
                         .value_or(0) +
                     1;
    const auto text = writing.say("step.text", id, step.text);
    const auto reason = writing.say("step.reason", id, step.reason);
    const auto as_happened = writing.say("step.as_happened", id, deed.as_happened);
    const auto witness = writing.say("step.witness", id, deed.witness);
    const auto late_reason = writing.say("step.late_reason", id, deed.late_reason);
    store::run(writing.connection(),
               "INSERT INTO step (id, matter, seq, entry, what, at, recorded_at, doer, recorder,"
               " to_staff, method, ended, field, text, reason, as_happened, witness, late_reason)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               id, matter, seq, writing.entry(), step.what, deed.at, writing.now(), deed.doer,
               writing.recorder().staff, step.to, step.method, step.ended, step.field, text, reason,
               as_happened, witness, late_reason);
    return id;
}

Matter load_matter(store::Connection& connection, MatterId id) {
    Query row(connection,
              "SELECT m.no, m.kind, m.at, m.recorded_at, m.opened_by, m.channel, via.value,"
              " m.category, m.unit, person.value, phone.value, words.value, m.closed_at,"
              " outcome.value, m.voided_at, other.no, m.phone IS NOT NULL OR m.unit IS NOT NULL"
              " FROM matter m"
              " LEFT JOIN content via ON via.id = m.via"
              " LEFT JOIN content person ON person.id = m.person"
              " LEFT JOIN content phone ON phone.id = m.phone"
              " LEFT JOIN content words ON words.id = m.text"
              " LEFT JOIN content outcome ON outcome.id = m.outcome"
              " LEFT JOIN matter other ON other.id = m.duplicate_of"
              " WHERE m.id = ?",
              id);
    if (!row.next())
        throw Failure(Exit::integrity,
                      compose({"事项 {} 不在档案中", "matter {} is not on file"}, id));
    return {.id = id,
            .no = row.text(0),
            .kind = parse_kind(row.text(1)),
            .at = row.time(2),
            .recorded_at = row.time(3),
            .opened_by = row.integer(4),
            .channel = row.text(5),
            .via = row.maybe_text(6),
            .category = row.maybe_text(7),
            .unit = row.maybe_text(8),
            .person = row.maybe_text(9),
            .phone = row.maybe_text(10),
            .text = row.maybe_text(11).value_or(""),
            .closed_at = row.maybe_time(12),
            .outcome = row.maybe_text(13),
            .voided_at = row.maybe_time(14),
            .duplicate_of = row.maybe_text(15),
            .holder = holder_of(connection, id),
            .reachable = row.flag(16)};
}

Matter require_matter(store::Connection& connection, std::string_view number, int this_year,
                      std::optional<MatterKind> kind) {
    const auto no = full_number(number, this_year);
    if (kind && !no.starts_with(name_of(*kind).prefix))
        throw Failure(Exit::usage, compose({"{} 不是{}的编号(应以 {} 开头)",
                                            "{0} is no number of a {3} (those start with {2})"},
                                           no, name_of(*kind).title.zh, name_of(*kind).prefix,
                                           name_of(*kind).title.en));
    if (const auto id = store::find_integer(connection, "SELECT id FROM matter WHERE no = ?", no))
        return load_matter(connection, *id);
    const auto last = last_number(connection, no);
    throw Failure(Exit::not_found, compose({"没有 {}", "there is no {}"}, no),
                  last ? compose({"这一年最后一个是 {}", "that year's last one is {}"}, *last)
                       : base::Text(base::Label{"这一年还没有这类编号",
                                                "there is none of that kind and year yet"}));
}

std::vector<Step> steps_of(store::Connection& connection, MatterId id) {
    std::vector<Step> steps;
    for (Query row(connection,
                   "SELECT s.id, s.seq, s.entry, s.what, s.at, s.recorded_at, s.doer, s.recorder,"
                   " s.to_staff, s.method, s.ended, s.field, words.value, reason.value,"
                   " as_happened.value, witness.value, late_reason.value FROM step s"
                   " LEFT JOIN content words ON words.id = s.text"
                   " LEFT JOIN content reason ON reason.id = s.reason"
                   " LEFT JOIN content as_happened ON as_happened.id = s.as_happened"
                   " LEFT JOIN content witness ON witness.id = s.witness"
                   " LEFT JOIN content late_reason ON late_reason.id = s.late_reason"
                   " WHERE s.matter = ? ORDER BY s.seq",
                   id);
         row.next();) {
        steps.push_back({.id = row.integer(0),
                         .seq = static_cast<int>(row.integer(1)),
                         .entry = row.integer(2),
                         .what = row.text(3),
                         .at = row.time(4),
                         .recorded_at = row.time(5),
                         .doer = row.integer(6),
                         .recorder = row.integer(7),
                         .to = row.maybe_integer(8),
                         .method = row.maybe_text(9),
                         .ended = row.maybe_text(10),
                         .field = row.maybe_text(11),
                         .text = row.maybe_text(12),
                         .reason = row.maybe_text(13),
                         .as_happened = row.maybe_text(14),
                         .witness = row.maybe_text(15),
                         .late_reason = row.maybe_text(16),
                         .convened = {}});
    }
    for (auto& step : steps)
        for (Query row(connection, "SELECT staff FROM convened WHERE step = ?", step.id);
             row.next();)
            step.convened.push_back(row.integer(0));
    return steps;
}

std::optional<StaffId> holder_of(store::Connection& connection, MatterId id) {
    return store::find_integer(connection,
                               "SELECT to_staff FROM step WHERE matter = ?"
                               " AND what IN ('assign', 'escalate', 'dispatch')"
                               " ORDER BY what = 'dispatch', at DESC, id DESC LIMIT 1",
                               id);
}

void close_matter(const Writing& writing, MatterId id, const std::optional<std::string>& outcome,
                  const std::optional<std::string>& ended,
                  const std::optional<std::string>& reason) {
    add_step(writing, id, {.what = "close", .ended = ended, .text = outcome, .reason = reason});
    const auto said = writing.say("matter.outcome", id, outcome);
    // A matter that was closed before keeps that closing: the rule then refuses this one.
    store::run(
        writing.connection(),
        "UPDATE matter SET closed_at = coalesce(closed_at, ?), outcome = coalesce(outcome, ?)"
        " WHERE id = ?",
        writing.deed().at, said, id);
}

void void_matter(const Writing& writing, MatterId id, const std::string& reason,
                 const std::optional<std::string>& duplicate_of) {
    std::optional<MatterId> other;
    if (duplicate_of) {
        const int year = base::year_of(writing.now(), writing.zone());
        other = require_matter(writing.connection(), *duplicate_of, year).id;
        if (other == id)
            throw Failure(Exit::usage, base::Label{"--duplicate-of 不能是它自己",
                                                   "--duplicate-of cannot be the matter itself"});
    }
    add_step(writing, id, {.what = "void", .reason = reason});
    store::run(
        writing.connection(),
        "UPDATE matter SET voided_at = coalesce(voided_at, ?), duplicate_of = ? WHERE id = ?",
        writing.deed().at, other, id);
}

void add_note(const Writing& writing, MatterId id, const std::string& text) {
    add_step(writing, id, {.what = "note", .text = text});
}

void amend_matter(const Writing& writing, MatterId id, std::string_view field,
                  const std::string& value, const std::string& reason) {
    add_step(writing, id,
             {.what = "amend", .field = std::string(field), .text = value, .reason = reason});
    if (field == "category" || field == "unit") {
        store::run(writing.connection(),
                   fmt::format("UPDATE matter SET {} = ? WHERE id = ?", field), value, id);
        return;
    }
    const std::string column = field == "from" ? "person" : std::string(field);
    const auto said = writing.say("matter." + column, id, std::string_view(value));
    store::run(writing.connection(), fmt::format("UPDATE matter SET {} = ? WHERE id = ?", column),
               said, id);
}

}  // namespace huiyin::records
