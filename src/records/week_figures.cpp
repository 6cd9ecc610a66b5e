#include "huiyin/records/week_figures.hpp"

#include <algorithm>
#include <optional>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/matter_sql.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::records {

using store::Query;

namespace {

// SQLite has no statistics here. CROSS JOIN and `+` lead it by the time of a step or a matter, for
// which there are indexes, so that a week costs what happened in it and not the years on file.

/// Complaints that were not void by the moment the window is seen from (?3).
constexpr std::string_view standing =
    "matter m CROSS JOIN complaint c ON c.id = m.id"
    " WHERE m.kind = 'complaint' AND (m.voided_at IS NULL OR m.voided_at > ?3)";
constexpr std::string_view received = " AND m.at >= ?1 AND m.at < min(?2, ?3 + 1)";

Query ask(store::Connection& connection, const Window& window, const std::string& sql) {
    return {connection, sql, window.from, window.until, window.as_of};
}

/// By one look at each complaint that came.
void count_received(store::Connection& connection, const Policies& policies, const Window& window,
                    ComplaintCounts& counts) {
    static const auto sql = with_matter_sql(base::format(
        "SELECT m.channel, c.class, m.category, c.people, m.at,"
        " EXISTS (SELECT 1 FROM repeat_link l WHERE l.complaint = m.id AND l.from_at <= ?3"
        " AND (l.until_at IS NULL OR l.until_at > ?3)),"
        " @reachable(?3), c.forwarded_by IS NOT NULL FROM {}{}",
        standing, received));
    const auto note = [](const std::optional<std::string>& value,
                         std::map<std::string, std::int64_t>& by) {
        if (value) ++by[*value];
    };
    for (auto row = ask(connection, window, sql); row.next();) {
        ++counts.received;
        note(row.maybe_text(0), counts.by_channel);
        note(row.maybe_text(1), counts.by_class);
        note(row.maybe_text(2), counts.by_category);
        if (const auto people = row.maybe_integer(3);
            people && is_joint(row.text(0), *people, row.time(4), policies))
            ++counts.joint;
        if (row.flag(5)) ++counts.repeat;
        if (!row.flag(6)) ++counts.unreachable;
        if (row.flag(7)) ++counts.forwarded;
    }
}

/// By one look at the steps of each that was closed.
void count_closed(store::Connection& connection, const Window& window, ComplaintCounts& counts) {
    constexpr std::int64_t unsatisfied = 1;
    constexpr std::int64_t otherwise = 2;
    static const auto sql = base::format(
        "SELECT (SELECT {} * coalesce(max(s.ended = 'unsatisfied'), 0)"
        " + {} * coalesce(max(s.ended <> 'unsatisfied'), 0)"
        " FROM step s WHERE s.matter = m.id AND +s.what = 'close')"
        " FROM {} AND m.closed_at >= ?1 AND m.closed_at < min(?2, ?3 + 1)",
        unsatisfied, otherwise, standing);
    for (auto row = ask(connection, window, sql); row.next();) {
        ++counts.closed;
        const auto ended = row.integer(0);
        if ((ended & unsatisfied) != 0) ++counts.closed_unsatisfied;
        if ((ended & otherwise) != 0) ++counts.closed_unverified;
    }
}

/// In two looks at matter_by_closing, so that it costs what was open and not the years on file.
std::int64_t count_open_at_end(store::Connection& connection, const Window& window) {
    std::int64_t count = 0;
    for (const std::string_view closed : {"IS NULL", ">= min(?2, ?3 + 1)"})
        for (auto row = ask(connection, window,
                            base::format("SELECT count(*) FROM {} AND +m.at < ?2 AND +m.at <= ?3"
                                         " AND m.closed_at {}",
                                         standing, closed));
             row.next();)
            count += row.integer(0);
    return count;
}

std::vector<std::int64_t> reply_seconds(store::Connection& connection, const Window& window) {
    constexpr std::string_view sql =
        "SELECT r.at - m.at FROM step r CROSS JOIN matter m ON m.id = r.matter AND r.what = 'reply'"
        " CROSS JOIN complaint c ON c.id = m.id WHERE (m.voided_at IS NULL OR m.voided_at > ?3)"
        " AND r.at >= ?1 AND r.at < min(?2, ?3 + 1)"
        " AND NOT EXISTS (SELECT 1 FROM step e WHERE e.matter = m.id"
        " AND +e.what = 'reply' AND (e.at, e.id) < (r.at, r.id))";
    std::vector<std::int64_t> seconds;
    for (auto row = ask(connection, window, std::string(sql)); row.next();)
        seconds.push_back(row.integer(0));
    std::ranges::sort(seconds);
    return seconds;
}

}  // namespace

ComplaintCounts count_complaints(store::Connection& connection, const Policies& policies,
                                 const Window& window) {
    ComplaintCounts counts;
    count_received(connection, policies, window, counts);
    count_closed(connection, window, counts);
    counts.open_at_end = count_open_at_end(connection, window);
    counts.reply_seconds = reply_seconds(connection, window);
    return counts;
}

std::vector<std::pair<base::Instant, std::string>> complaints_received(
    store::Connection& connection, const Window& window) {
    std::vector<std::pair<base::Instant, std::string>> complaints;
    for (Query row(
             connection,
             base::format("SELECT m.at, coalesce(m.category, '') FROM {}{} ORDER BY m.at, m.id",
                          standing, received),
             window.from, window.until, window.as_of);
         row.next();)
        complaints.emplace_back(row.time(0), row.text(1));
    return complaints;
}

}  // namespace huiyin::records
