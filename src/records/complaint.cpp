#include "huiyin/records/complaint.hpp"

#include <algorithm>

#include "huiyin/base/failure.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/plain_step.hpp"
#include "huiyin/records/policy.hpp"
#include "repeats.hpp"
#include "standing.hpp"

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
    require_not_void(earlier);
    return earlier.id;
}

std::vector<StaffId> staff_ids(const Writing& writing, const std::vector<std::string>& logins) {
    std::vector<StaffId> ids;
    std::ranges::transform(logins, std::back_inserter(ids),
                           [&](const std::string& login) { return writing.staff_with_us(login); });
    return ids;
}

void note_convened(const Writing& writing, StepId step, const std::vector<StaffId>& people) {
    for (const StaffId person : people)
        store::run(writing.connection(),
                   "INSERT OR IGNORE INTO convened (step, staff) VALUES (?, ?)", step, person);
}

}  // namespace

WriteResult add_complaint(const Writing& writing, const NewComplaint& complaint) {
    const auto repeat_of = complaint.own.text("repeat_of");
    std::optional<MatterId> earlier;
    if (repeat_of) earlier = require_repeated(writing, *repeat_of);
    const auto [id, no, step] = open_matter(writing, complaint.matter);
    const auto& acts = complaint.courtesy;
    insert_own_fields(
        writing, id, complaint.own,
        {{"seat", acts.seat}, {"tea", acts.tea}, {"heard", acts.heard}, {"calmed", acts.calmed}});
    if (earlier) link_by_hand(writing, id, *earlier, true);
    follow_repeats(writing, id, true);
    return {no, {}};
}

Complaint load_complaint(store::Connection& connection, MatterId id) {
    Complaint complaint{.matter = load_matter(connection, id),
                        .own = load_own_fields(connection, "complaint", id),
                        .courtesy = {}};
    Query row(connection, "SELECT seat, tea, heard, calmed FROM complaint WHERE id = ?", id);
    if (row.next()) complaint.courtesy = {row.flag(0), row.flag(1), row.flag(2), row.flag(3)};
    return complaint;
}

WriteResult assign_matter(const Writing& writing, std::string_view number, std::string_view to,
                          const std::optional<std::string>& reason, MatterKind kind) {
    return record_step(writing, number, kind,
                       {.what = "assign", .to = writing.staff_with_us(to), .reason = reason});
}

WriteResult escalate_complaint(const Writing& writing, std::string_view number, std::string_view to,
                               const std::optional<std::string>& reason,
                               const std::vector<std::string>& convened) {
    const auto matter = require_complaint(writing, number);
    const auto people = staff_ids(writing, convened);
    const auto step =
        add_step(writing, matter.id,
                 {.what = "escalate", .to = writing.staff_with_us(to), .reason = reason});
    note_convened(writing, step, people);
    return {matter.no, {}};
}

WriteResult convene_complaint(const Writing& writing, std::string_view number,
                              const std::vector<std::string>& who) {
    const auto matter = require_complaint(writing, number);
    const auto people = staff_ids(writing, who);
    note_convened(writing, add_step(writing, matter.id, {.what = "convene"}), people);
    return {matter.no, {}};
}

WriteResult investigate_complaint(const Writing& writing, std::string_view number,
                                  const std::string& findings) {
    return record_step(writing, number, MatterKind::complaint,
                       {.what = "investigate", .text = findings});
}

WriteResult give_opinion(const Writing& writing, std::string_view number,
                         const std::string& opinion) {
    return record_step(writing, number, MatterKind::complaint,
                       {.what = "opinion", .text = opinion});
}

WriteResult reply_to_complaint(const Writing& writing, std::string_view number,
                               const std::string& reply, const std::string& method) {
    return record_step(writing, number, MatterKind::complaint,
                       {.what = "reply", .method = method, .text = reply});
}

WriteResult settle_complaint(const Writing& writing, std::string_view number,
                             const Settlement& settlement) {
    if (settlement.findings) investigate_complaint(writing, number, *settlement.findings);
    if (settlement.opinion) give_opinion(writing, number, *settlement.opinion);
    return reply_to_complaint(writing, number, settlement.reply, settlement.method);
}

WriteResult close_complaint(const Writing& writing, std::string_view number,
                            const Closing& closing) {
    const auto matter = require_complaint(writing, number);
    close_matter(writing, matter.id, closing.outcome, closing.ended, closing.reason);
    return {matter.no, {}};
}

void amend_complaint(const Writing& writing, MatterId id, std::string_view option,
                     const std::string& value, const std::string& reason) {
    const auto* field = amendable_field("complaint", option);
    if (field == nullptr || field->table() != "complaint") {
        amend_matter(writing, id, option, value, reason);
        if (option == "unit" || option == "category") follow_repeats(writing, id);
        return;
    }
    const bool is_repeat = field->key == "repeat_of";
    if (is_repeat && require_repeated(writing, value) == id)
        throw Failure(Exit::usage, base::Label{"--repeat-of 不能是它自己",
                                               "--repeat-of cannot be the complaint itself"});
    // Rules judge what was done before by what was known then.
    const bool judged = field->key == "class" || field->key == "people";
    auto& connection = writing.connection();
    const auto before =
        judged ? load_own_fields(connection, "complaint", id).whole(field->key) : std::nullopt;
    const auto [step, now] = amend_own_field(writing, *field, id, value, reason);
    if (judged)
        store::run(connection,
                   "INSERT INTO corrected (step, old_value, new_value) VALUES (?, ?, ?)", step,
                   before, now.number);
    if (is_repeat) {
        link_by_hand(writing, id, now.number.value());
        follow_repeats(writing, id);
    }
}

std::optional<std::int64_t> registered_value(store::Connection& connection, MatterId id,
                                             std::string_view field,
                                             std::optional<std::int64_t> current) {
    Query row(connection,
              "SELECT c.old_value FROM step s JOIN corrected c ON c.step = s.id"
              " WHERE s.matter = ? AND s.field = ? ORDER BY s.id LIMIT 1",
              id, field);
    return row.next() ? row.maybe_integer(0) : current;
}

bool is_joint(std::string_view channel, std::int64_t people, base::Instant at,
              const Policies& policies) {
    return channel == "visit" && people >= policies.number("complaint.group_size", at);
}

}  // namespace huiyin::records
