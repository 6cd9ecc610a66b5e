#include "whole_office.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>

#include "action.hpp"

namespace huiyin::property {

namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

/// Monday 2026-11-23 08:00 in the office.
constexpr Instant first_morning = 1795392000;

}  // namespace

void forget_the_journal(json& answer) {
    if (answer.is_object())
        for (const char* key : {"entry", "journal"})
            answer.erase(key);
    if (answer.is_structured())
        for (auto& part : answer)
            forget_the_journal(part);
}

WholeOffice::WholeOffice(std::uint64_t seed) : chance_(seed), now_(first_morning) {
    open();
}

void WholeOffice::open() {
    const auto run = [&](const Lines& line) {
        const auto outcome = program_.run(line, now_);
        if (outcome.exit != 0) throw std::runtime_error("the office does not open: " + outcome.err);
    };
    run({"init", "--office", "学府苑住宅服务部", "--language", "zh-CN", "--timezone",
         "Asia/Shanghai"});
    const std::vector<Lines> people{
        {"tao", "head", ""},        {"ma", "manager", "tao"},    {"mei", "manager", "tao"},
        {"chen", "clerk", "ma"},    {"li", "clerk", "ma"},       {"sun", "steward", "ma"},
        {"wu", "technician", "ma"}, {"qi", "technician", "mei"}, {"zhou", "auditor", ""}};
    for (const auto& one : people) {
        Lines line{"staff", "add", one[0], "--name", "姓" + one[0], "--role", one[1]};
        if (!one[2].empty()) line.insert(line.end(), {"--superior", one[2]});
        run(line);
    }
    areas_ = {"锅炉房", "配电室"};
    for (const auto& area : areas_)
        run({"area", "add", area});
}

WholeOffice::Deed WholeOffice::some_deed() {
    using Self = WholeOffice;
    static const std::vector<std::pair<int, Deed>> deeds{{10, &Self::complaint},
                                                         {7, &Self::assigning},
                                                         {3, &Self::escalation},
                                                         {4, &Self::findings},
                                                         {4, &Self::opinion},
                                                         {5, &Self::reply},
                                                         {7, &Self::settling},
                                                         {2, &Self::quarrel},
                                                         {4, &Self::suggestion},
                                                         {4, &Self::answer_to_suggestion},
                                                         {14, &Self::callback},
                                                         {3, &Self::attempt},
                                                         {3, &Self::promised_answer},
                                                         {3, &Self::new_appointment},
                                                         {2, &Self::letter},
                                                         {1, &Self::survey},
                                                         {2, &Self::sheets},
                                                         {8, &Self::repair},
                                                         {5, &Self::on_a_repair},
                                                         {9, &Self::dispatch},
                                                         {26, &Self::on_an_order},
                                                         {9, &Self::closing},
                                                         {4, &Self::roster},
                                                         {4, &Self::taking_post},
                                                         {8, &Self::on_duty},
                                                         {5, &Self::relief},
                                                         {2, &Self::forgotten_shift},
                                                         {2, &Self::call_for_help},
                                                         {4, &Self::event},
                                                         {5, &Self::on_an_event},
                                                         {3, &Self::conduct},
                                                         {3, &Self::decision},
                                                         {9, &Self::correction},
                                                         {8, &Self::step_correction},
                                                         {5, &Self::callback_correction},
                                                         {4, &Self::making_void},
                                                         {3, &Self::noting},
                                                         {5, &Self::explaining},
                                                         {2, &Self::filing},
                                                         {3, &Self::policy},
                                                         {5, &Self::staff},
                                                         {5, &Self::surroundings}};
    return chance_.weighted(deeds);
}

Said WholeOffice::next() {
    return (this->*some_deed())();
}

/// Somebody else did it, or at another time, or it was not as it should be.
void WholeOffice::date(Said& said) {
    const auto& noun = said.words.front();
    maybe(20, said, "at",
          noun == "staff" || chance_.percent(20) ? ago(1, 30 * hour) : ago(1, 3 * hour));
    maybe(10, said, "late-reason", "停电补录");
    maybe(8, said, "by", anyone());
    if (!chance_.percent(12)) return;
    said.words.push_back("--as-happened=" + words());
    maybe(40, said, "witness", "李雷");
}

std::string WholeOffice::some(const std::string& prefix) {
    const auto& all = numbers_[prefix];
    if (all.empty()) return prefix + "-1";
    // What is recent is what people are at.
    const auto last = static_cast<std::int64_t>(all.size()) - 1;
    const auto first = chance_.percent(70) ? std::max<std::int64_t>(0, last - 4) : 0;
    return all[static_cast<std::size_t>(chance_.between(first, last))];
}

