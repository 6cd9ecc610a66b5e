#include "rules_model.hpp"

#include <algorithm>

namespace huiyin::property {

namespace {

bool is_one_of(const std::string& what, std::initializer_list<const char*> kinds) {
    return std::ranges::any_of(kinds, [&](const char* kind) { return what == kind; });
}

/// Judges each step by what is on file about its complaint.
class Judge {
  public:
    Judge(const Office& office, const Complaint& complaint)
        : office_(office), complaint_(complaint) {}

    std::vector<Broken> all() {
        for (number_ = 1; number_ <= static_cast<int>(complaint_.steps.size()); ++number_) {
            if (step().what.empty() || step().voided) continue;
            in_order();
            not_over();
            once();
            in_its_own_way();
        }
        return std::move(broken_);
    }

  private:
    const Step& step() const { return complaint_.step(number_); }
    std::int64_t policy(const std::string& key) const { return office_.policy(key, step().at); }
    void never(const std::string& rule) { broken_.push_back({rule, number_, false}); }
    void unless_happened(const std::string& rule) { broken_.push_back({rule, number_, true}); }

    void in_order() {
        const auto& one = step();
        bool wrong = one.at > one.recorded_at || one.at < complaint_.at;
        const auto after = [&](std::optional<Instant> needed) {
            wrong = wrong || (needed && one.at < *needed);
        };
        if (one.what == "opinion") after(complaint_.first("investigate"));
        if (one.what == "reply" && !one.as_happened) after(complaint_.first("opinion"));
        if (one.what == "answered" || one.what == "rearrange") after(complaint_.step(one.about).at);
        if (one.what == "close")
            for (int before = 1; before < number_; ++before) {
                const auto& other = complaint_.step(before);
                if (!other.voided && !is_one_of(other.what, {"note", "amend", "callback-void", ""}))
                    after(other.at);
            }
        if (wrong) never("record.in-order");
        if (one.recorded_at - one.at > policy("record.late_after") && !one.late_reason)
            never("record.late-reason");
    }

    /// Nothing more on what is closed or void, but for what may always follow.
    void not_over() {
        bool closed = false, made_void = false;
        for (int before = 1; before < number_; ++before) {
            closed = closed || complaint_.step(before).what == "close";
            made_void = made_void || complaint_.step(before).what == "void";
        }
        const auto& what = step().what;
        const bool may_follow = is_one_of(what, {"note", "callback", "attempt", "answered",
                                                 "rearrange", "callback-void", "amend", "void"});
        if ((closed && !may_follow) || (made_void && what != "note")) never("record.closed");
    }

    void once() {
        const auto& one = step();
        for (int before = 1; before < number_; ++before) {
            const auto& other = complaint_.step(before);
            const bool same_callback = one.what == "answered" && other.what == "answered";
            const bool too_late = one.what == "rearrange" && other.what == "answered";
            const bool void_twice = one.what == "callback-void" && other.what == "callback-void";
            if ((same_callback || too_late || void_twice) && other.about == one.about) {
                never("record.closed");
                return;
            }
            if (is_one_of(one.what, {"investigate", "opinion", "reply"}) &&
                other.what == one.what && !other.as_happened && !another_round(before)) {
                never("record.closed");
                return;
            }
        }
    }

    /// A callback between the two, in time and on record, opens another round.
    bool another_round(int before) const {
        for (int between = before + 1; between < number_; ++between) {
            const auto& other = complaint_.step(between);
            if (other.what == "callback" && other.at >= complaint_.step(before).at &&
                other.at <= step().at)
                return true;
        }
        return false;
    }

    void in_its_own_way() {
        const auto& one = step();
        if (one.taboo || one.settled_taboo) {
            // What is written can still be rewritten.
            const bool spoken = one.method == "phone" || one.method == "visit";
            spoken ? unless_happened("speech.taboo-phrase") : never("speech.taboo-phrase");
        }
        if (one.what == "assign") assigned();
        if (one.what == "escalate" && !goes_to_the_superior())
            unless_happened("complaint.escalated-properly");
        if (one.what == "opinion" && !recorded_before("investigate"))
            never("complaint.facts-before-opinion");
        if (one.what == "reply" && !(recorded_before("investigate") && recorded_before("opinion")))
            unless_happened("complaint.opinion-before-reply");
        if (one.what == "callback") called_back();
        if (one.what == "rearrange") moved();
        if (one.what == "close") closed();
    }

    bool recorded_before(const std::string& what) const {
        for (int before = 1; before < number_; ++before) {
            const auto& other = complaint_.step(before);
            if (other.what == what && (!step().as_happened || other.at <= step().at)) return true;
        }
        return false;
    }

    bool gone(const std::string& login, Instant at) const {
        return office_.has_left(login, at) || office_.absence(login, at).has_value();
    }

