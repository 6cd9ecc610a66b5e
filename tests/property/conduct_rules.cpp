#include "record_rules.hpp"

namespace huiyin::property {

namespace {

/// Conduct cases: 2.2.9, 7.5.
class ConductJudge : public StepJudge {
  public:
    using StepJudge::StepJudge;

  private:
    bool before_its_time() const override { return false; }
    bool may_follow_closing(const std::string&) const override { return false; }

    void in_its_own_way() override {
        const auto& one = step();
        if (one.what == "decide" && is_decided()) never("record.closed");
        // A case that is made void is decided, too.
        const bool decides = (one.what == "decide" && !one.authority) || one.what == "void";
        if (decides && !may_decide()) never("conduct.decided-by-another");
    }

    bool is_decided() const {
        for (int before = 1; before < number_; ++before)
            if (matter_.step(before).what == "decide") return true;
        return false;
    }

    /// In one's own place or that of a manager or head who is away: never the case of whoever's
    /// place it is, nor of somebody above it.
    bool may_decide() const {
        const auto& one = step();
        if (one.doer == matter_.who) return false;
        for (const auto& place : office_.places(one.doer, one.at, one.recorded_at)) {
            const auto role = office_.role(place, one.at, one.recorded_at);
            if (role != "manager" && role != "head") continue;
            std::optional<std::string> above = place;
            while (above && *above != matter_.who)
                above = office_.superior(*above, one.at, one.recorded_at);
            if (!above) return true;
        }
        return false;
    }
};

}  // namespace

std::vector<Broken> broken_conduct(const Office& office, const Matter& matter) {
    return ConductJudge(office, matter).all();
}

}  // namespace huiyin::property
