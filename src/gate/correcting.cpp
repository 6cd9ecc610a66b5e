#include "correcting.hpp"

#include "huiyin/store/query.hpp"

namespace huiyin::gate {

std::int64_t newest_step(store::Connection& connection) {
    return store::find_integer(connection, "SELECT max(id) FROM step").value_or(0);
}

bool corrects_something(store::Connection& connection, std::int64_t last_step) {
    return store::find_integer(connection, "SELECT 1 FROM step WHERE id > ? AND +what = 'amend'",
                               last_step)
        .has_value();
}

bool corrects_a_time(store::Connection& connection, std::int64_t last_step) {
    return store::find_integer(connection,
                               "SELECT 1 FROM step WHERE id > ? AND +what = 'amend'"
                               " AND field IN ('step-at', 'opened-at')",
                               last_step)
        .has_value();
}

void keep_standing(const records::Writing& writing, const rulebook::Checker::Standing& standing,
                   std::int64_t last_step) {
    auto& connection = writing.connection();
    const auto step = store::find_integer(
        connection, "SELECT min(id) FROM step WHERE id > ? AND +what = 'amend'", last_step);
    for (const auto& breach : standing.breaches)
        store::run(connection,
                   "INSERT OR IGNORE INTO standing (id, step, rule, subject, since)"
                   " VALUES (?, ?, ?, ?, ?)",
                   writing.next_id("standing"), step, breach.rule->id, breach.subject,
                   breach.since);
}

}  // namespace huiyin::gate
