#include "huiyin/records/matter.hpp"

#include <algorithm>
#include <array>

#include "amendment.hpp"
#include "home_spelling.hpp"
#include "huiyin/base/contact.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/records/matter_sql.hpp"
#include "huiyin/records/numbers.hpp"
#include "huiyin/records/plain_step.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/step_kind.hpp"
#include "huiyin/store/foreign_value.hpp"
#include "repeats.hpp"
#include "standing.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using store::Query;

namespace {

constexpr std::array kinds{
    MatterKindName{
        MatterKind::complaint, "complaint", "TS", {"投诉", "complaint"}, "complaint add"},
    MatterKindName{
        MatterKind::suggestion, "suggestion", "JY", {"建议", "suggestion"}, "suggestion add"},
    MatterKindName{MatterKind::assist, "assist", "QZ", {"求助", "call for help"}, "assist add"},
    MatterKindName{MatterKind::repair, "repair", "BX", {"报修", "repair"}, "repair add"},
    MatterKindName{MatterKind::event, "event", "ZD", {"重大事项", "major event"}, "event report"},
    MatterKindName{MatterKind::letter, "letter", "GX", {"公开信", "open letter"}, "letter publish"},
    MatterKindName{MatterKind::survey, "survey", "WJ", {"问卷", "survey"}, "survey issue"},
    MatterKindName{
        MatterKind::conduct, "conduct", "CL", {"处理", "conduct case"}, "conduct record"},
    MatterKindName{MatterKind::shift, "shift", "ZB", {"值班", "shift"}, "duty start"},
    MatterKindName{MatterKind::roster, "roster", "PB", {"排班", "roster entry"}, "duty schedule"},
};

/// Of a word that stands in the store: which no command wrote if there is no such kind.
MatterKind parse_kind(std::string_view word) {
    if (const auto found = std::ranges::find(kinds, word, &MatterKindName::word);
        found != kinds.end())
        return found->kind;
    throw store::foreign_value({"事项种类", "kind of matter"}, word);
}

/// The last number a series gave out, to tell people what there is.
std::optional<std::string> last_number(store::Connection& connection, std::string_view number) {
    Query row(connection,
              "SELECT prefix || '-' || year || '-' || printf('%04d', last) FROM number_series"
              " WHERE prefix = substr(?1, 1, 2) AND year = CAST(substr(?1, 4, 4) AS INTEGER)",
              number);
    return row.next() ? row.maybe_text(0) : std::nullopt;
}

/// The matter that an order or a callback belongs to.
std::optional<std::string> recorded_under(store::Connection& connection, std::string_view no) {
    return store::find_text(connection,
                            "SELECT m.no FROM dispatch_order o JOIN matter m ON m.id = o.repair"
                            " WHERE o.no = ?1 UNION ALL"
                            " SELECT m.no FROM callback c JOIN matter m ON m.id = c.matter"
                            " WHERE c.no = ?1",
                            no);
}

}  // namespace

std::span<const MatterKindName> matter_kinds() {
    return kinds;
}

const MatterKindName& name_of(MatterKind kind) {
    return *std::ranges::find(kinds, kind, &MatterKindName::kind);
}

std::optional<MatterKind> kind_of_prefix(std::string_view prefix) {
    const auto found = std::ranges::find(kinds, prefix, &MatterKindName::prefix);
    return found == kinds.end() ? std::nullopt : std::optional(found->kind);
}

namespace {

/// A number of few digits reaches somebody only where the house has numbers of that length (3.3.6).
void require_dialable(const Writing& writing, const std::string& phone) {
    const auto internal = base::internal_number(phone);
    if (!internal) return;
    const auto lengths = Policies::load(writing.connection())
                             .list("contact.internal_digits", writing.provenance().at);
    if (std::ranges::find(lengths, base::format("{}", internal->size())) != lengths.end()) return;
    throw Failure(
        Exit::usage,
        compose({"--phone:「{}」只有 {} 位数字,不是能拨打的号码",
                 "--phone: '{}' has only {} digits and is not a number that can be dialled"},
                phone, internal->size()),
        compose({"写完整的号码,如 13800008000;若是内线,由系统管理员设 "
                 "huiyin policy set contact.internal_digits {0} --reason …",
                 "give the whole number: 13800008000; for internal extensions the administrator "
                 "sets huiyin policy set contact.internal_digits {0} --reason …"},
                internal->size()));
}

}  // namespace

