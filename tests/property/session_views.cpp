// What is owed has one meaning in every view of it (3.3.1): `check`, `why`, `status`, `callback
// due` and the lists.

#include <algorithm>

#include "session.hpp"

namespace huiyin::property {

namespace {

using nlohmann::json;
using Lines = std::multiset<std::string>;

std::string told(const Lines& lines) {
    std::string text;
    for (const auto& line : lines)
        text += "\n    " + line;
    return text.empty() ? " nothing" : text;
}

Lines without(const Lines& all, const Lines& others) {
    Lines left;
    std::ranges::set_difference(all, others, std::inserter(left, left.end()));
    return left;
}

std::optional<std::string> difference(const std::string& view, const Lines& expected,
                                      const Lines& came) {
    if (came == expected) return std::nullopt;
    return view + " differs; not in it:" + told(without(expected, came)) +
           "\nin it and not expected:" + told(without(came, expected)) + "\n";
}

std::string word(const json& value) {
    return value.is_null() ? "nobody" : value.get<std::string>();
}

}  // namespace

std::optional<std::string> Session::compare_due() const {
    const auto deadlines = [&](const std::vector<std::string>& command) {
        Lines found;
        for (const auto& one : json::parse(program_.run(command, now_).out).at("due"))
            if (one.at("what") == "callback" || one.at("what") == "follow-up" ||
                one.at("what") == "appointment")
                if (read_iso(one.at("by")) >= now_)
                    found.insert(one.at("subject").get<std::string>() + " " +
                                 one.at("what").get<std::string>() + " by " +
                                 one.at("by").get<std::string>());
        return found;
    };
    return difference("callback due", deadlines({"check", "--json"}),
                      deadlines({"callback", "due", "--json"}));
}

std::optional<std::string> Session::compare_lists() const {
    static const std::map<Kind, std::string> nouns{
        {Kind::complaint, "complaint"}, {Kind::suggestion, "suggestion"}, {Kind::repair, "repair"}};
    Lines expected, came;
    for (const auto& [kind, noun] : nouns) {
        for (const auto& one : json::parse(program_.run({noun, "list", "--json"}, now_).out)) {
            if (model_.find(one.at("no"))->voided()) continue;
            came.insert(word(one.at("no")) + " " + word(one.at("state")) + " held by " +
                        word(one.at("holder")) + (one.at("reachable") ? "" : ", unreachable"));
        }
        const auto overdue = program_.run({noun, "list", "--overdue", "--json"}, now_);
        for (const auto& one : json::parse(overdue.out))
            came.insert(word(one.at("no")) + " overdue");
    }
    for (const auto& matter : model_.matters()) {
        if (matter.voided() || !nouns.contains(matter.kind)) continue;
        expected.insert(matter.no + (matter.closing() ? " closed" : " open") + " held by " +
                        matter.holder(now_).value_or("nobody") +
                        (matter.reachable() ? "" : ", unreachable"));
        const auto clocks = model_.clocks(matter.as_of(now_));
        if (model_.left_behind(matter.as_of(now_), now_) ||
            std::ranges::any_of(clocks, [&](const Clock& clock) { return clock.overdue(now_); }))
            expected.insert(matter.no + " overdue");
    }
    auto differs = difference("the lists", expected, came);
    if (differs) *differs += whole_script();
    return differs;
}

std::optional<std::string> Session::compare_status() const {
    Lines expected, came;
    const auto line = [](const std::string& part, const std::string& no, Instant by,
                         const std::string& holder) {
        return part + " " + no + " by " + office_time(by) + " held by " + holder;
    };
    const auto answer = json::parse(program_.run({"status", "--json"}, now_).out);
    for (const auto* part : {"overdue", "due_soon"})
        for (const auto& one : answer.at(part))
            if (model_.find(one.at("subject")) != nullptr)
                came.insert(
                    line(part, one.at("subject"), read_iso(one.at("by")), word(one.at("holder"))));
    for (const auto& whole : model_.matters()) {
        const auto matter = whole.as_of(now_);
        if (matter.voided()) continue;
        const auto holder = matter.holder(now_).value_or("nobody");
        const auto found = model_.findings(whole, now_);
        if (const auto since = model_.left_behind(matter, now_))
            expected.insert(line("overdue", matter.no, *since, holder));
        for (const auto& clock : model_.clocks(matter)) {
            if (clock.overdue(now_)) {
                // What a correction moved after it had fallen due is owed since then.
                auto since = clock.due;
                if (!found.contains({"breach", clock.rule, matter.no, since}))
                    for (const auto& [rule, stood] : matter.standing)
                        if (rule == clock.rule) since = stood;
                expected.insert(line("overdue", matter.no, since, holder));
            }
            if (clock.pending(now_) && clock.due <= now_ + 4 * hour)
                expected.insert(line("due_soon", matter.no, clock.due, holder));
        }
    }
    auto differs = difference("status", expected, came);
    if (differs) *differs += whole_script();
    return differs;
}

std::optional<std::string> Session::compare_deadlines() {
    if (model_.matters().empty()) return std::nullopt;
    const auto& matter = chance_.of(model_.matters());
    if (matter.voided() || matter.at > now_) return std::nullopt;
    const auto line = [](const std::string& rule, Instant due, bool met, bool broken) {
        return rule + " due " + office_time(due) + (met ? ", met" : "") +
               (broken ? ", broken" : "");
    };
    Lines expected, came;
    for (auto clock : model_.clocks(matter.as_of(now_))) {
        clock.heals = false;
        expected.insert(line(clock.rule, clock.due, clock.met.has_value(), clock.broken(now_)));
    }
    const auto answer = json::parse(program_.run({"why", matter.no, "--json"}, now_).out);
    for (const auto& one : answer.at("deadlines"))
        if (modelled_rules().contains(one.at("rule")))
            came.insert(line(one.at("rule"), read_iso(one.at("due")), !one.at("met").is_null(),
                             one.at("broken")));
    auto differs = difference("why " + matter.no, expected, came);
    if (differs) *differs += script_about(matter.no);
    return differs;
}

}  // namespace huiyin::property
