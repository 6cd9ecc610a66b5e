#include <fmt/format.h>

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
              fmt::format("SELECT {} FROM {} WHERE {} >= ?1 AND {} < min(?2, ?3 + 1)"
                          " AND (m.voided_at IS NULL OR m.voided_at > ?3)",
                          what, from, time, time),
              window.from, window.until, window.as_of);
    return row.next() ? row.integer(0) : 0;
}

}  // namespace

SuggestionCounts count_suggestions(store::Connection& connection, const Window& window) {
    // Those that 3.4.2 leaves to the office: suggestions, and opinions gathered on rounds.
    constexpr std::string_view optional_ones =
        "suggestion s JOIN matter m ON m.id = s.id AND s.id NOT IN (SELECT id FROM v_rated)";
    return {
        .received = sum(connection, window, "count(*)", "suggestion s JOIN matter m ON m.id = s.id",
                        "m.at"),
        .answered = sum(connection, window, "count(DISTINCT m.id)",
                        "step a JOIN matter m ON m.id = a.matter AND a.what = 'answer'", "a.at"),
        .optional = sum(connection, window, "count(*)", optional_ones, "m.at"),
        .optional_called_back =
            sum(connection, window, "count(*)",
                fmt::format("{} AND EXISTS (SELECT 1 FROM callback c JOIN step cs ON cs.id = c.id"
                            " WHERE c.matter = m.id AND c.reached AND cs.at <= ?3)",
                            optional_ones),
                "m.at")};
}

SurveyCounts count_surveys(store::Connection& connection, const Window& window) {
    return {.issued = sum(connection, window, "coalesce(sum(v.issued), 0)",
                          "survey v JOIN matter m ON m.id = v.id", "m.at"),
            .returned = sum(connection, window, "coalesce(sum(r.returned), 0)",
                            "survey_return r JOIN step s ON s.id = r.step"
                            " JOIN matter m ON m.id = s.matter",
                            "s.at")};
}

ConductCounts count_conduct(store::Connection& connection, const Window& window) {
    return {
        .opened =
            sum(connection, window, "count(*)", "conduct c JOIN matter m ON m.id = c.id", "m.at"),
        .decided = sum(connection, window, "count(*)",
                       "step s JOIN matter m ON m.id = s.matter AND s.what = 'decide'", "s.at")};
}

EventCounts count_events(store::Connection& connection, const Window& window) {
    EventCounts counts;
    for (Query row(connection,
                   "SELECT m.id FROM event e JOIN matter m ON m.id = e.id"
                   " WHERE m.at >= ?1 AND m.at < min(?2, ?3 + 1)"
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
