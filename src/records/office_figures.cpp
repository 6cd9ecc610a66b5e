#include "huiyin/base/formatting.hpp"
#include "huiyin/records/event.hpp"
#include "huiyin/records/week_figures.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// ?1 is the window's start, ?2 its end, ?3 as of when it is seen.
std::int64_t sum(store::Connection& connection, const Window& window, std::string_view what,
                 std::string_view from, std::string_view time) {
    Query row(connection,
              base::format("SELECT {0} FROM {1} WHERE {2} >= ?1 AND {2} < min(?2, ?3 + 1)"
                           " AND (m.voided_at IS NULL OR m.voided_at > ?3)",
                           what, from, time),
              window.from, window.until, window.as_of);
    return row.next() ? row.integer(0) : 0;
}

}  // namespace

SuggestionCounts count_suggestions(store::Connection& connection, const Window& window) {
    // Those that 3.4.2 leaves to the office: suggestions, and opinions gathered on rounds.
    constexpr std::string_view optional_ones =
        "matter m CROSS JOIN suggestion s ON s.id = m.id AND m.kind = 'suggestion'"
        " AND NOT EXISTS (SELECT 1 FROM v_rated v WHERE v.id = m.id)";
    return {
        .received = sum(connection, window, "count(*)",
                        "matter m CROSS JOIN suggestion s ON s.id = m.id AND m.kind = 'suggestion'",
                        "m.at"),
        .answered =
            sum(connection, window, "count(DISTINCT m.id)",
                "step a CROSS JOIN matter m ON m.id = a.matter AND a.what = 'answer'", "a.at"),
        .optional = sum(connection, window, "count(*)", optional_ones, "m.at"),
        .optional_called_back =
            sum(connection, window, "count(*)",
                base::format("{} AND EXISTS (SELECT 1 FROM callback c JOIN step cs ON cs.id = c.id"
                             " WHERE c.matter = m.id AND c.reached AND cs.at <= ?3"
                             " AND (cs.voided_at IS NULL OR cs.voided_at > ?3))",
                             optional_ones),
                "m.at")};
}

SurveyCounts count_surveys(store::Connection& connection, const Window& window) {
    return {
        .issued = sum(connection, window, "coalesce(sum(v.issued), 0)",
                      "matter m CROSS JOIN survey v ON v.id = m.id AND m.kind = 'survey'", "m.at"),
        .returned = sum(connection, window, "coalesce(sum(r.returned), 0)",
                        "step s CROSS JOIN survey_return r ON r.step = s.id AND s.what = 'collect'"
                        " CROSS JOIN matter m ON m.id = s.matter",
                        "s.at")};
}

ConductCounts count_conduct(store::Connection& connection, const Window& window) {
    return {.opened =
                sum(connection, window, "count(*)",
                    "matter m CROSS JOIN conduct c ON c.id = m.id AND m.kind = 'conduct'", "m.at"),
            .decided =
                sum(connection, window, "count(*)",
                    "step s CROSS JOIN matter m ON m.id = s.matter AND s.what = 'decide'", "s.at")};
}

EventCounts count_events(store::Connection& connection, const Window& window) {
    EventCounts counts;
    for (Query row(connection,
                   "SELECT m.id FROM matter m WHERE m.kind = 'event'"
                   " AND m.at >= ?1 AND m.at < min(?2, ?3 + 1)"
                   " AND (m.voided_at IS NULL OR m.voided_at > ?3)",
                   window.from, window.until, window.as_of);
         row.next();) {
        ++counts.reported;
        const auto event = load_event(connection, row.integer(0));
        counts.numbers.push_back(event.matter.no);
        if (event.urgent) ++counts.urgent;
    }
    return counts;
}

}  // namespace huiyin::records
