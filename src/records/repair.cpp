#include "huiyin/records/repair.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "amendment.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/own_fields.hpp"
#include "huiyin/records/plain_step.hpp"
#include "huiyin/records/policy.hpp"
#include "standing.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

constexpr const auto& categories = words::repair_category;
constexpr std::size_t urgent_count = 9;

Matter require_repair(const Writing& writing, std::string_view number) {
    return require_matter(writing.connection(), number, writing.year(), MatterKind::repair);
}

Matter require_standing_repair(const Writing& writing, std::string_view number) {
    auto repair = require_repair(writing, number);
    require_not_void(repair);
    return repair;
}

void require_category(const Writing& writing, const std::string& category) {
    std::vector<std::string> known;
    for (const auto& ours : categories)
        known.emplace_back(ours.word);
    std::ranges::move(
        Policies::load(writing.connection()).list("repair.categories", writing.provenance().at),
        std::back_inserter(known));
    if (std::ranges::find(known, category) != known.end()) return;
    std::vector<std::string> titles;
    for (const auto& word : known)
        titles.push_back(category_title(word).zh);
    const auto near = base::nearest(category, known);
    auto near_zh = base::nearest_in_meaning(category, titles);
    if (!near_zh && near) near_zh = category_title(*near).zh;
    const auto list_zh = base::format("{}", fmt::join(titles, " | "));
    const auto list = base::format("{}", fmt::join(known, " "));
    throw Failure(
        Exit::usage, compose({"没有报修类别「{}」", "there is no repair category '{}'"}, category),
        {near_zh ? base::format("是不是「{}」?可用:{}({})", *near_zh, list_zh, list)
                 : base::format("可用:{}({});自定类别见 huiyin policy show repair.categories",
                                list_zh, list),
         near ? base::format("did you mean {}? one of: {}", *near, list)
              : base::format("one of: {}; the office's own: huiyin policy show repair.categories",
                             list)});
}

/// Whose work a rework has to do again (clause 6.5).
std::optional<StaffId> first_technician(const Writing& writing, MatterId repair) {
    return store::find_integer(writing.connection(),
                               "SELECT o.technician FROM step f"
                               " JOIN dispatch_order o ON o.id = f.dispatch_order"
                               " WHERE f.matter = ? AND f.what = 'finish'"
                               " ORDER BY f.at DESC, f.id DESC LIMIT 1",
                               repair);
}

/// Whoever did the work that has to be done again holds the rework, unless they have left.
void give_to_first_technician(const Writing& writing, MatterId rework, MatterId earlier) {
    const auto first = first_technician(writing, earlier);
    if (first && !staff_as_of(writing.connection(), *first, writing.provenance().at).has_left)
        add_step(
            writing, rework,
            {.what = "assign",
             .to = first,
             .reason = writing.in_office_language(
                 {"二次维修由当事人负责", "rework is the first technician's responsibility"})});
}

/// One judgement of a repair, a rework or none, takes back the other, on record: who asks how it
/// stood before sees it.
void take_back_other_judgement(const Writing& writing, MatterId id, std::string_view judgement,
                               const std::string& reason) {
    auto& connection = writing.connection();
    const bool is_link = judgement == "not_rework";
    const std::string_view other = is_link ? "rework_of" : "not_rework";
    if (!store::find_integer(connection, base::format("SELECT {} FROM repair WHERE id = ?", other),
                             id))
        return;
    const auto step = add_step(
        writing, id,
        {.what = "amend", .field = is_link ? "rework-of" : "not-rework", .reason = reason});
    (is_link ? keep_old_value : keep_old_words)(writing, step, {"repair", other, id});
    store::run(connection, base::format("UPDATE repair SET {} = NULL WHERE id = ?", other), id);
}

MatterId require_earlier(const Writing& writing, MatterId id, const std::string& number) {
    const auto earlier = require_standing_repair(writing, number);
    if (earlier.id == id)
        throw Failure(Exit::usage, base::Label{"--rework-of 不能是它自己",
                                               "--rework-of cannot be the repair itself"});
    return earlier.id;
}

}  // namespace

bool is_urgent(std::string_view category) {
    const auto urgent = std::span(categories).first(urgent_count);
    return std::ranges::find(urgent, category, &RepairCategory::word) != urgent.end();
}

std::span<const RepairCategory> regulation_categories() {
    return categories;
}

