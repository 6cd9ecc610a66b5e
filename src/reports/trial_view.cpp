#include "huiyin/reports/trial_view.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <ranges>

#include "huiyin/base/formatting.hpp"
#include "huiyin/reports/findings.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "matter_parts.hpp"
#include "trial_rates.hpp"

namespace huiyin::reports {

using base::compose;
using rulebook::Deadline;
using rulebook::Finding;
using rulebook::Trial;
using rulebook::Tried;

namespace {

constexpr std::size_t most_told_of = 10;

struct Otherwise {
    std::int64_t newly = 0;
    std::int64_t no_longer = 0;
};
using CountsByName = std::map<std::string, Otherwise>;

/// How many would be judged otherwise by whatever `names` calls each.
CountsByName count_by(const Trial& trial,
                      const std::function<std::vector<std::string>(const Finding&)>& names) {
    CountsByName counts;
    for (const auto& finding : trial.newly)
        for (const auto& name : names(finding))
            ++counts[name].newly;
    for (const auto& finding : trial.no_longer)
        for (const auto& name : names(finding))
            ++counts[name].no_longer;
    return counts;
}

/// One that would be judged otherwise, with its deadline as it would be.
struct Told {
    const Finding* finding;
    const Deadline* deadline;  ///< null where it has none
    bool newly;
};

using DeadlinesOf = std::map<std::pair<std::string_view, std::string_view>,
                             std::vector<const Deadline*>>;  ///< by rule and subject

DeadlinesOf by_subject(const std::vector<Deadline>& deadlines) {
    DeadlinesOf of;
    for (const auto& deadline : deadlines)
        of[{deadline.rule->id, deadline.subject}].push_back(&deadline);
    return of;
}

/// The deadline that was missed, among a finding's own, as it is among the others.
const Deadline* deadline_behind(const Finding& finding, DeadlinesOf& own, DeadlinesOf& other) {
    const std::pair<std::string_view, std::string_view> key{finding.rule->id, finding.subject};
    const auto& mine = own[key];
    const auto missed = std::ranges::find(mine, finding.since, &Deadline::due);
    if (missed == mine.end()) return nullptr;
    const auto& there = other[key];
    const auto same = std::ranges::find(there, (*missed)->started, &Deadline::started);
    return same != there.end() ? *same : *missed;
}

std::vector<Told> all_told(const Trial& trial) {
    auto before = by_subject(trial.before);
    auto after = by_subject(trial.after);
    std::vector<Told> told;
    for (const auto& finding : trial.newly)
        told.push_back({&finding, deadline_behind(finding, after, after), true});
    for (const auto& finding : trial.no_longer)
        told.push_back({&finding, deadline_behind(finding, before, after), false});
    return told;
}

Text what_changes(const Told& told) {
    if (!told.newly) return Label{"不再违规", "no longer"};
    if (told.finding->severity == "refuse") return Label{"会被拒绝", "would be refused"};
    if (told.finding->severity == "notice") return Label{"新提示", "newly noticed"};
    return Label{"新违规", "newly"};
}

Text of_a_finding(const Finding& finding) {
    return {without_subject(finding.message.zh, finding.subject),
            without_subject(finding.message.en, finding.subject)};
}

/// What the past cannot tell of what is tried.
std::vector<Text> unknowable(const Tried& tried) {
    std::vector<Text> lines{
        Label{"当时被拒绝的没有留下记录,没法重判。",
              "What was refused at the time left no trace, so it cannot be judged again."},
        Label{
            "规定若是另一样,大家办事也许就不一样;这里只按已经登记的判。",
            "Under another rule people might have acted otherwise; this judges what is on record."},
        Label{"更正之前已成立的违规照旧算着。",
              "What stood broken before it was corrected still stands."}};
    for (const std::string_view settled : {"complaint.repeat_window", "contact.internal_digits"})
        if (tried.supposed.policy == settled)
            lines.emplace_back(
                Label{"这个参数在登记时起作用,当时认定的不会重来。",
                      "This policy acts when a matter is recorded; what was settled then stays."});
    return lines;
}

std::string what_is_tried(const Tried& tried) {
    return tried.supposed.rule != nullptr
               ? tried.supposed.rule->id
               : base::format("{} = {}", tried.supposed.policy, tried.supposed.value);
}

Text share_shown(const Rate& rate) {
    if (rate.den == 0) return plain(std::string("–"));
    return plain(base::format("{}/{} {} %", rate.num, rate.den, percent(rate)));
}

Table counts_table(const Text& what, const CountsByName& counts,
                   const std::function<Text(const std::string&)>& shown) {
    Table table{.columns = {{what},
                            {Label{"新违规", "newly"}, Align::right, Holds::number},
                            {Label{"不再违规", "no longer"}, Align::right, Holds::number}}};
    for (const auto& [name, otherwise] : counts)
        table.rows.push_back({shown(name), plain(otherwise.newly), plain(otherwise.no_longer)});
    return table;
}

Text clause_with_title(const std::string& id) {
    const auto known = std::ranges::find(rulebook::clauses(), id, &rulebook::Clause::id);
    if (known == rulebook::clauses().end()) return plain(id);
    return {base::format("{} {}", id, known->title.zh), base::format("{} {}", id, known->title.en)};
}

bool has_moved(const RateMoved& rate) {
    return rate.before.num != rate.after.num || rate.before.den != rate.after.den;
}

/// All that is shown of one trial.
struct ShownTrial {
    const View& view;
    const Tried& tried;
    const Trial& trial;
    CountsByName by_clause = {};
    CountsByName by_month = {};
    CountsByName by_person = {};
    std::vector<RateMoved> rates = {};
    std::vector<Told> told = {};
};

Section what_differs(const ShownTrial& shown) {
    const auto& trial = shown.trial;
    Section section{Label{"会判得不同的", "What would be judged otherwise"}, {}};
    if (shown.tried.ids.empty())
        section.blocks.emplace_back(Paragraph{Label{"没有规则按它判。", "No rule judges by it."}});
    else if (trial.newly.empty() && trial.no_longer.empty())
        section.blocks.emplace_back(Paragraph{
            std::ranges::any_of(shown.rates, has_moved)
                ? compose({"没有一件判得不同,只有下面的比率会变。照旧的 {} 件。",
                           "No matter, but the rates below. Unchanged: {}."},
                          trial.unchanged)
                : compose({"没有。照旧的 {} 件。", "Nothing. Unchanged: {}."}, trial.unchanged)});
    else
        section.blocks.emplace_back(
            Figures{{Label{"新违规", "newly broken"}, plain(trial.newly.size()), {}},
                    {Label{"不再违规", "no longer broken"}, plain(trial.no_longer.size()), {}},
                    {Label{"照旧", "unchanged"}, plain(trial.unchanged), {}}});
    return section;
}

std::vector<Section> counts_sections(const ShownTrial& shown) {
    std::vector<Section> sections;
    if (shown.by_clause.empty()) return sections;
    sections.push_back(
        {Label{"按条款", "By clause"},
         {counts_table(Label{"条款", "clause"}, shown.by_clause, clause_with_title)}});
    if (!shown.by_person.empty())
        sections.push_back({Label{"按责任人", "By person"},
                            {counts_table(Label{"责任人", "responsible"}, shown.by_person,
                                          [&](const std::string& login) {
                                              return plain(person(shown.view, login));
                                          })}});
    sections.push_back({Label{"按月", "By month"},
                        {counts_table(Label{"月份", "month"}, shown.by_month,
                                      [](const std::string& month) { return plain(month); })}});
    return sections;
}

Table rates_table(const std::vector<RateMoved>& rates) {
    Table table{.columns = {{Label{"比率", "rate"}},
                            {Label{"现在", "before"}, Align::right},
                            {Label{"试后", "after"}, Align::right}}};
    for (const auto& rate : rates)
        table.rows.push_back({rate.title, share_shown(rate.before), share_shown(rate.after)});
    return table;
}

Figures worked_out(const ShownTrial& shown) {
    Figures first;
    for (const auto& told : shown.told | std::views::take(most_told_of)) {
        const auto how = what_changes(told);
        Text what = of_a_finding(*told.finding);
        Text became;
        if (told.deadline != nullptr) {
            what = arithmetic(*told.deadline, shown.view.zone);
            became = outcome_of(*told.deadline, shown.view.now);
        }
        first.push_back({{base::format("{} {}", told.finding->subject, how.zh),
                          base::format("{} {}", told.finding->subject, how.en)},
                         what,
                         became});
    }
    return first;
}

Document document_of(const ShownTrial& shown) {
    const auto& tried = shown.tried;
    Document document;
    document.title = compose({"试算 {}", "Trying {}"}, what_is_tried(tried));
    document.subtitle = compose({"自 {} 起,截至 {}", "from {} to {}"},
                                base::readable_minute(tried.supposed.since, shown.view.zone),
                                base::readable_minute(shown.view.now, shown.view.zone));
    if (!tried.in_force.empty()) {
        document.subtitle.zh = base::format("现行 {},", tried.in_force) + document.subtitle.zh;
        document.subtitle.en = base::format("now {}, ", tried.in_force) + document.subtitle.en;
    }
    auto& sections = document.sections;
    sections.push_back(what_differs(shown));
    std::ranges::move(counts_sections(shown), std::back_inserter(sections));
    if (!shown.rates.empty())
        sections.push_back({Label{"比率", "Rates"}, {rates_table(shown.rates)}});
    if (auto first = worked_out(shown); !first.empty()) {
        Text heading = Label{"怎么算的", "Worked out"};
        if (shown.told.size() > first.size())
            heading = compose({"前 {} 件怎么算的", "The first {}, worked out"}, first.size());
        sections.push_back({std::move(heading), {std::move(first)}});
    }
    Text lines;
    for (const auto& line : unknowable(tried)) {
        lines.zh += (lines.zh.empty() ? "" : "\n") + line.zh;
        lines.en += (lines.en.empty() ? "" : "\n") + line.en;
    }
    sections.push_back({Label{"算不出的", "What this cannot know"}, {Paragraph{std::move(lines)}}});
    return document;
}

Document rows_of_trial(const ShownTrial& shown) {
    Table table{.columns = {{Label{"变化", "change"}},
                            {Label{"对象", "subject"}},
                            {Label{"条款", "clause"}},
                            {Label{"规则", "rule"}},
                            {Label{"自", "since"}, Align::left, Holds::time},
                            {Label{"责任人", "responsible"}},
                            {Label{"房号", "home"}},
                            {Label{"情况", "what happened"}},
                            {Label{"算法", "arithmetic"}}}};
    for (const auto& told : shown.told) {
        const auto& finding = *told.finding;
        table.rows.push_back(
            {what_changes(told), plain(finding.subject), plain(finding.rule->clause),
             plain(finding.rule->id), plain(base::readable(finding.since, shown.view.zone)),
             finding.blamed ? plain(person(shown.view, *finding.blamed)) : Text{},
             plain(finding.unit), of_a_finding(finding),
             told.deadline != nullptr ? arithmetic(*told.deadline, shown.view.zone) : Text{}});
    }
    Document document;
    document.title = compose({"试算 {}", "Trying {}"}, what_is_tried(shown.tried));
    document.sections.push_back({{}, {std::move(table)}});
    return document;
}

Json counts_json(const CountsByName& counts) {
    Json json = Json::object();
    for (const auto& [name, otherwise] : counts)
        json[name] = {{"newly", otherwise.newly}, {"no_longer", otherwise.no_longer}};
    return json;
}

Json deadline_json(const Deadline& deadline, const View& view) {
    const auto end = deadline.ended().value_or(view.now);
    return {{"started", base::iso(deadline.started, view.zone)},
            {"limit", deadline.limit_text},
            {"policy", deadline.limit},
            {"due", base::iso(deadline.due, view.zone)},
            {"met", or_null(deadline.met, view)},
            {"stopped", or_null(deadline.stopped, view)},
            {"late_seconds", std::max<std::int64_t>(0, (end - deadline.due).count())}};
}

/// Findings as `check` gives them, each with its deadline as it would be.
Json told_json(const ShownTrial& shown, bool newly, Language language) {
    auto list =
        findings_json(newly ? shown.trial.newly : shown.trial.no_longer, shown.view.zone, language);
    auto one = list.begin();
    for (const auto& told : shown.told)
        if (told.newly == newly)
            (*one++)["deadline"] =
                told.deadline != nullptr ? deadline_json(*told.deadline, shown.view) : Json();
    return list;
}

Json json_of(const ShownTrial& shown, Language language) {
    const auto& [view, tried, trial, by_clause, by_month, by_person, rates, all] = shown;
    Json moved = Json::object();
    for (const auto& rate : rates)
        moved[rate.name] = {{"before", rate_json(rate.before)}, {"after", rate_json(rate.after)}};
    Json lines = Json::array();
    for (const auto& line : unknowable(tried))
        lines.push_back(line.in(language));
    const bool is_rule = tried.supposed.rule != nullptr;
    return {{"policy", is_rule ? Json() : Json(tried.supposed.policy)},
            {"value", is_rule ? Json() : Json(tried.supposed.value)},
            {"in_force", is_rule ? Json() : Json(tried.in_force)},
            {"rules", tried.ids},
            {"since", base::iso(tried.supposed.since, view.zone)},
            {"as_of", base::iso(view.now, view.zone)},
            {"newly", told_json(shown, true, language)},
            {"no_longer", told_json(shown, false, language)},
            {"unchanged", trial.unchanged},
            {"by_clause", counts_json(by_clause)},
            {"by_month", counts_json(by_month)},
            {"by_person", counts_json(by_person)},
            {"rates", std::move(moved)},
            {"cannot_know", std::move(lines)}};
}

}  // namespace

TrialShown show_trial(const View& view, const Tried& tried, Language language) {
    const auto trial =
        rulebook::try_out(view.connection, view.zone, view.now, tried, rules_beside(tried));
    // One after the other: g++ 12 destroys the parts of an aggregate twice where one throws.
    ShownTrial shown{.view = view, .tried = tried, .trial = trial};
    shown.by_clause = count_by(trial, [](const Finding& one) { return one.rule->clauses; });
    shown.by_month = count_by(trial, [&](const Finding& one) {
        return std::vector{base::Month::containing(one.since, view.zone).name()};
    });
    shown.by_person = count_by(trial, [](const Finding& one) {
        return one.blamed ? std::vector{*one.blamed} : std::vector<std::string>{};
    });
    shown.rates = rates_moved(view, tried, trial);
    shown.told = all_told(trial);
    TrialShown answer;
    answer.shown.document = document_of(shown);
    answer.shown.json = json_of(shown, language);
    answer.rows = rows_of_trial(shown);
    // A deadline that falls due sooner and is kept moves a rate, and is no finding.
    answer.differs = !trial.newly.empty() || !trial.no_longer.empty() ||
                     std::ranges::any_of(shown.rates, has_moved);
    return answer;
}

}  // namespace huiyin::reports
