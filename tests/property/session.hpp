#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "generator.hpp"
#include "model.hpp"
#include "program.hpp"

namespace huiyin::property {

/// A command that was run, when, and the number it got.
struct Remembered {
    Instant now = 0;
    Action action;
    std::string no;
};

/// The commands that open the office, and when.
struct Beginning {
    Instant now = 0;
    std::vector<std::vector<std::string>> lines = {};
};

/// How many commands got which verdict.
struct Tally {
    int done = 0, refused = 0, denied = 0, other = 0;
};

/// The program and the model side by side, one command at a time.
class Session {
  public:
    /// Of these kinds of matter only.
    Session(std::uint64_t seed, const std::set<Kind>& kinds);

    /// One more random command. What differed between the two, or nothing.
    std::optional<std::string> step();
    /// What differs between `check` and the model's own findings, or nothing.
    std::optional<std::string> compare_findings() const;
    /// What the store keeps of deadlines with what all records say (`check --afresh`).
    std::optional<std::string> compare_what_is_kept() const;
    /// The same as of some earlier moment, but for what was typed since.
    std::optional<std::string> compare_earlier();
    /// What differs between the figures and breaches of the last seven days or of some others, or
    /// nothing.
    std::optional<std::string> compare_figures();
    /// What differs between the deadlines that `why` tells of some complaint, or nothing.
    std::optional<std::string> compare_deadlines();
    /// What differs between the callbacks due that `check` finds among everything on file and those
    /// that `callback due` finds among what may owe some, or nothing.
    std::optional<std::string> compare_due() const;
    /// What differs between the lists of matters, also of those overdue, or nothing.
    std::optional<std::string> compare_lists() const;
    /// What differs between what `status` has as overdue and due soon, or nothing.
    std::optional<std::string> compare_status() const;
    /// Somebody explains a breach or may not, and the last week is filed: both on record from then
    /// on. What differed about who may, or nothing.
    std::optional<std::string> keep_the_books();
    /// What differs in a store into which all of this one was exported and recorded anew, or
    /// nothing.
    std::optional<std::string> compare_replay();
    /// What is wrong with the journal, or nothing.
    std::optional<std::string> compare_journal() const;

    const Tally& tally() const { return tally_; }
    Instant now() const { return now_; }

  private:
    std::optional<std::string> compare_findings_of(Instant moment) const;
    std::optional<std::string> compare_blame(const nlohmann::json& answer, Instant moment) const;
    void open_office();
    void count(int exit);
    /// Said to have happened before the complaint, or not yet; or the complaint is void, or one
    /// that a letter answers.
    bool is_pointless(const Action& action) const;
    std::optional<std::string> compare(const Action& action, const Verdict& expected,
                                       const Outcome& outcome) const;
    std::optional<std::string> compare_told(const std::string& no, const Verdict& verdict,
                                            const nlohmann::json& answer) const;
    std::optional<std::string> compare_breaches(const nlohmann::json& report, Instant from,
                                                Instant until) const;
    std::int64_t journal_entries() const;
    /// A shell script that does again what was done about this complaint.
    std::string script(const Action& last) const;
    std::string script_about(const std::string& no) const;
    /// The same of everything.
    std::string whole_script() const;

    Program program_;
    Model model_;
    Chance chance_;
    Generator generator_;
    Instant now_;
    Beginning beginning_;
    std::vector<Remembered> done_;
    Tally tally_;
};

}  // namespace huiyin::property
