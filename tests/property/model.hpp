#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "action.hpp"
#include "clocks.hpp"
#include "matter_model.hpp"
#include "office_model.hpp"
#include "rules.hpp"

namespace huiyin::property {

/// What a command gets back.
struct Verdict {
    int exit = 0;
    /// The rules that refuse it.
    std::set<std::string> refused = {};
    /// The rules it breaks as it happened: breaches once it is on record.
    std::set<std::string> pardoned = {};
    /// What a success prints.
    std::string no = {};
};

/// The regulation on matters, told plainly: everything in memory, everything looked up from
/// scratch.
class Model {
  public:
    /// What this command, typed now, must get.
    Verdict judge(const Action& action, Instant now) const;
    /// Puts a command on record for which `judge` gave this verdict.
    void record(const Action& action, Instant now, const Verdict& verdict);

    /// All that `check` finds about matters, as of a moment.
    std::set<Finding> findings(Instant now) const;
    std::set<Finding> findings(const Matter& complaint, Instant now) const;
    /// How often it is found: a taboo phrase in each text that has one.
    int times(const Finding& finding, Instant now) const;
    std::vector<Clock> clocks(const Matter& complaint) const;
    /// Breaches that a correction leaves standing: facts, which no mending ends.
    std::set<std::pair<std::string, Instant>> standing(const Matter& complaint, Instant now) const;
    /// Whose breach it is; nothing where the regulation leaves it open.
    using Blame = std::optional<std::string>;
    Blame blamed(const Matter& matter, const Finding& finding, Instant now) const;
    /// Since when an open matter has been held by somebody who has left (3.3.1).
    std::optional<Instant> left_behind(const Matter& matter, Instant now) const;
    /// What a report says of complaints and their callbacks, by its place in the JSON.
    std::map<std::string, std::int64_t> figures(Instant from, Instant until, Instant as_of) const;

    /// What `check` finds of the weeks and months that are over.
    void about_periods(Instant now, std::set<Finding>& found) const;
    /// The last whole week is filed.
    void files(Instant now);
    /// Whether somebody may explain a breach of this one (nobody's: empty) that stood since then.
    bool may_explain(const std::string& who, const std::string& blamed, Instant since,
                     Instant now) const;

    const Office& office() const { return office_; }
    Office& office() { return office_; }
    const std::vector<Matter>& matters() const { return matters_; }
    /// Of a rework: whose work has to be done again (6.5).
    FirstTechnician first_technician(const std::string& rework_of, Instant now) const;
    bool may_be_rework(const Matter& matter, Instant now) const;
    const Matter* find(const std::string& no) const;
    /// The repair that an order is of.
    const Matter* find_order(const std::string& pg) const;
    /// The complaint a callback is about, and the callback.
    std::optional<std::pair<const Matter*, int>> find_callback(const std::string& hf) const;
    /// The complaint a deed is about, also by one of its callbacks or orders.
    const Matter* subject_of(const Deed& deed) const;
    std::string next_number(const std::string& prefix, Instant now) const;

    /// Successes and denials, each an entry of the journal.
    std::int64_t entries = 0;
    /// When the office began.
    Instant opened_at = 0;

  private:
    Matter& at(const std::string& no);
    /// The steps that a command puts on file, the subject being on file already.
    std::vector<Step> steps_of(const Action& action, Instant now) const;
    /// The complaint as the command leaves it, and the steps that are judged anew.
    std::pair<Matter, std::set<int>> after(const Matter& before, const Action& action,
                                           Instant now) const;
    /// A matter that an open letter answers.
    Matter with_share(const Matter& before, const Matter& letter, Instant now) const;
    /// What a command registers, or nothing.
    std::optional<Matter> opened(const Action& action, Instant now) const;
    /// Brings up to date which complaints repeat another (3.3.5).
    void link_repeats(Instant now);
    void about_complaint(const Matter& complaint, std::set<Finding>& found) const;
    void about_conduct(const Matter& one, std::set<Finding>& found) const;
    void about_repair(const Matter& repair, Instant now, std::set<Finding>& found) const;
    /// Of what a correction or a void touches by the moments at which something was done there,
    /// what stood before stands.
    void keep_periods(const std::set<Finding>& before, const std::set<Instant>& moments,
                      Instant now);
    std::string take_number(const std::string& prefix, Instant now);

    Office office_;
    std::vector<Matter> matters_;
    std::map<std::pair<std::string, int>, int> numbers_;
    std::set<Finding> standing_periods_;
    /// When each week was filed first.
    std::map<std::string, Instant> filed_;

    friend class Recorder;
    friend class Gate;
};

/// The rules the model knows; findings of others are none of its business.
const std::set<std::string>& modelled_rules();
const std::set<std::string>& clauses_of(const std::string& rule);
/// The clauses of which the model knows every rule that can be broken here.
const std::set<std::string>& modelled_clauses();

}  // namespace huiyin::property
