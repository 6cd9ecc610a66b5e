#include "huiyin/records/flow_figures.hpp"

#include <algorithm>
#include <ranges>

#include "huiyin/store/query.hpp"

namespace huiyin::records {

using store::Query;

namespace {

constexpr std::array regulated{MatterKind::complaint, MatterKind::suggestion, MatterKind::assist,
                               MatterKind::repair, MatterKind::event};

}  // namespace

Carry count_carry(store::Connection& connection, MatterKind kind, const Window& window) {
    // `gone` is when it left what is open; what a slip ends before it came, left when it came.
    // What ended before the window is not read: matter_by_closing tells the rest.
    constexpr std::string_view sql =
        "WITH there AS (SELECT +at AS at, closed_at, voided_at FROM matter"
        "  WHERE kind = ?4 AND closed_at IS NULL UNION ALL"
        " SELECT +at, closed_at, voided_at FROM matter WHERE kind = ?4 AND closed_at >= ?1"
        " UNION ALL"
        " SELECT at, closed_at, voided_at FROM matter WHERE kind = ?4 AND at >= ?1"
        "  AND +closed_at < ?1),"
        " seen AS (SELECT at, iif(closed_at <= ?3, closed_at, NULL) AS closed,"
        "  iif(voided_at <= ?3, voided_at, NULL) AS voided FROM there),"
        " flow AS (SELECT at, max(at, min(coalesce(closed, voided), coalesce(voided, closed)))"
        "  AS gone, closed IS NOT NULL AND (voided IS NULL OR closed <= voided) AS by_closing"
        "  FROM seen"
        "  WHERE at < min(?2, ?3 + 1))"
        " SELECT coalesce(sum(at < ?1 AND (gone IS NULL OR gone >= ?1)), 0), coalesce(sum(at >= "
        "?1), 0),"
        " coalesce(sum(gone >= ?1 AND gone < ?2 AND by_closing), 0),"
        " coalesce(sum(gone >= ?1 AND gone < ?2 AND NOT by_closing), 0),"
        " coalesce(sum(gone IS NULL OR gone >= ?2), 0) FROM flow";
    Query row(connection, sql, window.from, window.until, window.as_of, name_of(kind).word);
    if (!row.next()) return {};
    return {.before = row.integer(0),
            .received = row.integer(1),
            .closed = row.integer(2),
            .voided = row.integer(3),
            .after = row.integer(4)};
}

std::vector<OpenMatter> open_matters(store::Connection& connection, const Window& window) {
    std::vector<OpenMatter> open;
    // In two looks at matter_by_closing, so that it costs what was open and not the years on file.
    constexpr std::string_view sql =
        "WITH there AS (SELECT id, +at AS at, voided_at FROM matter"
        "  WHERE kind = ?3 AND closed_at IS NULL UNION ALL SELECT id, +at, voided_at FROM matter"
        "  WHERE kind = ?3 AND closed_at >= min(?1, ?2 + 1))"
        " SELECT id, at FROM there WHERE at < min(?1, ?2 + 1)"
        " AND (voided_at IS NULL OR voided_at > ?2) ORDER BY id";
    for (const auto kind : regulated)
        for (Query row(connection, sql, window.until, window.as_of, name_of(kind).word);
             row.next();)
            open.push_back({.id = row.integer(0), .kind = kind, .at = row.time(1), .holder = {}});
    const auto end = std::min(window.until, window.as_of);
    for (auto& matter : open)
        matter.holder = holder_of(connection, matter.id, end);
    return open;
}

Ages ages_of(const std::vector<OpenMatter>& open, MatterKind kind, const Window& window) {
    Ages ages{};
    const auto end = std::min(window.until, window.as_of);
    for (const auto& matter : open) {
        if (matter.kind != kind) continue;
        const auto bound = std::ranges::find_if(age_bounds, [&](const AgeBound& one) {
            return !one.most || end - matter.at <= *one.most;
        });
        ++ages.at(static_cast<std::size_t>(bound - age_bounds.begin()));
    }
    return ages;
}

bool had_any_matter(store::Connection& connection, base::Instant by) {
    return std::ranges::any_of(regulated, [&](MatterKind kind) {
        return store::find_integer(connection,
                                   "SELECT 1 FROM matter WHERE kind = ? AND at < ? LIMIT 1",
                                   name_of(kind).word, by)
            .has_value();
    });
}

}  // namespace huiyin::records