Opened open_matter(const Writing& writing, const NewMatter& matter, const NewStep& reception) {
    const auto& kind = name_of(matter.kind);
    const auto id = writing.next_id("matter");
    const auto no = next_number(writing, kind.prefix);
    const auto via = writing.keep("matter.via", id, matter.via);
    const auto person = writing.keep("matter.person", id, matter.person);
    const auto phone = writing.keep("matter.phone", id, matter.phone);
    const auto text = writing.keep("matter.text", id, std::string_view(matter.text));
    if (matter.phone) require_dialable(writing, *matter.phone);
    if (matter.unit) note_spelling(writing.connection(), *matter.unit);
    store::run(writing.connection(),
               "INSERT INTO matter (id, no, kind, at, recorded_at, opened_by, channel, via,"
               " category, unit, person, phone, text, reachable_at)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               id, no, kind.word, writing.provenance().at, writing.now(), writing.provenance().doer,
               matter.channel, via, matter.category, matter.unit, person, phone, text,
               matter.phone || matter.unit ? std::optional(writing.provenance().at) : std::nullopt);
    return {id, no, add_step(writing, id, reception)};
}

namespace {

/// The steps and the shift that say who holds a matter: by ?2, or all on file. The `+` leaves
/// step_by_matter as the way to the steps, as in the rules' own view.
constexpr std::string_view known_steps =
    "WITH steps AS NOT MATERIALIZED (SELECT id, matter, at, +what AS what, to_staff, "
    "dispatch_order FROM step"
    " WHERE +at <= coalesce(?2, at)),"
    " on_duty AS (SELECT h.officer FROM shift h CROSS JOIN matter d ON d.id = h.id"
    " WHERE d.voided_at IS NULL AND h.started_at <= coalesce(?2, h.started_at)"
    " AND (d.closed_at IS NULL OR d.closed_at > ?2) ORDER BY h.started_at DESC LIMIT 1)";

/// A query for what every matter has, of the matters m that `from` gives.
std::string matters_from(std::string_view from) {
    return with_matter_sql(base::format(
        "{} SELECT m.id, m.no, m.kind, m.at, m.recorded_at, m.opened_by, m.channel, via.value,"
        " m.category, m.unit, person.value, phone.value, words.value, m.closed_at,"
        " outcome.value, m.voided_at, other.no, @holder, m.reachable_at IS NOT NULL AND"
        " (m.phone IS NOT NULL OR m.unit IS NOT NULL OR NOT EXISTS (SELECT 1 FROM step c"
        "  WHERE c.matter = m.id AND c.what = 'amend' AND c.field IN ('phone', 'unit')))"
        " FROM {}"
        " LEFT JOIN content via ON via.id = m.via"
        " LEFT JOIN content person ON person.id = m.person"
        " LEFT JOIN content phone ON phone.id = m.phone"
        " LEFT JOIN content words ON words.id = m.text"
        " LEFT JOIN content outcome ON outcome.id = m.outcome"
        " LEFT JOIN matter other ON other.id = m.duplicate_of",
        known_steps, from));
}

Matter read_matter(const Query& row) {
    return {.id = row.integer(0),
            .no = row.text(1),
            .kind = parse_kind(row.text(2)),
            .at = row.time(3),
            .recorded_at = row.time(4),
            .opened_by = row.integer(5),
            .channel = row.text(6),
            .via = row.maybe_text(7),
            .category = row.maybe_text(8),
            .unit = row.maybe_text(9),
            .person = row.maybe_text(10),
            .phone = row.maybe_text(11),
            .text = row.text(12),
            .closed_at = row.maybe_time(13),
            .outcome = row.maybe_text(14),
            .voided_at = row.maybe_time(15),
            .duplicate_of = row.maybe_text(16),
            .holder = row.maybe_integer(17),
            .reachable = row.flag(18)};
}

}  // namespace

