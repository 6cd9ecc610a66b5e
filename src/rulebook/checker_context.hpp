#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "functions.hpp"
#include "huiyin/rulebook/blame.hpp"
#include "huiyin/rulebook/checker.hpp"
#include "huiyin/rulebook/office_rules.hpp"
#include "relations.hpp"
#include "row.hpp"
#include "scope.hpp"
#include "signs.hpp"

/// What a checker has on its connection, and running one rule there. Private to this directory.
namespace huiyin::rulebook {

class Checker::Context {
  public:
    Context(store::Connection& connection, const base::Zone& zone, base::Instant now);
    ~Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    base::Instant now() const { return functions_.now(); }
    /// All there are: the regulation's by id, then the office's own.
    const std::vector<RuleInForce>& rules();
    /// In the same order those that may find anything about what is judged; where tables are given,
    /// those that read one of them.
    std::vector<RuleInForce> concerned(const std::set<std::string, std::less<>>* tables);
    /// Policies and rules, once a command has changed some.
    void read_again();

    /// From here on portions are taken of all matters.
    void choose_all();
    /// From here on portions are taken of the matters, of one kind if it is named, whose deadlines
    /// may run, or on which something was recorded since a time.
    void choose_active(const std::optional<base::Instant>& since,
                       const std::optional<std::string_view>& kind);
    /// The longest time that any policy, in any of its editions, gives for anything.
    base::Seconds longest_limit() const;
    /// Judges the next portion behind `last`. Says whether there was one, and moves `last` to its
    /// end.
    bool judge_portion(std::int64_t& last);
    /// After the last portion: what is not judged by portions, over everything.
    void judge_rest();
    /// Weeks and months that ended before are judged no more.
    void leave_out_periods_before(base::Instant since);

    /// How many steps of SQLite's machine a rule of the office's own may take from here on.
    void bound(std::int64_t most_steps) { most_steps_ = most_steps; }
    /// Judges only these, and what the command that is about them says of itself.
    void judge(const std::set<std::pair<std::string, std::int64_t>>& subjects,
               const std::optional<records::Provenance>& provenance = {});
    /// Whether the rule may find anything about what is judged, going by what is seen of that.
    bool concerns(const Rule& rule) const;

    /// What the rule finds; of a deadline, what is broken.
    void find(const RuleInForce& rule, std::vector<Finding>& findings);
    /// Deadlines, and the findings about the broken ones. `condition` narrows what is read.
    void evaluate(const RuleInForce& rule, std::string_view condition,
                  std::vector<Deadline>* deadlines, std::vector<Finding>* findings);

    /// About the rules of the office's own that could not be run since `judge…`; told once.
    std::vector<Finding> take_unable() { return std::exchange(unable_, {}); }

    /// Of what refusal rules find: what this command is at fault for stays a refusal; what was
    /// recorded rightly and was broken by a row typed after it is a breach, told by the command
    /// that typed it and by every audit (`by` none); anything else is no finding. A breach that the
    /// command brings about without need is a refusal, unless it says that it happened so.
    void settle_refusals(std::vector<Finding>& findings, const ChangeSummary* by);
    /// Adds the breaches that stood before a correction, of everything or of what is judged.
    void add_standing(std::vector<Finding>& findings, bool touched_only);

    void mark_explained(std::vector<Finding>& findings);
    /// Whose breach it is, by login.
    std::optional<std::string> blamed(const Rule& rule, const Fault& fault);
    std::optional<std::int64_t> matter_id(const std::string& subject);

  private:
    void forget_touched();
    void note_kinds_of(const std::set<std::pair<std::string, std::int64_t>>& subjects);
    void note_kinds_of_portion();
    void provide(std::string_view sql);
    std::string query_of(const Rule& rule);
    void prepare(const RuleInForce& rule, const std::string& sql);
    bool contained(const RuleInForce& rule, const std::function<void()>& work);
    void note_unable(const RuleInForce& rule, const base::Text& why);
    void find_rows(const RuleInForce& in_force, std::vector<Finding>& findings);
    void read_deadlines(const RuleInForce& in_force, std::string_view condition,
                        std::vector<Deadline>& deadlines, std::vector<Finding>& findings);
    bool was_broken_later(const Finding& finding, const ChangeSummary* by);
    bool is_own_doing(const Finding& finding, const ChangeSummary& by) const;
    std::string_view severity_of(const Rule& rule, const Row& row);
    Deadline read_deadline(const Rule& rule, const Row& row);
    Finding found(const Rule& rule, const Row& row);
    Finding late(const Deadline& deadline, Row& row);
    /// Whose it is, and from which home.
    void attribute(Finding& finding, std::optional<records::StaffId> said);
    /// What the engine fills, by the table's name.
    std::vector<Relations::Cells> rows_of(std::string_view table);
    template <typename Period>
    std::vector<Relations::Cells> periods();
    void insert_periods(std::string_view table);

    store::Connection& connection_;
    const base::Zone& zone_;
    Functions functions_;
    Scope scope_;
    Relations relations_;
    std::string_view source_ = "main.matter";        ///< what portions are taken of
    Signs kinds_;                                    ///< of what is judged, as rules name them
    Signs signs_;                                    ///< of it
    std::optional<records::Provenance> provenance_;  ///< of the present command, where it is judged
    std::set<std::string> provenance_subjects_;
    std::vector<RuleInForce> office_rules_;
    std::vector<RuleInForce> rules_;  ///< all, once somebody asked for them
    std::int64_t most_steps_ = 0;     ///< that a rule of the office's own may take
    std::set<std::string> prepared_;  ///< statements of the office's own, under guard
    std::vector<Finding> unable_;
};

/// The row that a refusal blames where the command itself is at fault: no table has it.
inline constexpr std::int64_t row_of_provenance = -1;

/// What is left to do about a fact.
base::Text explaining(const Finding& finding);

/// Whether it keeps a command from being recorded.
bool refuses(const Rule& rule);

}  // namespace huiyin::rulebook
