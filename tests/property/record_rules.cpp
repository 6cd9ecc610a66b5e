#include "record_rules.hpp"

#include <algorithm>

namespace huiyin::property {

bool is_one_of(const std::string& what, std::initializer_list<const char*> kinds) {
    return std::ranges::any_of(kinds, [&](const char* kind) { return what == kind; });
}

std::vector<Broken> StepJudge::all() {
    for (number_ = 1; number_ <= matter_.count(); ++number_) {
        if (step().what.empty() || step().voided) continue;
        in_order();
        not_over();
        once_for_a_callback();
        if (step().taboo || step().settled_taboo) {
            // What is written can still be rewritten.
            const bool spoken = step().method == "phone" || step().method == "visit";
            spoken ? unless_happened("speech.taboo-phrase") : never("speech.taboo-phrase");
        }
        if (step().what == "rearrange") moved();
        in_its_own_way();
    }
    return std::move(broken_);
}

void StepJudge::in_order() {
    const auto& one = step();
    bool wrong = one.at > one.recorded_at || one.at < matter_.at || before_its_time();
    if (one.what == "answered" || one.what == "rearrange")
        wrong = wrong || one.at < matter_.step(one.about).at;
    if (one.what == "close")
        for (int before = 1; before < number_; ++before) {
            const auto& other = matter_.step(before);
            if (!other.voided && !is_one_of(other.what, {"note", "amend", "callback-void", ""}))
                wrong = wrong || one.at < other.at;
        }
    if (wrong) never("record.in-order");
    if (one.recorded_at - one.at > policy("record.late_after") && !one.late_reason)
        never("record.late-reason");
}

void StepJudge::not_over() {
    bool closed = false, made_void = false;
    for (int before = 1; before < number_; ++before) {
        closed = closed || matter_.step(before).what == "close";
        made_void = made_void || matter_.step(before).what == "void";
    }
    const auto& what = step().what;
    const bool may_follow =
        is_one_of(what, {"note", "callback", "open-letter", "attempt", "answered", "rearrange",
                         "callback-void", "amend", "void"}) ||
        may_follow_closing(what);
    if ((closed && !may_follow) || (made_void && what != "note")) never("record.closed");
}

void StepJudge::once_for_a_callback() {
    const auto& one = step();
    for (int before = 1; before < number_; ++before) {
        const auto& other = matter_.step(before);
        const bool same_callback = one.what == "answered" && other.what == "answered";
        const bool too_late = one.what == "rearrange" && other.what == "answered";
        const bool void_twice = one.what == "callback-void" && other.what == "callback-void";
        if ((same_callback || too_late || void_twice) && other.about == one.about) {
            never("record.closed");
            return;
        }
    }
}

void StepJudge::once_in_a_round() {
    for (int before = 1; before < number_; ++before) {
        const auto& other = matter_.step(before);
        if (other.what == step().what && !other.as_happened && !another_round(before)) {
            never("record.closed");
            return;
        }
    }
}

/// A callback between the two, in time and on record, opens another round.
bool StepJudge::another_round(int before) const {
    for (int between = before + 1; between < number_; ++between) {
        const auto& other = matter_.step(between);
        if (is_one_of(other.what, {"callback", "open-letter"}) &&
            other.at >= matter_.step(before).at && other.at <= step().at &&
            !made_void_before(between))
            return true;
    }
    return false;
}

bool StepJudge::made_void_before(int callback) const {
    for (int before = callback + 1; before < number_; ++before)
        if (matter_.step(before).what == "callback-void" && matter_.step(before).about == callback)
            return true;
    return false;
}

bool StepJudge::gone(const std::string& login, const Step& by) const {
    return office_.has_left(login, by.at, by.recorded_at) ||
           office_.absence(login, by.at, by.recorded_at).has_value();
}

void StepJudge::called_back_properly() {
    const auto& one = step();
    if (one.method == "visit" && !one.is_signed) unless_happened("callback.visit-signature");
    if (one.raised && !one.settled && (!one.appointment || *one.appointment < one.at))
        unless_happened("callback.appointment");
}

void StepJudge::moved() {
    const auto& one = step();
    auto in_force = matter_.step(one.about).appointment;
    std::pair<Instant, int> latest{0, 0};
    for (const int other : matter_.of_kind("rearrange")) {
        const auto& move = matter_.step(other);
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

std::vector<Broken> broken_rules(const Office& office, const Matter& matter,
                                 const FirstTechnician& first) {
    switch (matter.kind) {
        case Kind::suggestion:
            return broken_suggestion(office, matter);
        case Kind::repair:
            return broken_repair(office, matter, first);
        case Kind::conduct:
            return broken_conduct(office, matter);
        case Kind::letter:
            return broken_letter(office, matter);
        case Kind::complaint:
            break;
    }
    return broken_complaint(office, matter);
}

bool typed_over(const Matter& matter, int step) {
    // A letter that was made void afterwards.
    for (const auto& other : matter.steps)
        if (other.what == "open-letter" && other.voided &&
            *other.voided >= matter.step(step).recorded_at)
            return true;
    for (int later = step + 1; later <= matter.count(); ++later) {
        const auto& other = matter.step(later);
        if (other.what.empty()) continue;
        if (other.at <= matter.step(step).at || is_one_of(other.what, {"amend", "callback-void"}))
            return true;
    }
    return false;
}

}  // namespace huiyin::property
