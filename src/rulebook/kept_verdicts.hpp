#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "found.hpp"
#include "rule_engine.hpp"

/// The tables of verdicts, as who judges reads and writes them. Private to this directory.
namespace huiyin::rulebook {

/// What the verdicts depend on beside the records: the rules, what they read, and the program.
std::string rulebook_digest();

/// The last matter that verdicts reach, if any count at that moment: none do by another rulebook,
/// nor before they were made.
std::optional<std::int64_t> judged_through(store::Connection& connection, base::Instant now);

/// Fills temp.chosen with the matters of which no verdict counts, where they reach to `through`.
/// Gives how many.
std::int64_t choose_unjudged(store::Connection& connection, std::int64_t through);

/// Of one table of matters' ids moves into another those of which a verdict counts that found
/// nothing, where verdicts reach to `through`. Those stay that began before `end` and of which a
/// step happened after it: where a rule heals, what was done late is no finding any more, but
/// was still to be done at that moment.
void move_those_without_findings(store::Connection& connection, std::string_view from,
                                 std::string_view to, std::int64_t through, base::Instant end);

/// Whether what a rule finds may be kept: not where it says what somebody said, or what depends on
/// more than the records of one matter.
bool may_keep_findings_of(const Rule& rule);

/// Whether time may yet change what is found. A post that nobody took can be taken no more once it
/// is over, so it stays as it is.
bool runs_on(const Deadline& deadline, base::Instant now);

/// Of a deadline that nobody met, by how much it is late is not kept.
void keep_finding(store::Connection& connection, std::int64_t id,
                  std::optional<std::int64_t> matter, const Found& found);

/// Of every verdict that counts what was found; `matter` is none of a week or month. Throws
/// Failure{integrity} for what no command kept.
void for_each_kept(
    RuleEngine& engine, std::int64_t through,
    const std::function<void(Found&& found, std::optional<std::int64_t> matter)>& take);

/// The same of one rule's on roster entries, by their ids.
void for_each_kept_of_posts(RuleEngine& engine, const Rule& rule, std::int64_t through,
                            const std::function<void(Found&& found, std::int64_t entry)>& take);

/// The same of weeks and months alone.
void for_each_kept_of_periods(RuleEngine& engine, const std::function<void(Found&&)>& take);

/// What verdicts that are kept say, beside what is found anew.
class VerdictComparison {
  public:
    explicit VerdictComparison(RuleEngine& engine);

    /// Whatever is found, once its refusals are settled; matter 0 of what is none.
    void take(const Found& found, std::int64_t matter);
    /// Whatever may still run: of what is settled nothing does.
    void take(const Deadline& deadline, std::int64_t matter);
    /// Of which rule and subject one says what the other does not.
    std::vector<std::string> differences() const;

  private:
    bool has_verdict(const Rule& rule, std::string_view subject, std::int64_t matter) const;

    RuleEngine& engine_;
    std::optional<std::int64_t> through_;
    std::multiset<std::string> kept_;     ///< that was not found yet
    std::multiset<std::string> surplus_;  ///< found, and not kept
};

}  // namespace huiyin::rulebook
