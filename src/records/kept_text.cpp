#include "kept_text.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "erased_person.hpp"
#include "huiyin/base/digest.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/field.hpp"
#include "huiyin/records/search.hpp"

namespace huiyin::records {

using store::Query;

namespace {

constexpr std::string_view place_of_files = "attachment.file";
/// Of what a key was given for no export tells.
constexpr std::string_view place_of_keys = "request_key.arguments";

bool is_of_step(const Field& field) {
    return field.is_said() && belongs_to(field) == BelongsTo::step;
}
bool is_of_matter(const Field& field) {
    return field.is_said() && belongs_to(field) == BelongsTo::matter;
}
/// No resident's words: the names of staff, and what a key was given for.
bool is_of_office(const Field& field) {
    return field.type == FieldType::staff_name || field.type == FieldType::digest;
}

void for_each(store::Connection& connection, std::string_view condition,
              const std::function<void(KeptText&&)>& visit, std::optional<KeptTextId> only = {}) {
    for (Query row(connection,
                   base::format("SELECT s.id, s.place, s.row, c.value, m.id, coalesce(t.at, m.at),"
                                " coalesce(t.field, '')"
                                " FROM said s JOIN content c ON c.id = s.id"
                                " LEFT JOIN step t ON t.id = s.row AND s.place IN {}"
                                " LEFT JOIN matter m"
                                " ON m.id = coalesce(t.matter, iif(s.place IN {}, s.row, NULL))"
                                " WHERE c.value IS NOT NULL AND s.place NOT IN {}"
                                " AND {} ORDER BY s.id",
                                places_where(is_of_step), places_where(is_of_matter),
                                places_where(is_of_office), condition),
                   only);
         row.next();) {
        const auto place = row.text(1);
        const auto* field = said_field(place, row.text(6));
        visit({.id = row.integer(0),
               .place = place,
               .row = row.integer(2),
               .value = row.text(3),
               .matter = row.maybe_integer(4),
               .at = row.maybe_time(5).value_or(base::Instant{}),
               .is_name = field != nullptr && field->type == FieldType::name,
               .is_phone = field != nullptr && field->type == FieldType::phone});
    }
}

}  // namespace

void for_each_saying(store::Connection& connection, const std::function<void(KeptText&&)>& visit) {
    for_each(connection, "?1 IS NULL", visit);
}

void for_each_personal(store::Connection& connection,
                       const std::function<void(KeptText&&)>& visit) {
    for_each(connection, "?1 IS NULL AND " + is_personal_sql(), visit);
}

std::optional<KeptText> find_saying(store::Connection& connection, KeptTextId id) {
    std::optional<KeptText> found;
    for_each(
        connection, "s.id = ?1", [&](KeptText&& saying) { found = std::move(saying); }, id);
    return found;
}

std::string Eraser::no() const {
    return base::format("erasure-{}", id_);
}

void Eraser::note(KeptTextId id, std::optional<MatterId> matter, std::string_view how,
                  const std::optional<std::string>& phrase) {
    auto& connection = writing_.connection();
    if (id_ == 0) {
        id_ = writing_.next_id("erasure");
        store::run(connection,
                   "INSERT INTO erasure (id, sort, at, recorder, reason) VALUES (?, ?, ?, ?, ?)",
                   id_, kind_, writing_.now(), writing_.recorder().staff,
                   writing_.keep("erasure.reason", id_, std::string_view(reason_)));
    }
    store::run(connection,
               "INSERT INTO erased_value (id, erasure, said, matter, sort, digest, phrase)"
               " SELECT ?, ?, s.id, ?, ?, s.digest, ? FROM said s WHERE s.id = ?",
               writing_.next_id("erased_value"), id_, matter, how, phrase, id);
}

std::optional<std::string> Eraser::phrase_kept(
    const KeptText& saying, const std::optional<std::string>& words,
    const std::function<std::string(const std::string&)>& shown) const {
    if (!saying.matter || saying.is_personal()) return {};
    auto before =
        store::find_text(writing_.connection(),
                         "SELECT phrase FROM erased_value"
                         " WHERE said = ? AND phrase IS NOT NULL ORDER BY id DESC LIMIT 1",
                         saying.id);
    // Found once and kept, or told of the words as they stand.
    if (!before) before = speech_(saying.value, saying.at).value_or("");
    const auto after = words ? speech_(*words, saying.at).value_or("") : std::string();
    if (*before == after) return {};
    return shown ? shown(*before) : *before;
}

void Eraser::take_out(const KeptText& saying) {
    note(saying.id, saying.matter, "gone", phrase_kept(saying, {}, {}));
    forget(saying.id);
}

void Eraser::forget(KeptTextId id) {
    auto& connection = writing_.connection();
    store::run(connection, "UPDATE content SET salt = NULL, value = NULL WHERE id = ?", id);
    store::run(connection, "UPDATE said SET erased_at = ? WHERE id = ?", writing_.now(), id);
}

void Eraser::put_instead(const KeptText& saying, std::string_view how, const std::string& words,
                         const std::function<std::string(const std::string&)>& shown) {
    note(saying.id, saying.matter, how, phrase_kept(saying, words, shown));
    put(saying.id, saying.place, saying.row, words);
}

void Eraser::put(KeptTextId id, std::string_view place, std::int64_t row,
                 const std::string& words) {
    auto& connection = writing_.connection();
    const auto salt = base::random_bytes(salt_size);
    const auto digest = kept_text_digest(place, row, salt, words);
    store::run(connection, "UPDATE content SET salt = ?, value = ? WHERE id = ?", store::Blob{salt},
               words, id);
    store::run(connection, "UPDATE said SET digest = ? WHERE id = ?", store::Blob{digest}, id);
}

void Eraser::take_out_file(KeptTextId id, std::optional<MatterId> matter) {
    note(id, matter, "gone", {});
    auto& connection = writing_.connection();
    store::run(connection, "UPDATE file SET salt = NULL, bytes = NULL WHERE id = ?", id);
    store::run(connection, "UPDATE said SET erased_at = ? WHERE id = ?", writing_.now(), id);
}

void Eraser::take_out_keys(const std::set<MatterId>& matters) {
    auto& connection = writing_.connection();
    std::vector<std::pair<KeptTextId, MatterId>> keys;
    for (Query row(connection,
                   "SELECT k.arguments, coalesce((SELECT id FROM matter WHERE no = k.number),"
                   " (SELECT matter FROM callback WHERE no = k.number),"
                   " (SELECT repair FROM dispatch_order WHERE no = k.number)) AS matter"
                   " FROM (SELECT arguments, result ->> 'no' AS number FROM request_key) k"
                   " JOIN content c ON c.id = k.arguments"
                   " WHERE c.value IS NOT NULL AND matter IS NOT NULL");
         row.next();)
        if (matters.contains(row.integer(1))) keys.emplace_back(row.integer(0), row.integer(1));
    for (const auto& [key, matter] : keys) {
        note(key, matter, "gone", {});
        forget(key);
    }
}

void Eraser::do_again(KeptTextId id, std::optional<MatterId> matter, const ErasedValue& value) {
    if (value.place == place_of_files) return take_out_file(id, matter);
    if (value.how == "gone") {
        note(id, matter, value.how, value.phrase);
        return forget(id);
    }
    const auto saying = find_saying(writing_.connection(), id);
    if (!saying) return;
    note(id, matter, value.how, value.phrase);
    put(id, saying->place, saying->row, saying->value);
}

std::vector<Erasure> erasures_of(store::Connection& connection, MatterId matter) {
    std::vector<Erasure> erasures;
    std::int64_t last = 0;
    for (Query row(connection,
                   "SELECT e.id, e.sort, e.at, e.recorder, c.value, s.place FROM erased_value v"
                   " JOIN erasure e ON e.id = v.erasure JOIN said s ON s.id = v.said"
                   " LEFT JOIN content c ON c.id = e.reason"
                   " WHERE v.matter = ? AND s.place <> 'request_key.arguments' ORDER BY v.id",
                   matter);
         row.next();) {
        if (row.integer(0) != last)
            erasures.push_back({.kind = row.text(1),
                                .at = row.time(2),
                                .recorder = row.integer(3),
                                .reason = row.maybe_text(4),
                                .places = {}});
        last = row.integer(0);
        erasures.back().places.push_back(row.text(5));
    }
    return erasures;
}

namespace {

/// What the office says of itself and an export tells row by row.
constexpr std::array told_of_office{
    "explanation.reason", "weekly_report.summary", "policy_edition.reason", "own_rule.text",
    "own_rule.reason",    "snippet.text",          "plan_edition.text",     "erasure.reason"};

/// To what a place belongs; nothing where no export tells what is said there.
std::optional<BelongsTo> told_as(std::string_view place) {
    if (std::ranges::find(told_of_office, place) != told_of_office.end()) return BelongsTo::office;
    const auto* field = field_at(place);
    if (field == nullptr || belongs_to(*field) == BelongsTo::office) return {};
    return belongs_to(*field);
}

/// By its id, the turn of each thing said: in its place of one row, or of all rows where these
/// belong to nothing that has a number.
std::map<KeptTextId, int> turns(store::Connection& connection) {
    std::map<KeptTextId, int> turn;
    std::map<std::pair<std::string, std::int64_t>, int> last;
    for (Query row(connection, "SELECT id, place, row FROM said ORDER BY id"); row.next();) {
        const auto place = row.text(1);
        const auto as = told_as(place);
        if (!as) continue;
        turn[row.integer(0)] = ++last[{place, as == BelongsTo::office ? 0 : row.integer(2)}];
    }
    return turn;
}

/// Whose a value is, by number.
void name_owner(store::Connection& connection, std::int64_t row, ErasedValue& value) {
    const auto as = told_as(value.place);
    if (as == BelongsTo::matter) value.matter = number_of(connection, row);
    if (as != BelongsTo::step) return;
    Query step(connection,
               "SELECT m.no, s.seq FROM step s JOIN matter m ON m.id = s.matter WHERE s.id = ?",
               row);
    if (!step.next()) return;
    value.matter = step.text(0);
    value.step = static_cast<int>(step.integer(1));
}

/// The row in which a value stands here.
std::optional<std::int64_t> row_of(store::Connection& connection, const ErasedValue& value,
                                   std::optional<MatterId> matter) {
    const auto as = told_as(value.place);
    if (as == BelongsTo::matter) return matter;
    if (as == BelongsTo::step && matter)
        return store::find_integer(connection, "SELECT id FROM step WHERE matter = ? AND seq = ?",
                                   *matter, value.step);
    return {};
}

std::optional<KeptTextId> find_again(store::Connection& connection, const ErasedValue& value,
                                     std::optional<MatterId> matter) {
    const auto as = told_as(value.place);
    const auto row = row_of(connection, value, matter);
    if (!as || value.turn < 1 || (as != BelongsTo::office && !row)) return {};
    return store::find_integer(connection,
                               "SELECT id FROM said WHERE place = ?1 AND row = coalesce(?2, row)"
                               " ORDER BY id LIMIT 1 OFFSET ?3",
                               value.place, row, value.turn - 1);
}

/// Whether a correction took the phone off, so that what it said was that there is none.
bool took_phone_off(store::Connection& connection, StepId correction) {
    return store::find_integer(
               connection,
               "SELECT coalesce((SELECT a.old_said IS NULL FROM step n"
               "  JOIN amended a ON a.step = n.id WHERE n.matter = s.matter AND n.what = 'amend'"
               "  AND n.field = 'phone' AND n.id > s.id ORDER BY n.id LIMIT 1), m.phone IS NULL)"
               " FROM step s JOIN matter m ON m.id = s.matter"
               " WHERE s.id = ? AND s.what = 'amend' AND s.field = 'phone'",
               correction) == 1;
}

std::string stand_in(store::Connection& connection, KeptTextId id, const Field* field,
                     std::optional<StepId> correction) {
    if (field != nullptr && field->type == FieldType::phone)
        return correction && took_phone_off(connection, *correction) ? "无"
                                                                     : base::format("{:011}", id);
    const bool is_name = field != nullptr && field->type == FieldType::name;
    return base::format("{}{}", is_name ? Instead(connection).name : "〔已抹除〕", id);
}

}  // namespace

std::vector<RecordedErasure> recorded_erasures(store::Connection& connection) {
    std::vector<RecordedErasure> erasures;
    if (!store::find_integer(connection, "SELECT 1 FROM erased_value LIMIT 1")) return erasures;
    const auto turn = turns(connection);
    std::int64_t last = 0;
    for (Query row(connection,
                   "SELECT e.id, e.at, r.login, e.sort, coalesce(c.value, '—'), v.said, s.place,"
                   " s.row, v.sort, v.phrase FROM erased_value v"
                   " JOIN erasure e ON e.id = v.erasure JOIN said s ON s.id = v.said"
                   " JOIN staff r ON r.id = e.recorder LEFT JOIN content c ON c.id = e.reason"
                   " ORDER BY v.id");
         row.next();) {
        if (row.integer(0) != last)
            erasures.push_back({.id = row.integer(0),
                                .at = row.time(1),
                                .recorder = row.text(2),
                                .kind = row.text(3),
                                .reason = row.text(4),
                                .values = {}});
        last = row.integer(0);
        const auto told = turn.find(row.integer(5));
        if (told == turn.end()) continue;
        ErasedValue value{.place = row.text(6),
                          .turn = told->second,
                          .how = row.text(8),
                          .phrase = row.maybe_text(9)};
        name_owner(connection, row.integer(7), value);
        erasures.back().values.push_back(std::move(value));
    }
    return erasures;
}

void put_stand_ins(store::Connection& connection) {
    std::vector<std::pair<KeptTextId, std::string>> words;
    for (Query row(connection,
                   "SELECT s.id, s.place, coalesce(t.field, ''), t.id FROM said s"
                   " JOIN content c ON c.id = s.id"
                   " LEFT JOIN step t ON t.id = s.row AND s.place = 'step.text'"
                   " WHERE c.value IS NULL AND s.place <> ?",
                   place_of_keys);
         row.next();)
        words.emplace_back(row.integer(0),
                           stand_in(connection, row.integer(0),
                                    said_field(row.text(1), row.text(2)), row.maybe_integer(3)));
    for (const auto& [id, value] : words)
        store::run(connection, "UPDATE content SET value = ? WHERE id = ?", value, id);
    store::run(connection,
               "UPDATE file SET bytes = zeroblob((SELECT size FROM attachment a WHERE a.file ="
               " file.id)) WHERE bytes IS NULL");
}

WriteResult erase_again(const Writing& writing, const RecordedErasure& erasure) {
    constexpr std::array kinds{"person", "expired", "redacted"};
    constexpr std::array ways{"gone", "cut", "replaced"};
    const auto is_known = [](const auto& known, const std::string& word) {
        return std::ranges::find(known, word) != known.end();
    };
    if (!is_known(kinds, erasure.kind) ||
        !std::ranges::all_of(erasure.values,
                             [&](const ErasedValue& value) { return is_known(ways, value.how); }))
        throw base::Failure(
            base::Exit::usage, base::Label{"不知道的抹除方式", "an unknown kind of erasure"},
            base::Label{"用导出它的版本重新登记", "replay it with the version that exported it"});
    auto& connection = writing.connection();
    Eraser eraser(writing, erasure.kind, erasure.reason, {});
    std::string no;
    for (const auto& value : erasure.values) {
        std::optional<MatterId> matter;
        if (!value.matter.empty())
            if (const auto found = find_matter(connection, value.matter)) matter = found->id;
        if (const auto id = find_again(connection, value, matter))
            eraser.do_again(*id, matter, value);
    }
    if (eraser.has_begun()) forget_index(connection);
    return {eraser.has_begun() ? eraser.no() : std::string("erasure"), {}};
}

}  // namespace huiyin::records
