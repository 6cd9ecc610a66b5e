#pragma once

#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "found.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "office_rule_check.hpp"
#include "rule_engine.hpp"
#include "signs.hpp"

/// What a checker judges, from the making of one of these to its end: a few subjects, or the store
/// a portion after the other. Private to this directory.
namespace huiyin::rulebook {

/// What running rules came to.
struct Evaluation {
    std::vector<Deadline> deadlines;
    std::vector<Found> findings;
    std::int64_t portion = 0;  ///< of which portion, by its last matter; 0 of what is no matter
    bool besides = false;      ///< of the matters that are judged for some deadlines alone

    void add(Evaluation&& more) {
        std::ranges::move(more.deadlines, std::back_inserter(deadlines));
        std::ranges::move(more.findings, std::back_inserter(findings));
    }
};

/// What is seen of what is judged, by which rules say whether they may find anything about it.
struct Seen {
    Signs kinds;  ///< of what is judged, as rules name them
    Signs signs;
    bool is_command_itself = false;  ///< what a command says of itself is judged: it has no signs

    bool concerns(const Rule& rule) const;
};

/// Runs rules over what is judged. The rules of the office's own are contained: one that fails
/// ends nothing and has found nothing; that is told.
class Judgement {
  public:
    virtual ~Judgement() = default;
    Judgement(const Judgement&) = delete;
    Judgement& operator=(const Judgement&) = delete;

    /// About the rules of the office's own that could not be run until now; told once.
    std::vector<Finding> take_unable() { return std::exchange(unable_, {}); }

    /// Narrows the breaches that stood before a correction to those of what is judged: a condition
    /// on the matter `m`; empty for all.
    virtual std::string_view standing_condition() const = 0;

  protected:
    Judgement(RuleEngine& engine, std::int64_t most_steps_of_an_office_rule)
        : engine_(engine), most_steps_(most_steps_of_an_office_rule) {}

    /// What one rule finds; of a deadline, all that `condition` admits, and what is broken of
    /// those.
    Evaluation evaluate_one(const RuleInForce& rule, std::string_view condition);

    /// What is asked for a rule: its query about all that is judged, or its gate form about each of
    /// some matters.
    struct Question {
        std::string sql;
        const GateForm* form = nullptr;  ///< none of a rule's query
        std::vector<const Facts*> facts = {};
    };
    virtual Question question_of(const Rule& rule);

    RuleEngine& engine() const { return engine_; }
    /// That a rule which can be asked for some rows alone is: for those in `asked_posts`.
    void ask_for_some(bool so) { asks_for_some_ = so; }

  private:
    /// A rule's query as it is run here.
    virtual std::string query_of(const Rule& rule) = 0;
    /// Whoever prepares this SQL is to be asked about nothing but what it says.
    virtual void make_known(const std::string& sql) = 0;

    void prepare(const RuleInForce& rule, const std::string& sql);
    bool contained(const RuleInForce& rule, const std::function<void()>& work);
    void note_unable(const RuleInForce& rule, const base::Text& why);
    template <typename Take>
    void for_each_row(const RuleInForce& rule, std::string_view condition, Take take);
    Evaluation read_findings(const RuleInForce& rule);
    Evaluation read_deadlines(const RuleInForce& in_force, std::string_view condition);

    RuleEngine& engine_;
    std::int64_t most_steps_;
    bool asks_for_some_ = false;
    std::vector<Finding> unable_;
};

/// A few subjects, as at the gate: from tables in memory.
class SubjectJudgement final : public Judgement {
  public:
    using Subjects = std::set<std::pair<std::string, std::int64_t>>;  ///< kind and id
    using Tables = RuleEngine::Tables;

    /// With a provenance also what the command that is about them says of itself.
    SubjectJudgement(RuleEngine& engine, const Subjects& subjects,
                     const std::optional<records::Provenance>& provenance = {});

    /// The rules that may find anything about them: the regulation's by id, then the office's own.
    std::vector<RuleInForce> concerned();
    /// Of those the ones that read one of these tables.
    std::vector<RuleInForce> concerned(const Tables& changed);

    /// What these rules find; of deadlines all that `condition` admits.
    Evaluation evaluate(std::span<const RuleInForce> rules, std::string_view condition = {});

    std::string_view standing_condition() const override;

  private:
    std::string query_of(const Rule& rule) override;
    Question question_of(const Rule& rule) override;
    void make_known(const std::string& sql) override;
    template <typename Reads>
    std::vector<RuleInForce> concerned_of(std::span<const std::size_t> places, Reads reads);
    bool shows(std::string_view words);
    void look_for(std::string_view sign);
    void look_for_echo();
    Relations& relations() const;

