#include "dead_ends.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace huiyin::property {

namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

const Lines everybody{"chen", "li", "sun", "ma", "mei", "tao", "wu", "qi"};

/// One way to take the next step, and who may.
struct Attempt {
    Lines actors;
    Lines words;
    bool ends = false;     ///< it brings the matter to its end
    bool repeats = false;  ///< it may be done more than once on the way there
};

class Finisher {
  public:
    explicit Finisher(const WholeOffice& office) : office_(office), now_(office.now()) {}

    /// Nothing where it was ended.
    std::optional<DeadEnd> finish(const std::string& noun, const std::string& no) {
        DeadEnd end{.no = no, .rules = {}, .refused = {}, .story = {}};
        std::set<Lines> done;
        constexpr int most_rounds = 30;
        for (int round = 0; round < most_rounds; ++round) {
            end.rules.clear();
            end.refused.clear();
            bool stepped = false;
            for (const auto& attempt : attempts(noun, no)) {
                if (!attempt.repeats && done.contains(attempt.words)) continue;
                if (!take(attempt, end)) continue;
                if (attempt.ends) return std::nullopt;
                done.insert(attempt.words);
                stepped = true;
                break;
            }
            if (!stepped) break;
            if (state_of(noun, no) == "closed") return std::nullopt;
        }
        end.story = story_of(no);
        return end;
    }

    json ask(Lines question) {
        question.emplace_back("--json");
        return json::parse(office_.program().run(question, now_).out, nullptr, false);
    }

  private:
    std::string state_of(const std::string& noun, const std::string& no) {
        return ask({noun, "show", no}).value("state", "");
    }

    bool take(const Attempt& attempt, DeadEnd& end) {
        for (const auto& actor : attempt.actors) {
            now_ += 60;
            Lines line{"--as", actor};
            line.insert(line.end(), attempt.words.begin(), attempt.words.end());
            line.emplace_back("--json");
            const auto outcome = office_.program().run(line, now_);
            if (outcome.exit == 0) return true;
            std::string told = actor + ":";
            for (const auto& word : attempt.words)
                told += " " + word;
            const auto answer = json::parse(outcome.out, nullptr, false);
            if (outcome.exit == 4 && answer.is_object())
                for (const auto& finding : answer.at("findings")) {
                    end.rules.insert(finding.at("rule").get<std::string>());
                    told += "\n      " + finding.at("rule").get<std::string>() + ": " +
                            finding.at("message").get<std::string>();
                }
            else
                told += " → exit " + std::to_string(outcome.exit);
            end.refused.push_back(told);
        }
        return false;
    }

    std::vector<Attempt> attempts(const std::string& noun, const std::string& no) {
        if (noun == "complaint") return for_complaint(no);
        if (noun == "suggestion") return for_suggestion(no);
        if (noun == "repair") return for_repair(no);
        if (noun == "assist")
            return {{everybody, {"assist", "close", no, "--outcome=已帮助"}, true}};
        if (noun == "conduct")
            return {{{"ma", "mei", "tao"}, {"conduct", "decide", no, "--decision=批评教育"}, true},
                    {{"tao"},
                     {"conduct", "decide", no, "--decision=批评教育", "--authority=公司总部"},
                     true}};
        return for_event(no);
    }

    static void add_callbacks(std::vector<Attempt>& all, const std::string& no) {
        all.push_back({{"sun", "ma", "tao", "chen", "li", "mei"},
                       {"callback", "log", no, "--method=visit", "--satisfied=yes",
                        "--signed-by=张伟", "--note=满意"},
                       false,
                       true});
        all.push_back({{"sun", "ma", "tao", "chen", "li", "mei"},
                       {"callback", "log", no, "--method=phone", "--satisfied=yes", "--note=满意"},
                       false,
                       true});
    }

    std::vector<Attempt> for_complaint(const std::string& no) {
        const Lines desk{"chen", "li", "sun", "ma", "mei", "tao"};
        std::vector<Attempt> all{
            {desk, {"complaint", "close", no, "--outcome=已解决"}, true},
            {desk, {"complaint", "investigate", no, "--findings=已到现场查看"}},
            {desk, {"complaint", "opinion", no, "--text=当日修复"}},
            {desk, {"complaint", "reply", no, "--text=已修复,给您添麻烦了", "--method=phone"}}};
        for (const auto& who : desk)
            all.push_back(
                {{"ma", "tao"}, {"complaint", "assign", no, "--to=" + who, "--reason=请接办"}});
        for (const auto* who : {"ma", "mei", "tao"})
            all.push_back({{"chen", "ma"},
                           {"complaint", "escalate", no, std::string("--to=") + who,
                            "--reason=请上级处理", "--convened=ma,wu"}});
        add_callbacks(all, no);
        return all;
    }

