#include <algorithm>

#include "record_rules.hpp"

namespace huiyin::property {

namespace {

/// Complaints: chapters 2, 3 and 5 of the regulation.
class ComplaintJudge : public StepJudge {
  public:
    using StepJudge::StepJudge;

  private:
    bool before_its_time() const override {
        const auto& one = step();
        const auto before = [&](const char* needed) {
            const auto first = matter_.first(needed);
            return first && one.at < *first;
        };
        if (one.what == "opinion") return before("investigate");
        return one.what == "reply" && !one.as_happened && before("opinion");
    }

    bool may_follow_closing(const std::string&) const override { return false; }

    void in_its_own_way() override {
        const auto& one = step();
        if (is_one_of(one.what, {"investigate", "opinion", "reply"})) once_in_a_round();
        if (one.what == "add") received();
        if (one.what == "assign") assigned();
        if (one.what == "quarrel") quarrelled();
        if (one.what != "note" && acts_in_spite_of_a_quarrel())
            unless_happened("complaint.quarrel-withdrawn");
        if (one.what == "escalate" && !goes_to_the_superior())
            unless_happened("complaint.escalated-properly");
        if (one.what == "opinion" && !recorded_before("investigate", false))
            never("complaint.facts-before-opinion");
        if (one.what == "reply" && !(recorded_before("investigate", one.as_happened) &&
                                     recorded_before("opinion", one.as_happened)))
            unless_happened("complaint.opinion-before-reply");
        if (is_one_of(one.what, {"callback", "open-letter"}) && !replied())
            never("callback.after-the-work");
        if (one.what == "callback") called_back();
        if (one.what == "close") closed();
    }

    void quarrelled() {
        const auto& one = step();
        const auto is_another = [&](const std::string& login) {
            return !login.empty() && login != one.who;
        };
        if (!is_another(one.stopped_by) || !is_another(one.to))
            unless_happened("complaint.quarrel-taken-over");
    }

    /// Until it is closed; nor is it given back to them.
    bool acts_in_spite_of_a_quarrel() const {
        const auto& one = step();
        for (int before = 1; before < number_; ++before)
            if (matter_.step(before).what == "close") return false;
        const bool given = one.what == "assign" || one.what == "quarrel";
        return matter_.quarrelled_before(one.doer, number_) ||
               (given && matter_.quarrelled_before(one.to, number_));
    }

    void received() {
        const std::set<std::string> acts(matter_.acts.begin(), matter_.acts.end());
        if (matter_.channel == "visit" && acts.size() < 4 && !matter_.courtesy_missed)
            never("complaint.courtesy");
    }

    /// A reply that is told as it happened had before it what had happened by then.
    bool recorded_before(const std::string& what, bool by_then) const {
        for (int before = 1; before < number_; ++before) {
            const auto& other = matter_.step(before);
            if (other.what == what && (!by_then || other.at <= step().at)) return true;
        }
        return false;
    }

    /// Whoever is away, has left or quarrelled has to be taken over from.
    bool excused(const std::string& holder, int number) const {
        return gone(holder, matter_.step(number)) || matter_.quarrelled_before(holder, number);
    }

    void assigned() {
        const auto& one = step();
        const auto holder = matter_.held_before(number_);
        if (!holder || excused(*holder, number_)) return;
        // Transfers are counted in the order in which they happened.
        std::int64_t transfers = 0;
        bool back = one.to == *holder;
        for (const int other : matter_.handovers_until(one.at)) {
            const auto& what = matter_.step(other).what;
            if (std::pair(matter_.step(other).at, other) > std::pair(one.at, number_)) continue;
            const auto from = matter_.held_before(other);
            if (!from) continue;
            if (what == "assign" && !excused(*from, other)) ++transfers;
            // Who was only away may have it back.
            if (other != number_ && *from == one.to && !gone(*from, matter_.step(other)))
                back = true;
        }
        if (!one.reason || back || transfers > policy("complaint.max_transfers"))
            unless_happened("complaint.no-buck-passing");
    }

    /// Of the holder, or of somebody in whose place the holder acts.
    bool goes_to_the_superior() const {
        const auto& one = step();
        const auto holder = matter_.held_before(number_).value_or(one.doer);
        for (const auto& place : office_.places(holder, one.at, one.recorded_at)) {
            const auto superior = office_.superior(place, one.at, one.recorded_at);
            if (!superior) continue;
            if (one.to == *superior ||
                one.to == office_.acting_for(*superior, one.at, one.recorded_at))
                return true;
        }
        return false;
    }

    bool replied() const {
        const auto replied = matter_.first("reply");
        return replied && *replied <= step().at;
    }

    void called_back() {
        const auto& one = step();
        if (one.method == "letter") never("callback.kind-of-method");
        called_back_properly();
        if (one.method != "visit" && is_judged_follow_up()) {
            std::int64_t ordinal = 0;
            for (const int callback : matter_.reached_callbacks()) {
                ++ordinal;
                if (callback == number_) break;
            }
            if (one.method != "phone" || matter_.known_at(one.at).complaint_class == 3 ||
                ordinal <= policy("callback.visits_until"))
                unless_happened("callback.follow-up-method");
        }
    }

    /// A call of courtesy after a satisfied one is free.
    bool is_judged_follow_up() const {
        const auto before = matter_.callback_before(number_);
        if (before == 0) return false;
        const auto& other = matter_.step(before);
        return wants_follow_up(other, office_.policy("callback.partly_closes", other.at) == 1);
    }

    void closed() {
        const auto& one = step();
        const bool ended = !one.ended.empty() && one.ended != "unsatisfied";
        const auto replied = matter_.first("reply");
        const bool answer_owed = matter_.reachable() && !ended;
        if (!one.outcome || (answer_owed && (!replied || *replied > one.at)))
            never("matter.outcome");
        // Who says that it ended without satisfaction needs the rank for it, whatever else is true.
        const bool by_rank =
            one.reason && office_.has_role(one.doer, "MH", one.at, one.recorded_at);
        if (one.ended.empty() ? matter_.reachable() && !satisfied() : !by_rank)
            never("complaint.satisfied");
        if (one.ended == "unreached" && !tried_enough()) never("complaint.ended-attempts");
        const auto letters = matter_.of_kind("open-letter");
        if (one.ended == "letter" && std::ranges::none_of(letters, [&](int letter) {
                return matter_.step(letter).at <= one.at;
            }))
            never("complaint.ended-letter");
    }

    bool satisfied() const {
        const auto last = matter_.last_callback(step().at);
        if (!last) return false;
        const auto& said = matter_.step(*last).satisfied;
        return said == "yes" || (said == "partly" && policy("callback.partly_closes") == 1);
    }

    bool tried_enough() const {
        std::int64_t attempts = 0;
        std::set<std::string> days;
        for (const int attempt : matter_.of_kind("attempt")) {
            if (matter_.step(attempt).at > step().at) continue;
            ++attempts;
            days.insert(office_day(matter_.step(attempt).at));
        }
        return attempts >= policy("callback.attempts") && days.size() >= 2;
    }
};

}  // namespace

std::vector<Broken> broken_complaint(const Office& office, const Matter& matter) {
    return ComplaintJudge(office, matter).all();
}

}  // namespace huiyin::property
