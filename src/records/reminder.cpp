#include "huiyin/records/reminder.hpp"

namespace huiyin::records {

using store::Query;

bool was_reminded(store::Connection& connection, const base::Day& day, const Reminder& reminder) {
    return store::find_integer(connection,
                               "SELECT 1 FROM reminder WHERE day = ? AND staff = ?"
                               " AND subject = ? AND rule = ?",
                               day.name(), reminder.staff, reminder.subject, reminder.rule)
        .has_value();
}

void note_reminder(const Writing& writing, const base::Day& day, const Reminder& reminder) {
    store::run(writing.connection(),
               "INSERT INTO reminder (id, day, staff, subject, rule, due_at, told_at, recorder)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
               writing.next_id("reminder"), day.name(), reminder.staff, reminder.subject,
               reminder.rule, reminder.due, writing.now(), writing.recorder().staff);
}

std::vector<ReminderEntry> reminder_entries(store::Connection& connection) {
    std::vector<ReminderEntry> entries;
    for (Query row(connection,
                   "SELECT m.told_at, r.login, p.login, max(m.due_at) - m.told_at FROM reminder m"
                   " JOIN staff p ON p.id = m.staff JOIN staff r ON r.id = m.recorder"
                   " GROUP BY m.told_at, m.recorder, m.staff ORDER BY min(m.id)");
         row.next();)
        entries.push_back({.told_at = row.time(0),
                           .recorder = row.text(1),
                           .login = row.text(2),
                           .within = base::Seconds{row.integer(3)}});
    return entries;
}

}  // namespace huiyin::records
