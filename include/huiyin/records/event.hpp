#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/records/matter.hpp"

namespace huiyin::records {

/// What a major event is, as far as it was known when it was reported (clauses 7.1, 7.3).
struct EventFacts {
    int category = 7;  ///< 1 to 7, as clause 7.1 counts them
    std::optional<std::string> place;
    std::optional<base::Instant> happened;
    std::optional<base::Instant> learned;  ///< when the office learned of it; of old, the report
    std::optional<std::int64_t> casualties;
    std::optional<std::int64_t> loss;  ///< yuan
    bool gathering = false;            ///< a group gathers, or is likely to
    bool said_urgent = false;
    std::optional<bool> residents;  ///< affected; where unsaid, those of categories 4 to 6
    std::optional<std::string> petition;
    std::optional<std::string> complaint;  ///< the joint complaint it came of, by its number
};

struct Event {
    Matter matter;  ///< its channel is the form of the first report, or `patrol`
    EventFacts facts;
    bool urgent = false;            ///< clause 7.3
    std::string reported_category;  ///< before it was corrected
};

/// `to` is a login: whom it was reported to.
Made report_event(const Writing& writing, const EventFacts& facts, const std::string& text,
                  const std::string& form, const std::optional<std::string>& to);
/// Passes it up the line (clause 7.2).
Made relay_event(const Writing& writing, std::string_view number, std::string_view to,
                 const std::string& form);

/// A later report, with what is known by then (clause 7.3).
struct Supplement {
    std::string form;
    std::optional<std::string> to;  ///< a login
    std::string text;
    std::optional<std::int64_t> casualties;
    std::optional<std::int64_t> loss;  ///< yuan
};
Made supplement_event(const Writing& writing, std::string_view number,
                      const Supplement& supplement);
/// A notice to another department (clause 7.2).
Made notify_of_event(const Writing& writing, std::string_view number, const std::string& department,
                     const std::string& text);
/// 110, 119, 120 and the like were called, which is never skipping a level (clause 7.4).
Made call_alarm(const Writing& writing, std::string_view number, const std::string& called);
/// What the head said to comfort and explain (clause 7.4).
Made comfort_after_event(const Writing& writing, std::string_view number, const std::string& text);
Made close_event(const Writing& writing, std::string_view number,
                 const std::optional<std::string>& outcome);

/// Like `amend_matter`; a category keeps what it was before, by which rules judge what was done
/// then.
void amend_event(const Writing& writing, MatterId id, std::string_view field,
                 const std::string& value, const std::string& reason);

/// With the newest figures of its supplements.
Event load_event(store::Connection& connection, MatterId id);

}  // namespace huiyin::records
