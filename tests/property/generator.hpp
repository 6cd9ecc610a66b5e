#pragma once

#include <string>
#include <vector>

#include "action.hpp"
#include "chance.hpp"
#include "model.hpp"

namespace huiyin::property {

/// Makes up the next command: about half of them legal, limits met at their very second and missed
/// by one.
class Generator {
  public:
    Generator(const Model& model, Chance& chance) : model_(model), chance_(chance) {}

    /// Lets some time pass, often just up to a deadline.
    Instant later(Instant now);
    Action next(Instant now);

  private:
    Deed deed();
    Deed on_the_office();
    Deed on_a_complaint(const Complaint& complaint);
    Deed on_an_open_one(const Complaint& complaint);
    Deed on_a_closed_one(const Complaint& complaint);
    Deed what_is_due(const Clock& clock, const Complaint& complaint);

    Deed complaint();
    Deed assignment(const Complaint& complaint);
    Deed escalation(const Complaint& complaint);
    Deed convening(const Complaint& complaint);
    Deed reply(const Complaint& complaint);
    Deed callback(const Complaint& complaint);
    Deed attempt(const Complaint& complaint);
    Deed answer(const Complaint& complaint);
    Deed closing(const Complaint& complaint);
    Deed correction(const Complaint& complaint);
    Deed on_a_callback(const Complaint& complaint);
    Deed policy();
    Deed absence();

    const Complaint& some_complaint();
    std::string number(const Complaint& complaint);
    std::string actor(const Deed& deed);
    std::string someone();
    Words words();
    void date(Action& action);
    std::optional<Instant> time_for(const Complaint& complaint);
    /// Proper with this chance, else whatever else may be typed.
    bool properly(int percent = 85) { return chance_.percent(percent); }

    const Model& model_;
    Chance& chance_;
    Instant now_ = 0;
    /// The complaint whose deadline was just waited for.
    std::string waited_for_;
    std::string waited_rule_;
    int hired_ = 0;
};

}  // namespace huiyin::property
