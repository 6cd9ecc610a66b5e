#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "chance.hpp"
#include "program.hpp"

namespace huiyin::property {

/// Takes out what two stores that tell the same may tell differently: where it stands in the
/// journal.
void forget_the_journal(nlohmann::json& answer);

/// A command and who gives it.
struct Said {
    std::string actor;
    std::vector<std::string> words;
};

/// An office in which whatever can be recorded is recorded, by chance: matters of every kind and
/// all that is done about them, corrections, decisions, changes of the office itself, typed late
/// and out of order. What should come of it nobody knows here; much of it is refused.
class WholeOffice {
  public:
    explicit WholeOffice(std::uint64_t seed);

    /// One more command, or a batch of some. What a decision, a correction or a late fact undid
    /// though it stood, or made though nobody could have kept it; what a batch told or left
    /// otherwise than its commands one by one in a copy of the store; or nothing.
    std::optional<std::string> step();
    /// What differs between what lists call overdue, what the morning's screen does and what an
    /// audit finds, or nothing.
    std::optional<std::string> compare_owed() const;
    /// What trying what is in force of any policy would judge otherwise, or nothing.
    std::optional<std::string> compare_trials() const;
    /// What differs in a store into which all of this one was exported and recorded anew, or
    /// nothing.
    std::optional<std::string> compare_replay() const;

    /// The commands that were done, each with its moment, as they were typed.
    struct Done {
        Instant at;
        std::vector<std::string> line;
        std::vector<std::string> numbers;  ///< of what they are about, and what came to be by them
    };
    const std::vector<Done>& story() const { return story_; }
    const Program& program() const { return program_; }
    Instant now() const { return now_; }

    int done() const { return done_; }
    int refused() const { return refused_; }
    /// Lines of batches that were compared with commands of their own.
    int compared_lines() const { return compared_lines_; }
    /// By noun and verb, how often it was done.
    const std::map<std::string, int>& done_of() const { return done_of_; }

  private:
    using Deed = Said (WholeOffice::*)();

    using Lines = std::vector<std::string>;

    void open();
    Deed some_deed();
    Said next();
    static Lines line_of(const Said& said);
    std::optional<std::string> batch();
    void date(Said& said);
    /// What `check` finds broken, each by rule, subject and since when.
    std::set<std::string> breaches() const;
    std::optional<std::string> wrongly_changed(const std::vector<std::string>& words,
                                               const std::set<std::string>& before) const;
    void remember(const Said& said, const Outcome& outcome);

    Said complaint();
    Said assigning();
    Said escalation();
    Said findings();
    Said opinion();
    Said reply();
    Said settling();
    Said quarrel();
    Said suggestion();
    Said answer_to_suggestion();
    Said callback();
    Said attempt();
    Said promised_answer();
    Said new_appointment();
    Said letter();
    Said survey();
    Said sheets();
    Said repair();
    Said on_a_repair();
    Said dispatch();
    Said on_an_order();
    Said closing();
    Said roster();
    Said taking_post();
    Said on_duty();
    Said relief();
    Said forgotten_shift();
    Said call_for_help();
    Said event();
    Said on_an_event();
    Said conduct();
    Said decision();
    Said correction();
    Said step_correction();
    Said callback_correction();
    Said making_void();
    Said noting();
    Said explaining();
    Said filing();
    Said policy();
    Said staff();
    Said surroundings();

    std::string some(const std::string& prefix);
    std::string anyone();
    std::string at_the_desk();
    std::string superior();
    std::string ahead(Instant least, Instant most);
    std::string ago(Instant least, Instant most);
    std::string words();
    /// With this chance adds an option.
    void maybe(int percent, Said& said, const std::string& option, const std::string& value);
    void residents(Said& said);

    Program program_;
    Chance chance_;
    Instant now_;
    std::map<std::string, std::vector<std::string>> numbers_;  ///< by prefix
    std::map<std::string, int> stages_;                        ///< of orders
    std::vector<std::string> plans_, areas_;
    std::vector<Done> story_;
    int hired_ = 0, done_ = 0, refused_ = 0, compared_lines_ = 0;
    std::map<std::string, int> done_of_;
};

}  // namespace huiyin::property
