// Which matters may have a deadline that runs, or fell due in a stretch of the past.

#include <functional>
#include <string>
#include <string_view>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/matter.hpp"
#include "huiyin/store/query.hpp"
#include "judgement.hpp"

namespace huiyin::rulebook {

namespace {

/// The words of the kinds of matter that are wanted, so that an index by kind can be used.
std::string kinds_as_json(const std::function<bool(std::string_view word)>& is_wanted) {
    std::string words = "[";
    for (const auto& kind : records::matter_kinds())
        if (is_wanted(kind.word))
            words += base::format("{}\"{}\"", words.size() == 1 ? "" : ",", kind.word);
    return words + "]";
}

std::string every_kind() {
    return kinds_as_json([](std::string_view /*word*/) { return true; });
}

/// A roster stays open for ever, and has no deadline.
std::string open_kinds(const std::optional<std::string_view>& only) {
    return kinds_as_json(
        [&](std::string_view word) { return word != "roster" && (!only || word == *only); });
}

/// Of which something may have fallen due in a stretch of the past.
void choose_also(store::Connection& connection, std::string_view table, const Stretch& stretch,
                 base::Seconds known_by) {
    // What came after it has nothing to do with it, but that an event may be told of late.
    constexpr std::string_view came = "(m.at < ?2 OR m.kind = 'event')";
    store::run(connection,
               base::format("INSERT OR IGNORE INTO {}"
                            " SELECT m.id FROM main.matter m WHERE m.closed_at >= ?1 AND m.kind IN"
                            " (SELECT value FROM json_each(?3)) AND {}",
                            table, came),
               stretch.from, stretch.until, every_kind());
    // What was recorded of older ones, such as a callback after the closing.
    store::run(connection,
               base::format("INSERT OR IGNORE INTO {}"
                            " SELECT m.id FROM main.step s CROSS JOIN main.matter m"
                            " ON m.id = s.matter"
                            " WHERE s.recorded_at >= ?1 AND s.recorded_at < ?3 AND {}",
                            table, came),
               stretch.from, stretch.until, stretch.until + known_by);
}

}  // namespace

void make_empty(store::Connection& connection, std::string_view table) {
    connection.execute(
        base::format("CREATE TEMP TABLE IF NOT EXISTS {1} (id INTEGER PRIMARY KEY NOT NULL);"
                     "DELETE FROM {0} WHERE true",
                     table, table.substr(table.find('.') + 1)));
}

void choose_matters(store::Connection& connection, std::string_view table,
                    const StoreJudgement::Active& active) {
    make_empty(connection, table);
    if (!active.until)
        store::run(
            connection,
            base::format("INSERT INTO {} SELECT id FROM main.matter WHERE closed_at IS NULL"
                         " AND voided_at IS NULL AND kind IN (SELECT value FROM json_each(?))"
                         " UNION SELECT matter FROM main.owing",
                         table),
            open_kinds(active.kind));
    if (active.since)
        store::run(connection,
                   base::format("INSERT OR IGNORE INTO {}"
                                " SELECT matter FROM main.step WHERE recorded_at >= ?1"
                                " AND recorded_at < coalesce(?2, 9e18)"
                                // What was agreed for a time may be due long after it was recorded.
                                " UNION ALL SELECT id FROM main.repair WHERE appointment_at >= ?1"
                                " AND appointment_at < coalesce(?2, 9e18)",
                                table),
                   active.since, active.until);
    if (active.kind)
        store::run(connection,
                   base::format("DELETE FROM {0} WHERE NOT EXISTS"
                                " (SELECT 1 FROM main.matter m WHERE m.id = {0}.id AND m.kind = ?)",
                                table),
                   *active.kind);
    if (active.earlier) choose_also(connection, table, *active.earlier, active.known_by);
}

}  // namespace huiyin::rulebook
