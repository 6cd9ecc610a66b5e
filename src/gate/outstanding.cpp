#include "outstanding.hpp"

#include "huiyin/store/query.hpp"

namespace huiyin::gate {

bool update_outstanding(store::Connection& connection, rulebook::Checker& checker,
                        const rulebook::ChangeSummary& touched) {
    std::set<std::int64_t> closed;
    for (const auto& [kind, id] : touched.subjects)
        if (kind == "matter" &&
            store::find_integer(connection,
                                "SELECT 1 FROM matter WHERE id = ?"
                                " AND (closed_at IS NOT NULL OR voided_at IS NOT NULL)",
                                id))
            closed.insert(id);
    if (closed.empty()) return false;
    const auto owing = checker.still_running_on(closed);
    bool changed = false;
    for (const auto id : closed) {
        const bool noted =
            store::find_integer(connection, "SELECT 1 FROM owing WHERE matter = ?", id).has_value();
        if (noted == owing.contains(id)) continue;
        store::run(connection,
                   noted ? "DELETE FROM owing WHERE matter = ?" : "INSERT INTO owing VALUES (?)",
                   id);
        changed = true;
    }
    return changed;
}

}  // namespace huiyin::gate
