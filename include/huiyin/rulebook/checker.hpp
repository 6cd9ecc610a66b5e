#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/rulebook/rule.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/connection.hpp"

/// The compliance checker: asks rules what they find about some of the records or all of them, as
/// of a moment. It reports and decides nothing: what is to be done about a finding of severity
/// `refuse` is the gate's affair. docs/rule-format.md says what a rule may see.
namespace huiyin::rulebook {

class RuleEngine;

/// Why a breach happened, as somebody put it on record.
struct Explanation {
    std::optional<std::string> text;  ///< nothing where it was erased
    std::string by;                   ///< a login
    base::Instant at;
};

/// A rule that is broken, by what, since when.
struct Finding {
    const Rule* rule = nullptr;  ///< never null when returned by a Checker
    std::string severity;        ///< `refuse`, `breach`, `notice`: what it came to here
    std::string subject;         ///< the number of a matter; a week, a month, a login, a policy
    base::Instant since;         ///< the instant it fell due
    /// The other columns of the row that the query gave, times as ISO 8601 in the zone.
    std::map<std::string, std::string> detail;
    base::Text message;
    base::Text remedy;
    std::int64_t row = 0;  ///< the row at fault; 0 where the rule names none
    std::optional<std::string> blamed =
        {};  ///< login of the person responsible; none of weeks and months
    std::optional<std::string> unit = {};  ///< the home that its subject came from
    std::optional<Explanation> explanation = {};
    bool open = false;           ///< can still be put right; else it is a fact, to be explained
    std::int64_t avoidable = 0;  ///< the step that causes it without need; 0 if none

    bool explained() const { return explanation.has_value(); }
};

/// A deadline of one subject, with its arithmetic.
struct Deadline {
    const Rule* rule = nullptr;  ///< never null when returned by a Checker
    std::string subject;         ///< as of a finding
    base::Instant started;
    base::Instant due;  ///< the last second that keeps it
    std::optional<base::Instant> met;
    std::optional<base::Instant> stopped;  ///< when it ceased to matter
    std::string_view limit;  ///< the policy of its limit; may be empty; lives as long as the rule
    int policy_edition = 0;  ///< of its limit, as of `started`; 0 is the default
    std::string limit_text;  ///< the limit as the office wrote it: `24h`
    bool rated =
        true;  ///< false: the same act is due sooner by another deadline, which rates count
    std::optional<records::StaffId> said = {};  ///< whom the query blames, if it is missed

    bool pending() const { return !met && !stopped; }
    /// When it ended, by being met or by ceasing to matter, whichever came first.
    std::optional<base::Instant> ended() const {
        return met && stopped ? std::min(met, stopped) : met ? met : stopped;
    }
    bool broken(base::Instant now) const { return ended().value_or(now) > due; }
    /// It ceased to matter before it fell due, and before it was met: nothing was owed.
    bool never_owed() const { return stopped && *stopped <= due && ended() != met; }
};

/// A stretch of time: from ≤ t < until.
struct Stretch {
    base::Instant from;
    base::Instant until;

    bool holds(base::Instant at) const { return from <= at && at < until; }
};

/// What a rate counts: the deadlines of some rules of the regulation that fall due within a
/// stretch.
struct Rated {
    std::span<const std::string_view> rules;   ///< by id
    std::span<const std::string_view> limits;  ///< the policies of all their limits
    Stretch within;
};

/// How a review is shared with a second process, so that both processors of a small machine are at
/// work. Where verdicts count, that one judges what is settled.
struct ReviewSharing {
    std::int64_t worth_it = 10'000;  ///< from so many steps in the time looked at on
    /// What the first has to do besides, whatever the second finds; done once, at any rate.
    std::function<void()> meanwhile = {};
};

/// Runs the rules over one store for one moment. Works on the connection's temp schema, so the
/// connection may be read-only; one at a time per connection. Policies and rules are read at
/// construction, and again when a judged change touches them.
///
/// Findings are returned, never thrown. Throws only if it cannot judge: Failure{integrity} for a
/// policy or role that no command wrote, and SQLite::Exception, also where a signal interrupted it
/// (Exit::interrupted). An office's own rule that fails stops nothing: it becomes a notice.
class Checker {
  public:
    /// `now` is the moment judged; times in messages are shown in `zone`.
    Checker(store::Connection& connection, const base::Zone& zone, base::Instant now);
    ~Checker();
    Checker(const Checker&) = delete;
    Checker& operator=(const Checker&) = delete;

