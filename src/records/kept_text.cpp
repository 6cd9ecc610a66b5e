#include "kept_text.hpp"

#include "huiyin/base/digest.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/records/field.hpp"

namespace huiyin::records {

using store::Query;

namespace {

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
    auto& connection = writing_.connection();
    store::run(connection, "UPDATE content SET salt = NULL, value = NULL WHERE id = ?", saying.id);
    store::run(connection, "UPDATE said SET erased_at = ? WHERE id = ?", writing_.now(), saying.id);
}

void Eraser::put_instead(const KeptText& saying, std::string_view how, const std::string& words,
                         const std::function<std::string(const std::string&)>& shown) {
    note(saying.id, saying.matter, how, phrase_kept(saying, words, shown));
    auto& connection = writing_.connection();
    const auto salt = base::random_bytes(salt_size);
    const auto digest = kept_text_digest(saying.place, saying.row, salt, words);
    store::run(connection, "UPDATE content SET salt = ?, value = ? WHERE id = ?", store::Blob{salt},
               words, saying.id);
    store::run(connection, "UPDATE said SET digest = ? WHERE id = ?", store::Blob{digest},
               saying.id);
}

void Eraser::take_out_file(KeptTextId id, MatterId matter) {
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
        store::run(connection, "UPDATE content SET salt = NULL, value = NULL WHERE id = ?", key);
        store::run(connection, "UPDATE said SET erased_at = ? WHERE id = ?", writing_.now(), key);
    }
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

}  // namespace huiyin::records
