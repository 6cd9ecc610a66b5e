#include "huiyin/reports/book_view.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "book_parts.hpp"
#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/reports/findings.hpp"
#include "huiyin/rulebook/blame.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "huiyin/rulebook/regulation.hpp"
#include "huiyin/rulebook/told_example.hpp"
#include "huiyin/rulebook/trial.hpp"
#include "values.hpp"

namespace huiyin::reports {

using base::compose;
using rulebook::Finding;
using rulebook::Rule;
using rulebook::Severity;

namespace {

class Book {
  public:
    Book(const View& view, const std::string& office, const std::optional<std::string>& only)
        : view_(view), office_(office) {
        for (const auto& clause : rulebook::clauses())
            if (!only || clause.id == *only) clauses_.push_back(&clause);
        const auto year = base::Year::containing(view.now, view.zone);
        year_ = base::year_of(view.now, view.zone);
        std::map<std::string, Spoke> spoke;
        const auto begin = year.begin(view.zone);
        for (const auto& finding :
             rulebook::Checker(view.connection, view.zone, view.now).audit(begin).findings)
            if (finding.since >= begin) count(spoke[finding.rule->id], finding);
        rulebook::ExampleTeller teller;
        for (const auto& one : rulebook::rules_until(view.connection, view.now)) {
            if (!one.covers(view.now) || !one.unreadable.empty()) continue;
            if (std::ranges::none_of(clauses_,
                                     [&](const auto* clause) { return cites(*one.rule, *clause); }))
                continue;
            auto& in_book = rules_.emplace_back();
            in_book.rule = rulebook::whole_rule(*one.rule);
            if (one.own) in_book.since = one.from;
            in_book.spoke = spoke[one.rule->id];
            in_book.limits = limits_of(in_book.rule);
            in_book.stories = teller.tell(in_book.rule);
        }
    }

    Document document() {
        Document document;
        document.booklet = true;
        document.title = {base::format("{} · 办公室规定", office_),
                          base::format("{} · the office regulation", office_)};
        document.subtitle =
            compose({"逐条:原文、理解、规则、时限、例子。截至 {},规则 {} 条。",
                     "Clause by clause: its words, its reading, its rules, limits and"
                     " examples. As of {}, {} rules."},
                    base::readable_minute(view_.now, view_.zone), rules_.size());
        document.sections.push_back(how_to_read());
        for (const auto& system : rulebook::systems()) {
            const auto is_of = [&](const auto* clause) {
                return clause->system() == system.number;
            };
            if (std::ranges::none_of(clauses_, is_of)) continue;
            document.sections.push_back(
                {.heading = {base::format("{} {}", system.number, system.title.zh),
                             base::format("{} {}", system.number, system.title.en)},
                 .blocks = {},
                 .wide = true,
                 .new_page = true});
            for (const auto* clause : clauses_)
                if (is_of(clause)) document.sections.push_back(section(*clause));
        }
        return document;
    }

    Json json() const {
        Json clauses = Json::array(), rules = Json::array();
        for (const auto* one_clause : clauses_) {
            const auto& clause = *one_clause;
            const auto provision = rulebook::provision(clause.id).value();
            Json ids = Json::array();
            for (const auto& one : rules_)
                if (cites(one.rule, clause)) ids.push_back(one.rule.id);
            clauses.push_back({{"clause", clause.id},
                               {"title", both(clause.title)},
                               {"wording", provision.wording},
                               {"reading", both(provision.reading)},
                               {"reason", clause.reason.empty() ? Json() : both(clause.reason)},
                               {"rules", std::move(ids)}});
        }
        for (const auto& one : rules_)
            rules.push_back(rule_json(one));
        return {{"schema", "huiyin.rules.book/1"},
                {"program", HUIYIN_VERSION},
                {"office", office_},
                {"as_of", base::iso(view_.now, view_.zone)},
                {"year", year_},
                {"clauses", std::move(clauses)},
                {"rules", std::move(rules)}};
    }

  private:
    static void count(Spoke& spoke, const Finding& finding) {
        ++spoke.found;
        if (finding.explained())
            ++spoke.explained;
        else if (finding.severity != "notice")
            ++spoke.standing;
    }

    static bool cites(const Rule& rule, const rulebook::Clause& clause) {
        return std::ranges::find(rule.clauses, clause.id) != rule.clauses.end();
    }

    std::vector<Limit> limits_of(const Rule& rule) const {
        std::vector<Limit> limits;
        // A rule about limits themselves goes by none of them.
        if (rule.judges == "policy") return limits;
        for (const auto& policy : records::policy_definitions())
            if (rulebook::asks_for(rule, policy.key))
                limits.push_back({&policy, view_.policies.in_force(policy.key, view_.now)});
        // Its own limit first.
        std::ranges::stable_partition(
            limits, [&](const Limit& limit) { return limit.policy->key == rule.limit; });
        return limits;
    }

