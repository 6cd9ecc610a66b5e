#include "repeats.hpp"

#include <set>

#include "huiyin/records/policy.hpp"

namespace huiyin::records {

using store::Query;

namespace {

/// A link that holds.
struct Link {
    std::int64_t id = 0;
    MatterId earlier = 0;
    base::Instant since;  ///< from when the sooner limit runs
};

std::optional<Link> link_of(store::Connection& connection, MatterId complaint) {
    Query row(connection,
              "SELECT id, earlier, since_at FROM repeat_link"
              " WHERE complaint = ? AND until_at IS NULL ORDER BY id DESC LIMIT 1",
              complaint);
    if (!row.next()) return {};
    return Link{row.integer(0), row.integer(1), row.time(2)};
}

bool is_void(store::Connection& connection, MatterId matter) {
    return store::find_integer(connection, "SELECT voided_at FROM matter WHERE id = ?", matter)
        .has_value();
}

/// What somebody said that it repeats. Of one that is void, what that one repeated.
std::optional<MatterId> said_by_hand(store::Connection& connection, MatterId complaint) {
    auto earlier = store::find_integer(connection,
                                       "SELECT earlier FROM repeat_link"
                                       " WHERE complaint = ? AND by_hand ORDER BY id DESC LIMIT 1",
                                       complaint);
    for (std::set<MatterId> passed{complaint}; earlier && is_void(connection, *earlier);) {
        if (!passed.insert(*earlier).second) return {};
        earlier = store::find_integer(connection,
                                      "SELECT earlier FROM repeat_link WHERE complaint = ?"
                                      " ORDER BY id DESC LIMIT 1",
                                      *earlier);
    }
    return earlier == complaint ? std::nullopt : earlier;
}

/// The last complaint of the same home and category within the window.
std::optional<MatterId> same_trouble_before(store::Connection& connection, MatterId complaint) {
    const auto at =
        store::find_integer(connection, "SELECT at FROM matter WHERE id = ?", complaint);
    const auto window =
        Policies::load(connection).number("complaint.repeat_window", base::instant(at.value_or(0)));
    return store::find_integer(
        connection,
        "SELECT e.id FROM matter m CROSS JOIN same_home h ON h.unit = m.unit"
        " CROSS JOIN matter e ON e.unit = h.other"
        " AND e.category = m.category AND +e.kind = m.kind"
        " WHERE m.id = ?1 AND m.kind = 'complaint' AND e.id <> m.id AND e.voided_at IS NULL"
        " AND e.at >= m.at - ?2 AND (e.at, e.id) < (m.at, m.id)"
        " ORDER BY e.at DESC, e.id DESC LIMIT 1",
        complaint, window);
}

/// Those that repeat it, and later ones of its home and category, which may from now on.
std::set<MatterId> hanging_on(store::Connection& connection, MatterId complaint) {
    std::set<MatterId> others;
    for (Query row(connection,
                   "SELECT complaint FROM repeat_link WHERE earlier = ?1 AND until_at IS NULL"
                   " UNION SELECT l.id FROM matter m CROSS JOIN same_home h ON h.unit = m.unit"
                   " CROSS JOIN matter l ON l.unit = h.other"
                   " AND l.category = m.category AND +l.kind = m.kind"
                   " WHERE m.id = ?1 AND m.kind = 'complaint' AND (l.at, l.id) > (m.at, m.id)",
                   complaint);
         row.next();)
        others.insert(row.integer(0));
    return others;
}

void end_link(const Writing& writing, const Link& link) {
    store::run(writing.connection(), "UPDATE repeat_link SET until_at = ? WHERE id = ?",
               writing.now(), link.id);
}

/// One that passes from one complaint to another goes on: its limit does not begin anew.
void make_link(const Writing& writing, MatterId complaint, MatterId earlier, bool by_hand,
               bool born) {
    auto& connection = writing.connection();
    const auto before = link_of(connection, complaint);
    if (before) end_link(writing, *before);
    const auto from = born ? writing.provenance().at : writing.now();
    const auto since = before ? before->since : from;
    store::run(connection,
               "INSERT INTO repeat_link (id, complaint, earlier, by_hand, since_at, from_at)"
               " VALUES (?, ?, ?, ?, ?, ?)",
               writing.next_id("repeat_link"), complaint, earlier, by_hand, since, from);
    store::run(connection, "UPDATE complaint SET repeat_of = ?, repeat_at = ? WHERE id = ?",
               earlier, since, complaint);
}

void follow_one(const Writing& writing, MatterId complaint, bool born) {
    auto& connection = writing.connection();
    if (is_void(connection, complaint)) return;
    auto earlier = said_by_hand(connection, complaint);
    if (!earlier) earlier = same_trouble_before(connection, complaint);
    const auto link = link_of(connection, complaint);
    if ((link ? std::optional(link->earlier) : std::nullopt) == earlier) return;
    if (earlier) {
        make_link(writing, complaint, *earlier, false, born);
        return;
    }
    end_link(writing, *link);
    store::run(connection, "UPDATE complaint SET repeat_of = NULL, repeat_at = NULL WHERE id = ?",
               complaint);
}

/// Most complaints have no category, or are linked to none: there is nothing to look for.
bool may_repeat(store::Connection& connection, MatterId complaint) {
    return store::find_integer(connection,
                               "SELECT 1 FROM matter WHERE id = ?1"
                               " AND (unit IS NOT NULL AND category IS NOT NULL"
                               " OR EXISTS (SELECT 1 FROM repeat_link WHERE complaint = ?1)"
                               " OR EXISTS (SELECT 1 FROM repeat_link WHERE earlier = ?1))",
                               complaint)
        .has_value();
}

}  // namespace

void follow_repeats(const Writing& writing, MatterId complaint, bool born) {
    if (!may_repeat(writing.connection(), complaint)) return;
    follow_one(writing, complaint, born);
    for (const auto other : hanging_on(writing.connection(), complaint))
        follow_one(writing, other, false);
}

void link_by_hand(const Writing& writing, MatterId complaint, MatterId earlier, bool born) {
    make_link(writing, complaint, earlier, true, born);
}

}  // namespace huiyin::records