    struct Verdict {
        std::vector<Finding> findings;
        std::vector<Deadline> due;  ///< that still run and have not passed, soonest first
        /// Of an audit: what was not done by when it was due, done since or not, in no order.
        std::vector<Deadline> missed = {};
    };

    /// What a command brought about, asked while what it wrote is not yet committed: refusals for
    /// the rows it wrote, breaches and notices for everything it touched. A breach that the command
    /// need not have made is refused, too, unless it says that it happened so. Where it wrote no
    /// step (a policy, an absence), its provenance is judged like one (1.6).
    Verdict judge_change(const ChangeSummary& touched,
                         const std::optional<records::Provenance>& provenance = {});

    /// What is already broken, taken before a correction: breaches that mending does not end (they
    /// stand whatever is corrected or voided), and what refusal rules find, by rule and row.
    /// `subjects`: kind and id, as in a ChangeSummary. Of weeks and months, only those containing
    /// one of `moments` are judged: the times of the steps before and after.
    struct Standing {
        std::vector<Finding> breaches;
        std::set<std::pair<std::string, std::int64_t>> broken;
    };
    Standing before_correction(const std::set<std::pair<std::string, std::int64_t>>& subjects,
                               const std::set<base::Instant>& moments);

    /// Everything on file, ordered by time and rule; explained findings are marked. With `since`:
    /// only what fell due from then on, what is still to be done, and what fell due within
    /// `earlier`, without reading what ended years ago.
    Verdict audit(const std::optional<base::Instant>& since = {},
                  const std::optional<Stretch>& earlier = {});

    /// What a report of a period is made of.
    struct Review {
        std::vector<Finding> breaches;  ///< as of `audit`, which finds notices besides
        std::vector<Deadline> due;      ///< as of `audit`
        /// Of those of `audit` what had passed and was still to be done when the stretch of the
        /// rates ended, or now, if it has not.
        std::vector<Deadline> missed;
        /// As of `deadlines_of_rules`, of the stretch and of `earlier`, in no order.
        std::vector<Deadline> rated;
    };
    /// How much is said of a breach: briefly, neither its sentences nor its details, nor whose it
    /// is and what home it came from.
    enum class Telling { briefly, wholly };
    /// The breaches that an audit since a moment finds, and the deadlines of some rates, by one
    /// look at each matter.
    Review review(const base::Instant& since, const Rated& rated, Telling telling,
                  const std::optional<Stretch>& earlier = {}, const ReviewSharing& sharing = {});

    /// The findings about one matter, by its full number, and its running deadlines; none for
    /// anything else. Findings about weeks, months and the post come only from audit.
    Verdict about(const std::string& subject);
    /// The same of many matters, by their numbers; a matter with neither is omitted.
    std::map<std::string, Verdict> about_each(const std::set<std::int64_t>& matters);

    /// Every deadline that a matter has or had, by its full number, soonest first; none for
    /// anything else.
    std::vector<Deadline> deadlines_of(const std::string& subject);
    /// Every deadline of these rules of the regulation that falls due within a stretch, or another
    /// that ended before it, in no order. Throws Failure{not_found} for any other id.
    std::vector<Deadline> deadlines_of_rules(std::span<const std::string_view> ids,
                                             const Stretch& within,
                                             const std::optional<Stretch>& earlier = {});

    /// Every deadline that still runs, passed or not, soonest first: of one kind of matter if it is
    /// named, and of the rules that are wanted.
    std::vector<Deadline> running(
        const std::optional<std::string_view>& kind = {},
        const std::function<bool(const Rule&)>& wanted = [](const Rule&) { return true; });

    /// Those of some matters on which a deadline still runs, passed or not.
    std::set<std::int64_t> still_running_on(const std::set<std::int64_t>& matters);

    /// Whose breach it would be, by login, if the deadline passed as things stand.
    std::optional<std::string> would_be_blamed(const Deadline& deadline);

    /// Runs one rule over everything on file. What it finds is as its query says: refusals stay
    /// refusals and nothing is marked as explained. Throws Failure{failed} for a rule of an
    /// office's own that cannot be run.
    std::vector<Finding> run(const Rule& rule);

    /// A notice about each rule of the office's own that cannot be run, as after an upgrade that
    /// changed what it reads. Verdicts have these too, as far as they would have run it.
    std::vector<Finding> office_rules_unable();

  private:
    std::unique_ptr<RuleEngine> engine_;
};

}  // namespace huiyin::rulebook