    static Section how_to_read() {
        Section section{.heading = Label{"怎么读", "How to read this"}, .blocks = {}, .wide = true};
        section.blocks.emplace_back(Figures{
            {Label{"原文", "The words"},
             Label{"规定怎么写的,以它为准",
                   "of the regulation, in Chinese; they are the authority"},
             {}},
            {Label{"理解", "Reading"},
             Label{"办公室照着做的说法", "how the office applies them"},
             {}},
            {Label{"规则", "Rules"},
             Label{"电脑替人看着的几件事,一条一句",
                   "what the program watches over, a sentence each"},
             {}},
            {Label{"时限", "Limits"},
             Label{"现在用的数,谁什么时候定的",
                   "the figures in force, by whom they were set and when"},
             {}},
            {Label{"例子", "Examples"},
             Label{"人和编号都是假想的;程序每天用它们考自己",
                   "people and numbers are invented; the program is tested by them"},
             {}},
            {Label{"违规", "Breach"},
             Label{"没做到、已经成事实的;一直列着,直到有人写明原因",
                   "what was not done, a fact by now; it is listed until somebody says why"},
             {}},
            {Label{"据实登记", "As it happened"},
             Label{"照实写下一件没按规定做的事;不会被拒绝,算违规",
                   "to record what was done against a rule, and say so; a breach, not refused"},
             {}}});
        return section;
    }

    Section section(const rulebook::Clause& clause) {
        const auto provision = rulebook::provision(clause.id).value();
        Section section{.heading = {base::format("{} {}", clause.id, clause.title.zh),
                                    base::format("{} {}", clause.id, clause.title.en)},
                        .blocks = {},
                        .wide = true};
        section.blocks.emplace_back(
            Figures{{Label{"原文", "the words"}, plain(std::string(provision.wording)), {}},
                    {Label{"理解", "reading"}, without_keys(view_, provision.reading), {}}});
        bool has_rules = false;
        for (const auto& one : rules_) {
            if (!cites(one.rule, clause)) continue;
            has_rules = true;
            add_rule(section, one, clause);
        }
        if (!has_rules && !clause.reason.empty())
            section.blocks.emplace_back(Paragraph{
                joined(Label{"没有规则看着:", "No rule watches over it:"}, clause.reason)});
        return section;
    }

    void add_rule(Section& section, const RuleInBook& one, const rulebook::Clause& clause) {
        const auto& rule = one.rule;
        section.blocks.emplace_back(Subheading{
            one.since
                ? Text{rule.title.zh + "(本办公室自定)", rule.title.en + " (the office's own)"}
                : rule.title});
        // It is told once, under the first clause that it serves.
        if (!told_.emplace(rule.id).second) {
            section.blocks.emplace_back(
                Paragraph{compose({"见 {}。", "See {}."}, first_told_[rule.id])});
            return;
        }
        first_told_[rule.id] = clause.id;
        section.blocks.emplace_back(Paragraph{sentence(rule)});
        if (one.since)
            section.blocks.emplace_back(
                Paragraph{compose({"自 {} 起施行。", "In force since {}."},
                                  base::readable_minute(*one.since, view_.zone))});
        if (!one.limits.empty()) {
            Figures limits;
            for (const auto& limit : one.limits)
                limits.push_back({limit.policy->title, value_told(limit), who_set(view_, limit)});
            section.blocks.emplace_back(std::move(limits));
        }
        section.blocks.emplace_back(Paragraph{spoke_told(one, year_)});
        for (const auto& story : one.stories)
            section.blocks.emplace_back(story_of(story));
        section.blocks.emplace_back(Folded{
            compose({"程序里的写法({})", "As the program has it ({})"}, rule.id), rule.written});
    }

    Json rule_json(const RuleInBook& one) const {
        const auto& rule = one.rule;
        Json limits = Json::array(), stories = Json::array();
        for (const auto& [policy, edition] : one.limits)
            limits.push_back(
                {{"key", policy->key},
                 {"title", both(policy->title)},
                 {"value", edition.value},
                 {"default", policy->standard},
                 {"edition", edition.edition},
                 {"since", edition.edition == 0 ? Json() : Json(base::iso(edition.at, view_.zone))},
                 {"by", or_null(edition.set_by)}});
        for (const auto& story : one.stories) {
            Json moments = Json::array(), says = Json::array();
            const base::Zone utc("UTC");
            for (const auto& [at, what] : story.moments)
                moments.push_back({{"at", base::iso(at, utc)}, {"what", both(what)}});
            for (const auto& finding : story.findings)
                says.push_back(
                    {{"severity", finding.severity}, {"message", both(finding.message)}});
            stories.push_back({{"title", story.title},
                               {"moments", std::move(moments)},
                               {"as_of", base::iso(story.now, utc)},
                               {"findings", std::move(says)}});
        }
        return {{"id", rule.id},
                {"own", one.since.has_value()},
                {"since", one.since ? Json(base::iso(*one.since, view_.zone)) : Json()},
                {"clause", rule.clause},
                {"clauses", rule.clauses},
                {"severity", rulebook::severity_word(rule.severity)},
                {"judges", rule.judges},
                {"blamed", rulebook::name_of(rule.blamed).word},
                {"heals", rule.heals},
                {"title", both(rule.title)},
                {"sentence", both(sentence(rule))},
                {"message", both(rule.message)},
                {"remedy", both(rule.remedy)},
                {"limits", std::move(limits)},
                {"sql", rule.written},
                {"spoke",
                 {{"found", one.spoke.found},
                  {"explained", one.spoke.explained},
                  {"standing", one.spoke.standing}}},
                {"stories", std::move(stories)}};
    }

    const View& view_;
    const std::string& office_;
    int year_ = 0;
    std::vector<const rulebook::Clause*> clauses_;
    std::vector<RuleInBook> rules_;
    std::set<std::string> told_;
    std::map<std::string, std::string_view> first_told_;
};

}  // namespace

Presentation rule_book(const View& view, const std::string& office,
                       const std::optional<std::string>& clause) {
    Book book(view, office, clause);
    auto json = book.json();
    return {book.document(), std::move(json)};
}

}  // namespace huiyin::reports
