#include "huiyin/records/conduct.hpp"

#include <algorithm>

#include "huiyin/records/own_fields.hpp"

namespace huiyin::records {

namespace {

/// `none` is how people say that nobody did.
std::optional<StaffId> somebody(const Writing& writing, const std::optional<std::string>& login) {
    if (!login || *login == "none") return {};
    return writing.staff_with_us(*login);
}

}  // namespace

std::span<const ConductKind> conduct_sorts() {
    return all_conduct_sorts;
}

base::Text conduct_title(std::string_view word) {
    const auto found = std::ranges::find(all_conduct_sorts, word, &ConductKind::word);
    return found == all_conduct_sorts.end() ? base::Text{std::string(word), std::string(word)}
                                            : base::Text(found->title);
}

Opened open_conduct(const Writing& writing, const NewConduct& conduct) {
    auto opened = open_matter(
        writing,
        {.kind = MatterKind::conduct, .channel = "office", .text = conduct.text.value_or("—")});
    FieldValues own("conduct");
    own.set("staff", conduct.staff);
    own.set("kind", conduct.kind);
    if (conduct.source) own.set("matter", *conduct.source);
    insert_own_fields(writing, opened.id, own);
    return opened;
}

WriteResult decide_conduct(const Writing& writing, std::string_view number,
                           const std::string& decision,
                           const std::optional<std::string>& authority) {
    const auto matter =
        require_matter(writing.connection(), number, writing.year(), MatterKind::conduct);
    add_step(writing, matter.id, {.what = "decide", .text = decision, .reason = authority});
    store::run(writing.connection(),
               "UPDATE matter SET closed_at = ?, outcome = ? WHERE id = ? AND closed_at IS NULL",
               writing.provenance().at,
               writing.keep("matter.outcome", matter.id, std::string_view(decision)), matter.id);
    return {matter.no, {}};
}

std::optional<std::string> deciding_authority(store::Connection& connection, MatterId id) {
    return store::find_text(connection,
                            "SELECT authority.value FROM step s"
                            " JOIN content authority ON authority.id = s.reason"
                            " WHERE s.matter = ? AND s.what = 'decide'",
                            id);
}

WriteResult record_quarrel(const Writing& writing, std::string_view number,
                           const NewQuarrel& quarrel) {
    const auto complaint =
        require_matter(writing.connection(), number, writing.year(), MatterKind::complaint);
    const auto who = writing.staff(quarrel.who);
    const auto stopped_by = somebody(writing, quarrel.stopped_by);
    const auto step = add_step(
        writing, complaint.id,
        {.what = "quarrel", .to = somebody(writing, quarrel.taken_over_by), .text = quarrel.note});
    const auto opened = open_conduct(
        writing, {.staff = who, .kind = "quarrel", .text = quarrel.note, .source = complaint.id});
    store::run(writing.connection(),
               "INSERT INTO quarrel (step, who, stopped_by, case_id) VALUES (?, ?, ?, ?)", step,
               who, stopped_by, opened.id);
    return {complaint.no, {opened.no}};
}

}  // namespace huiyin::records
