#include "saying.hpp"

#include <fmt/format.h>

#include "huiyin/base/digest.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// Tables whose rows have the key of a matter, and of a step. A place is `table.column`.
constexpr std::string_view matter_tables = "('matter', 'complaint', 'repair', 'letter', 'event')";
constexpr std::string_view step_tables =
    "('step', 'callback', 'order_detail', 'handover', 'event_message', 'attachment')";
constexpr std::string_view table_of_place = "substr(s.place, 1, instr(s.place, '.') - 1)";
constexpr std::string_view is_name =
    "(s.place IN ('matter.person', 'step.witness', 'callback.signed_by',"
    " 'order_detail.agreed_by', 'order_detail.signed_by') OR t.field IS 'from')";
constexpr std::string_view is_phone = "(s.place = 'matter.phone' OR t.field IS 'phone')";

void for_each(store::Connection& connection, std::string_view condition,
              const std::function<void(Saying&&)>& visit, std::optional<SaidId> only = {}) {
    for (Query row(
             connection,
             fmt::format("SELECT s.id, s.place, s.row, c.value, m.id, coalesce(t.at, m.at),"
                         " {0}, {1}"
                         " FROM said s JOIN content c ON c.id = s.id"
                         " LEFT JOIN step t ON t.id = s.row AND {2} IN {3}"
                         " LEFT JOIN matter m"
                         " ON m.id = coalesce(t.matter, iif({2} IN {4}, s.row, NULL))"
                         " WHERE c.value IS NOT NULL"
                         " AND s.place NOT IN ('staff_edition.name', 'request_key.arguments')"
                         " AND {5} ORDER BY s.id",
                         is_name, is_phone, table_of_place, step_tables, matter_tables, condition),
             only);
         row.next();) {
        Saying saying{.id = row.integer(0),
                      .place = row.text(1),
                      .row = row.integer(2),
                      .value = row.text(3),
                      .matter = row.maybe_integer(4),
                      .at = row.maybe_time(5).value_or(base::Instant{})};
        // Of a correction, the reason is a text like any other.
        const bool a_field = !saying.place.starts_with("step.") || saying.place == "step.text" ||
                             saying.place == "step.witness";
        saying.is_name = a_field && row.flag(6);
        saying.is_phone = a_field && !saying.is_name && row.flag(7);
        visit(std::move(saying));
    }
}

}  // namespace

void for_each_saying(store::Connection& connection, const std::function<void(Saying&&)>& visit) {
    for_each(connection, "?1 IS NULL", visit);
}

void for_each_personal(store::Connection& connection, const std::function<void(Saying&&)>& visit) {
    for_each(connection, fmt::format("?1 IS NULL AND ({} OR {})", is_name, is_phone),
             [&](Saying&& saying) {
                 if (saying.is_personal()) visit(std::move(saying));
             });
}

std::optional<Saying> find_saying(store::Connection& connection, SaidId id) {
    std::optional<Saying> found;
    for_each(
        connection, "s.id = ?1", [&](Saying&& saying) { found = std::move(saying); }, id);
    return found;
}

std::string Eraser::no() const {
    return fmt::format("erasure-{}", id_);
}

void Eraser::note(SaidId id, std::optional<MatterId> matter, std::string_view how,
                  const std::optional<std::string>& phrase) {
    auto& connection = writing_.connection();
    if (id_ == 0) {
        id_ = writing_.next_id("erasure");
        store::run(connection,
                   "INSERT INTO erasure (id, sort, at, recorder, reason) VALUES (?, ?, ?, ?, ?)",
                   id_, sort_, writing_.now(), writing_.recorder().staff,
                   writing_.say("erasure.reason", id_, std::string_view(reason_)));
    }
    store::run(connection,
               "INSERT INTO erased_value (id, erasure, said, matter, sort, digest, phrase)"
               " SELECT ?, ?, s.id, ?, ?, s.digest, ? FROM said s WHERE s.id = ?",
               writing_.next_id("erased_value"), id_, matter, how, phrase, id);
}

std::optional<std::string> Eraser::phrase_kept(
    const Saying& saying, const std::optional<std::string>& words,
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

void Eraser::take_out(const Saying& saying) {
    note(saying.id, saying.matter, "gone", phrase_kept(saying, {}, {}));
    auto& connection = writing_.connection();
    store::run(connection, "UPDATE content SET salt = NULL, value = NULL WHERE id = ?", saying.id);
    store::run(connection, "UPDATE said SET erased_at = ? WHERE id = ?", writing_.now(), saying.id);
}

void Eraser::put_instead(const Saying& saying, std::string_view how, const std::string& words,
                         const std::function<std::string(const std::string&)>& shown) {
    note(saying.id, saying.matter, how, phrase_kept(saying, words, shown));
    auto& connection = writing_.connection();
    const auto salt = base::random_bytes(salt_size);
    const auto digest = said_digest(saying.place, saying.row, salt, words);
    store::run(connection, "UPDATE content SET salt = ?, value = ? WHERE id = ?", store::Blob{salt},
               words, saying.id);
    store::run(connection, "UPDATE said SET digest = ? WHERE id = ?", store::Blob{digest},
               saying.id);
}

void Eraser::take_out_file(SaidId id, MatterId matter) {
    note(id, matter, "gone", {});
    auto& connection = writing_.connection();
    store::run(connection, "UPDATE file SET salt = NULL, bytes = NULL WHERE id = ?", id);
    store::run(connection, "UPDATE said SET erased_at = ? WHERE id = ?", writing_.now(), id);
}

void Eraser::take_out_keys(const std::set<MatterId>& matters) {
    auto& connection = writing_.connection();
    std::vector<std::pair<SaidId, MatterId>> keys;
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
            erasures.push_back({.sort = row.text(1),
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
