#include "huiyin/reports/check_view.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

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

/// What belongs together on the screen, the most pressing first.
enum class Pressing : std::size_t { overdue, mendable, fact, explained };

Pressing pressing_of(const FindingSource::Brief& finding) {
    if (finding.explained) return Pressing::explained;
    if (!finding.open) return Pressing::fact;
    return finding.rule->form == Form::clock ? Pressing::overdue : Pressing::mendable;
}

/// What breaks one rule.
struct Group {
    const rulebook::Rule* rule;
    std::size_t count;
};
using Groups = std::array<std::vector<Group>, 4>;  ///< by `Pressing`

Groups groups_of(const FindingSource& source) {
    Groups groups;
    source.briefs([&](const FindingSource::Brief& finding) {
        auto& those = groups.at(static_cast<std::size_t>(pressing_of(finding)));
        const auto found = std::ranges::find(those, finding.rule, &Group::rule);
        if (found == those.end())
            those.push_back({finding.rule, 1});
        else
            ++found->count;
    });
    return groups;
}

std::size_t count_of(const std::vector<Group>& groups) {
    std::size_t count = 0;
    for (const auto& group : groups)
        count += group.count;
    return count;
}

/// Puts the screen together and hands it over, a part after the other.
class CheckScreen {
  public:
    CheckScreen(const FindingSource& source, const View& view, std::size_t lines,
                const TakePart& take)
        : source_(source), view_(view), most_lines_(lines), take_(take) {
        part_.title = Label{"合规检查", "Compliance check"};
        part_.subtitle = compose({"截至 {}", "as of {}"}, base::readable(view.now, view.zone));
    }

    void add(base::Pattern<std::size_t> heading, Pressing pressing, const Groups& groups) {
        const auto& those = groups.at(static_cast<std::size_t>(pressing));
        if (those.empty()) return;
        part_.sections.push_back({compose(heading, count_of(those)), {}});
        for (const auto& group : those)
            add_rule(pressing, group);
    }

    void add(const std::vector<Deadline>& due) {
        if (!due.empty())
            part_.sections.push_back(
                {compose({"将到期 {}", "Due soon: {}"}, due.size()), {coming_up(due, view_)}});
    }

    void finish() {
        if (!part_.title.empty() || !part_.sections.empty()) hand_over();
    }

  private:
    /// Under the heading of each rule its remedy, once, and what breaks it.
    void add_rule(Pressing pressing, const Group& group) {
        Figures lines;
        bool has_begun = false;
        source_.of_rule(
            *group.rule,
            [&](const FindingSource::Brief& one) { return pressing_of(one) == pressing; },
            [&](const Finding& finding) {
                if (!std::exchange(has_begun, true)) add_heading(group, finding);
                lines.push_back({plain(finding.subject), what_and_why(finding, view_),
                                 whose_and_where(finding, view_)});
                if (lines_ + lines.size() < most_lines_) return;
                add_lines(std::exchange(lines, {}));
                hand_over();
            });
        if (!lines.empty()) add_lines(std::move(lines));
    }

    void add_heading(const Group& group, const Finding& first) {
        const auto& rule = *group.rule;
        Paragraph heading;
        heading.text = {base::format("{} {}({})", rule.clause, rule.title.zh, group.count),
                        base::format("{} {} ({})", rule.clause, rule.title.en, group.count)};
        // What was explained has nothing left to be done.
        if (!first.explained() && !first.remedy.empty()) {
            heading.text.zh += "\n→ " + first.remedy.zh;
            heading.text.en += "\n→ " + first.remedy.en;
        }
        section().blocks.emplace_back(std::move(heading));
    }

    void add_lines(Figures&& lines) {
        lines_ += lines.size();
        section().blocks.emplace_back(std::move(lines));
    }

    /// That of a part before goes on below no heading, under the same indent.
    Section& section() {
        if (part_.sections.empty()) part_.sections.push_back({plain(std::string(" ")), {}});
        return part_.sections.back();
    }

    void hand_over() {
        const bool goes_on = part_.title.empty() &&
                             std::holds_alternative<Figures>(part_.sections.front().blocks.front());
        take_(part_, goes_on);
        part_ = {};
        lines_ = 0;
    }

    const FindingSource& source_;
    const View& view_;
    std::size_t most_lines_;
    const TakePart& take_;
    Document part_;
    std::size_t lines_ = 0;
};

}  // namespace

void show_check_screen(const FindingSource& source, const std::vector<Deadline>& due,
                       const View& view, std::size_t lines, const TakePart& take) {
    const auto groups = groups_of(source);
    CheckScreen screen(source, view, lines, take);
    screen.add({"逾期未办 {}", "Overdue, still to be done: {}"}, Pressing::overdue, groups);
    screen.add(due);
    screen.add({"待改正 {}", "To be corrected: {}"}, Pressing::mendable, groups);
    screen.add({"已成事实,待说明 {}", "To be explained: {}"}, Pressing::fact, groups);
    screen.add({"已说明 {}", "Explained: {}"}, Pressing::explained, groups);
    screen.finish();
}

Document check_screen(const FindingSource& source, const std::vector<Deadline>& due,
                      const View& view) {
    Document whole;
    show_check_screen(source, due, view, std::numeric_limits<std::size_t>::max(),
                      [&](const Document& part, bool) { whole = part; });
    return whole;
}

}  // namespace huiyin::reports