Matter load_matter(store::Connection& connection, MatterId id) {
    static const auto sql = matters_from("matter m") + " WHERE m.id = ?1";
    Query row(connection, sql, id);
    if (!row.next())
        throw Failure(Exit::integrity,
                      compose({"事项 {} 不在档案中", "matter {} is not on file"}, id));
    return read_matter(row);
}

void require_not_void(const Matter& matter) {
    if (!matter.voided_at) return;
    throw Failure(Exit::usage, compose({"{} 已作废", "{} is void"}, matter.no),
                  base::Label{"写没有作废的那一件", "give the one that stands instead"});
}

std::optional<Matter> find_matter(store::Connection& connection, std::string_view no) {
    const auto id = store::find_integer(connection, "SELECT id FROM matter WHERE no = ?", no);
    return id ? std::optional(load_matter(connection, *id)) : std::nullopt;
}

std::map<std::string, Matter> matters_by_number(store::Connection& connection,
                                                const std::vector<std::string>& numbers) {
    static const auto sql = matters_from("json_each(?1) n CROSS JOIN matter m ON m.no = n.value");
    std::map<std::string, Matter> found;
    for (Query row(connection, sql, nlohmann::json(numbers).dump()); row.next();)
        found.try_emplace(row.text(1), read_matter(row));
    return found;
}

std::string number_of(store::Connection& connection, MatterId matter) {
    return store::find_text(connection, "SELECT no FROM matter WHERE id = ?", matter).value_or("");
}

namespace {

/// Of a number of another kind: which, and how that is looked at.
base::Text what_it_is(std::string_view no) {
    for (const auto& kind : matter_kinds())
        if (no.starts_with(kind.prefix))
            return compose({"它是{}:huiyin {} show {}", "it is a {3}: huiyin {1} show {2}"},
                           kind.title.zh, kind.opening.substr(0, kind.opening.find(' ')), no,
                           kind.title.en);
    return {};
}

/// The matter that a number means, and the number in full.
std::pair<MatterId, std::string> require_on_file(store::Connection& connection,
                                                 std::string_view number, int this_year,
                                                 std::optional<MatterKind> kind) {
    if (!kind && is_bare(number))
        throw says_too_little(connection, number, this_year,
                              {"TS", "JY", "QZ", "BX", "GX", "WJ", "ZB", "ZD", "CL", "PB"});
    const auto no = full_number(number, this_year);
    if (kind && !no.starts_with(name_of(*kind).prefix))
        throw Failure(
            Exit::usage,
            compose({"{} 不是{}的编号(应以 {} 开头)",
                     "{0} is not the number of a {3} (those start with {2})"},
                    no, name_of(*kind).title.zh, name_of(*kind).prefix, name_of(*kind).title.en),
            what_it_is(no));
    if (const auto id = store::find_integer(connection, "SELECT id FROM matter WHERE no = ?", no))
        return {*id, no};
    if (const auto owner = recorded_under(connection, no))
        throw Failure(Exit::not_found,
                      compose({"{} 记在 {} 名下", "{} is recorded under {}"}, no, *owner),
                      compose({"写 {}", "use {}"}, *owner));
    const auto last = last_number(connection, no);
    throw Failure(Exit::not_found, compose({"没有 {}", "there is no {}"}, no),
                  last ? compose({"这一年最后一个是 {}", "the last one of that year is {}"}, *last)
                       : base::Text(base::Label{"这一年还没有这类编号",
                                                "there is none of that kind in that year yet"}));
}

}  // namespace

Matter require_matter(store::Connection& connection, std::string_view number, int this_year,
                      std::optional<MatterKind> kind) {
    return load_matter(connection, require_on_file(connection, number, this_year, kind).first);
}

