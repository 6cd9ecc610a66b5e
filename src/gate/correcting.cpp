#include "correcting.hpp"

#include <algorithm>

#include "huiyin/store/query.hpp"

namespace huiyin::gate {

bool takes_something_back(store::Connection& connection, std::int64_t last_step) {
    return store::find_integer(connection,
                               // For a list SQLite would make a table, each time.
                               "SELECT 1 FROM step WHERE id > ? AND (+what = 'amend'"
                               " OR +what = 'callback-void' OR +what = 'void')",
                               last_step)
        .has_value();
}

bool voids_a_matter(store::Connection& connection, std::int64_t last_step) {
    return store::find_integer(connection, "SELECT 1 FROM step WHERE id > ? AND +what = 'void'",
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

std::set<base::Instant> moments_of(store::Connection& connection,
                                   const std::set<std::pair<std::string, std::int64_t>>& subjects) {
    std::set<base::Instant> moments;
    for (const auto& [kind, id] : subjects) {
        if (kind != "matter") continue;
        for (store::Query row(connection, "SELECT at FROM step WHERE matter = ?", id); row.next();)
            moments.insert(row.time(0));
    }
    return moments;
}

void leave_what_is_gone(rulebook::Checker::Standing& standing,
                        const rulebook::Checker::Standing& after) {
    std::erase_if(standing.breaches, [&](const rulebook::Finding& before) {
        return before.rule->judges != "week" &&
               std::ranges::any_of(after.breaches, [&](const rulebook::Finding& now) {
                   return now.rule == before.rule && now.subject == before.subject &&
                          now.since == before.since;
               });
    });
}

void keep_standing(const records::Writing& writing, const rulebook::Checker::Standing& standing,
                   std::int64_t last_step) {
    auto& connection = writing.connection();
    const auto corrected = store::find_integer(
        connection, "SELECT min(id) FROM step WHERE id > ? AND +what = 'amend'", last_step);
    const auto voided = store::find_integer(
        connection, "SELECT min(id) FROM step WHERE id > ? AND +what IN ('callback-void', 'void')",
        last_step);
    const bool of_callback =
        store::find_integer(
            connection, "SELECT 1 FROM step WHERE id > ? AND +what = 'callback-void'", last_step)
            .has_value();
    for (const auto& breach : standing.breaches) {
        const bool fell_due =
            breach.rule->form == rulebook::Form::clock || breach.rule->judges == "week";
        // What a callback broke itself is void with it; what others broke by it stands, as if it
        // had been corrected.
        const bool of_another =
            of_callback && breach.rule->blames == "step" &&
            store::find_integer(connection, "SELECT 1 FROM step WHERE id = ? AND voided_at IS NULL",
                                breach.row);
        if (!corrected && !fell_due && !of_another) continue;
        // Nothing stands of a matter that is void itself.
        store::run(connection,
                   "INSERT OR IGNORE INTO standing (id, step, rule, subject, since)"
                   " SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS"
                   " (SELECT 1 FROM matter WHERE no = ?4 AND voided_at IS NOT NULL)",
                   writing.next_id("standing"), corrected ? corrected : voided, breach.rule->id,
                   breach.subject, breach.since);
    }
}

}  // namespace huiyin::gate