    std::vector<Facts> facts_;  ///< of each matter
    Seen seen_;
    /// What is judged; told once a query is asked.
    mutable std::function<void(Relations&)> tell_;
    Signs looked_for_;  ///< of those that are looked for only where a rule asks
};

/// How many matters a portion has: few enough to stay in memory, so many that preparing is nothing
/// beside it.
inline constexpr std::int64_t portion_size = 4'000;

class SharedPortions;

/// The store, a portion of the matters after the other, then what is no matter: from views.
class StoreJudgement final : public Judgement {
  public:
    /// Which matters portions are taken of.
    struct Active {
        /// On which something was recorded since then, beside those whose deadlines may run.
        std::optional<base::Instant> since = {};
        /// Only these, and only until then: the rest is chosen already.
        std::optional<base::Instant> until = {};
        std::optional<std::string_view> kind = {};  ///< of this kind only
        /// Besides, those of which something may have fallen due in a stretch that ended before.
        std::optional<Stretch> earlier = {};
        base::Seconds known_by{0};  ///< after its end, what was still recorded of it
    };

    /// Deadlines that are wanted besides: of these rules of the regulation those that a condition
    /// admits, of more matters than are judged by the others.
    struct Besides {
        std::span<const std::string_view> rules;
        std::string condition;
        Active of;
        /// Where verdicts count, how far they reach. A matter of which one found nothing is then
        /// not judged but for these deadlines, unless something of it was still to be done at
        /// `end`, and done since.
        std::optional<std::int64_t> judged_through = {};
        base::Instant end = {};
        bool elsewhere = false;  ///< somebody else judges these: they are left out here

        bool speaks_of(const RuleInForce& rule) const;
    };

    /// Everything on file.
    explicit StoreJudgement(RuleEngine& engine,
                            std::int64_t most_steps_of_an_office_rule = most_steps_in_an_audit);
    /// Of the matters those whose deadlines may run.
    StoreJudgement(RuleEngine& engine, const Active& active);
    /// The same, and after them those of `besides`.
    StoreJudgement(RuleEngine& engine, const Active& active, Besides besides);

    /// The matters in temp.chosen, which whoever makes it fills.
    struct Chosen {};
    StoreJudgement(RuleEngine& engine, Chosen /*those*/);

    /// How much of what rules find is wanted.
    struct Wanted {
        std::string_view condition = {};  ///< on deadlines; empty for all
        /// Weeks and months that ended before are left out, but those of a stretch.
        std::optional<base::Instant> periods_since = {};
        std::optional<Stretch> but_of = {};
        /// So are those of which a verdict is kept.
        bool unjudged_periods = false;
        /// Where verdicts count, how far they reach: of a post that has one is told what it found.
        std::optional<std::int64_t> posts_judged_through = {};
        /// Refusals are to be settled as those on file: only matters of which one may stand are
        /// asked about (`standing.hpp`).
        bool only_what_stands = false;
        /// Of chosen matters, which are then chosen no more: where gate forms say all that is
        /// asked, these are asked, and no view.
        bool by_forms = false;
        /// Of all matters only those of the portions taken from here, after what is no matter.
        const SharedPortions* portions = nullptr;
    };

    /// What these rules find, of each portion and rule as soon as it is found.
    using Take = std::function<void(Evaluation&& found)>;
    void evaluate(std::span<const RuleInForce> rules, const Wanted& wanted, const Take& take);
    /// All of it.
    Evaluation evaluate(std::span<const RuleInForce> rules, const Wanted& wanted);
    Evaluation evaluate(std::span<const RuleInForce> rules) { return evaluate(rules, Wanted{}); }
    /// What is judged besides, alone.
    void evaluate_besides(std::span<const RuleInForce> rules, const Take& take);

    /// What the regulation's rules on weeks and months find of those that are over and in which one
    /// of these moments lies.
    Evaluation evaluate_periods(std::span<const RuleInForce> rules,
                                const std::set<base::Instant>& moments);

    /// A week or month by its name.
    struct NamedPeriod {
        std::string name;
        base::Instant from;
        base::Instant until;
    };
    struct JudgedPeriods {
        std::vector<NamedPeriod> periods;
        Evaluation evaluation;
    };
    /// The first so many of which no verdict is kept, and what is found of them; but for deadlines,
    /// which pass.
    JudgedPeriods evaluate_unjudged_periods(std::span<const RuleInForce> rules, std::int64_t most);

