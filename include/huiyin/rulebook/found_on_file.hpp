#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/rulebook/checker.hpp"

/// What an audit finds, for whoever takes one finding after the other.
namespace huiyin::rulebook {

class VerdictComparison;

/// Everything that is found on file, in the order of an audit, kept as the rules' queries said it
/// and worded when it is read. What does not fit a few megabytes lies on disk, in a file without a
/// name, so that more findings take no more memory. As a Checker it works on the connection's temp
/// schema, one at a time, and throws what that throws.
class FoundOnFile {
  public:
    /// What tells whether a finding is wanted, without wording it.
    struct Brief {
        const Rule* rule = nullptr;
        std::string_view severity;
        std::string_view subject;
        base::Instant since;
        bool open = false;
        bool explained = false;
    };
    using Wanted = std::function<bool(const Brief&)>;
    using Visit = std::function<void(const Finding&)>;

    /// When and how matters are shared with a second process, so that both processors of a small
    /// machine are at work.
    struct Sharing {
        std::int64_t worth_it = 8'000;  ///< from so many matters on
        std::int64_t portion = 4'000;   ///< how many at a time; no more than this
    };

    /// What is judged.
    enum class Judging {
        whats_unjudged,  ///< beside the verdicts that are kept: of now alone
        everything,      ///< anew
        afresh,          ///< the same, compared with those verdicts
    };

    /// Judges, by all rules, as `Checker::audit` does.
    FoundOnFile(store::Connection& connection, const base::Zone& zone, base::Instant now,
                Judging judging, const Sharing& sharing);
    FoundOnFile(store::Connection& connection, const base::Zone& zone, base::Instant now,
                Judging judging = Judging::everything)
        : FoundOnFile(connection, zone, now, judging, Sharing{}) {}
    ~FoundOnFile();
    FoundOnFile(const FoundOnFile&) = delete;
    FoundOnFile& operator=(const FoundOnFile&) = delete;

    void for_each_brief(const std::function<void(const Brief&)>& visit) const;
    void for_each(const Wanted& wanted, const Visit& visit) const;
    /// Those of one rule.
    void for_each_of(const Rule& rule, const Wanted& wanted, const Visit& visit) const;

    /// Deadlines that still run and have not passed, soonest first.
    std::vector<Deadline> due;
    /// Afresh: what the verdicts that are kept say otherwise, rule and subject. None in a store
    /// that only commands wrote.
    std::vector<std::string> differences() const;
    /// The closed matters, by their numbers, on which a deadline still runs though the store does
    /// not say so in `owing`, which lists of what is due read. None in a store that only commands
    /// wrote.
    std::vector<std::string> forgotten() const;
    /// Whose breach it would be, by login, if the deadline passed as things stand.
    std::optional<std::string> would_be_blamed(const Deadline& deadline) const;

  private:
    class Kept;
    class Gathering;

    bool judge(const Sharing* sharing, bool compares);
    bool judge_unjudged(std::int64_t through, const Sharing& sharing);

    std::unique_ptr<RuleEngine> engine_;
    std::unique_ptr<Kept> kept_;
    std::unique_ptr<VerdictComparison> comparison_;
};

}  // namespace huiyin::rulebook
