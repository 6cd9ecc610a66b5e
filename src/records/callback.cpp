#include "huiyin/records/callback.hpp"

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/snippet.hpp"
#include "huiyin/records/suggestion.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

Callback read_callback(const Query& row) {
    Callback callback;
    callback.step = row.integer(0);
    callback.no = row.text(1);
    callback.matter = row.text(2);
    callback.said = {.method = row.text(3),
                     .reached = row.flag(4),
                     .satisfied = row.maybe_text(5),
                     .note = row.maybe_text(6),
                     .signed_by = row.maybe_text(7),
                     .signed_as = row.maybe_text(8),
                     .form_no = row.maybe_text(9),
                     .raised = row.maybe_text(10),
                     .settled = row.maybe_text(11),
                     .appointment = row.maybe_time(12),
                     .resolved = row.maybe_text(18)};
    callback.at = row.time(13);
    callback.doer = row.integer(14);
    if (const auto ordinal = row.maybe_integer(15)) callback.ordinal = static_cast<int>(*ordinal);
    callback.answered_at = row.maybe_time(16);
    callback.as_happened = row.maybe_text(17);
    callback.voided_at = row.maybe_time(19);
    callback.first_appointment = row.maybe_time(20);
    callback.rearranged = static_cast<int>(row.integer(21));
    callback.corrected_at = row.maybe_time(22);
    return callback;
}

constexpr std::string_view select_callbacks =
    "SELECT c.id, c.no, m.no, s.method, c.reached, c.satisfied, note.value, signer.value,"
    " c.signed_as, c.form_no, raised.value, settled.value,"
    " coalesce((SELECT r.appointment_at FROM rearranged r JOIN step rs ON rs.id = r.step"
    "  WHERE r.callback = c.id AND rs.as_happened IS NULL"
    "  ORDER BY rs.at DESC, rs.id DESC LIMIT 1), c.appointment_at), s.at, s.doer,"
    " CASE WHEN c.reached AND s.method <> 'open-letter' AND s.voided_at IS NULL THEN"
    "   (SELECT count(*) FROM callback o JOIN step os ON os.id = o.id WHERE o.matter = c.matter"
    "    AND o.reached AND os.method <> 'open-letter' AND os.voided_at IS NULL"
    "    AND (os.at, os.id) <= (s.at, s.id)) END,"
    " (SELECT min(a_step.at) FROM callback_answer a JOIN step a_step ON a_step.id = a.step"
    "  WHERE a.callback = c.id),"
    " happened.value, c.resolved,"
    " coalesce(s.voided_at, m.voided_at, (SELECT l.voided_at FROM letter_share h"
    "  JOIN matter l ON l.id = h.letter WHERE h.callback = c.id)), c.appointment_at,"
    " (SELECT count(*) FROM rearranged r JOIN step rs ON rs.id = r.step"
    "  WHERE r.callback = c.id AND rs.as_happened IS NULL),"
    " (SELECT max(x_step.at) FROM correction x JOIN step x_step ON x_step.id = x.step"
    "  WHERE x.target = c.id AND x_step.what = 'amend')"
    " FROM callback c JOIN step s ON s.id = c.id JOIN matter m ON m.id = c.matter"
    " LEFT JOIN content note ON note.id = s.text"
    " LEFT JOIN content signer ON signer.id = c.signed_by"
    " LEFT JOIN content raised ON raised.id = c.raised"
    " LEFT JOIN content settled ON settled.id = c.settled"
    " LEFT JOIN content happened ON happened.id = s.as_happened ";

std::string selecting(std::string_view rest) {
    return std::string(select_callbacks).append(rest);
}

}  // namespace

Matter require_called_back(const Writing& writing, std::string_view number) {
    if (is_bare(number))
        throw says_too_little(writing.connection(), number, writing.year(), {"TS", "JY", "BX"});
    auto matter = require_matter(writing.connection(), number, writing.year());
    if (matter.kind == MatterKind::complaint || matter.kind == MatterKind::repair ||
        matter.kind == MatterKind::suggestion)
        return matter;
    throw Failure(Exit::usage, compose({"{} 不需要回访", "{} is not called back"}, matter.no),
                  base::Label{"回访投诉(TS)、建议(JY)或报修(BX)",
                              "call back a complaint (TS), a suggestion (JY) or a repair (BX)"});
}

