#include "generator.hpp"

#include <algorithm>
#include <map>

namespace huiyin::property {

namespace {

/// How far back matters of a kind still get attention.
std::size_t in_hand(Kind kind) {
    return kind == Kind::suggestion ? 4 : kind == Kind::conduct ? 3 : kind == Kind::letter ? 1 : 9;
}

std::vector<const Matter*> recent(const Model& model) {
    std::vector<const Matter*> found;
    std::map<Kind, std::size_t> taken;
    for (auto matter = model.matters().rbegin(); matter != model.matters().rend(); ++matter)
        if (taken[matter->kind]++ < in_hand(matter->kind)) found.push_back(&*matter);
    std::ranges::reverse(found);
    return found;
}

}  // namespace

Instant Generator::later(Instant now) {
    now_ = now;
    waited_for_.clear();
    if (chance_.percent(15)) {
        std::vector<std::pair<const Matter*, Clock>> pending;
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
                                                       {60, {1, 12 * minute}},
                                                       {14, {15 * minute, 3 * hour}},
                                                       {2, {3 * hour, 20 * hour}}});
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
    action.as_happened = chance_.percent(12) && (matter_of(action.deed) || order_of(action.deed));
    // A clerk types what somebody else did.
    if (order_of(action.deed) && chance_.percent(15)) action.by = one_of("T");
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
        const auto& matter = *model_.find(waited_for_);
        return what_is_due({.rule = waited_rule_}, matter);
    }
    const auto open = std::ranges::count_if(
        recent(model_), [](const auto* matter) { return !matter->closing() && !matter->voided(); });
    if (open == 0 || chance_.percent(open < 12 ? 20 : 6)) return registered();
    if (chance_.percent(4)) return on_the_office();
    if (chance_.percent(4)) return letter();
    return on_a_complaint(some_matter());
}

Deed Generator::registered() {
    std::vector<std::pair<int, Kind>> choices;
    for (const auto& choice : {std::pair(4, Kind::complaint), std::pair(1, Kind::suggestion),
                               std::pair(4, Kind::repair), std::pair(1, Kind::conduct)})
        if (kinds_.contains(choice.second)) choices.push_back(choice);
    switch (chance_.weighted(choices)) {
        case Kind::suggestion:
            return suggestion();
        case Kind::repair:
            return repair();
        case Kind::conduct:
            return conduct();
        case Kind::letter:
            return letter();
        case Kind::complaint:
            break;
    }
    return complaint();
}

const Matter& Generator::some_matter() {
    const auto all = recent(model_);
    std::vector<const Matter*> open;
    for (const auto* matter : all)
        if (!matter->closing() && !matter->voided()) open.push_back(matter);
    return *chance_.of(open.empty() || chance_.percent(18) ? all : open);
}

std::string Generator::number(const Matter& matter) {
    return chance_.percent(99) ? matter.no : model_.next_number(matter.no.substr(0, 2), now_);
}

Deed Generator::what_is_due(const Clock& clock, const Matter& complaint) {
    if (complaint.kind == Kind::repair && clock.rule.starts_with("order."))
        return on_an_order(complaint);
    if (clock.rule == "repair.callback-made") return callback_on_repair(complaint);
    if (clock.rule == "repair.dispatched-in-time") return dispatch(complaint);
    if (clock.rule == "matter.holder") return assignment(complaint);
    if (clock.rule == "complaint.assigned-in-time") return assignment(complaint);
    if (clock.rule == "complaint.convened") return convening(complaint);
    if (clock.rule == "callback.appointment-kept") return answer(complaint);
    if (clock.rule == "callback.made" || clock.rule == "callback.followed-up")
        return chance_.percent(85) ? callback(complaint) : closing(complaint);
    if (clock.rule == "complaint.replied-in-time" || clock.rule == "complaint.repeat-answered")
        return complaint.of_kind("opinion").empty() ? Settle{complaint.no, words(), "phone"}
                                                    : reply(complaint);
    const bool uninvestigated =
        complaint.kind == Kind::complaint && complaint.of_kind("investigate").empty();
    if (uninvestigated && chance_.percent(50)) return Investigate{complaint.no};
    return on_a_complaint(complaint);
}

Deed Generator::on_a_complaint(const Matter& complaint) {
    if (complaint.kind == Kind::suggestion) return on_a_suggestion(complaint);
    if (complaint.kind == Kind::conduct) return on_a_case(complaint);
    if (complaint.kind == Kind::letter)
        return chance_.percent(40) ? Deed(Void{complaint.no}) : Note{complaint.no};
    if (complaint.kind == Kind::repair)
        return complaint.closing() || complaint.voided() ? on_a_closed_repair(complaint)
                                                         : on_a_repair(complaint);
    return complaint.closing() || complaint.voided() ? on_a_closed_one(complaint)
                                                     : on_an_open_one(complaint);
}

