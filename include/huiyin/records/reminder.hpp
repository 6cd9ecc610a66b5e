#pragma once

#include <string>
#include <vector>

#include "huiyin/records/writing.hpp"

/// Who was told of what they must do, so that nobody is told the same thing twice in a day. Throws
/// nothing of its own.
namespace huiyin::records {

struct Reminder {
    StaffId staff = 0;
    std::string subject;  ///< a number, or a week
    std::string rule;
    base::Instant due;
};

/// Whether somebody was told of this on that day of the office.
bool was_reminded(store::Connection& connection, const base::Day& day, const Reminder& reminder);
/// That they are told now.
void note_reminder(const Writing& writing, const base::Day& day, const Reminder& reminder);

struct ReminderEntry {
    base::Instant told_at;
    std::string recorder;  ///< a login
    std::string login;     ///< who was told
    base::Seconds within;  ///< how far ahead the last thing lay that they were told of
};
/// One for each person and time, in the order in which they were told.
std::vector<ReminderEntry> reminder_entries(store::Connection& connection);

}  // namespace huiyin::records
