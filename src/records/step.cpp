#include "huiyin/records/step.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "huiyin/records/snippet.hpp"
#include "huiyin/records/step_kind.hpp"

namespace huiyin::records {

using store::Query;

namespace {

std::optional<OrderDetail> read_order_detail(store::Connection& connection, StepId step) {
    Query row(
        connection,
        "SELECT o.no, agreed.value, d.quoted, d.fault, d.eta_at, materials.value, d.fee,"
        " signer.value, d.form_no, refused.value, d.instead, d.quoted_fen, d.fee_fen FROM step s"
        " JOIN dispatch_order o ON o.id = s.dispatch_order"
        " LEFT JOIN order_detail d ON d.step = s.id"
        " LEFT JOIN content agreed ON agreed.id = d.agreed_by"
        " LEFT JOIN content materials ON materials.id = d.materials"
        " LEFT JOIN content signer ON signer.id = d.signed_by"
        " LEFT JOIN content refused ON refused.id = d.refused WHERE s.id = ?",
        step);
    if (!row.next()) return {};
    const auto amount = [&](int yuan, int fen) -> std::optional<base::Money> {
        const auto whole = row.maybe_integer(yuan);
        if (!whole) return {};
        return base::Money(*whole, static_cast<int>(row.maybe_integer(fen).value_or(0)));
    };
    return OrderDetail{.no = row.text(0),
                       .agreed_by = row.maybe_text(1),
                       .quoted = amount(2, 11),
                       .fault = row.maybe_text(3),
                       .eta = row.maybe_time(4),
                       .materials = row.maybe_text(5),
                       .fee = amount(6, 12),
                       .signed_by = row.maybe_text(7),
                       .form_no = row.maybe_text(8),
                       .refused = row.maybe_text(9),
                       .instead = row.maybe_text(10)};
}

void read_category(store::Connection& connection, Step& step) {
    step.category = store::find_text(
        connection, "SELECT new_category FROM recategorised WHERE step = ?", step.id);
}

void read_new_appointment(store::Connection& connection, Step& step) {
    Query row(connection,
              "SELECT c.no, r.appointment_at FROM rearranged r"
              " JOIN callback c ON c.id = r.callback WHERE r.step = ?",
              step.id);
    if (!row.next()) return;
    step.callback = row.text(0);
    step.appointment = row.time(1);
}

void read_void_callback(store::Connection& connection, Step& step) {
    step.callback = store::find_text(connection,
                                     "SELECT c.no FROM correction x"
                                     " JOIN callback c ON c.id = x.target WHERE x.step = ?",
                                     step.id);
}

void read_convened(store::Connection& connection, Step& step) {
    for (Query row(connection, "SELECT staff FROM convened WHERE step = ?", step.id); row.next();)
        step.convened.push_back(row.integer(0));
}

void read_courtesy(store::Connection& connection, Step& step) {
    step.courtesy = store::find_text(
        connection, "SELECT courtesy FROM suggestion_answer WHERE step = ?", step.id);
}

void read_returned(store::Connection& connection, Step& step) {
    step.returned = store::find_integer(
        connection, "SELECT returned FROM survey_return WHERE step = ?", step.id);
}

void read_quarrel(store::Connection& connection, Step& step) {
    Query row(connection,
              "SELECT q.who, q.stopped_by, m.no FROM quarrel q JOIN matter m ON m.id = q.case_id"
              " WHERE q.step = ?",
              step.id);
    if (row.next())
        step.quarrel = {
            .who = row.integer(0), .stopped_by = row.maybe_integer(1), .case_no = row.text(2)};
}

void read_patrol(store::Connection& connection, Step& step) {
    Query row(connection,
              "SELECT a.name, p.result, m.no FROM patrol p JOIN area a ON a.id = p.area"
              " LEFT JOIN matter m ON m.id = p.found WHERE p.step = ?",
              step.id);
    if (row.next())
        step.patrol = {.area = row.text(0), .result = row.text(1), .found = row.maybe_text(2)};
}

void read_handover(store::Connection& connection, Step& step) {
    Query row(connection,
              "SELECT h.reported_to, items.value FROM handover h"
              " LEFT JOIN content items ON items.id = h.items WHERE h.step = ?",
              step.id);
    if (!row.next()) return;
    step.handover = {
        .reported_to = row.maybe_integer(0), .items = row.maybe_text(1), .carried = {}};
    for (Query carried(connection,
                       "SELECT m.no FROM carried_over c JOIN matter m ON m.id = c.matter"
                       " WHERE c.step = ? ORDER BY m.id",
                       step.id);
         carried.next();)
        step.handover->carried.push_back(carried.text(0));
}

void read_message(store::Connection& connection, Step& step) {
    Query row(connection,
              "SELECT department.value, e.casualties, e.loss FROM event_message e"
              " LEFT JOIN content department ON department.id = e.department WHERE e.step = ?",
              step.id);
    if (row.next())
        step.message = {.department = row.maybe_text(0),
                        .casualties = row.maybe_integer(1),
                        .loss = row.maybe_integer(2)};
}

void read_attachment(store::Connection& connection, Step& step) {
    Query row(connection,
              "SELECT name.value, a.size FROM attachment a"
              " LEFT JOIN content name ON name.id = a.name WHERE a.step = ?",
              step.id);
    if (row.next())
        step.attachment = {.name = row.maybe_text(0).value_or(""), .size = row.integer(1)};
}

/// A kind of step of which there is more to tell, in a table beside `step`.
struct Particulars {
    std::string_view what;
    void (*read)(store::Connection&, Step&);
};
constexpr std::array particulars{
    Particulars{"recategorise", read_category},
    Particulars{"rearrange", read_new_appointment},
    Particulars{"callback-void", read_void_callback},
    Particulars{"escalate", read_convened},
    Particulars{"convene", read_convened},
    Particulars{"answer", read_courtesy},
    Particulars{"collect", read_returned},
    Particulars{"quarrel", read_quarrel},
    Particulars{"patrol", read_patrol},
    Particulars{"handover", read_handover},
    Particulars{"supplement", read_message},
    Particulars{"notify", read_message},
    Particulars{"attach", read_attachment},
};

void read_particulars(store::Connection& connection, Step& step) {
    step.order = read_order_detail(connection, step.id);
    const auto* const more = std::ranges::find(particulars, step.what, &Particulars::what);
    if (more != particulars.end()) more->read(connection, step);
}

}  // namespace

StepId add_step(const Writing& writing, MatterId matter, const NewStep& step) {
    const auto& provenance = writing.provenance();
    const auto id = writing.next_id("step");
    const auto seq = store::find_integer(writing.connection(),
                                         "SELECT max(seq) FROM step WHERE matter = ?", matter)
                         .value_or(0) +
                     1;
    auto words = step.text;
    if (words) words = words_of_step(writing, matter, step.what, *words);
    const auto text = writing.keep("step.text", id, words);
    const auto reason = writing.keep("step.reason", id, step.reason);
    const auto as_happened = writing.keep("step.as_happened", id, provenance.as_happened);
    const auto witness = writing.keep("step.witness", id, provenance.witness);
    const auto late_reason = writing.keep("step.late_reason", id, provenance.late_reason);
    store::run(writing.connection(),
               "INSERT INTO step (id, matter, seq, entry, what, at, recorded_at, doer, recorder,"
               " to_staff, method, ended, field, text, reason, as_happened, witness, late_reason)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               id, matter, seq, writing.entry(), step.what, provenance.at, writing.now(),
               provenance.doer, writing.recorder().staff, step.to, step.method, step.ended,
               step.field, text, reason, as_happened, witness, late_reason);
    return id;
}

std::vector<Step> steps_of(store::Connection& connection, MatterId id) {
    std::vector<Step> steps;
    for (Query row(connection,
                   "SELECT s.id, s.seq, s.entry, s.what, s.at, s.recorded_at, s.doer, s.recorder,"
                   " s.to_staff, s.method, s.ended, s.field, words.value, reason.value,"
                   " as_happened.value, witness.value, late_reason.value, s.voided_at,"
                   " (SELECT max(c.at) FROM correction x JOIN step c ON c.id = x.step"
                   "  WHERE x.target = s.id AND c.what = 'amend'),"
                   " (SELECT t.seq FROM correction x JOIN step t ON t.id = x.target"
                   "  WHERE x.step = s.id AND s.what = 'amend') FROM step s"
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
                         .voided_at = row.maybe_time(17),
                         .corrected_at = row.maybe_time(18)});
        if (const auto corrects = row.maybe_integer(19))
            steps.back().corrects = static_cast<int>(*corrects);
    }
    for (auto& step : steps)
        read_particulars(connection, step);
    return steps;
}

}  // namespace huiyin::records
