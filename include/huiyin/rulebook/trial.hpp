#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/records/policy.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/rule.hpp"

/// The past as it would be judged if a limit or a rule of the office's own were another. Nothing is
/// recorded: the connection may be read-only. Throws what the Checker throws.
namespace huiyin::rulebook {

/// The edition of a policy's value that nobody set: one that is tried.
inline constexpr int tried_edition = -1;

/// What is supposed to hold from a moment on, instead of whatever the office set of it since then.
struct Supposition {
    base::Instant since;
    std::string policy = {};     ///< its key; empty: none
    std::string value = {};      ///< of that policy, canonical
    const Rule* rule = nullptr;  ///< of the office's own; to outlive what is judged by it
};

/// What is tried, with what it is instead of.
struct Tried {
    Supposition supposed;
    bool is_in_force = false;      ///< it holds as it is: editions since then stay, too
    std::string in_force = {};     ///< of a policy, the value at the moment judged
    std::vector<std::string> ids;  ///< of the rules that can judge otherwise by it
};

/// A policy's value from `since` on. Throws as `records::settable_policy`.
Tried tried_policy(store::Connection& connection, base::Instant now, base::Instant since,
                   std::string_view key, std::string_view typed);
/// A rule file of the office's own, instead of its own editions. Throws Failure{usage} as
/// `add_office_rule` does for what is wrong with it.
Tried tried_rule(store::Connection& connection, base::Instant now, base::Instant since,
                 const std::filesystem::path& file);

/// The refusals of whoever would set a policy so: what the regulation itself says is never looser.
std::vector<Finding> looser_than_the_regulation(const Tried& tried, base::Instant now);

/// What would have been judged otherwise. Findings are matched one to one by rule and subject, and
/// count as an audit gives them, as far as their clock started, or what has none began, since then.
/// What a rule would have refused is newly found by it, with severity `refuse`.
struct Trial {
    std::vector<Finding> newly;      ///< by time
    std::vector<Finding> no_longer;  ///< by time
    std::size_t unchanged = 0;
    std::vector<Deadline> before;  ///< every deadline as it is, kept or not
    std::vector<Deadline> after;   ///< and as it would be
};
/// `beside` are rules whose deadlines are wanted, too.
Trial try_out(store::Connection& connection, const base::Zone& zone, base::Instant now,
              const Tried& tried, std::span<const std::string_view> beside = {});

/// The policies as they would be.
records::Policies policies_by(store::Connection& connection, const Tried& tried);

/// Whether a rule, or anything that it reads, asks for a policy.
bool asks_for(const Rule& rule, std::string_view policy);

}  // namespace huiyin::rulebook
