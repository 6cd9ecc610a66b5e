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
    Matter matter;  ///< its channel is the form of the first report
    EventFacts facts;
    bool urgent = false;  ///< clause 7.3
};

/// `to` is a login: whom it was reported to.
Made report_event(const Writing& writing, const EventFacts& facts, const std::string& text,
                  const std::string& form, const std::optional<std::string>& to);
Event load_event(store::Connection& connection, MatterId id);

}  // namespace huiyin::records
