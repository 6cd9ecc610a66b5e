#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/records/callback.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/rulebook/checker.hpp"

/// Callbacks as they are shown, and those that are owed (clauses 3.2 to 3.4). Throws nothing of its
/// own; what takes a View as `view_matter` does.
namespace huiyin::reports {

/// One callback, as docs/schema has it.
nlohmann::ordered_json callback_json(const records::Callback& callback, const View& view);
nlohmann::ordered_json callbacks_json(const std::vector<records::Callback>& callbacks,
                                      const View& view);
/// 满意, 基本满意, 不满意, 未联系上; empty for an open letter.
Text satisfaction(const records::Callback& callback);
/// Whether the trouble is over, in words; empty where it was not asked.
Text solution(const records::Callback& callback);
Table callbacks_table(const std::vector<records::Callback>& callbacks, const View& view);

/// How the week stands with its signed visits (clause 3.4.1).
struct SignedVisits {
    std::string week;  ///< `2026-W47`
    std::int64_t signed_visits = 0;
    std::int64_t callbacks = 0;  ///< those that 3.4.1 speaks of
    std::int64_t target = 0;     ///< percent; policy `callback.signed_rate`

    /// How many more signed visits would reach the target; each is a callback too.
    std::int64_t missing() const;
};

/// This week's so far.
SignedVisits signed_visits_of_week(const View& view);
nlohmann::ordered_json signed_visits_json(const SignedVisits& visits);

/// One of the callbacks that are owed, as whoever makes it needs it. Lives no longer than the
/// deadlines it came from.
struct OwedCall {
    const rulebook::Deadline* deadline;
    std::optional<records::Matter> matter;  ///< whom to call, about what
    Text who;                               ///< who is to do it
    std::string holder;                     ///< the same by login; empty where any steward may
};
/// Soonest first.
std::vector<OwedCall> owed_calls(const std::vector<rulebook::Deadline>& owed, const View& view);

Document due_callbacks_document(const std::vector<OwedCall>& calls, const SignedVisits& visits,
                                const View& view);
nlohmann::ordered_json due_callbacks_json(const std::vector<rulebook::Deadline>& owed,
                                          const std::vector<OwedCall>& calls,
                                          const SignedVisits& visits, const View& view);

}  // namespace huiyin::reports