    /// What the regulation's rules on posts find of the roster entries in temp.chosen, and
    /// deadlines that still run or were missed.
    Evaluation evaluate_chosen_posts(std::span<const RuleInForce> rules);

    std::string_view standing_condition() const override { return {}; }

  private:
    std::string query_of(const Rule& rule) override;
    Question question_of(const Rule& rule) override;
    void make_known(const std::string& /*sql*/) override {}
    void leave_out_judged_periods();
    bool leave_only_periods_with(const std::set<base::Instant>& moments);
    void evaluate_matters(std::span<const RuleInForce> rules, const Wanted& wanted,
                          const Take& take);
    void evaluate_others(std::span<const RuleInForce> rules, const Wanted& wanted,
                         const Take& take);
    Evaluation evaluate_other(const RuleInForce& rule, const Wanted& wanted);
    Evaluation evaluate_asked_posts(const RuleInForce& rule, std::string_view condition);
    void for_each_year(const std::function<void()>& judge);
    /// By the last matter of the portion that is judged.
    using JudgePortion = std::function<void(std::int64_t last)>;
    using JudgeRule = std::function<void(const RuleInForce& rule, std::int64_t last)>;
    bool has_matters(std::string_view source) const;
    void for_each_portion(std::string_view source, const JudgePortion& judge);
    void for_each_taken(const SharedPortions& portions, const JudgePortion& judge);
    std::optional<std::int64_t> fill_portion(std::string_view source, std::int64_t after,
                                             std::int64_t until);
    void judge_portion(std::span<const RuleInForce> rules, std::int64_t last,
                       const JudgeRule& judge);
    Seen seen_of_portion();
    void note_disordered(std::int64_t matter);
    std::string condition_on(const RuleInForce& rule, std::string_view condition) const;
    void judge_besides(std::span<const RuleInForce> rules, const Take& take);
    /// Judges those of which gate forms say all that these rules are asked, and takes them out.
    void judge_plain_ones(std::string_view source, std::span<const RuleInForce> rules,
                          const JudgeRule& judge);
    void let_writers_in();
    void leave_out_periods(base::Instant before, const std::optional<Stretch>& but_of);
    void provide(std::string_view sql);
    void fill_deed_of_example();

    static constexpr std::string_view matters_besides = "temp.chosen_besides";

    std::string_view source_;      ///< what portions are taken of
    bool notes_disorder_ = false;  ///< of each portion, in temp.disordered
    std::optional<Besides> besides_;
    std::vector<const Facts*> plain_;  ///< matters that a gate form is asked about; empty: none is
    std::optional<store::ReadingInTurns> turns_;  ///< while matters are judged
};

/// The matter of this number; nothing of a week, a person or a policy.
std::optional<std::int64_t> matter_of(store::Connection& connection, std::string_view subject);

/// Makes a temporary table for ids of matters, such as `temp.chosen`, or empties it.
void make_empty(store::Connection& connection, std::string_view table);
/// Fills it with the ids of these matters.
void choose_matters(store::Connection& connection, std::string_view table,
                    const StoreJudgement::Active& active);

/// Whether it is one of the regulation's about roster entries to be taken up, each by itself.
bool is_of_posts(const Rule& rule);

/// Narrows deadlines to those that still run, or ended only when they had passed.
inline constexpr std::string_view pending_or_missed =
    "WHERE (met IS NULL AND stopped IS NULL)"
    " OR min(coalesce(met, stopped), coalesce(stopped, met)) > due";

/// By when they fall due, then by subject and rule.
bool soonest(const Deadline& left, const Deadline& right);
/// Leaves those that still run and have not passed, soonest first.
void keep_pending(std::vector<Deadline>& deadlines, base::Instant now);
/// Whose breach it would be, by login, if the deadline passed as things stand.
std::optional<std::string> would_be_blamed(RuleEngine& engine, const Deadline& deadline);

/// The longest time that a policy which is wanted, in any of its editions, gives for anything.
base::Seconds longest_limit(const records::Policies& policies,
                            const std::function<bool(std::string_view key)>& wanted);
/// That any does.
base::Seconds longest_limit(const records::Policies& policies);

/// The regulation's rules about matters are run over portions. What speaks of weeks or people, or
/// is the office's own, is run over everything at once.
bool goes_by_portions(const RuleInForce& rule);

/// The rows of what no view defines but the engine fills, by the table's name: the weeks or months
/// of an office that have ended.
std::vector<Relations::Cells> period_rows(store::Connection& connection, const base::Zone& zone,
                                          base::Instant now, std::string_view table);

}  // namespace huiyin::rulebook
