#include "huiyin/reports/rule_differences_view.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/reports/document.hpp"
#include "huiyin/rulebook/clauses.hpp"
#include "values.hpp"

namespace huiyin::reports {

using base::compose;
using rulebook::RulebookEdition;
using rulebook::RuleDifference;
using Is = rulebook::RuleDifference::Is;

namespace {

struct FactTitle {
    std::string_view fact;
    Label title;
};
constexpr std::array fact_titles{
    FactTitle{"clause", {"条款", "clause"}},
    FactTitle{"severity", {"级别", "severity"}},
    FactTitle{"judges", {"对象", "judges"}},
    FactTitle{"blamed", {"责任人", "whose it is"}},
    FactTitle{"heals", {"补做后消除", "mended by doing it late"}},
    FactTitle{"title.zh", {"要求", "requires (Chinese)"}},
    FactTitle{"title.en", {"要求(英文)", "requires"}},
    FactTitle{"message.zh", {"提示", "message (Chinese)"}},
    FactTitle{"message.en", {"提示(英文)", "message"}},
    FactTitle{"remedy.zh", {"改正", "remedy (Chinese)"}},
    FactTitle{"remedy.en", {"改正(英文)", "remedy"}},
    FactTitle{"limit", {"时限参数", "policy of its limit"}},
    FactTitle{"query", {"查询", "query"}},
    FactTitle{"wording", {"原文", "the words"}},
    FactTitle{"reading.zh", {"理解", "reading (Chinese)"}},
    FactTitle{"reading.en", {"理解(英文)", "reading"}},
};

Text title_of(const std::string& fact) {
    constexpr std::string_view limit = "limit ";
    if (fact.starts_with(limit)) {
        const auto key = std::string_view(fact).substr(limit.size());
        const auto all = records::policy_definitions();
        const auto found = std::ranges::find(all, key, &records::PolicyDefinition::key);
        return found == all.end() ? plain(std::string(key)) : Text(found->title);
    }
    const auto found = std::ranges::find(fact_titles, fact, &FactTitle::fact);
    return found == fact_titles.end() ? plain(fact) : Text(found->title);
}

Text value_of(const std::string& fact, const std::string& value) {
    if (value.empty()) return Label{"(没有)", "(none)"};
    if (fact != "severity") return plain(value);
    using enum rulebook::Severity;
    for (const auto severity : {refuse, refuse_or_witness, breach, notice})
        if (rulebook::severity_word(severity) == value) return severity_title(severity);
    return plain(value);
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// The lines of both, those that stayed once: `- gone`, `+ new`. By the longest common sequence.
std::string compared(std::string_view before, std::string_view after) {
    const auto old_lines = lines_of(before), new_lines = lines_of(after);
    const auto rows = old_lines.size(), columns = new_lines.size();
    std::vector<std::vector<std::size_t>> common(rows + 1, std::vector<std::size_t>(columns + 1));
    for (auto row = rows; row-- > 0;)
        for (auto column = columns; column-- > 0;)
            common[row][column] = old_lines[row] == new_lines[column]
                                      ? common[row + 1][column + 1] + 1
                                      : std::max(common[row + 1][column], common[row][column + 1]);
    std::string told;
    const auto tell = [&](std::string_view sign, std::string_view line) {
        told.append(sign).append(line).append("\n");
    };
    std::size_t row = 0, column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && old_lines[row] == new_lines[column]) {
            tell("  ", old_lines[row++]);
            ++column;
        } else if (column == columns ||
                   (row < rows && common[row + 1][column] >= common[row][column + 1])) {
            tell("- ", old_lines[row++]);
        } else {
            tell("+ ", new_lines[column++]);
        }
    }
    return told;
}

std::string_view word_of(Is is) {
    switch (is) {
        case Is::added:
            return "new";
        case Is::gone:
            return "gone";
        case Is::changed:
            break;
    }
    return "changed";
}

Text clause_heading(const std::string& id) {
    const auto all = rulebook::clauses();
    const auto known = std::ranges::find(all, id, &rulebook::Clause::id);
    if (known == all.end()) return plain(id);
    return {base::format("{} {}", id, known->title.zh), base::format("{} {}", id, known->title.en)};
}

Text rule_title(const RuleDifference& one, const RulebookEdition& before,
                const RulebookEdition& after) {
    if (one.rule.empty()) return Label{"条文", "the clause"};
    const auto& of = one.is == Is::gone ? before : after;
    const auto found = of.rules.find(one.rule);
    if (found == of.rules.end()) return plain(one.rule);
    return {base::format("{}({})", found->second.title.zh, one.rule),
            base::format("{} ({})", found->second.title.en, one.rule)};
}

void add_row(Section& section, const RuleDifference& one, const Text& title) {
    auto& table = std::get<Table>(section.blocks.front());
    if (one.is != Is::changed) {
        table.rows.push_back({title, one.is == Is::added ? Text(Label{"新增", "new"})
                                                         : Text(Label{"取消", "gone"})});
        return;
    }
    if (one.fact != "query") {
        table.rows.push_back({title, title_of(one.fact), value_of(one.fact, one.before),
                              value_of(one.fact, one.after)});
        return;
    }
    table.rows.push_back(
        {title, title_of(one.fact), Label{"见下", "below"}, Label{"见下", "below"}});
    section.blocks.emplace_back(
        Folded{{"查询:" + title.zh, "The query: " + title.en}, compared(one.before, one.after)});
}

}  // namespace

Presentation rule_differences(const RulebookEdition& before, const RulebookEdition& after) {
    const auto all = rulebook::differences(before, after);
    Document document;
    document.title = compose({"不同之处 {} 项", "{} differences"}, all.size());
    Json list = Json::array();
    std::string clause;
    for (const auto& one : all) {
        if (document.sections.empty() || clause != one.clause) {
            clause = one.clause;
            document.sections.push_back({.heading = clause_heading(clause),
                                         .blocks = {Table{.columns = {{Label{"规则", "rule"}},
                                                                      {Label{"什么", "what"}},
                                                                      {Label{"原来", "before"}},
                                                                      {Label{"现在", "after"}}},
                                                          .rows = {},
                                                          .empty = {}}},
                                         .wide = true});
        }
        add_row(document.sections.back(), one, rule_title(one, before, after));
        const auto value = [&](const std::string& words) {
            return one.is == Is::changed ? Json(words) : Json();
        };
        list.push_back({{"clause", one.clause},
                        {"rule", one.rule.empty() ? Json() : Json(one.rule)},
                        {"is", word_of(one.is)},
                        {"fact", one.fact.empty() ? Json() : Json(one.fact)},
                        {"before", value(one.before)},
                        {"after", value(one.after)}});
    }
    if (all.empty())
        document.sections.push_back(
            {{}, {Paragraph{Label{"两版一样。", "The two editions are the same."}}}});
    return {std::move(document), std::move(list)};
}

}  // namespace huiyin::reports
