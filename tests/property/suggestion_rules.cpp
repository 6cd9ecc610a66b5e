#include "record_rules.hpp"

namespace huiyin::property {

namespace {

/// Opinions and suggestions: 2.2.5, 3.2.3.
class SuggestionJudge : public StepJudge {
  public:
    using StepJudge::StepJudge;

  private:
    bool before_its_time() const override { return false; }
    bool may_follow_closing(const std::string&) const override { return false; }

    void in_its_own_way() override {
        const auto& one = step();
        if (one.what == "answer") {
            once_in_a_round();
            if (one.courtesy.empty()) unless_happened("suggestion.courtesy");
        }
        const auto answered = matter_.first("answer");
        const bool before_the_answer = !answered || *answered > one.at;
        if (is_one_of(one.what, {"callback", "open-letter"}) && before_the_answer)
            never("callback.after-the-work");
        if (one.what == "callback") called_back_properly();
        if (one.what == "close" && (!one.outcome || (matter_.reachable() && before_the_answer)))
            never("matter.outcome");
    }
};

}  // namespace

std::vector<Broken> broken_suggestion(const Office& office, const Matter& matter) {
    return SuggestionJudge(office, matter).all();
}

}  // namespace huiyin::property
