#pragma once

#include <set>
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
    Generator(const Model& model, Chance& chance, std::set<Kind> kinds)
        : model_(model), chance_(chance), kinds_(std::move(kinds)) {}

    /// Lets some time pass, often just up to a deadline.
    Instant later(Instant now);
    Action next(Instant now);

  private:
    Deed deed();
    Deed on_the_office();
    Deed on_a_complaint(const Matter& complaint);
    Deed on_an_open_one(const Matter& complaint);
    Deed on_a_closed_one(const Matter& complaint);
    Deed what_is_due(const Clock& clock, const Matter& complaint);

    Deed on_a_suggestion(const Matter& suggestion);
    Deed on_a_repair(const Matter& repair);
    Deed on_a_case(const Matter& conduct);
    Deed on_a_closed_repair(const Matter& repair);
    /// The next step of its last order, or some other.
    Deed on_an_order(const Matter& repair);

    Deed complaint();
    Deed suggestion();
    Deed conduct();
    Deed letter();
    Deed quarrel(const Matter& complaint);
    Deed repair();
    Deed dispatch(const Matter& repair);
    Deed finish(const Matter& repair, const std::string& order);
    Deed recategorise(const Matter& repair);
    Deed callback_on_repair(const Matter& repair);
    Deed mistyped(const Matter& matter);
    Deed registered();
    Deed assignment(const Matter& complaint);
    Deed escalation(const Matter& complaint);
    Deed convening(const Matter& complaint);
    Deed reply(const Matter& complaint);
    Deed callback(const Matter& complaint);
    Deed attempt(const Matter& complaint);
    Deed answer(const Matter& complaint);
    Deed closing(const Matter& complaint);
    Deed correction(const Matter& complaint);
    Deed on_a_callback(const Matter& complaint);
    Deed policy();
    Deed absence();
    Deed departure();
    Deed change_of_staff();
    Deed comeback();

    const Matter& some_matter();
    std::string number(const Matter& matter);
    std::string order(const std::string& order);
    std::string actor(const Deed& deed);
    /// Who usually does this, and is with us.
    std::string usual_actor(const Deed& deed);
    std::string one_of(const std::string& roles);
    std::optional<Home> home();
    std::string someone();
    Words words();
    void date(Action& action);
    std::optional<Instant> time_for(const Matter& complaint);
    /// Proper with this chance, else whatever else may be typed.
    bool properly(int percent = 85) { return chance_.percent(percent); }

    const Model& model_;
    Chance& chance_;
    /// Of these only something is registered.
    std::set<Kind> kinds_;
    Instant now_ = 0;
    /// The complaint whose deadline was just waited for.
    std::string waited_for_;
    std::string waited_rule_;
    int hired_ = 0;
};

}  // namespace huiyin::property