    std::vector<Attempt> for_suggestion(const std::string& no) {
        const Lines desk{"chen", "li", "sun", "ma", "mei", "tao"};
        std::vector<Attempt> all{{desk, {"suggestion", "close", no, "--outcome=已采纳"}, true},
                                 {desk,
                                  {"suggestion", "answer", no, "--text=已安排,谢谢您",
                                   "--courtesy=thanks", "--method=phone"}}};
        for (const auto& who : desk)
            all.push_back({{"ma", "tao"}, {"assign", no, "--to=" + who, "--reason=请接办"}});
        add_callbacks(all, no);
        return all;
    }

    /// Of the last order of a repair.
    std::vector<Attempt> for_repair(const std::string& no) {
        const Lines desk{"chen", "li", "sun", "ma", "mei", "tao"};
        std::vector<Attempt> all{{desk, {"repair", "close", no, "--outcome=已修复"}, true}};
        const Lines hands{"wu", "qi", "ma", "chen"};
        const auto shown = ask({"repair", "show", no});
        if (shown.is_object() && !shown.at("orders").empty()) {
            const std::string pg = shown.at("orders").back().at("no");
            all.push_back({hands, {"order", "return", pg, "--to=chen"}});
            all.push_back({hands, {"order", "sign", pg, "--by-resident=张伟"}});
            all.push_back({hands, {"order", "finish", pg, "--result=已换新"}});
            all.push_back(
                {hands, {"order", "finish", pg, "--result=已换新", "--apology=给您添麻烦了"}});
            all.push_back({hands, {"order", "start", pg, "--content=换垫圈", "--agreed-by=张伟"}});
            all.push_back({hands, {"order", "arrive", pg}, false, true});
        }
        for (const auto* who : {"wu", "qi"}) {
            all.push_back(
                {desk, {"order", "dispatch", no, std::string("--to=") + who}, false, false});
            all.push_back({desk,
                           {"order", "dispatch", no, std::string("--to=") + who, "--instead=skill",
                            "--reason=要别的工种"}});
        }
        all.push_back({hands, {"repair", "apology", no, "--text=给您添麻烦了"}});
        return all;
    }

    std::vector<Attempt> for_event(const std::string& no) {
        return {{{"ma", "mei", "tao"}, {"event", "close", no, "--outcome=已处理"}, true},
                {{"tao"}, {"event", "comfort", no, "--text=已上门安抚并说明"}},
                {{"ma", "tao"}, {"event", "relay", no, "--to=tao", "--form=phone"}},
                {{"ma", "tao"},
                 {"event", "supplement", no, "--to=tao", "--form=written", "--text=经过"}},
                {{"ma"}, {"event", "notify", no, "--department=后勤处", "--text=请协助"}}};
    }

    /// The commands that name it, its orders or its callbacks.
    std::string story_of(const std::string& no) const {
        std::set<std::string> numbers{no};
        std::string told;
        for (const auto& [at, line, about] : office_.story()) {
            const bool concerns = std::ranges::any_of(
                about, [&](const std::string& one) { return numbers.contains(one); });
            if (!concerns) continue;
            if (about.front() != no &&
                (about.front().starts_with("PG") || about.front().starts_with("HF")))
                numbers.insert(about.front());
            told += "    " + office_time(at);
            for (const auto& word : line)
                told += " " + word;
            told += "\n";
        }
        return told;
    }

    const WholeOffice& office_;
    Instant now_;
};

}  // namespace

std::string DeadEnd::told() const {
    std::string text = no + " cannot be ended. What was done:\n" + story + "  What is refused:\n";
    for (const auto& one : refused)
        text += "    " + one + "\n";
    return text;
}

std::vector<DeadEnd> find_dead_ends(const WholeOffice& office, int& ended) {
    std::vector<DeadEnd> all;
    Finisher finisher(office);
    for (const std::string noun :
         {"complaint", "suggestion", "repair", "assist", "event", "conduct"}) {
        for (const auto& one : finisher.ask({noun, "list", "--open"})) {
            if (!one.at("voided_at").is_null()) continue;
            if (auto dead = finisher.finish(noun, one.at("no")))
                all.push_back(std::move(*dead));
            else
                ++ended;
        }
    }
    return all;
}

}  // namespace huiyin::property
