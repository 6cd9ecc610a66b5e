#include "huiyin/records/complaint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "amendment.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/policy.hpp"

namespace huiyin::records {

using base::Exit;
using base::Failure;
using store::Query;

namespace {

Matter require_complaint(const Writing& writing, std::string_view number) {
    return require_matter(writing.connection(), number, writing.year(), MatterKind::complaint);
}

/// The complaint that another repeats, which is not void.
MatterId require_repeated(const Writing& writing, std::string_view number) {
    const auto earlier = require_complaint(writing, number);
    if (earlier.voided_at)
        throw Failure(Exit::usage, base::compose({"{} 已作废", "{} is void"}, earlier.no),
                      base::Label{"写没有作废的那一件", "give the complaint that stands instead"});
    return earlier.id;
}

std::optional<int> as_int(std::optional<std::int64_t> value) {
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::vector<StaffId> staff_ids(const Writing& writing, const std::vector<std::string>& logins) {
    std::vector<StaffId> ids;
    std::ranges::transform(logins, std::back_inserter(ids),
                           [&](const std::string& login) { return writing.staff(login); });
    return ids;
}

void note_convened(const Writing& writing, StepId step, const std::vector<StaffId>& people) {
    for (const StaffId person : people)
        store::run(writing.connection(),
                   "INSERT OR IGNORE INTO convened (step, staff) VALUES (?, ?)", step, person);
}

/// The last complaint of the same place and category within the window (clause 3.3.5).
std::optional<MatterId> repeated_by(const Writing& writing, MatterId id) {
    auto& connection = writing.connection();
    const auto at = store::find_integer(connection, "SELECT at FROM matter WHERE id = ?", id);
    const auto window =
        Policies::load(connection).number("complaint.repeat_window", base::instant(at.value_or(0)));
    return store::find_integer(connection,
                               "SELECT e.id FROM matter m JOIN matter e ON e.unit = m.unit"
                               " AND e.category = m.category AND +e.kind = m.kind"
                               " WHERE m.id = ?1 AND e.id <> m.id AND e.voided_at IS NULL"
                               " AND e.at >= m.at - ?2 AND (e.at, e.id) < (m.at, m.id)"
                               " ORDER BY e.at DESC, e.id DESC LIMIT 1",
                               id, window);
}

/// Later complaints of the same place and category that this one, recorded after them, precedes.
std::vector<MatterId> repeating(const Writing& writing, MatterId id) {
    std::vector<MatterId> later;
    for (Query row(writing.connection(),
                   "SELECT l.id FROM matter m JOIN matter l ON l.unit = m.unit"
                   " AND l.category = m.category AND +l.kind = m.kind"
                   " JOIN complaint c ON c.id = l.id AND c.repeat_of IS NULL"
                   " WHERE m.id = ? AND (l.at, l.id) > (m.at, m.id) AND l.voided_at IS NULL",
                   id);
         row.next();)
        later.push_back(row.integer(0));
    return later;
}

/// A repeat counts as one from `at` on; once linked it stays linked to the same complaint.
void mark_repeat(const Writing& writing, MatterId id, base::Instant at) {
    if (const auto earlier = repeated_by(writing, id))
        store::run(writing.connection(),
                   "UPDATE complaint SET repeat_of = ?, repeat_at = ?"
                   " WHERE id = ? AND repeat_of IS NULL",
                   *earlier, at, id);
}

/// Looks both ways: paper is not always typed in the order it was written.
void mark_repeats(const Writing& writing, MatterId id) {
    mark_repeat(writing, id, writing.deed().at);
    for (const auto later : repeating(writing, id))
        mark_repeat(writing, later, writing.now());
}

}  // namespace

Made add_complaint(const Writing& writing, const NewComplaint& complaint) {
    std::optional<MatterId> repeat_of;
    if (complaint.repeat_of) repeat_of = require_repeated(writing, *complaint.repeat_of);
    std::optional<StaffId> about;
    if (complaint.about) about = writing.staff(*complaint.about);

    const auto [id, no, step] = open_matter(writing, complaint.matter);
    const auto subject = writing.say("complaint.subject", id, complaint.subject);
    const auto forwarded_by = writing.say("complaint.forwarded_by", id, complaint.forwarded_by);
    const auto missed = writing.say("complaint.courtesy_missed", id, complaint.courtesy_missed);
    store::run(writing.connection(),
               "INSERT INTO complaint (id, subject, class, people, forwarded_by, about, repeat_of,"
               " seat, tea, heard, calmed, courtesy_missed, repeat_at)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               id, subject, complaint.complaint_class, complaint.people, forwarded_by, about,
               repeat_of, complaint.courtesy.seat, complaint.courtesy.tea, complaint.courtesy.heard,
               complaint.courtesy.calmed, missed,
               repeat_of ? std::optional(writing.deed().at) : std::nullopt);
    mark_repeats(writing, id);
    return {no, {}};
}

Complaint load_complaint(store::Connection& connection, MatterId id) {
    Complaint complaint;
    complaint.matter = load_matter(connection, id);
    Query row(connection,
              "SELECT subject.value, c.class, c.people, forwarder.value, about.login, earlier.no,"
              " c.seat, c.tea, c.heard, c.calmed, missed.value FROM complaint c"
              " LEFT JOIN content subject ON subject.id = c.subject"
              " LEFT JOIN content forwarder ON forwarder.id = c.forwarded_by"
              " LEFT JOIN content missed ON missed.id = c.courtesy_missed"
              " LEFT JOIN staff about ON about.id = c.about"
              " LEFT JOIN matter earlier ON earlier.id = c.repeat_of WHERE c.id = ?",
              id);
    if (!row.next()) return complaint;
    complaint.subject = row.maybe_text(0);
    complaint.complaint_class = as_int(row.maybe_integer(1));
    complaint.people = as_int(row.maybe_integer(2));
    complaint.forwarded_by = row.maybe_text(3);
    complaint.about = row.maybe_text(4);
    complaint.repeat_of = row.maybe_text(5);
    complaint.courtesy = {row.flag(6), row.flag(7), row.flag(8), row.flag(9)};
    complaint.courtesy_missed = row.maybe_text(10);
    return complaint;
}

Made assign_matter(const Writing& writing, std::string_view number, std::string_view to,
                   const std::optional<std::string>& reason, MatterKind kind) {
    const auto matter = require_matter(writing.connection(), number, writing.year(), kind);
    add_step(writing, matter.id, {.what = "assign", .to = writing.staff(to), .reason = reason});
    return {matter.no, {}};
}

Made escalate_complaint(const Writing& writing, std::string_view number, std::string_view to,
                        const std::optional<std::string>& reason,
                        const std::vector<std::string>& convened) {
    const auto matter = require_complaint(writing, number);
    const auto people = staff_ids(writing, convened);
    const auto step = add_step(writing, matter.id,
                               {.what = "escalate", .to = writing.staff(to), .reason = reason});
    note_convened(writing, step, people);
    return {matter.no, {}};
}

Made convene_complaint(const Writing& writing, std::string_view number,
                       const std::vector<std::string>& who) {
    const auto matter = require_complaint(writing, number);
    const auto people = staff_ids(writing, who);
    note_convened(writing, add_step(writing, matter.id, {.what = "convene"}), people);
    return {matter.no, {}};
}

Made investigate_complaint(const Writing& writing, std::string_view number,
                           const std::string& findings) {
    const auto matter = require_complaint(writing, number);
    add_step(writing, matter.id, {.what = "investigate", .text = findings});
    return {matter.no, {}};
}

Made give_opinion(const Writing& writing, std::string_view number, const std::string& opinion) {
    const auto matter = require_complaint(writing, number);
    add_step(writing, matter.id, {.what = "opinion", .text = opinion});
    return {matter.no, {}};
}

Made reply_to_complaint(const Writing& writing, std::string_view number, const std::string& reply,
                        const std::string& method) {
    const auto matter = require_complaint(writing, number);
    add_step(writing, matter.id, {.what = "reply", .method = method, .text = reply});
    return {matter.no, {}};
}

Made settle_complaint(const Writing& writing, std::string_view number,
                      const Settlement& settlement) {
    if (settlement.findings) investigate_complaint(writing, number, *settlement.findings);
    if (settlement.opinion) give_opinion(writing, number, *settlement.opinion);
    return reply_to_complaint(writing, number, settlement.reply, settlement.method);
}

Made close_complaint(const Writing& writing, std::string_view number, const Closing& closing) {
    const auto matter = require_complaint(writing, number);
    close_matter(writing, matter.id, closing.outcome, closing.ended, closing.reason);
    return {matter.no, {}};
}

void amend_complaint(const Writing& writing, MatterId id, std::string_view field,
                     const std::string& value, const std::string& reason) {
    const auto set = [&](std::string_view column, const auto& stored) {
        const auto step = add_amendment(writing, id, field, value, reason);
        // Rules judge what was done before by what was known then.
        if (column == "class" || column == "people")
            store::run(writing.connection(),
                       fmt::format("INSERT INTO corrected (step, old_value, new_value)"
                                   " SELECT ?, {}, ? FROM complaint WHERE id = ?",
                                   column),
                       step, stored, id);
        store::run(writing.connection(),
                   fmt::format("UPDATE complaint SET {} = ? WHERE id = ?", column), stored, id);
    };
    const auto set_said = [&](std::string_view column) {
        set(column, writing.say(fmt::format("complaint.{}", column), id, std::string_view(value)));
    };
    if (field == "class" || field == "people")
        set(field, base::parse_whole(value));
    else if (field == "subject")
        set_said("subject");
    else if (field == "forwarded-by")
        set_said("forwarded_by");
    else if (field == "about")
        set("about", writing.staff(value));
    else if (field == "repeat-of") {
        const auto earlier = require_repeated(writing, value);
        if (earlier == id)
            throw Failure(Exit::usage, base::Label{"--repeat-of 不能是它自己",
                                                   "--repeat-of cannot be the complaint itself"});
        set("repeat_of", earlier);
        store::run(writing.connection(),
                   "UPDATE complaint SET repeat_at = coalesce(repeat_at, ?) WHERE id = ?",
                   writing.deed().at, id);
    } else
        amend_matter(writing, id, field, value, reason);
    if (field == "unit" || field == "category") mark_repeats(writing, id);
}

std::optional<int> registered_value(store::Connection& connection, MatterId id,
                                    std::string_view field, std::optional<int> now) {
    Query row(connection,
              "SELECT c.old_value FROM step s JOIN corrected c ON c.step = s.id"
              " WHERE s.matter = ? AND s.field = ? ORDER BY s.id LIMIT 1",
              id, field);
    return row.next() ? as_int(row.maybe_integer(0)) : now;
}

bool is_joint(const Complaint& complaint, const Policies& policies) {
    return complaint.matter.channel == "visit" &&
           complaint.people.value_or(1) >=
               policies.number("complaint.group_size", complaint.matter.at);
}

}  // namespace huiyin::records
