#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/records/matter.hpp"
#include "huiyin/records/value.hpp"

/// Major events (clause 7). What is wrong with a report, a relay or a supplement is a breach: no
/// rule refuses one but those on recording (1.6). Whatever is given a number throws as
/// `require_matter` does, a number of another kind included; a login as `require_staff`, which
/// takes those who have left.
namespace huiyin::records {

/// A major event as it is reported (clauses 7.1, 7.3).
struct NewEvent {
    int category = 7;  ///< 1 to 7, as clause 7.1 counts them
    std::string text;
    std::string form;               ///< in-person, phone, written; or `patrol`
    std::optional<std::string> to;  ///< a login: whom it was reported to
    FieldValues own{"event"};       ///< `fields/event.hpp`: place, learned, casualties …
};

struct Event {
    Matter matter;                  ///< its channel is the form of the first report, or `patrol`
    FieldValues own{"event"};       ///< with the newest figures of its supplements
    bool urgent = false;            ///< clause 7.3
    std::string reported_category;  ///< before it was corrected
};

/// Registers one. Where they are unsaid the office learned of it at the command's time, and
/// residents are affected by those of categories 4 to 6. Throws for the number of the complaint it
/// came of, too.
WriteResult report_event(const Writing& writing, const NewEvent& event);
/// Passes it up the line (clause 7.2). `form` is in-person, phone or written, here as below.
WriteResult relay_event(const Writing& writing, std::string_view number, std::string_view to,
                        const std::string& form);

/// A later report, with what is known by then (clause 7.3).
struct Supplement {
    std::string form;
    std::optional<std::string> to;  ///< a login
    std::string text;
    std::optional<std::int64_t> casualties;
    std::optional<std::int64_t> loss;  ///< yuan
};
WriteResult supplement_event(const Writing& writing, std::string_view number,
                             const Supplement& supplement);
/// A notice to another department (clause 7.2).
WriteResult notify_of_event(const Writing& writing, std::string_view number,
                            const std::string& department, const std::string& text);
/// 110, 119, 120 and the like were called, which is never skipping a level (clause 7.4).
WriteResult call_alarm(const Writing& writing, std::string_view number, const std::string& called);
/// What the head said to comfort and explain (clause 7.4); scanned for taboo phrases (2.2.1).
WriteResult comfort_after_event(const Writing& writing, std::string_view number,
                                const std::string& text);
/// Ends it; that the head comforted those affected (7.4) a rule asks.
WriteResult close_event(const Writing& writing, std::string_view number,
                        const std::optional<std::string>& outcome);

/// Corrects one of an event's own fields, or of those that every matter has, as `amend_matter`; a
/// category keeps what it was before, by which rules judge what was done then. Throws as that does,
/// and for a login or number in the value.
void amend_event(const Writing& writing, MatterId id, std::string_view field,
                 const std::string& value, const std::string& reason);

/// Throws Failure{integrity} for an id that is not on file.
Event load_event(store::Connection& connection, MatterId id);
/// 1 to 7, as clause 7.1 counts them.
int event_category(const Matter& event);

}  // namespace huiyin::records
