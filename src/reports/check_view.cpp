#include "huiyin/reports/check_view.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/home_register.hpp"
#include "huiyin/reports/findings.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using rulebook::Deadline;
using rulebook::Finding;
using rulebook::Form;

namespace {

/// `t6 9-189`: whom to ask, and where to go. Weeks and people have neither.
std::string who_and_where(const std::string& subject, const View& view) {
    const auto matter = records::find_matter(view.connection, subject);
    if (!matter) return {};
    std::vector<std::string> words;
    if (const auto holder = records::holder_of(view.connection, matter->id, view.now))
        words.push_back(person(view, *holder));
    if (const auto home = records::home_known_at(view.connection, subject, view.now))
        words.push_back(*home);
    return base::format("{}", fmt::join(words, " "));
}

/// Of what can still be done whom to ask; of what is a fact or explained whose it is.
Text whose_and_where(const Finding& finding, const View& view) {
    if (finding.open && !finding.explained()) return plain(who_and_where(finding.subject, view));
    const auto home = finding.unit.value_or("");
    if (!finding.blamed) return plain(home);
    const auto space = home.empty() ? "" : " ";
    const auto whose = compose({"责任人 {}", "responsible: {}"}, person(view, *finding.blamed));
    return {home + space + whose.zh, home + space + whose.en};
}

Text what_and_why(const Finding& finding, const View& view) {
    Text words{without_subject(finding.message.zh, finding.subject),
               without_subject(finding.message.en, finding.subject)};
    if (!finding.explained()) return words;
    const auto why = explanation_text(finding, view.zone);
    return {words.zh + " → " + why.zh, words.en + " → " + why.en};
}

/// Under the heading of each rule its remedy, once, and what breaks it.
void add_by_rule(Section& section, const std::vector<const Finding*>& findings, const View& view) {
    std::vector<const rulebook::Rule*> rules;
    for (const auto* finding : findings)
        if (std::ranges::find(rules, finding->rule) == rules.end()) rules.push_back(finding->rule);
    for (const auto* rule : rules) {
        Figures lines;
        Text remedy;
        for (const auto* finding : findings) {
            if (finding->rule != rule) continue;
            if (remedy.empty() && !finding->explained()) remedy = finding->remedy;
            lines.push_back({plain(finding->subject), what_and_why(*finding, view),
                             whose_and_where(*finding, view)});
        }
        Paragraph heading;
        heading.text = {base::format("{} {}({})", rule->clause, rule->title.zh, lines.size()),
                        base::format("{} {} ({})", rule->clause, rule->title.en, lines.size())};
        // What was explained has nothing left to be done.
        if (!remedy.empty()) {
            heading.text.zh += "\n→ " + remedy.zh;
            heading.text.en += "\n→ " + remedy.en;
        }
        section.blocks.emplace_back(std::move(heading));
        section.blocks.emplace_back(std::move(lines));
    }
}

Table coming_up(const std::vector<Deadline>& due, const View& view) {
    Table table{.columns = {{Label{"还剩", "left"}, Align::right},
                            {Label{"截止时间", "due"}},
                            {Label{"对象", "subject"}},
                            {Label{"事项", "what"}},
                            {Label{"承办与房号", "holder, home"}}}};
    for (const auto& deadline : due)
        table.rows.push_back(
            {base::spoken_roughly(deadline.due - view.now),
             plain(base::readable_brief(deadline.due, view.now, view.zone)),
             plain(deadline.subject),
             {base::format("{} {}", deadline.rule->clause, deadline.rule->title.zh),
              base::format("{} {}", deadline.rule->clause, deadline.rule->title.en)},
             plain(who_and_where(deadline.subject, view))});
    return table;
}

}  // namespace

Document check_screen(const std::vector<Finding>& findings, const std::vector<Deadline>& due,
                      const View& view) {
    const auto those = [&](auto condition) {
        std::vector<const Finding*> chosen;
        for (const auto& finding : findings)
            if (condition(finding)) chosen.push_back(&finding);
        return chosen;
    };
    const auto standing = [](const Finding& finding) {
        return finding.open && !finding.explained();
    };
    const auto overdue = those([&](const Finding& finding) {
        return standing(finding) && finding.rule->form == Form::clock;
    });
    const auto mendable = those([&](const Finding& finding) {
        return standing(finding) && finding.rule->form != Form::clock;
    });
    const auto facts =
        those([](const Finding& finding) { return !finding.open && !finding.explained(); });
    const auto explained = those([](const Finding& finding) { return finding.explained(); });

    Document document;
    document.title = Label{"合规检查", "Compliance check"};
    document.subtitle = compose({"截至 {}", "as of {}"}, base::readable(view.now, view.zone));
    const auto add = [&](base::Pattern<std::size_t> heading,
                         const std::vector<const Finding*>& chosen) {
        if (chosen.empty()) return;
        Section section{compose(heading, chosen.size()), {}};
        add_by_rule(section, chosen, view);
        document.sections.push_back(std::move(section));
    };
    add({"逾期未办 {}", "Overdue, still to be done: {}"}, overdue);
    if (!due.empty())
        document.sections.push_back(
            {compose({"将到期 {}", "Due soon: {}"}, due.size()), {coming_up(due, view)}});
    add({"待改正 {}", "To be corrected: {}"}, mendable);
    add({"已成事实,待说明 {}", "To be explained: {}"}, facts);
    add({"已说明 {}", "Explained: {}"}, explained);
    return document;
}

}  // namespace huiyin::reports
