#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/base/time.hpp"
#include "huiyin/records/writing.hpp"

/// Policies: what the regulation leaves to the office or lets it tighten, in editions. A value
/// holds from its edition's time to the next one's; what was done is judged by the one in force
/// then.
namespace huiyin::records {

/// How a policy's value is written and what rules get of it.
enum class PolicyKind {
    duration,  ///< `15min`, `24h`, `3d`; seconds
    term,      ///< a duration of whole days or `3y`, or `none`; seconds or nothing
    count,     ///< a whole number
    money,     ///< whole yuan
    percent,   ///< `40%` or `40`, or `none`; a number or nothing
    yes_no,    ///< `yes` or `no`; 1 or 0
    list,      ///< words divided by commas, or `none`
    text,
};

struct PolicyDefinition {
    std::string_view key;
    PolicyKind kind;
    std::string_view standard;  ///< the value in force until the office sets its own
    std::string_view clause;
    base::Label title;
};

/// Every policy there is.
std::span<const PolicyDefinition> policy_definitions();
/// Throws Failure{not_found} for an unknown key, naming the nearest.
const PolicyDefinition& policy_definition(std::string_view key);

/// The value in its one canonical spelling. Throws Failure{usage} with what is expected.
std::string canonical_policy(const PolicyDefinition& definition, std::string_view typed);

/// What rules get: a number, text, or nothing for `none`.
using PolicyValue = std::variant<std::nullptr_t, std::int64_t, std::string>;
/// Throws Failure{integrity} for a value that is not canonical: no command wrote it.
PolicyValue policy_value(const PolicyDefinition& definition, std::string_view canonical);

struct PolicyEdition {
    int edition = 0;  ///< 0 is the regulation's own default
    base::Instant at = base::Instant::min();
    std::string value;
    std::optional<std::string> reason;
    std::optional<std::string> set_by;  ///< a login
};

/// All policies as one moment of the store knows them. Whatever is given a key throws as
/// `policy_definition` for one there is not.
class Policies {
  public:
    /// Throws Failure{integrity} for a value that no command wrote.
    static Policies load(store::Connection& connection);

    /// The edition in force at `at`. Before the office's first own edition, the default.
    const PolicyEdition& in_force(std::string_view key, base::Instant at) const;
    PolicyValue value(std::string_view key, base::Instant at) const;
    /// In the unit of its kind (`PolicyKind`); 0 for `none` and for what is no number.
    std::int64_t number(std::string_view key, base::Instant at) const;
    /// Its words; none for `none`.
    std::vector<std::string> list(std::string_view key, base::Instant at) const;
    /// Oldest first, the default included.
    const std::vector<PolicyEdition>& editions(std::string_view key) const;

  private:
    std::map<std::string, std::vector<PolicyEdition>, std::less<>> editions_;
};

/// Sets a policy from `from` on (the command's time where nothing is given); the past keeps its
/// value. That it is not looser than the regulation (3.4.1, 6.1–6.4) is the rules' to say. Throws
/// Failure{usage} for a time that has passed, an unreadable value, and a category of the
/// regulation's among the office's own; Failure{not_found} for an unknown key.
WriteResult set_policy(const Writing& writing, std::string_view key, std::string_view typed,
                       std::optional<base::Instant> from, const std::optional<std::string>& reason);

}  // namespace huiyin::records