std::optional<StaffId> holder_of(store::Connection& connection, MatterId id,
                                 std::optional<base::Instant> as_of) {
    static const auto sql = with_matter_sql(
        base::format("{} SELECT @holder FROM matter m WHERE m.id = ?1", known_steps));
    return store::find_integer(connection, sql, id, as_of);
}

void close_matter(const Writing& writing, MatterId id, const std::optional<std::string>& outcome,
                  const std::optional<std::string>& ended,
                  const std::optional<std::string>& reason) {
    add_step(writing, id, {.what = "close", .ended = ended, .text = outcome, .reason = reason});
    const auto said = writing.keep("matter.outcome", id, outcome);
    // A matter that was closed before keeps that closing: the rule then refuses this one.
    store::run(
        writing.connection(),
        "UPDATE matter SET closed_at = coalesce(closed_at, ?), outcome = coalesce(outcome, ?)"
        " WHERE id = ?",
        writing.provenance().at, said, id);
}

void void_matter(const Writing& writing, MatterId id, const std::string& reason,
                 const std::optional<std::string>& duplicate_of) {
    std::optional<MatterId> other;
    if (duplicate_of) {
        const int year = writing.year();
        const auto standing = require_matter(writing.connection(), *duplicate_of, year);
        if (standing.id == id)
            throw Failure(Exit::usage, base::Label{"--duplicate-of 不能是它自己",
                                                   "--duplicate-of cannot be the matter itself"});
        require_not_void(standing);
        other = standing.id;
    }
    cancel_live_orders(writing, id, reason);
    add_step(writing, id, {.what = "void", .reason = reason});
    store::run(
        writing.connection(),
        "UPDATE matter SET voided_at = coalesce(voided_at, ?), duplicate_of = ? WHERE id = ?",
        writing.provenance().at, other, id);
    follow_repeats(writing, id);
}

WriteResult record_step(const Writing& writing, std::string_view number, MatterKind kind,
                        const NewStep& step) {
    const auto [matter, no] = require_on_file(writing.connection(), number, writing.year(), kind);
    add_step(writing, matter, step);
    return {no, {}};
}

void add_note(const Writing& writing, MatterId id, const std::string& text) {
    add_step(writing, id, {.what = "note", .text = text});
}

void amend_matter(const Writing& writing, MatterId id, std::string_view field,
                  const std::string& value, const std::string& reason) {
    const auto step = add_amendment(writing, id, field, value, reason);
    auto& connection = writing.connection();
    const bool is_contact = field == "unit" || field == "phone";
    // 无 says that there was none.
    const bool is_none = (is_contact || field == "from") && base::says_none(value);
    const std::string_view column = field == "from" ? "person" : field;
    const auto now = is_none ? std::nullopt : std::optional(value);
    // Rules asked as of before judge by the home that it was thought to be.
    if (field == "unit")
        store::run(connection,
                   "INSERT INTO rehomed (step, old_unit, new_unit)"
                   " SELECT ?, unit, ? FROM matter WHERE id = ?",
                   step, now.value_or(""), id);
    const auto old_unit = store::find_text(connection, "SELECT unit FROM matter WHERE id = ?", id);
    if (field == "unit" && now) note_spelling(connection, value);
    if (field == "phone" && now) require_dialable(writing, value);
    if (field == "category" || field == "unit") {
        change_value(writing, step, {"matter", field, id}, now);
    } else if (is_none) {
        keep_old_words(writing, step, {"matter", column, id});
        store::run(connection,
                   column == "person" ? "UPDATE matter SET person = NULL WHERE id = ?"
                                      : "UPDATE matter SET phone = NULL WHERE id = ?",
                   id);
    } else {
        change_words(writing, step, {"matter", column, id}, value);
    }
    if (field == "unit" && old_unit) forget_spelling(connection, *old_unit);
    // What comes back counts from when there was one first: no deadline is gained by taking it off.
    if (is_contact && now)
        store::run(connection,
                   "UPDATE matter SET reachable_at = ? WHERE id = ? AND reachable_at IS NULL",
                   writing.provenance().at, id);
}

}  // namespace huiyin::records
