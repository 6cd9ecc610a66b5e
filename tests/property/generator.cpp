#include "generator.hpp"

#include <algorithm>

namespace huiyin::property {

namespace {

/// How far back complaints still get attention.
constexpr std::size_t in_hand = 10;

std::vector<const Complaint*> recent(const Model& model) {
    std::vector<const Complaint*> found;
    for (const auto& complaint : model.complaints())
        found.push_back(&complaint);
    const auto surplus = found.size() > in_hand ? found.size() - in_hand : 0;
    found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(surplus));
    return found;
}

}  // namespace

Instant Generator::later(Instant now) {
    now_ = now;
    waited_for_.clear();
    if (chance_.percent(25)) {
        std::vector<std::pair<const Complaint*, Clock>> pending;
        for (const auto* complaint : recent(model_))
            for (const auto& clock : model_.clocks(*complaint))
                if (clock.pending(now) && clock.due - now < 2 * day && !complaint->voided())
                    pending.emplace_back(complaint, clock);
        if (!pending.empty()) {
            const auto& [complaint, clock] = chance_.of(pending);
            waited_for_ = complaint->no;
            waited_rule_ = clock.rule;
            return now_ = clock.due + chance_.between(0, 1);
        }
    }
    using Span = std::pair<Instant, Instant>;
    const auto [least, most] = chance_.weighted<Span>({{20, {0, 0}},
                                                       {50, {1, 15 * minute}},
                                                       {18, {15 * minute, 3 * hour}},
                                                       {3, {3 * hour, 20 * hour}}});
    return now_ = now + chance_.between(least, most);
}

Action Generator::next(Instant now) {
    now_ = now;
    Action action{.actor = {}, .deed = deed()};
    action.actor = actor(action.deed);
    date(action);
    const bool over_late_limit =
        action.at && now - *action.at > model_.office().policy("record.late_after", *action.at);
    action.late_reason = chance_.percent(over_late_limit ? 60 : 2);
    action.as_happened = chance_.percent(12) && complaint_of(action.deed).has_value();
    action.dry_run = chance_.percent(3);
    action.slip = chance_.weighted<Slip>(
        {{97, Slip::none}, {2, Slip::unknown_option}, {1, Slip::by_on_a_decision}});
    // Else --by names the doer, who then is somebody other than the actor.
    if (action.slip == Slip::by_on_a_decision && !std::holds_alternative<Close>(action.deed))
        action.slip = Slip::none;
    return action;
}

Deed Generator::deed() {
    if (!waited_for_.empty() && properly(75)) {
        const auto& complaint = *model_.find(waited_for_);
        return what_is_due({.rule = waited_rule_}, complaint);
    }
    const auto open = std::ranges::count_if(recent(model_), [](const auto* complaint) {
        return !complaint->closing() && !complaint->voided();
    });
    if (open == 0 || chance_.percent(open < 6 ? 20 : 6)) return complaint();
    if (chance_.percent(4)) return on_the_office();
    return on_a_complaint(some_complaint());
}

const Complaint& Generator::some_complaint() {
    const auto all = recent(model_);
    std::vector<const Complaint*> open;
    for (const auto* complaint : all)
        if (!complaint->closing() && !complaint->voided()) open.push_back(complaint);
    return *chance_.of(open.empty() || chance_.percent(18) ? all : open);
}

std::string Generator::number(const Complaint& complaint) {
    return chance_.percent(99) ? complaint.no : model_.next_number("TS", now_);
}

Deed Generator::what_is_due(const Clock& clock, const Complaint& complaint) {
    if (clock.rule == "complaint.assigned-in-time") return assignment(complaint);
    if (clock.rule == "complaint.convened") return convening(complaint);
    if (clock.rule == "callback.appointment-kept") return answer(complaint);
    if (clock.rule == "callback.made" || clock.rule == "callback.followed-up")
        return chance_.percent(85) ? callback(complaint) : closing(complaint);
    if (clock.rule == "complaint.replied-in-time")
        return complaint.of_kind("opinion").empty() ? Settle{complaint.no, words(), "phone"}
                                                    : reply(complaint);
    if (complaint.of_kind("investigate").empty() && chance_.percent(50))
        return Investigate{complaint.no};
    return on_a_complaint(complaint);
}

Deed Generator::on_a_complaint(const Complaint& complaint) {
    return complaint.closing() || complaint.voided() ? on_a_closed_one(complaint)
                                                     : on_an_open_one(complaint);
}