WriteResult log_callback(const Writing& writing, std::string_view number,
                         const NewCallback& callback) {
    const auto matter = require_called_back(writing, number);
    const auto no = next_number(writing, "HF");
    const auto step = add_step(writing, matter.id,
                               {.what = callback.reached ? "callback" : "attempt",
                                .method = callback.method,
                                .text = callback.note});
    auto settled = callback.settled;
    if (settled) settled = in_full(writing, matter, "callback", *settled);
    store::run(writing.connection(),
               "INSERT INTO callback (id, no, matter, reached, satisfied, signed_by, signed_as,"
               " form_no, raised, settled, appointment_at, resolved)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               step, no, matter.id, callback.reached, callback.satisfied,
               writing.keep("callback.signed_by", step, callback.signed_by), callback.signed_as,
               callback.form_no, writing.keep("callback.raised", step, callback.raised),
               writing.keep("callback.settled", step, settled), callback.appointment,
               callback.resolved);
    if (!callback.opens) return {no, {}};
    // It was said in a callback, so no visitor was received; the channel that asks for no
    // courtesies stands for it, and `via` says what it really was.
    const NewMatter raised{.kind = *callback.opens,
                           .channel = "phone",
                           .via = writing.in_office_language({"回访 ", "callback "}) + no,
                           .unit = matter.unit,
                           .person = matter.person,
                           .phone = matter.phone,
                           .text = callback.raised.value_or("")};
    const auto opened = *callback.opens == MatterKind::suggestion
                            ? add_suggestion(writing, {.matter = raised, .kind = "suggestion"})
                            : add_complaint(writing, {.matter = raised});
    return {no, {opened.no}};
}

namespace {

/// The callback of this number, in which an answer was promised.
Callback require_appointment(const Writing& writing, std::string_view number) {
    auto callback = require_callback(writing.connection(), number, writing.year());
    if (callback.said.appointment) return callback;
    throw Failure(Exit::usage, compose({"{} 没有预约答复", "{} has no appointment"}, callback.no),
                  base::Label{"答复投诉用 huiyin complaint reply",
                              "to reply to a complaint: huiyin complaint reply"});
}

}  // namespace

WriteResult answer_callback(const Writing& writing, std::string_view number,
                            const std::string& text, const std::optional<std::string>& method) {
    const auto callback = require_appointment(writing, number);
    const auto matter = require_matter(writing.connection(), callback.matter, writing.year());
    const auto step =
        add_step(writing, matter.id, {.what = "answered", .method = method, .text = text});
    store::run(writing.connection(), "INSERT INTO callback_answer (step, callback) VALUES (?, ?)",
               step, callback.step);
    return {matter.no, {}};
}

WriteResult rearrange_callback(const Writing& writing, std::string_view number,
                               base::Instant appointment, const std::string& reason) {
    const auto callback = require_appointment(writing, number);
    const auto matter = require_matter(writing.connection(), callback.matter, writing.year());
    const auto step = add_step(writing, matter.id, {.what = "rearrange", .reason = reason});
    store::run(writing.connection(),
               "INSERT INTO rearranged (step, callback, appointment_at) VALUES (?, ?, ?)", step,
               callback.step, appointment);
    return {matter.no, {}};
}

WriteResult void_callback(const Writing& writing, std::string_view number,
                          const std::string& reason) {
    auto& connection = writing.connection();
    const auto callback = require_callback(connection, number, writing.year());
    if (callback.said.method == "open-letter")
        throw Failure(
            Exit::usage,
            compose({"{} 是公开信的一份", "{} is part of an open letter"}, callback.no),
            base::Label{"作废那封公开信:huiyin void GX-…", "void the letter: huiyin void GX-…"});
    const auto matter = require_matter(connection, callback.matter, writing.year());
    const auto step = add_step(writing, matter.id, {.what = "callback-void", .reason = reason});
    store::run(connection, "INSERT INTO correction (step, target) VALUES (?, ?)", step,
               callback.step);
    store::run(connection, "UPDATE step SET voided_at = coalesce(voided_at, ?) WHERE id = ?",
               writing.provenance().at, callback.step);
    return {callback.no, {}};
}

std::vector<Callback> list_callbacks(store::Connection& connection, std::optional<MatterId> matter,
                                     base::Instant from, base::Instant until) {
    std::vector<Callback> callbacks;
    for (Query row(
             connection,
             // One condition for both would look at every callback for each matter of a list.
             selecting(base::format("WHERE {} AND s.at >= ?2 AND s.at < ?3 ORDER BY s.at, s.id",
                                    matter ? "c.matter = ?1" : "?1 IS NULL")),
             matter, from, until);
         row.next();)
        callbacks.push_back(read_callback(row));
    return callbacks;
}

Callback require_callback(store::Connection& connection, std::string_view number, int this_year) {
    const auto no = full_number(number, this_year);
    Query row(connection, selecting("WHERE c.no = ?"), no);
    if (row.next()) return read_callback(row);
    throw Failure(Exit::not_found, compose({"没有回访 {}", "there is no callback {}"}, no),
                  base::Label{"清单见 huiyin callback list", "see huiyin callback list"});
}

}  // namespace huiyin::records
