#include "huiyin/records/week_figures.hpp"

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

class Counter {
  public:
    Counter(store::Connection& connection, const Window& window)
        : connection_(connection), window_(window) {}

    /// How many complaints meet a condition; ?1 is the window's start, ?2 its end, ?3 as of when.
    std::int64_t count(std::string_view condition) {
        Query row(connection_, base::format("SELECT count(*) FROM {}{}", standing, condition),
                  window_.from, window_.until, window_.as_of);
        return row.next() ? row.integer(0) : 0;
    }

    std::int64_t count_received(std::string_view condition) {
        return count(base::format("{} AND {}", received, condition));
    }

    std::map<std::string, std::int64_t> received_by(std::string_view column) {
        std::map<std::string, std::int64_t> counts;
        for (Query row(
                 connection_,
                 base::format("SELECT {0}, count(*) FROM {1}{2} AND {0} IS NOT NULL GROUP BY {0}",
                              column, standing, received),
                 window_.from, window_.until, window_.as_of);
             row.next();)
            counts.emplace(row.text(0), row.integer(1));
        return counts;
    }

    std::int64_t joint(const Policies& policies) {
        std::int64_t count = 0;
        for (Query row(connection_,
                       base::format("SELECT m.channel, c.people, m.at FROM {}{}"
                                    " AND c.people IS NOT NULL",
                                    standing, received),
                       window_.from, window_.until, window_.as_of);
             row.next();)
            if (is_joint(row.text(0), row.integer(1), row.time(2), policies)) ++count;
        return count;
    }

    std::vector<std::int64_t> reply_seconds() {
        std::vector<std::int64_t> seconds;
        for (Query row(
                 connection_,
                 base::format("SELECT r.at - m.at AS took FROM {}"
                              " AND r.at >= ?1 AND r.at < min(?2, ?3 + 1)"
                              " AND NOT EXISTS (SELECT 1 FROM step e WHERE e.matter = m.id"
                              " AND +e.what = 'reply' AND (e.at, e.id) < (r.at, r.id))"
                              " ORDER BY took",
                              "step r CROSS JOIN matter m ON m.id = r.matter AND r.what = 'reply'"
                              " CROSS JOIN complaint c ON c.id = m.id"
                              " WHERE (m.voided_at IS NULL OR m.voided_at > ?3)"),
                 window_.from, window_.until, window_.as_of);
             row.next();)
            seconds.push_back(row.integer(0));
        return seconds;
    }

  private:
    store::Connection& connection_;
    const Window& window_;
};

}  // namespace

ComplaintCounts count_complaints(store::Connection& connection, const Policies& policies,
                                 const Window& window) {
    Counter counter(connection, window);
    constexpr std::string_view closed = " AND m.closed_at >= ?1 AND m.closed_at < min(?2, ?3 + 1)";
    const auto closed_as = [&](std::string_view ended) {
        return counter.count(
            base::format("{} AND EXISTS (SELECT 1 FROM step s WHERE s.matter = m.id AND s.what = "
                         "'close' AND {})",
                         closed, ended));
    };
    // One after the other: g++ 12 destroys the parts of an aggregate twice where one throws.
    ComplaintCounts counts;
    counts.received = counter.count(received);
    counts.by_channel = counter.received_by("m.channel");
    counts.by_class = counter.received_by("c.class");
    counts.by_category = counter.received_by("m.category");
    counts.closed = counter.count(closed);
    counts.closed_unsatisfied = closed_as("s.ended = 'unsatisfied'");
    counts.closed_unverified = closed_as("s.ended <> 'unsatisfied'");
    // In two looks at matter_by_closing, so that it costs what was open and not the years on file.
    constexpr std::string_view came = " AND +m.at < ?2 AND +m.at <= ?3";
    counts.open_at_end = counter.count(base::format("{} AND m.closed_at IS NULL", came)) +
                         counter.count(base::format("{} AND m.closed_at >= min(?2, ?3 + 1)", came));
    counts.repeat = counter.count_received(
        "EXISTS (SELECT 1 FROM repeat_link l WHERE l.complaint = m.id AND l.from_at <= ?3"
        " AND (l.until_at IS NULL OR l.until_at > ?3))");
    counts.joint = counter.joint(policies);
    counts.unreachable = counter.count_received(with_matter_sql("NOT @reachable(?3)"));
    counts.forwarded = counter.count_received("c.forwarded_by IS NOT NULL");
    counts.reply_seconds = counter.reply_seconds();
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