Deed Generator::on_an_open_one(const Complaint& complaint) {
    enum class Way {
        assign,
        escalate,
        convene,
        facts,
        opinion,
        reply,
        settle,
        call,
        attempt,
        answer,
        close,
        note,
        correct,
        on_call,
        make_void
    };
    const bool held = complaint.holder(now_).has_value();
    const bool found = !complaint.of_kind("investigate").empty();
    const bool judged = !complaint.of_kind("opinion").empty();
    const bool replied = complaint.first("reply").has_value();
    const auto last = complaint.last_callback(now_);
    const bool settled = last && complaint.step(*last).satisfied == "yes";
    switch (chance_.weighted<Way>({{held ? 12 : 18, Way::assign},
                                   {held ? 10 : 4, Way::escalate},
                                   {4, Way::convene},
                                   {found ? 6 : 12, Way::facts},
                                   {found && !judged ? 12 : 5, Way::opinion},
                                   {judged && !replied ? 16 : 7, Way::reply},
                                   {found ? 5 : 11, Way::settle},
                                   {replied ? 28 : 6, Way::call},
                                   {replied ? 10 : 2, Way::attempt},
                                   {replied ? 9 : 1, Way::answer},
                                   {settled ? 14 : 11, Way::close},
                                   {3, Way::note},
                                   {7, Way::correct},
                                   {replied ? 12 : 0, Way::on_call},
                                   {1, Way::make_void}})) {
        case Way::assign:
            return assignment(complaint);
        case Way::escalate:
            return escalation(complaint);
        case Way::convene:
            return convening(complaint);
        case Way::facts:
            return Investigate{number(complaint)};
        case Way::opinion:
            return Opinion{number(complaint)};
        case Way::reply:
            return reply(complaint);
        case Way::settle:
            return Settle{number(complaint), words(), chance_.percent(60) ? "phone" : "letter"};
        case Way::call:
            return callback(complaint);
        case Way::attempt:
            return attempt(complaint);
        case Way::answer:
            return answer(complaint);
        case Way::close:
            return closing(complaint);
        case Way::note:
            return Note{number(complaint)};
        case Way::correct:
            return correction(complaint);
        case Way::on_call:
            return on_a_callback(complaint);
        case Way::make_void:
            break;
    }
    return Void{number(complaint)};
}

Deed Generator::on_a_closed_one(const Complaint& complaint) {
    switch (chance_.between(1, 11)) {
        case 10:
            return correction(complaint);
        case 11:
            return on_a_callback(complaint);
        case 1:
            return assignment(complaint);
        case 2:
            return reply(complaint);
        case 3:
            return convening(complaint);
        case 4:
            return closing(complaint);
        case 5:
            return chance_.percent(15) ? Deed(Void{complaint.no}) : Investigate{complaint.no};
        case 6:
            return attempt(complaint);
        case 7:
            return answer(complaint);
        case 8:
            return Note{complaint.no};
        default:
            return callback(complaint);
    }
}

std::string Generator::actor(const Deed& deed) {
    if (chance_.percent(4))
        return chance_.of<std::string>({"wu", "zhou", administrator, someone()});
    const bool of_the_office =
        std::holds_alternative<SetPolicy>(deed) || std::holds_alternative<Away>(deed) ||
        std::holds_alternative<Leave>(deed) || std::holds_alternative<Hire>(deed);
    if (of_the_office) return administrator;
    if (std::holds_alternative<Void>(deed) || std::holds_alternative<VoidCallback>(deed) ||
        std::holds_alternative<AmendTime>(deed) || std::holds_alternative<AmendCallback>(deed))
        return chance_.of<std::string>({"ma", "tao", "mei", "chen"});
    const auto* closing = std::get_if<Close>(&deed);
    if (closing && !closing->ended.empty() && properly(80))
        return chance_.of<std::string>({"ma", "tao"});
    // Who has left is denied everything; that need not be tried every seventh time.
    const auto usual = chance_.of<std::string>({"chen", "chen", "li", "sun", "ma", "mei", "tao"});
    return model_.office().has_left(usual, now_) && properly() ? "chen" : usual;
}

std::string Generator::someone() {
    auto logins = model_.office().logins();
    std::erase(logins, administrator);
    return chance_.of(logins);
}

void Generator::date(Action& action) {
    if (std::holds_alternative<AddComplaint>(action.deed)) {
        if (chance_.percent(25))
            action.at = chance_.of<Instant>({now_ - chance_.between(1, 3 * hour), now_ - 24 * hour,
                                             now_ - 24 * hour - 1, now_ + 1, now_ - 30 * hour});
        return;
    }
    const auto* complaint = model_.subject_of(action.deed);
    // A correction holds from when it is made.
    const bool now_only = std::holds_alternative<Void>(action.deed) ||
                          std::holds_alternative<VoidCallback>(action.deed) ||
                          std::holds_alternative<AmendTime>(action.deed) ||
                          std::holds_alternative<AmendCallback>(action.deed);
    if (complaint && chance_.percent(30) && !now_only) action.at = time_for(*complaint);
}

std::optional<Instant> Generator::time_for(const Complaint& complaint) {
    const Instant earliest = complaint.at, last_at = complaint.last_at();
    const auto roll = chance_.between(1, 100);
    if (roll <= 40) return chance_.between(std::min(last_at, now_), now_);
    if (roll <= 55) return chance_.between(std::min(earliest, now_), now_);
    if (roll <= 65) return now_ + chance_.of<Instant>({1, 1, hour});
    if (roll <= 72) return complaint.at - 1;
    if (roll <= 80) return last_at;
    const auto limit = model_.office().policy("record.late_after", now_);
    if (roll <= 84) return std::max(now_ - limit, last_at);
    if (roll <= 90) return std::max(now_ - limit - 1, last_at);
    std::vector<Instant> dues;
    for (const auto& clock : model_.clocks(complaint))
        if (last_at <= clock.due && clock.due + 1 <= now_) dues.push_back(clock.due);
    if (dues.empty()) return std::nullopt;
    return chance_.of(dues) + chance_.between(0, 1);
}

}  // namespace huiyin::property
