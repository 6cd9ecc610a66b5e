#include "huiyin/records/repair.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "amendment.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/records/plain_step.hpp"
#include "huiyin/records/policy.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

constexpr std::array<RepairCategory, 17> categories{{
    {"elevator", {"电梯失控、困人", "elevator"}},
    {"structure", {"房屋结构危险", "structure"}},
    {"wiring", {"线路故障停电、漏电", "wiring"}},
    {"water-supply", {"水泵、表内水管", "water-supply"}},
    {"tap-burst", {"龙头严重漏水", "tap-burst"}},
    {"heating-main", {"暖气主管跑水", "heating-main"}},
    {"floor-stair-rail", {"楼板、楼梯、扶手", "floor-stair-rail"}},
    {"falling-risk", {"门窗、外墙将坠落", "falling-risk"}},
    {"danger", {"其他危险", "danger"}},
    {"plumbing", {"水暖", "plumbing"}},
    {"electrical", {"电气", "electrical"}},
    {"door-window", {"门窗", "door-window"}},
    {"furniture", {"家具", "furniture"}},
    {"appliance", {"电器", "appliance"}},
    {"public-area", {"公共部位", "public-area"}},
    {"service", {"服务要求", "service"}},
    {"other", {"其他", "other"}},
}};
constexpr std::size_t urgent_count = 9;

Matter require_repair(const Writing& writing, std::string_view number) {
    return require_matter(writing.connection(), number, writing.year(), MatterKind::repair);
}

void require_category(const Writing& writing, const std::string& category) {
    std::vector<std::string> known;
    for (const auto& ours : categories)
        known.emplace_back(ours.word);
    std::ranges::move(
        Policies::load(writing.connection()).list("repair.categories", writing.deed().at),
        std::back_inserter(known));
    if (std::ranges::find(known, category) != known.end()) return;
    auto near = base::nearest(category, known);
    for (const auto& ours : categories)
        if (ours.title.zh == category) near = ours.word;
    const auto list = base::format("{}", fmt::join(known, " "));
    throw Failure(Exit::usage,
                  compose({"没有报修类别「{}」", "there is no repair category '{}'"}, category),
                  near ? compose({"是不是 {}?可用:{}", "did you mean {}? one of: {}"}, *near, list)
                       : compose({"可用:{};自定类别见 huiyin policy show repair.categories",
                                  "one of: {}; the office's own: huiyin policy show "
                                  "repair.categories"},
                                 list));
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
    if (first && !staff_as_of(writing.connection(), *first, writing.deed().at).has_left)
        add_step(writing, rework,
                 {.what = "assign",
                  .to = first,
                  .reason = writing.in_office_language(
                      {"二次维修由当事人负责", "a rework is the first technician's"})});
}

/// Another judgement takes back the one that stands, on record: who asks how it stood before sees
/// it.
void take_back_judgement(const Writing& writing, MatterId id, const std::string& reason) {
    auto& connection = writing.connection();
    for (const std::string_view column : {"rework_of", "not_rework"}) {
        if (!store::find_integer(connection,
                                 base::format("SELECT {} FROM repair WHERE id = ?", column), id))
            continue;
        const bool is_link = column == "rework_of";
        const auto step = add_step(
            writing, id,
            {.what = "amend", .field = is_link ? "rework-of" : "not-rework", .reason = reason});
        (is_link ? keep_old_value : keep_old_words)(writing, step, {"repair", column, id});
        store::run(connection, base::format("UPDATE repair SET {} = NULL WHERE id = ?", column),
                   id);
    }
}

MatterId require_earlier(const Writing& writing, MatterId id, const std::string& number) {
    const auto earlier = require_repair(writing, number).id;
    if (earlier == id)
        throw Failure(Exit::usage, base::Label{"--rework-of 不能是它自己",
                                               "--rework-of cannot be the repair itself"});
    return earlier;
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
    return found == categories.end() ? base::Text{std::string(word), std::string(word)}
                                     : base::Text(found->title);
}

