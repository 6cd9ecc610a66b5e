#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "action.hpp"
#include "complaint_model.hpp"
#include "office_model.hpp"
#include "rules_model.hpp"

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

/// A deadline, kept or not.
struct Clock {
    std::string rule;
    Instant due = 0;
    std::optional<Instant> met = {}, stopped = {};
    /// Its breach ends when it is met late.
    bool heals = false;

    bool broken(Instant now) const;
    bool pending(Instant now) const { return !met && !stopped && due >= now; }
};

/// The rules on complaints, told plainly: everything in memory, everything looked up from scratch.
class Model {
  public:
    /// What this command, typed now, must get.
    Verdict judge(const Action& action, Instant now) const;
    /// Puts a command on record for which `judge` gave this verdict.
    void record(const Action& action, Instant now, const Verdict& verdict);

    /// All that `check` finds about complaints, as of a moment.
    std::set<Finding> findings(Instant now) const;
    std::set<Finding> findings(const Complaint& complaint, Instant now) const;
    std::vector<Clock> clocks(const Complaint& complaint) const;
    /// Breaches that a correction leaves standing: facts, which no mending ends.
    std::set<std::pair<std::string, Instant>> standing(const Complaint& complaint,
                                                       Instant now) const;
    /// What a report says of complaints and their callbacks, by its place in the JSON.
    std::map<std::string, std::int64_t> figures(Instant from, Instant until, Instant as_of) const;

    const Office& office() const { return office_; }
    Office& office() { return office_; }
    const std::vector<Complaint>& complaints() const { return complaints_; }
    const Complaint* find(const std::string& no) const;
    /// The complaint a callback is about, and the callback.
    std::optional<std::pair<const Complaint*, int>> find_callback(const std::string& hf) const;
    /// The complaint a deed is about, also by one of its callbacks.
    const Complaint* subject_of(const Deed& deed) const;
    std::string next_number(const std::string& prefix, Instant now) const;

    /// Successes and denials, each an entry of the journal.
    std::int64_t entries = 0;

  private:
    Complaint& at(const std::string& no);
    /// The steps that a command puts on file, the subject being on file already.
    std::vector<Step> steps_of(const Action& action, Instant now) const;
    /// The complaint as the command leaves it, and the steps that are judged anew.
    std::pair<Complaint, std::set<int>> after(const Complaint& before, const Action& action,
                                              Instant now) const;
    std::string take_number(const std::string& prefix, Instant now);

    Office office_;
    std::vector<Complaint> complaints_;
    std::map<std::pair<std::string, int>, int> numbers_;

    friend class Recorder;
    friend class Gate;
};

/// The rules the model knows; findings of others are none of its business.
const std::set<std::string>& modelled_rules();

}  // namespace huiyin::property
