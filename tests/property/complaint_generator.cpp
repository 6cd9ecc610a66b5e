#include <algorithm>
#include <set>

#include "generator.hpp"

namespace huiyin::property {

namespace {

const std::vector<std::string> courtesies{"seat", "tea", "heard", "calmed"};

}  // namespace

Words Generator::words() {
    if (properly(88))
        return chance_.of<Words>({{"已处理完毕,感谢您的反映"},
                                  {"上次同事说“不归我管”,我们向您道歉"},
                                  {"上次同事答复「不知道」,我们向您道歉"},
                                  {"您可拨打服务热线"},
                                  {"已找到问题,正在修理"},
                                  {"谢谢你,打扫完毕后给您去电话"},
                                  {"您打一二三四五六七八九十甲乙丙电话"}});
    return chance_.of<Words>({{"这件事我不知道", true},
                              {"管道的事我们不懂", true},
                              {"什么时候好还不清楚", true},
                              {"这一片不归我管", true},
                              {"您打一二三四五六七八九十甲乙电话", true},
                              {"你自己打12345电话", true},
                              {"「放心」,您去找后勤处问问", true}});
}

std::optional<Home> Generator::home() {
    // People write one home in many ways (3.3.5).
    static const std::vector<Home> homes{
        {"3-502", "3-502"},    {"3-502", "３－５０２"}, {"3-502", "3号楼502室"},
        {"3-502", "3#-502"},   {"3-2-502", "3-2-502"},  {"3-2-502", "3号楼2单元502室"},
        {"5-101", "5-101"},    {"5-101", "5栋101"},     {"35-02", "35-02"},
        {"7-1203", "7幢1203"}, {"7-1203", "7-1203"}};
    return chance_.percent(60) ? std::optional(chance_.of(homes)) : std::nullopt;
}

Deed Generator::complaint() {
    AddComplaint deed{.channel = chance_.of<std::string>({"letter", "phone", "visit", "visit"})};
    deed.phone = chance_.percent(75);
    deed.home = home();
    deed.category = chance_.weighted<std::string>({{2, ""}, {4, "供热"}, {3, "保洁"}});
    if (chance_.percent(60)) deed.complaint_class = static_cast<int>(chance_.between(1, 3));
    // A crowd at the desk is a matter of its own; a letter may have any number of signatures.
    if (chance_.percent(30))
        deed.people = static_cast<int>(chance_.between(1, deed.channel == "visit" ? 6 : 30));
    deed.forwarded = deed.channel != "visit" && chance_.percent(35);
    if (deed.forwarded && chance_.percent(60))
        deed.hotline_due = now_ + chance_.of<Instant>({2 * hour, 8 * hour, day, 3 * day});
    if (deed.channel != "visit") return deed;
    if (properly(60)) {
        deed.courtesy = courtesies;
    } else {
        for (const auto& act : courtesies)
            if (chance_.percent(70)) deed.courtesy.push_back(act);
        // The same act twice makes up for no other.
        if (!deed.courtesy.empty()) deed.courtesy.push_back(deed.courtesy.front());
    }
    deed.courtesy_missed = chance_.percent(25);
    return deed;
}

Deed Generator::quarrel(const Matter& complaint) {
    Quarrel deed{.no = number(complaint), .who = someone()};
    if (const auto holder = complaint.holder(now_); holder && chance_.percent(50))
        deed.who = *holder;
    const auto other = [&] {
        if (properly(75)) return one_of("CSM");
        return chance_.of<std::string>({"none", "", deed.who, someone()});
    };
    deed.stopped_by = other();
    deed.taken_over_by = other();
    return deed;
}

Deed Generator::letter() {
    PublishLetter deed{.answers = {}, .text = words()};
    std::vector<std::string> ready;
    for (const auto& matter : model_.matters())
        if ((matter.first("reply") || matter.first("answer")) && !matter.voided())
            ready.push_back(matter.no);
    if (ready.size() > 8) ready.erase(ready.begin(), ready.end() - 8);
    const auto count = chance_.between(properly(92) ? 1 : 0, 3);
    for (auto left = count; left > 0 && !ready.empty(); --left)
        deed.answers.push_back(chance_.of(ready));
    if (const auto& other = some_matter();
        !properly(85) && (other.kind == Kind::complaint || other.kind == Kind::suggestion))
        deed.answers.push_back(number(other));
    return deed;
}

Deed Generator::conduct() {
    return RecordConduct{someone(), chance_.of<std::string>({"sleeping", "other-duty", "arrogant",
                                                             "other-manner", "concealing"})};
}

Deed Generator::on_a_case(const Matter& conduct) {
    switch (chance_.between(1, 10)) {
        case 1:
            return Void{conduct.no};
        case 2:
        case 3:
            return Note{conduct.no};
        default:
            return DecideCase{number(conduct), chance_.percent(20)};
    }
}

Deed Generator::assignment(const Matter& complaint) {
    std::vector<std::string> fresh;
    for (const auto& login : model_.office().of_role("CSMT", now_))
        if (std::ranges::none_of(complaint.steps,
                                 [&](const Step& step) { return step.to == login; }))
            fresh.emplace_back(login);
    Assign deed{.no = number(complaint), .to = someone()};
    if (!fresh.empty() && properly(65)) deed.to = chance_.of(fresh);
    if (chance_.percent(2)) deed.to = "nobody";
    deed.reason = chance_.percent(75);
    return deed;
}

Deed Generator::escalation(const Matter& complaint) {
    Escalate deed{.no = number(complaint), .to = someone()};
    if (const auto holder = complaint.holder(now_); holder && properly(60)) {
        if (const auto superior = model_.office().superior(*holder, now_)) {
            deed.to = *superior;
            if (const auto acting = model_.office().acting_for(*superior, now_);
                acting && chance_.percent(60))
                deed.to = *acting;
        }
    }
    if (chance_.percent(40)) deed.convened = {one_of("T"), one_of("S")};
    return deed;
}

Deed Generator::convening(const Matter& complaint) {
    Convene deed{.no = number(complaint), .who = {one_of("T")}};
    if (chance_.percent(40)) deed.who.emplace_back(one_of("S"));
    if (chance_.percent(2)) deed.who.emplace_back("nobody");
    return deed;
}

Deed Generator::reply(const Matter& complaint) {
    return Reply{number(complaint), words(), chance_.of<std::string>({"phone", "visit", "letter"})};
}

Deed Generator::callback(const Matter& complaint) {
    LogCallback deed{.no = number(complaint)};
    const auto follow_up = complaint.last_callback(now_).has_value();
    deed.method = chance_.weighted<std::string>(
        {{follow_up ? 50 : 25, "visit"}, {follow_up ? 40 : 60, "phone"}, {9, "letter"}});
    deed.satisfied = chance_.weighted<std::string>({{45, "yes"}, {20, "partly"}, {35, "no"}});
    if (chance_.percent(50)) deed.note = words();
    deed.is_signed = deed.method == "visit" && properly(80);
    deed.raised = chance_.percent(35);
    if (!deed.raised) return deed;
    if (chance_.percent(40)) deed.settled = words();
    if (chance_.percent(deed.settled ? 15 : 70))
        deed.appointment = now_ + chance_.of<Instant>({hour, 5 * hour, day, 2 * day});
    return deed;
}

Deed Generator::attempt(const Matter& complaint) {
    return Attempt{number(complaint), chance_.of<std::string>({"phone", "phone", "visit"})};
}

Deed Generator::answer(const Matter& complaint) {
    std::vector<std::string> promised;
    for (const auto& step : complaint.steps)
        if (!step.hf.empty() && step.appointment) promised.push_back(step.hf);
    if (promised.empty()) return Note{complaint.no};
    if (chance_.percent(1)) promised = {model_.next_number("HF", now_)};
    return Answer{chance_.of(promised), words()};
}

Deed Generator::correction(const Matter& complaint) {
    // What was decided or corrected keeps its time.
    static const std::set<std::string> kept{"amend", "void", "callback-void", "recategorise"};
    std::vector<int> steps;
    for (int number = 1; number <= static_cast<int>(complaint.steps.size()); ++number)
        if (!kept.contains(complaint.step(number).what) && !complaint.step(number).voided)
            steps.push_back(number);
    if (chance_.percent(1)) steps = {static_cast<int>(complaint.steps.size()) + 5};
    AmendTime deed{.no = number(complaint), .step = chance_.of(steps)};
    const auto& step =
        complaint.step(std::min(deed.step, static_cast<int>(complaint.steps.size())));
    deed.at = step.at + chance_.of<Instant>({-1, 1, -minute, minute, -hour, hour, -5 * hour, -day,
                                             step.recorded_at - step.at + 1});
    return deed;
}

Deed Generator::on_a_callback(const Matter& complaint) {
    std::vector<std::string> all, promised;
    for (const auto& step : complaint.steps) {
        if (step.hf.empty() || step.voided) continue;
        if (step.what == "callback") all.push_back(step.hf);
        if (step.appointment) promised.push_back(step.hf);
    }
    if (!promised.empty() && chance_.percent(45)) {
        Rearrange deed{.hf = chance_.of(promised)};
        deed.appointment = now_ + chance_.of<Instant>({-1, 0, hour, day, 2 * day});
        return deed;
    }
    if (all.empty()) return Note{complaint.no};
    AmendCallback deed{.hf = chance_.of(all)};
    switch (chance_.between(1, 5)) {
        case 1:
            return VoidCallback{deed.hf};
        case 2:
            deed.note = words();
            break;
        case 3:
            deed.method = chance_.of<std::string>({"visit", "phone"});
            deed.is_signed = deed.method == "visit" && properly(75);
            break;
        default:
            deed.satisfied = chance_.of<std::string>({"yes", "partly", "no"});
    }
    return deed;
}

Deed Generator::closing(const Matter& complaint) {
    if (complaint.kind != Kind::complaint) return CloseMatter{number(complaint), properly(90)};
    Close deed{.no = number(complaint), .outcome = properly(90)};
    const auto last = complaint.last_callback(now_);
    const bool satisfied =
        !complaint.reachable() || (last && complaint.step(*last).satisfied == "yes");
    if (properly(75) == satisfied) return deed;
    deed.ended = chance_.weighted<std::string>({{30, "unsatisfied"},
                                                {20, "unreached"},
                                                {10, "withdrawn"},
                                                {5, "moved"},
                                                {5, "declined"},
                                                {5, "letter"}});
    deed.reason = properly(85);
    return deed;
}

}  // namespace huiyin::property
