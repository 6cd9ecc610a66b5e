#include <algorithm>
#include <map>

#include "record_rules.hpp"

namespace huiyin::property {

namespace {

/// What may follow what on an order (4.2).
bool may_turn(const std::string& from, const std::string& to) {
    static const std::map<std::string, std::set<std::string>> turns{
        {"dispatch", {"arrive", "cancel"}},
        {"arrive", {"start", "cancel"}},
        {"start", {"defer", "finish", "cancel"}},
        {"defer", {"arrive", "defer", "finish", "cancel"}},
        {"finish", {"sign"}},
        {"sign", {"return"}}};
    const auto found = turns.find(from);
    return found != turns.end() && found->second.contains(to);
}

bool is_over(const std::string& state) {
    return is_one_of(state, {"", "finish", "sign", "return", "cancel"});
}

/// Repairs and their orders: chapters 4 and 6 of the regulation.
class RepairJudge : public StepJudge {
  public:
    RepairJudge(const Office& office, const Matter& matter, FirstTechnician first)
        : StepJudge(office, matter), first_(std::move(first)) {}

  private:
    bool is_turn() const {
        return !step().order.empty() && step().what != "dispatch" && step().what != "amend";
    }
    int turn_before() const { return matter_.order_step_before(step().order, number_); }

    bool before_its_time() const override {
        return is_turn() && turn_before() != 0 && step().at < matter_.step(turn_before()).at;
    }

    bool may_follow_closing(const std::string& what) const override {
        return is_one_of(what, {"apology", "sign", "return"});
    }

    void in_its_own_way() override {
        const auto& one = step();
        if (one.what == "add" && is_urgent(matter_.category) && matter_.appointment)
            never("repair.urgent-stays");
        if (one.what == "dispatch") dispatched();
        if (is_turn()) turned();
        if (one.what == "return" && !office_.has_role(one.to, "C", one.at, one.recorded_at))
            never("order.returned-to-clerk");
        if (one.what == "recategorise") recategorised();
        if (one.what == "callback") called_back();
        if (one.what == "close" && (!one.outcome || !answered())) never("matter.outcome");
    }

    void dispatched() {
        const auto& one = step();
        for (const auto& order : matter_.orders())
            if (order != one.order && (is_live_as_typed(order) || is_live_in_time(order))) {
                never("order.one-live");
                break;
            }
        if (matter_.rework_of.empty() || !first_) return;
        const bool theirs =
            one.to == *first_ || std::ranges::find(one.mates, *first_) != one.mates.end();
        const bool excused = !one.instead.empty() && one.reason;
        if (!theirs && !excused && !gone(*first_, one)) unless_happened("rework.same-technician");
    }

    bool is_live_as_typed(const std::string& order) const {
        return matter_.sent(order) < number_ && !is_over(state_of(order));
    }

    /// Out before this one, and neither finished nor called off by then.
    bool is_live_in_time(const std::string& order) const {
        const int sent = matter_.sent(order);
        if (std::pair(matter_.step(sent).at, sent) > std::pair(step().at, number_)) return false;
        for (const auto* end : {"finish", "cancel"})
            if (const auto over = matter_.order_first(order, end); over && *over <= step().at)
                return false;
        return true;
    }

    /// Of an order before the present step.
    std::string state_of(const std::string& order) const {
        const int before = matter_.order_step_before(order, number_);
        return before == 0 ? "" : matter_.step(before).what;
    }

    void turned() {
        const auto& one = step();
        const auto state = state_of(one.order);
        const bool unsigned_sheet = one.what == "return" && !matter_.order_first(one.order, "sign");
        if (unsigned_sheet) unless_happened("order.signed");
        if (unsigned_sheet && state == "finish") return;
        if (!may_turn(state, one.what)) {
            never("order.sequence");
        } else if (one.what == "start" && !one.agreed) {
            unless_happened("order.sequence");
        }
        if (one.what == "finish") apologised();
    }

    /// By whose work it has to be done again, or a manager where they have left (6.5).
    void apologised() {
        if (matter_.rework_of.empty() || !first_) return;
        // A repair is finished when it first is.
        if (matter_.in_time("finish").front() != number_) return;
        std::optional<Instant> when;
        for (int number = 1; number <= matter_.count(); ++number) {
            const auto& other = matter_.step(number);
            const bool says = other.what == "apology" || (other.what == "finish" && other.apology);
            if (!says || other.voided) continue;
            const bool theirs = other.doer == *first_;
            const bool for_them = office_.has_left(*first_, other.at, other.recorded_at) &&
                                  office_.has_role(other.doer, "MH", other.at, other.recorded_at);
            if ((theirs || for_them) && (!when || other.at < *when)) when = other.at;
        }
        if (!when || *when > step().at) {
            unless_happened("rework.apology");
            broken_.back().mended = when;
        }
    }

    void recategorised() {
        const auto& one = step();
        auto before = matter_.category;
        for (const int other : matter_.of_kind("recategorise"))
            if (other < number_) before = matter_.step(other).category;
        const bool milder = is_urgent(before) && !is_urgent(one.category);
        const bool to_service = one.category == "service" && before != "service";
        const auto arrived = matter_.first("arrive");
        const bool seen = arrived && *arrived <= one.at;
        if ((milder || to_service) &&
            (!seen || !office_.has_role(one.doer, "MH", one.at, one.recorded_at)))
            never("repair.urgent-stays");
    }

    void called_back() {
        const auto& one = step();
        const auto finished = matter_.first("finish");
        if (!finished || *finished > one.at) never("callback.after-the-work");
        called_back_properly();
        if (!office_.has_role(one.doer, "SMH", one.at, one.recorded_at))
            unless_happened("repair.callback-by-steward");
        for (const int number : matter_.of_kind("dispatch")) {
            const auto& sent = matter_.step(number);
            const auto came = matter_.order_first(sent.order, "arrive");
            const bool worked =
                sent.to == one.doer || std::ranges::find(sent.mates, one.doer) != sent.mates.end();
            if (came && worked) {
                never("repair.callback-by-another");
                break;
            }
        }
    }

    /// A finished order, or all of them called off.
    bool answered() const {
        const auto finished = matter_.first("finish");
        if (finished && *finished <= step().at) return true;
        const auto off = matter_.called_off();
        return off && *off <= step().at;
    }

    FirstTechnician first_;
};

}  // namespace

std::vector<Broken> broken_repair(const Office& office, const Matter& matter,
                                  const FirstTechnician& first) {
    return RepairJudge(office, matter, first).all();
}

}  // namespace huiyin::property