Made add_repair(const Writing& writing, const NewRepair& repair) {
    require_category(writing, repair.matter.category.value_or(""));
    std::optional<MatterId> earlier;
    if (repair.rework_of) earlier = require_repair(writing, *repair.rework_of).id;
    const auto opened = open_matter(writing, repair.matter);
    store::run(writing.connection(),
               "INSERT INTO repair (id, place, appointment_at, rework_of, not_rework)"
               " VALUES (?, ?, ?, ?, ?)",
               opened.id, writing.say("repair.place", opened.id, repair.place), repair.appointment,
               earlier, writing.say("repair.not_rework", opened.id, repair.not_rework));
    if (earlier) give_to_first_technician(writing, opened.id, *earlier);
    return {opened.no, {}};
}

Made recategorise_repair(const Writing& writing, std::string_view number,
                         const std::string& category, const std::string& reason) {
    const auto matter = require_repair(writing, number);
    require_category(writing, category);
    const auto step = add_step(writing, matter.id, {.what = "recategorise", .reason = reason});
    store::run(writing.connection(),
               "INSERT INTO recategorised (step, old_category, new_category) VALUES (?, ?, ?)",
               step, matter.category.value_or(""), category);
    store::run(writing.connection(), "UPDATE matter SET category = ? WHERE id = ?", category,
               matter.id);
    return {matter.no, {}};
}

Made apologise_for_repair(const Writing& writing, std::string_view number, const std::string& text,
                          const std::optional<std::string>& method) {
    return record_step(writing, number, MatterKind::repair,
                       {.what = "apology", .method = method, .text = text});
}

Made tell_supplier(const Writing& writing, std::string_view number, const std::string& told) {
    return record_step(writing, number, MatterKind::repair, {.what = "supplier", .text = told});
}

void amend_repair(const Writing& writing, MatterId id, std::string_view field,
                  const std::string& value, const std::string& reason) {
    const auto amend = [&] { return add_amendment(writing, id, field, value, reason); };
    if (field == "place")
        change_words(writing, amend(), {"repair", "place", id}, value);
    else if (field == "rework-of") {
        const auto earlier = require_earlier(writing, id, value);
        take_back_judgement(writing, id, reason);
        change_value(writing, amend(), {"repair", "rework_of", id}, earlier);
        if (!holder_of(writing.connection(), id)) give_to_first_technician(writing, id, earlier);
    } else if (field == "not-rework") {
        take_back_judgement(writing, id, reason);
        change_words(writing, amend(), {"repair", "not_rework", id}, value);
    } else
        amend_matter(writing, id, field, value, reason);
}

Made urge_repair(const Writing& writing, std::string_view number, const std::string& text) {
    return record_step(writing, number, MatterKind::repair, {.what = "urge", .text = text});
}

Made close_repair(const Writing& writing, std::string_view number,
                  const std::optional<std::string>& outcome) {
    const auto matter = require_repair(writing, number);
    close_matter(writing, matter.id, outcome, {}, {});
    return {matter.no, {}};
}

Repair load_repair(store::Connection& connection, MatterId id) {
    Repair repair;
    repair.matter = load_matter(connection, id);
    Query row(connection,
              "SELECT place.value, r.appointment_at,"
              " (SELECT d.fault FROM step s JOIN order_detail d ON d.step = s.id"
              "  WHERE s.matter = r.id AND s.what = 'defer' ORDER BY s.id DESC LIMIT 1),"
              " (SELECT count(*) FROM step s WHERE s.matter = r.id AND s.what = 'urge'),"
              " earlier.no, denied.value"
              " FROM repair r LEFT JOIN content place ON place.id = r.place"
              " LEFT JOIN matter earlier ON earlier.id = r.rework_of"
              " LEFT JOIN content denied ON denied.id = r.not_rework WHERE r.id = ?",
              id);
    if (!row.next()) return repair;
    repair.place = row.maybe_text(0);
    repair.appointment = row.maybe_time(1);
    repair.fault = row.maybe_text(2);
    repair.urged = row.integer(3);
    repair.rework_of = row.maybe_text(4);
    repair.not_rework = row.maybe_text(5);
    return repair;
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
