#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/records/matter.hpp"
#include "huiyin/records/value.hpp"

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

/// Where they are unsaid the office learned of it by the report, and residents are affected by
/// those of categories 4 to 6.
WriteResult report_event(const Writing& writing, const NewEvent& event);
/// Passes it up the line (clause 7.2).
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
/// What the head said to comfort and explain (clause 7.4).
WriteResult comfort_after_event(const Writing& writing, std::string_view number,
                                const std::string& text);
WriteResult close_event(const Writing& writing, std::string_view number,
                        const std::optional<std::string>& outcome);

/// Like `amend_matter`; a category keeps what it was before, by which rules judge what was done
/// then.
void amend_event(const Writing& writing, MatterId id, std::string_view field,
                 const std::string& value, const std::string& reason);

Event load_event(store::Connection& connection, MatterId id);
/// 1 to 7, as clause 7.1 counts them.
int event_category(const Matter& event);

}  // namespace huiyin::records
