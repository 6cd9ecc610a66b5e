#include "record_rules.hpp"

namespace huiyin::property {

namespace {

/// Open letters: 3.3.4.
class LetterJudge : public StepJudge {
  public:
    using StepJudge::StepJudge;

  private:
    bool before_its_time() const override { return false; }
    bool may_follow_closing(const std::string&) const override { return false; }

    void in_its_own_way() override {
        if (step().what != "add") return;
        if (!office_.has_role(step().doer, "C", step().at, step().recorded_at))
            never("letter.by-clerk");
        if (matter_.answers.empty()) never("letter.archived");
    }
};

}  // namespace

std::vector<Broken> broken_letter(const Office& office, const Matter& matter) {
    return LetterJudge(office, matter).all();
}

}  // namespace huiyin::property
