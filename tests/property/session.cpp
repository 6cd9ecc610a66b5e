#include "session.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "script.hpp"

namespace huiyin::property {

namespace {

using nlohmann::json;

/// Monday 2026-11-23 08:00 in the office.
constexpr Instant first_morning = 1795392000;

std::string told(const std::set<std::string>& rules) {
    std::string line;
    for (const auto& rule : rules)
        line += " " + rule;
    return line.empty() ? " nothing" : line;
}

std::string told(const std::set<Finding>& findings) {
    std::string lines;
    for (const auto& finding : findings)
        lines += "\n    " + finding.severity + " " + finding.rule + " of " + finding.subject +
                 " since " + office_time(finding.since);
    return lines.empty() ? " none" : lines;
}

std::set<Finding> without(const std::set<Finding>& all, const std::set<Finding>& others) {
    std::set<Finding> left;
    std::ranges::set_difference(all, others, std::inserter(left, left.end()));
    return left;
}

std::set<std::string> refusals(const json& answer) {
    std::set<std::string> rules;
    for (const auto& finding : answer.at("findings"))
        if (finding.at("severity") == "refuse") rules.insert(finding.at("rule"));
    return rules;
}

}  // namespace

Session::Session(std::uint64_t seed, const std::set<Kind>& kinds)
    : chance_(seed), generator_(model_, chance_, kinds), now_(first_morning) {
    open_office();
}

void Session::open_office() {
    beginning_.now = now_;
    model_.opened_at = now_;
    const auto run = [&](const std::vector<std::string>& line) {
        beginning_.lines.push_back(line);
        const auto outcome = program_.run(line, now_);
        if (outcome.exit != 0) throw std::runtime_error("the office does not open: " + outcome.err);
    };
    run({"init", "--office", "学府苑住宅服务部", "--language", "zh-CN", "--timezone",
         "Asia/Shanghai"});
    model_.office().hire(administrator, "admin", "");
    std::vector<Hire> staff{{"yang", "head", ""}, {"tao", "head", "yang"}};
    const auto hire = [&](const char* role, const char* superior,
                          std::initializer_list<const char*> logins) {
        for (const auto* login : logins)
            staff.push_back({login, role, superior});
    };
    hire("manager", "tao", {"ma", "mei", "gao", "lin"});
    hire("clerk", "ma", {"chen", "li", "song", "jia"});
    hire("clerk", "mei", {"hui", "wen", "bai", "shi"});
    hire("steward", "gao", {"sun", "zhu", "qin", "fan", "pan"});
    hire("technician", "lin", {"wu", "he", "kong", "cao", "yan", "tang", "dong", "luo"});
    hire("auditor", "", {"zhou", "fei"});
    for (const auto& person : staff) {
        std::vector<std::string> line{"staff",      "add",    person.login, "--name",
                                      person.login, "--role", person.role};
        if (!person.superior.empty()) line.insert(line.end(), {"--superior", person.superior});
        run(line);
        model_.office().hire(person.login, person.role, person.superior);
    }
    model_.entries = journal_entries();
}

std::int64_t Session::journal_entries() const {
    return json::parse(program_.run({"audit", "head", "--json"}, now_).out).at("entries");
}

void Session::count(int exit) {
    ++(exit == 0   ? tally_.done
       : exit == 4 ? tally_.refused
       : exit == 7 ? tally_.denied
                   : tally_.other);
}

std::optional<std::string> Session::step() {
    now_ = generator_.later(now_);
    const auto action = generator_.next(now_);
    const auto expected = model_.judge(action, now_);
    count(expected.exit);
    const auto outcome = program_.run(command_line(action), now_);
    model_.record(action, now_, expected);
    if (const auto difference = compare(action, expected, outcome))
        return *difference + "\n" + script(action);
    if (expected.exit == 0 && !action.dry_run) done_.push_back({now_, action, expected.no});
    return std::nullopt;
}

bool Session::is_pointless(const Action& action) const {
    if (action.at > now_) return true;
    if (const auto* moved = std::get_if<AmendTime>(&action.deed); moved && moved->at > now_)
        return true;
    if (const auto* letter = std::get_if<PublishLetter>(&action.deed))
        return std::ranges::any_of(letter->answers, [&](const std::string& no) {
            const auto* answered = model_.find(no);
            return answered != nullptr && answered->voided();
        });
    const auto* complaint = model_.subject_of(action.deed);
    return complaint != nullptr &&
           (complaint->voided() || (action.at && *action.at < complaint->at));
}

std::optional<std::string> Session::compare(const Action& action, const Verdict& expected,
                                            const Outcome& outcome) const {
    const auto answer = json::parse(outcome.out, nullptr, false);
    std::set<std::string> refused;
    if (outcome.exit == 4 && answer.is_object()) refused = refusals(answer);
    if (is_pointless(action) && outcome.exit == 4 && expected.exit == 4) {
        // What else it would break is open; one reason is enough.
        if (std::ranges::none_of(refused,
                                 [&](const auto& rule) { return expected.refused.contains(rule); }))
            return "refused by none of" + told(expected.refused);
        refused = expected.refused;
    }
    if (outcome.exit != expected.exit || refused != expected.refused)
        return "expected exit " + std::to_string(expected.exit) + ", refused by" +
               told(expected.refused) + "\ncame exit     " + std::to_string(outcome.exit) +
               ", refused by" + told(refused) + "\n" + outcome.err;
    if (!answer.is_object()) return "no JSON came: " + outcome.out;
    static const std::map<int, std::string> errors{
        {2, "usage"}, {3, "not-found"}, {4, "refused"}, {7, "not-permitted"}};
    if (expected.exit != 0)
        return answer.at("error") == errors.at(expected.exit)
                   ? std::nullopt
                   : std::optional("another error came: " + outcome.out);
    if (answer.at("no") != expected.no)
        return "expected number " + expected.no + "\ncame " + answer.at("no").dump();
    const auto about = matter_of(action.deed);
    return about && !action.dry_run ? compare_told(*about, expected, answer) : std::nullopt;
}

std::optional<std::string> Session::compare_told(const std::string& no, const Verdict& verdict,
                                                 const json& answer) const {
    std::set<std::string> standing, came;
    for (const auto& finding : model_.findings(*model_.find(no), now_))
        standing.insert(finding.severity + " " + finding.rule);
    for (const auto& finding : answer.at("findings"))
        if (finding.at("subject") == no && modelled_rules().contains(finding.at("rule")))
            came.insert(finding.at("severity").get<std::string>() + " " +
                        finding.at("rule").get<std::string>());
    // What the command does not touch may stay untold; what it just did may not.
    for (const auto& rule : verdict.pardoned)
        if (!came.contains("breach " + rule)) return "the command does not tell of " + rule;
    if (std::ranges::includes(standing, came)) return std::nullopt;
    return "the command tells of" + told(came) + "\nthere stand" + told(standing);
}

std::optional<std::string> Session::compare_findings() const {
    return compare_findings_of(now_);
}

std::optional<std::string> Session::compare_what_is_kept() const {
    const auto outcome = program_.run({"check", "--afresh"}, now_);
    if (outcome.exit == 0 || outcome.exit == 4) return std::nullopt;
    return "check --afresh: " + outcome.out + outcome.err;
}

std::optional<std::string> Session::compare_findings_of(Instant moment) const {
    const auto outcome =
        program_.run({"check", "--all", "--json", "--as-of", office_time(moment)}, now_);
    const auto answer = json::parse(outcome.out, nullptr, false);
    if (!answer.is_object()) return "check failed: " + outcome.out + outcome.err;
    std::set<Finding> came;
    for (const auto& finding : answer.at("findings"))
        if (modelled_rules().contains(finding.at("rule")))
            came.insert({finding.at("severity"), finding.at("rule"), finding.at("subject"),
                         read_iso(finding.at("since"))});
    const auto expected = model_.findings(moment);
    if (came == expected) return compare_blame(answer, moment);
    const auto missing = without(expected, came), surplus = without(came, expected);
    const auto& first = missing.empty() ? *surplus.begin() : *missing.begin();
    return "check differs as of " + office_time(moment) +
           "; expected but not found:" + told(missing) +
           "\nfound but not expected:" + told(surplus) + "\n" + script_about(first.subject);
}

std::optional<std::string> Session::compare_blame(const json& answer, Instant moment) const {
    for (const auto& told : answer.at("findings")) {
        if (!modelled_rules().contains(told.at("rule"))) continue;
        const Finding finding{told.at("severity"), told.at("rule"), told.at("subject"),
                              read_iso(told.at("since"))};
        const auto& came = told.at("blamed");
        // A week or a month is nobody's.
        if (model_.find(finding.subject) == nullptr && came.is_null()) continue;
        if (model_.find(finding.subject) == nullptr)
            return finding.rule + " of " + finding.subject + " is blamed on " + came.dump();
        const auto expected = model_.blamed(*model_.find(finding.subject), finding, moment);
        if (!expected) continue;
        if (!came.is_null() && came == *expected) continue;
        return "as of " + office_time(moment) + " " + finding.rule + " of " + finding.subject +
               " since " + office_time(finding.since) + " is blamed on " + came.dump() +
               ", expected " + *expected + "\n" + script_about(finding.subject);
    }
    return std::nullopt;
}

std::optional<std::string> Session::compare_earlier() {
    if (now_ == first_morning) return std::nullopt;
    return compare_findings_of(chance_.between(first_morning, now_ - 1));
}

namespace {

/// What was carried over adds up, whatever happened; and what is open has an age.
std::optional<std::string> uneven_carry(const json& report) {
    for (const auto* kind : {"complaints", "repairs"}) {
        const auto& carry = report.at("carry").at(kind);
        const auto count = [&](const char* key) { return carry.at(key).get<std::int64_t>(); };
        if (count("before") + count("received") !=
            count("closed") + count("voided") + count("after"))
            return std::string(kind) + " do not add up: " + carry.dump();
        std::int64_t open = 0;
        for (const auto& aged : report.at("ages").at(kind))
            open += aged.get<std::int64_t>();
        if (open != report.at(kind).at("open_at_end").get<std::int64_t>())
            return std::string("the ages of ") + kind + " do not add up to what is open";
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> Session::compare_figures() {
    // The last seven days, or any others until some moment.
    const auto from =
        chance_.percent(50) ? now_ - 7 * day : chance_.between(first_morning, now_ - 1);
    const auto until = chance_.percent(70) ? now_ : chance_.between(from + 1, now_);
    const auto outcome = program_.run(
        {"report", "period", "--from", office_time(from), "--to", office_time(until), "--json"},
        now_);
    const auto answer = json::parse(outcome.out, nullptr, false);
    if (!answer.is_object()) return "report failed: " + outcome.out + outcome.err;
    auto expected = model_.figures(from, until, now_);
    for (const auto* kind : {"complaints", "repairs"})
        for (const auto& [category, count] : answer.at(kind).at("by_category").items())
            expected[kind + (".by_category." + category)] += 0;
    for (const auto& [place, figure] : expected) {
        std::string pointer = "/" + place;
        std::ranges::replace(pointer, '.', '/');
        const auto came = answer.value(json::json_pointer(pointer), std::int64_t{0});
        if (came != figure)
            return "the report from " + office_time(from) + " to " + office_time(until) + " has " +
                   place + " " + std::to_string(came) + ", expected " + std::to_string(figure) +
                   "\n" + whole_script();
    }
    if (const auto uneven = uneven_carry(answer)) return *uneven + "\n" + whole_script();
    return compare_breaches(answer, from, until);
}

std::optional<std::string> Session::compare_breaches(const json& report, Instant from,
                                                     Instant until) const {
    std::map<std::string, std::int64_t> expected;
    for (const auto& clause : modelled_clauses())
        expected[clause] = 0;
    for (const auto& finding : model_.findings(now_))
        if (finding.severity == "breach" && finding.since >= from && finding.since < until)
            for (const auto& clause : clauses_of(finding.rule))
                if (expected.contains(clause)) expected[clause] += model_.times(finding, now_);
    for (const auto& [clause, breaches] : expected) {
        const auto came = report.at("breaches").at("by_clause").value(clause, std::int64_t{0});
        if (came != breaches)
            return "the report from " + office_time(from) + " to " + office_time(until) + " has " +
                   std::to_string(came) + " breaches of " + clause + ", expected " +
                   std::to_string(breaches) + "\n" + whole_script();
    }
    return std::nullopt;
}

std::optional<std::string> Session::keep_the_books() {
    const auto before = journal_entries();
    const auto answer = json::parse(program_.run({"check", "--json"}, now_).out);
    std::vector<json> open;
    for (const auto& finding : answer.at("findings"))
        if (finding.at("severity") == "breach" && !finding.at("explained").get<bool>())
            open.push_back(finding);
    std::optional<std::string> wrong;
    for (int times = 0; times < 3 && !open.empty(); ++times) {
        const auto& one = chance_.of(open);
        const std::string rule = one.at("rule"), subject = one.at("subject");
        const auto told = [&](const json& other) {
            return other.at("rule") == rule && other.at("subject") == subject;
        };
        // Those of one rule are explained together.
        if (std::ranges::count_if(open, told) != 1) continue;
        const auto who =
            chance_.of(model_.office().of_role(chance_.percent(80) ? "MHA" : "CST", now_));
        const auto blamed = one.at("blamed").is_null() ? "" : one.at("blamed").get<std::string>();
        const bool may = model_.may_explain(who, blamed, read_iso(one.at("since")), now_);
        const auto outcome = program_.run(
            {"--as", who, "check", "explain", rule, subject, "--reason", "当日停电"}, now_);
        if (outcome.exit != (may ? 0 : 7))
            wrong = who + (may ? " may" : " may not") + " explain " + rule + " of " + subject +
                    ", whose breach it is: " + blamed + "; came exit " +
                    std::to_string(outcome.exit) + "\n" + outcome.err + whole_script();
        if (outcome.exit == 0) std::erase_if(open, told);
    }
    const auto filed =
        program_.run({"--as", "chen", "report", "weekly", "--summary", "平稳"}, now_);
    if (filed.exit == 0) model_.files(now_);
    model_.entries += journal_entries() - before;
    return wrong;
}

std::optional<std::string> Session::compare_replay() {
    const auto folder = program_.folder() / "export";
    const auto other = (program_.folder() / "other.db").string();
    const auto require = [&](const std::vector<std::string>& line) -> std::optional<std::string> {
        const auto outcome = program_.run(line, now_);
        if (outcome.exit == 0) return std::nullopt;
        return line.front() + " for the replay: " + outcome.out + outcome.err + "\n" +
               whole_script();
    };
    if (auto failed = require({"export", folder.string(), "--with-personal-data", "--as", "tao"}))
        return failed;
    ++model_.entries;
    if (auto failed =
            require({"init", "--db", other, "--office", "别的", "--timezone", "Asia/Shanghai"}))
        return failed;
    if (auto failed =
            require({"batch", "--replay", (folder / "commands.jsonl").string(), "--db", other}))
        return failed;
    std::vector<std::vector<std::string>> questions{{"check", "--all", "--json"},
                                                    {"callback", "list", "--json"},
                                                    {"complaint", "list", "--json"}};
    for (auto monday = first_morning - 8 * hour; monday < now_ + 7 * day; monday += 7 * day)
        questions.push_back({"report", "period", "--from", office_time(monday), "--to",
                             office_time(monday + 7 * day), "--json"});
    for (const auto& complaint : model_.matters())
        questions.push_back({"why", complaint.no, "--json"});
    for (auto question : questions) {
        auto here = json::parse(program_.run(question, now_).out, nullptr, false);
        question.insert(question.end(), {"--db", other});
        auto there = json::parse(program_.run(question, now_).out, nullptr, false);
        for (auto* answer : {&here, &there})
            if (answer->is_object()) answer->erase("journal");
        if (here == there) continue;
        return "recorded anew, " + question[0] + " " + question[1] +
               " differs: " + json::diff(here, there).dump().substr(0, 2'000) + "\n" +
               whole_script();
    }
    return std::nullopt;
}

std::optional<std::string> Session::compare_journal() const {
    const auto outcome = program_.run({"audit", "verify"}, now_);
    if (outcome.exit != 0) return "audit verify: " + outcome.out + outcome.err;
    const auto entries = journal_entries();
    if (entries == model_.entries) return std::nullopt;
    return "expected " + std::to_string(model_.entries) + " journal entries, there are " +
           std::to_string(entries);
}

std::string Session::script_about(const std::string& no) const {
    return script({.actor = "chen", .deed = Note{no}});
}

std::string Session::whole_script() const {
    std::set<std::string> all;
    for (const auto& matter : model_.matters())
        all.insert(matter.no);
    return shell_script(beginning_, done_, all,
                        {now_, {.actor = "chen", .deed = Note{model_.matters().front().no}}, ""});
}

std::string Session::script(const Action& last) const {
    const auto* matter = model_.subject_of(last.deed);
    std::set<std::string> concerned;
    if (matter != nullptr) {
        concerned = {matter->no, matter->rework_of};
        // What is of the same home may matter to it.
        for (const auto& other : model_.matters())
            if (!matter->home.empty() && other.home == matter->home && other.kind == matter->kind)
                concerned.insert(other.no);
    }
    return shell_script(beginning_, done_, concerned, {now_, last, ""});
}

}  // namespace huiyin::property
