#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/rulebook/rule.hpp"
#include "huiyin/store/connection.hpp"

/// Rules of an office's own, added as files of the same form (docs/rule-format.md). They lie in the
/// store, in editions: each is in force from its recording until the next. Reading them throws
/// nothing of its own: a text that cannot be read any more is said with the rule.
namespace huiyin::rulebook {

/// What the ids of an office's own rules begin with.
inline constexpr std::string_view own_prefix = "own.";
inline bool is_own(const Rule& rule) {
    return rule.id.starts_with(own_prefix);
}

/// A rule for the time it is, or was, in force: from ≤ t < until. A regulation's always is.
struct RuleInForce {
    const Rule* rule = nullptr;
    base::Instant from = base::Instant::min();
    base::Instant until = base::Instant::max();
    bool own = false;
    /// Why its file cannot be read any more; `rule` then has an id and nothing to run.
    base::Text unreadable = {};

    bool covers(base::Instant at) const { return from <= at && at < until; }
};

/// Every rule that was ever in force by `now`: the regulation's by id, then the office's own, each
/// edition by itself.
std::vector<RuleInForce> rules_until(store::Connection& connection, base::Instant now);
/// Those of the office's own alone.
std::vector<RuleInForce> office_rules_until(store::Connection& connection, base::Instant now);

/// Those in force at `now`.
std::vector<const Rule*> rules_in_force(store::Connection& connection, base::Instant now);

/// One edition of an office's own rule.
struct OfficeRuleEdition {
    int edition = 0;
    base::Instant at;
    bool retired = false;  ///< there is no such rule from then on
    std::optional<std::string> text;
    std::optional<std::string> reason;
    std::string recorder;  ///< a login
};
/// Oldest first; empty for a rule of the regulation.
std::vector<OfficeRuleEdition> office_rule_editions(store::Connection& connection,
                                                    std::string_view id);

/// The regulation's rule of that id or title, or the newest edition of the office's own that is no
/// retirement; where its text cannot be read it has an id and nothing to run. Throws
/// Failure{not_found}, naming the nearest id.
const Rule& require_rule(store::Connection& connection, std::string_view id);

/// Takes up a rule file after checking it from its header to its examples (clause 1.1).
/// Throws Failure{usage} with everything that is wrong, by line; also for what is no file, is
/// longer than `limits::rule_file` or is in force already, and for another time than now;
/// Failure{failed} for a file that cannot be read.
records::WriteResult add_office_rule(const records::Writing& writing,
                                     const std::filesystem::path& file);

/// Ends a rule of the office's own; what it found stays. Throws Failure{not_found} for an unknown
/// id; Failure{usage} for a rule of the regulation, one that is retired, and another time than now.
records::WriteResult retire_office_rule(const records::Writing& writing, std::string_view id,
                                        const std::string& reason);

}  // namespace huiyin::rulebook
