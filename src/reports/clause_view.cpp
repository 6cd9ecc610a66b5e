#include <utility>

#include "huiyin/base/formatting.hpp"
#include "huiyin/reports/office_view.hpp"
#include "huiyin/rulebook/regulation.hpp"
#include "values.hpp"

namespace huiyin::reports {

namespace {

Text how_it_works(const rulebook::Rule& rule) {
    auto severity = severity_title(rule.severity);
    if (!rulebook::is_own(rule)) return severity;
    return {severity.zh + "(本办公室自定)", severity.en + " (the office's own)"};
}

/// A line for each rule and each command; the title stands on the first. A clause that lacks either
/// gets a line for its reason.
void add_rows(Table& table, const ClauseUse& use) {
    const auto& clause = *use.clause;
    Text title = clause.title;
    const auto add = [&](Text by, Text how) {
        table.rows.push_back({plain(std::string(clause.id)), std::exchange(title, {}),
                              std::move(by), std::move(how)});
    };
    for (const auto* rule : use.rules)
        add(plain(rule->id), how_it_works(*rule));
    for (const auto& command : use.commands)
        add(plain("huiyin " + command), Label{"命令", "command"});
    if (!clause.reason.empty()) add(clause.reason, Label{"理由", "reason"});
    if (!title.empty()) add(Label{"尚无", "none yet"}, {});
}

Json clause_json(const ClauseUse& use, const rulebook::System& system) {
    const auto& clause = *use.clause;
    Json rules = Json::array();
    for (const auto* rule : use.rules)
        rules.push_back({{"id", rule->id},
                         {"own", rulebook::is_own(*rule)},
                         {"severity", rulebook::severity_word(rule->severity)}});
    return {{"clause", clause.id},
            {"title", both(clause.title)},
            {"wording", rulebook::provision(clause.id).value().wording},
            {"system", system.number},
            {"system_title", both(system.title)},
            {"rules", std::move(rules)},
            {"commands", use.commands},
            {"reason", clause.reason.empty() ? Json() : both(clause.reason)}};
}

}  // namespace

Presentation clause_list(const std::vector<ClauseUse>& uses) {
    Document document;
    document.title = base::compose({"条款 {} 条", "{} clauses"}, uses.size());
    Json json = Json::array();
    for (const auto& system : rulebook::systems()) {
        Table table{.columns = {{Label{"条款", "clause"}},
                                {Label{"内容", "about"}},
                                {Label{"落实", "enforced by"}},
                                {Label{"方式", "how"}}}};
        for (const auto& use : uses) {
            if (use.clause->system() != system.number) continue;
            add_rows(table, use);
            json.push_back(clause_json(use, system));
        }
        if (table.rows.empty()) continue;
        document.sections.push_back({{base::format("{} {}", system.number, system.title.zh),
                                      base::format("{} {}", system.number, system.title.en)},
                                     {std::move(table)}});
    }
    return {std::move(document), std::move(json)};
}

Presentation clause_record(const ClauseUse& use) {
    const auto& clause = *use.clause;
    const auto provision = rulebook::provision(clause.id).value();
    Table rules{.columns = {{Label{"规则", "rule"}},
                            {Label{"级别", "severity"}},
                            {Label{"提示", "message"}},
                            {Label{"改正", "remedy"}}},
                .rows = {},
                .one_by_one = true,
                .empty = Label{"这一条没有规则。", "This clause has no rule."}};
    for (const auto* rule : use.rules)
        rules.rows.push_back({plain(rule->id), how_it_works(*rule), rule->message, rule->remedy});
    Document document;
    document.title = {base::format("{} · {}", clause.id, clause.title.zh),
                      base::format("{} · {}", clause.id, clause.title.en)};
    document.sections.push_back(
        {Label{"规定原文", "The regulation"},
         {Figures{{plain(std::string(clause.id)), plain(std::string(provision.wording)), {}},
                  {Label{"理解", "reading"}, provision.reading, {}}}}});
    document.sections.push_back({Label{"规则", "Rules"}, {std::move(rules)}});
    return {std::move(document),
            Json::array({clause_json(
                use, rulebook::systems()[static_cast<std::size_t>(clause.system() - 1)])})};
}

}  // namespace huiyin::reports