Deed Generator::on_an_open_one(const Matter& complaint) {
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
        quarrel,
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
                                   {3, Way::quarrel},
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
        case Way::quarrel:
            return quarrel(complaint);
        case Way::note:
            return Note{number(complaint)};
        case Way::correct:
            return chance_.percent(50) ? mistyped(complaint) : correction(complaint);
        case Way::on_call:
            return on_a_callback(complaint);
        case Way::make_void:
            break;
    }
    return Void{number(complaint)};
}

Deed Generator::on_a_closed_one(const Matter& complaint) {
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

std::string Generator::one_of(const std::string& roles) {
    const auto people = model_.office().of_role(roles, now_);
    return people.empty() ? administrator : chance_.of(people);
}

std::string Generator::actor(const Deed& deed) {
    if (chance_.percent(4))
        return chance_.of<std::string>({one_of("T"), one_of("A"), administrator, someone()});
    return usual_actor(deed);
}

std::string Generator::usual_actor(const Deed& deed) {
    const bool of_the_office =
        std::holds_alternative<SetPolicy>(deed) || std::holds_alternative<Away>(deed) ||
        std::holds_alternative<Leave>(deed) || std::holds_alternative<ChangeStaff>(deed) ||
        std::holds_alternative<Hire>(deed) || std::holds_alternative<Return>(deed);
    if (of_the_office) return administrator;
    if (std::holds_alternative<PublishLetter>(deed)) return one_of(properly(80) ? "C" : "SMH");
    if (std::holds_alternative<Void>(deed) || std::holds_alternative<VoidCallback>(deed) ||
        std::holds_alternative<AmendTime>(deed) || std::holds_alternative<AmendMatter>(deed) ||
        std::holds_alternative<AmendCallback>(deed) || std::holds_alternative<Recategorise>(deed) ||
        std::holds_alternative<RecordConduct>(deed) || std::holds_alternative<DecideCase>(deed))
        return one_of(properly(80) ? "MH" : "CS");
    if (const auto* closing = std::get_if<Close>(&deed); closing && !closing->ended.empty())
        if (properly(80)) return one_of("MH");
    if (const auto* call = std::get_if<LogCallback>(&deed); call && call->no.starts_with("BX"))
        return one_of(properly(75) ? "S" : "CSMH");
    if (const auto pg = order_of(deed); pg && model_.find_order(*pg) != nullptr)
        if (const auto& repair = *model_.find_order(*pg); properly(70)) {
            const auto& technician = repair.step(repair.sent(*pg)).to;
            const bool returns =
                std::holds_alternative<HandIn>(deed) || std::holds_alternative<CancelOrder>(deed);
            if (!returns && !model_.office().has_left(technician, now_)) return technician;
        }
    return one_of(chance_.of<std::string>({"C", "C", "S", "M", "H"}));
}

std::string Generator::someone() {
    auto logins = model_.office().logins();
    std::erase(logins, administrator);
    return chance_.of(logins);
}

void Generator::date(Action& action) {
    const bool registers = std::holds_alternative<AddComplaint>(action.deed) ||
                           std::holds_alternative<AddRepair>(action.deed) ||
                           std::holds_alternative<AddSuggestion>(action.deed) ||
                           std::holds_alternative<RecordConduct>(action.deed);
    if (registers) {
        if (chance_.percent(25))
            action.at = chance_.of<Instant>({now_ - chance_.between(1, 3 * hour), now_ - 24 * hour,
                                             now_ - 24 * hour - 1, now_ + 1, now_ - 30 * hour});
        return;
    }
    // Facts about staff may be entered late.
    const bool of_staff = std::holds_alternative<Leave>(action.deed) ||
                          std::holds_alternative<ChangeStaff>(action.deed);
    if (of_staff && chance_.percent(60))
        action.at = now_ - chance_.of<Instant>({-1, 1, chance_.between(1, day), day, day + 1,
                                                chance_.between(1, 5 * day)});
    const auto* complaint = model_.subject_of(action.deed);
    // A correction holds from when it is made.
    const bool now_only = std::holds_alternative<Void>(action.deed) ||
                          std::holds_alternative<VoidCallback>(action.deed) ||
                          std::holds_alternative<AmendTime>(action.deed) ||
                          std::holds_alternative<AmendMatter>(action.deed) ||
                          std::holds_alternative<AmendCallback>(action.deed);
    if (complaint && chance_.percent(30) && !now_only) action.at = time_for(*complaint);
}

std::optional<Instant> Generator::time_for(const Matter& complaint) {
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