namespace {

/// What changes how the past reads; the steps of a matter that are typed late are the past itself.
bool looks_back(const Lines& words) {
    static const std::set<std::string> nouns{"staff", "area", "plan", "policy", "amend", "void"};
    return nouns.contains(words[0]) || words[1] == "recategorise" || words[1] == "rearrange";
}

/// Which office is it, and who is to know: such a decision breaks nothing that is over.
bool is_of_the_office_alone(const Lines& words) {
    return words[0] == "area" || words[0] == "plan" || words[0] == "policy";
}

bool heals(const std::string& rule) {
    static const std::set<std::string> rules{
        "duty.misconduct", "conduct.taboo-manner", "rework.undecided",  "rework.apology",
        "callback.rate",   "matter.holder",        "complaint.convened"};
    return rules.contains(rule);
}

}  // namespace

std::set<std::string> WholeOffice::breaches() const {
    std::set<std::string> found;
    const auto answer = json::parse(program_.run({"check", "--all", "--json"}, now_).out);
    for (const auto& one : answer.at("findings"))
        if (one.at("severity") == "breach" && !heals(one.at("rule")))
            found.insert(one.at("rule").get<std::string>() + " of " +
                         one.at("subject").get<std::string>() + " since " +
                         office_time(read_iso(one.at("since"))));
    return found;
}

std::optional<std::string> WholeOffice::wrongly_changed(const Lines& words,
                                                        const std::set<std::string>& before) const {
    const auto after = breaches();
    std::string wrong;
    for (const auto& one : before) {
        const bool of_another = one.starts_with("callback.followed-up") ||
                                one.starts_with("callback.appointment-kept") ||
                                one.starts_with("callback.signed-rate") ||
                                one.starts_with("complaint.satisfied");
        // What is void takes what it broke with it.
        const bool is_gone = words[0] == "void" &&
                             (words[1].starts_with("HF")
                                  ? !of_another
                                  : words[1].starts_with("PB") || one.find(words[1]) != one.npos);
        if (!after.contains(one) && !is_gone) wrong += "\n  no longer broken: " + one;
    }
    if (is_of_the_office_alone(words))
        for (const auto& one : after)
            if (!before.contains(one)) wrong += "\n  broken by it: " + one;
    if (wrong.empty()) return std::nullopt;
    std::string line;
    for (const auto& word : words)
        line += " " + word;
    return "at " + office_time(now_) + line + wrong;
}

std::optional<std::string> WholeOffice::step() {
    using Span = std::pair<Instant, Instant>;
    const auto [least, most] = chance_.weighted<Span>({{25, {0, 0}},
                                                       {45, {1, 20 * minute}},
                                                       {20, {20 * minute, 4 * hour}},
                                                       {10, {4 * hour, 30 * hour}}});
    now_ += chance_.between(least, most);
    if (chance_.percent(6)) return batch();
    auto said = next();
    if (said.words[0] == "check") {
        const auto found = json::parse(program_.run({"check", "--json"}, now_).out).at("findings");
        if (found.empty()) return std::nullopt;
        const auto& one = found[static_cast<std::size_t>(
            chance_.between(0, static_cast<std::int64_t>(found.size()) - 1))];
        said.words[2] = one.at("rule");
        said.words[3] = one.at("subject");
    } else if (said.words[0] != "report") {
        date(said);
    }
    auto line = line_of(said);
    line.emplace_back("--json");
    const bool compares = looks_back(said.words) && chance_.percent(60);
    const auto before = compares ? breaches() : std::set<std::string>{};
    const auto outcome = program_.run(line, now_);
    remember(said, outcome);
    return compares && outcome.exit == 0 ? wrongly_changed(said.words, before) : std::nullopt;
}

WholeOffice::Lines WholeOffice::line_of(const Said& said) {
    Lines line;
    if (said.actor != administrator) line = {"--as", said.actor};
    line.insert(line.end(), said.words.begin(), said.words.end());
    return line;
}

void WholeOffice::remember(const Said& said, const Outcome& outcome) {
    const auto& words = said.words;
    if (outcome.exit != 0) {
        ++refused_;
        return;
    }
    ++done_;
    ++done_of_[words[0] + " " +
               (words[0] == "amend" || words[0] == "void" || words[0] == "note" ||
                        words[0] == "assign"
                    ? ""
                    : words[1])];
    const auto answer = json::parse(outcome.out, nullptr, false);
    if (!answer.is_object() || !answer.contains("no")) return;
    Lines come{answer.at("no").get<std::string>()};
    for (const auto& opened : answer.at("opened"))
        come.push_back(opened);
    story_.push_back({now_, {said.actor}, come});
    story_.back().line.insert(story_.back().line.end(), words.begin(), words.end());
    for (std::size_t word = 1; word < std::min<std::size_t>(words.size(), 4); ++word)
        story_.back().numbers.push_back(words[word]);
    for (const auto& no : come) {
        auto& all = numbers_[no.substr(0, 2)];
        if (std::ranges::find(all, no) == all.end()) all.push_back(no);
    }
    const std::map<std::string, int> reached{
        {"arrive", 1}, {"start", 2}, {"finish", 3}, {"sign", 4}, {"defer", 0}};
    if (words[0] == "order" && reached.contains(words[1])) stages_[words[2]] = reached.at(words[1]);
}