    void assigned() {
        const auto& one = step();
        const auto holder = complaint_.held_before(number_);
        if (!holder || gone(*holder, one.at)) return;
        // Transfers are counted as they were recorded.
        std::int64_t transfers = 0;
        bool back = one.to == *holder;
        for (int other = 1; other <= number_; ++other) {
            const auto& what = complaint_.step(other).what;
            if (what != "assign" && what != "escalate") continue;
            const auto from = complaint_.held_before(other);
            if (!from) continue;
            const bool excused = gone(*from, complaint_.step(other).at);
            if (what == "assign" && !excused) ++transfers;
            if (other < number_ && *from == one.to && !excused) back = true;
        }
        if (!one.reason || back || transfers > policy("complaint.max_transfers"))
            unless_happened("complaint.no-buck-passing");
    }

    /// Of the holder, or of somebody in whose place the holder acts.
    bool goes_to_the_superior() const {
        const auto& one = step();
        const auto holder = complaint_.held_before(number_).value_or(one.doer);
        for (const auto& place : office_.places(holder, one.at)) {
            const auto& superior = office_.person(place).superior;
            if (superior.empty()) continue;
            const auto absence = office_.absence(superior, one.at);
            if (one.to == superior || (absence && one.to == absence->acting)) return true;
        }
        return false;
    }

    void called_back() {
        const auto& one = step();
        const auto replied = complaint_.first("reply");
        if (!replied || *replied > one.at) never("callback.after-the-work");
        if (one.method == "letter") never("callback.kind-of-method");
        if (one.method == "visit" && !one.is_signed) unless_happened("callback.visit-signature");
        if (one.raised && !one.settled && (!one.appointment || *one.appointment < one.at))
            unless_happened("callback.appointment");
        if (one.method != "visit" && is_judged_follow_up()) {
            std::int64_t ordinal = 0;
            for (const int callback : complaint_.reached_callbacks()) {
                ++ordinal;
                if (callback == number_) break;
            }
            if (one.method != "phone" || complaint_.complaint_class == 3 ||
                ordinal <= policy("callback.visits_until"))
                unless_happened("callback.follow-up-method");
        }
    }

    /// A call of courtesy after a satisfied one is free.
    bool is_judged_follow_up() const {
        const auto before = complaint_.callback_before(number_);
        if (before == 0) return false;
        const auto& other = complaint_.step(before);
        return wants_follow_up(other, office_.policy("callback.partly_closes", other.at) == 1);
    }

    void moved() {
        const auto& one = step();
        auto in_force = complaint_.step(one.about).appointment;
        std::pair<Instant, int> latest{0, 0};
        for (const int other : complaint_.of_kind("rearrange")) {
            const auto& move = complaint_.step(other);
            const std::pair when(move.at, other);
            if (move.about == one.about && !move.as_happened && when < std::pair(one.at, number_) &&
                when > latest) {
                latest = when;
                in_force = move.appointment;
            }
        }
        if (*one.appointment < one.at || (in_force && *in_force < one.at))
            unless_happened("callback.appointment");
    }

    void closed() {
        const auto& one = step();
        const bool ended = !one.ended.empty() && one.ended != "unsatisfied";
        const auto replied = complaint_.first("reply");
        const bool answer_owed = complaint_.reachable && !ended;
        if (!one.outcome || (answer_owed && (!replied || *replied > one.at)))
            never("matter.outcome");
        // Who says that it ended without satisfaction needs the rank for it, whatever else is true.
        const bool by_rank = one.reason && office_.has_role(one.doer, "MH");
        if (one.ended.empty() ? complaint_.reachable && !satisfied() : !by_rank)
            never("complaint.satisfied");
        if (one.ended == "unreached" && !tried_enough()) never("complaint.ended-attempts");
        // Nobody publishes open letters here.
        if (one.ended == "letter") never("complaint.ended-letter");
    }

    bool satisfied() const {
        const auto last = complaint_.last_callback(step().at);
        if (!last) return false;
        const auto& said = complaint_.step(*last).satisfied;
        return said == "yes" || (said == "partly" && policy("callback.partly_closes") == 1);
    }

    bool tried_enough() const {
        std::int64_t attempts = 0;
        std::set<std::string> days;
        for (const int attempt : complaint_.of_kind("attempt")) {
            if (complaint_.step(attempt).at > step().at) continue;
            ++attempts;
            days.insert(office_day(complaint_.step(attempt).at));
        }
        return attempts >= policy("callback.attempts") && days.size() >= 2;
    }

    const Office& office_;
    const Complaint& complaint_;
    int number_ = 0;
    std::vector<Broken> broken_;
};

}  // namespace

std::vector<Broken> broken_rules(const Office& office, const Complaint& complaint) {
    return Judge(office, complaint).all();
}

bool typed_over(const Complaint& complaint, int step) {
    for (int later = step + 1; later <= static_cast<int>(complaint.steps.size()); ++later) {
        const auto& other = complaint.step(later);
        if (other.what.empty()) continue;
        if (other.at <= complaint.step(step).at ||
            is_one_of(other.what, {"amend", "callback-void"}))
            return true;
    }
    return false;
}

}  // namespace huiyin::property