base::Text category_title(std::string_view word) {
    const auto found = std::ranges::find(categories, word, &RepairCategory::word);
    return found == categories.end() ? word_title(words::event_category, word)
                                     : base::Text(found->title);
}

WriteResult add_repair(const Writing& writing, const NewRepair& repair) {
    require_category(writing, repair.matter.category.value_or(""));
    std::optional<MatterId> earlier;
    if (const auto number = repair.own.text("rework_of"))
        earlier = require_standing_repair(writing, *number).id;
    const auto opened = open_matter(writing, repair.matter);
    insert_own_fields(writing, opened.id, repair.own);
    if (earlier) give_to_first_technician(writing, opened.id, *earlier);
    return {opened.no, {}};
}

WriteResult recategorise_repair(const Writing& writing, std::string_view number,
                                const std::string& category, const std::string& reason) {
    const auto matter = require_repair(writing, number);
    require_category(writing, category);
    const auto step = add_step(writing, matter.id, {.what = "recategorise", .reason = reason});
    store::run(writing.connection(),
               "INSERT INTO recategorised (step, old_category, new_category) VALUES (?, ?, ?)",
               step, matter.category.value_or(""), category);
    store::run(writing.connection(), "UPDATE matter SET category = ? WHERE id = ?", category,
               matter.id);
    WriteResult made{matter.no, {}};
    if (writing.provenance().at < writing.now()) made.remarks.push_back(binds_from_now(writing));
    return made;
}

WriteResult apologise_for_repair(const Writing& writing, std::string_view number,
                                 const std::string& text,
                                 const std::optional<std::string>& method) {
    return record_step(writing, number, MatterKind::repair,
                       {.what = "apology", .method = method, .text = text});
}

WriteResult tell_supplier(const Writing& writing, std::string_view number,
                          const std::string& told) {
    return record_step(writing, number, MatterKind::repair, {.what = "supplier", .text = told});
}

void amend_repair(const Writing& writing, MatterId id, std::string_view field,
                  const std::string& value, const std::string& reason) {
    const auto* own = amendable_field("repair", field);
    if (own == nullptr || own->table() != "repair")
        return amend_matter(writing, id, field, value, reason);
    std::optional<MatterId> earlier;
    if (own->key == "rework_of") earlier = require_earlier(writing, id, value);
    if (earlier || own->key == "not_rework")
        take_back_other_judgement(writing, id, own->key, reason);
    amend_own_field(writing, *own, id, value, reason);
    if (earlier && !holder_of(writing.connection(), id))
        give_to_first_technician(writing, id, *earlier);
}

WriteResult urge_repair(const Writing& writing, std::string_view number, const std::string& text) {
    return record_step(writing, number, MatterKind::repair, {.what = "urge", .text = text});
}

WriteResult close_repair(const Writing& writing, std::string_view number,
                         const std::optional<std::string>& outcome) {
    const auto matter = require_repair(writing, number);
    close_matter(writing, matter.id, outcome, {}, {});
    return {matter.no, {}};
}

Repair load_repair(store::Connection& connection, MatterId id) {
    return {
        .matter = load_matter(connection, id),
        .own = load_own_fields(connection, "repair", id),
        .fault = store::find_text(connection,
                                  "SELECT d.fault FROM step s"
                                  " JOIN order_detail d ON d.step = s.id"
                                  " WHERE s.matter = ? AND s.what = 'defer'"
                                  " ORDER BY s.id DESC LIMIT 1",
                                  id),
        .urged = store::find_integer(
                     connection, "SELECT count(*) FROM step WHERE matter = ? AND what = 'urge'", id)
                     .value_or(0)};
}

std::vector<std::pair<std::string, base::Instant>> repair_appointments(
    store::Connection& connection, base::Instant from, base::Instant until) {
    std::vector<std::pair<std::string, base::Instant>> found;
    Query row(connection,
              "SELECT m.no, r.appointment_at FROM matter m JOIN repair r ON r.id = m.id"
              " WHERE m.kind = 'repair' AND m.closed_at IS NULL AND m.voided_at IS NULL"
              " AND r.appointment_at >= ? AND r.appointment_at < ? ORDER BY r.appointment_at, m.id",
              from, until);
    while (row.next())
        found.emplace_back(row.text(0), row.time(1));
    return found;
}

}  // namespace huiyin::records