std::optional<std::string> WholeOffice::compare_owed() const {
    const auto ask = [&](const Lines& question) {
        return json::parse(program_.run(question, now_).out);
    };
    if (const auto kept = program_.run({"check", "--afresh"}, now_); kept.exit == 5)
        return "check --afresh: " + kept.out + kept.err;
    std::set<std::string> listed, explained, found;
    for (const std::string noun :
         {"complaint", "suggestion", "assist", "repair", "event", "conduct"})
        for (const auto& one : ask({noun, "list", "--overdue", "--json"}))
            listed.insert(one.at("no"));
    const auto audit = ask({"check", "--all", "--json"});
    for (const auto& one : audit.at("findings"))
        if (one.at("severity") == "breach")
            (one.at("explained") ? explained : found).insert(one.at("subject"));
    std::set<std::string> on_screen;
    const auto screen = ask({"status", "--json"});
    for (const auto& one : screen.at("overdue"))
        on_screen.insert(one.at("subject"));
    for (const auto& no : on_screen) {
        if (!found.contains(no) && !explained.contains(no))
            return no + " is overdue on the screen and broken nowhere";
        const auto kind = no.substr(0, 2);
        if (kind != "ZB" && kind != "PB" && no[0] != '2' && !listed.contains(no))
            return no + " is overdue on the screen and in no list";
    }
    for (const auto& no : listed)
        if (!on_screen.contains(no)) return no + " is overdue in its list and not on the screen";
    return std::nullopt;
}

std::optional<std::string> WholeOffice::compare_trials() const {
    const auto ask = [&](const Lines& question) {
        return json::parse(program_.run(question, now_).out);
    };
    std::map<std::string, int> found;
    const auto audit = ask({"check", "--all", "--json"});
    for (const auto& one : audit.at("findings"))
        ++found[one.at("rule")];
    for (const auto& policy : ask({"policy", "list", "--json"})) {
        const std::string key = policy.at("key");
        const auto trial = program_.run({"policy", "try", key, policy.at("value"), "--json"}, now_);
        if (trial.exit != 0)
            return "what is in force of " + key + " differs: " + trial.out + trial.err;
        const auto told = json::parse(trial.out);
        int those = 0;
        for (const auto& rule : told.at("rules"))
            those += found[rule];
        if (!told.at("newly").empty() || !told.at("no_longer").empty() ||
            told.at("unchanged") != those)
            return key + ": " + std::to_string(those) + " are found, and tried " + trial.out;
    }
    return std::nullopt;
}

std::optional<std::string> WholeOffice::compare_replay() const {
    const auto folder = program_.folder() / "export";
    const auto other = (program_.folder() / "other.db").string();
    for (const auto& line : std::vector<Lines>{
             {"export", folder.string(), "--with-personal-data", "--as", "tao"},
             {"init", "--db", other, "--office", "别的", "--timezone", "Asia/Shanghai"},
             {"batch", "--replay", (folder / "commands.jsonl").string(), "--db", other},
             {"audit", "verify", "--db", other}})
        if (const auto outcome = program_.run(line, now_); outcome.exit != 0)
            return line[0] + " for the replay: " + outcome.out + outcome.err;
    std::vector<Lines> questions{
        {"check", "--all"},   {"status"},         {"callback", "due"},
        {"staff", "list"},    {"policy", "list"}, {"area", "list"},
        {"plan", "list"},     {"duty", "list"},   {"duty", "roster", "--from", "2026-11-01"},
        {"callback", "list"}, {"order", "list"},  {"unit", "list"}};
    const std::map<std::string, std::string> nouns{
        {"TS", "complaint"}, {"JY", "suggestion"}, {"QZ", "assist"}, {"BX", "repair"},
        {"ZD", "event"},     {"GX", "letter"},     {"WJ", "survey"}, {"CL", "conduct"},
        {"PG", "order"},     {"ZB", "duty"}};
    for (const auto& [prefix, noun] : nouns) {
        if (!numbers_.contains(prefix)) continue;
        if (noun != "duty" && noun != "order") questions.push_back({noun, "list"});
        for (const auto& no : numbers_.at(prefix)) {
            questions.push_back({noun, "show", no});
            if (prefix != "PG") questions.push_back({"why", no});
        }
    }
    for (auto monday = first_morning - 8 * hour; monday < now_; monday += 7 * day)
        questions.push_back({"report", "period", "--from", office_time(monday), "--to",
                             office_time(monday + 7 * day)});
    // Filed in both, so that what was filed before and what is filed now must be the same edition.
    questions.push_back({"report", "weekly", "--as", "chen"});
    for (auto question : questions) {
        question.emplace_back("--json");
        auto here = json::parse(program_.run(question, now_).out, nullptr, false);
        question.insert(question.end(), {"--db", other});
        auto there = json::parse(program_.run(question, now_).out, nullptr, false);
        forget_the_journal(here);
        forget_the_journal(there);
        if (here == there && !here.is_discarded()) continue;
        std::string asked;
        for (const auto& word : question)
            asked += " " + word;
        return "recorded anew, this differs:" + asked + "\n" +
               json::diff(here, there).dump().substr(0, 2'000);
    }
    return std::nullopt;
}

}  // namespace huiyin::property
