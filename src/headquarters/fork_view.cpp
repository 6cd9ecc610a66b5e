#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/headquarters/company_view.hpp"
#include "huiyin/headquarters/fork.hpp"

namespace huiyin::headquarters {

using base::Json;
using base::Label;
using base::plain;
using reports::Align;
using reports::Figures;
using reports::Holds;
using reports::Presentation;
using reports::Table;

namespace {

/// Who decides looks at what each branch begins with; JSON has all.
constexpr std::size_t entries_shown = 40;

struct StandingWord {
    std::string_view word;
    Label title;
};
const StandingWord& standing_word(Branch::Standing standing) {
    static constexpr StandingWord here{"here", {"总部现有的一支", "the branch that is here"}};
    static constexpr StandingWord other{"other", {"另一支,待定", "the other branch, undecided"}};
    static constexpr StandingWord rejected{"rejected", {"没有选定的一支", "a rejected branch"}};
    switch (standing) {
        case Branch::Standing::here:
            return here;
        case Branch::Standing::other:
            return other;
        case Branch::Standing::rejected:
            break;
    }
    return rejected;
}

Json branch_json(const Branch& branch, const base::Zone& zone) {
    Json log = Json::array();
    for (const auto& entry : branch.entries)
        log.push_back({{"seq", entry.seq},
                       {"at", base::iso(entry.at, zone)},
                       {"by", entry.by},
                       {"command", entry.command},
                       {"hash", entry.hash}});
    Json decided;
    if (branch.decision)
        decided = {{"at", base::iso(branch.decision->at, zone)},
                   {"by", branch.decision->by},
                   {"reason", branch.decision->reason}};
    return {{"standing", standing_word(branch.standing).word},
            {"entries", branch.head.entries},
            {"head", branch.head.hash},
            {"decided", std::move(decided)},
            {"log", std::move(log)}};
}

reports::Section branch_section(const Branch& branch, const base::Zone& zone) {
    reports::Section section{standing_word(branch.standing).title, {}};
    Figures figures{{Label{"日志", "entries"}, plain(branch.head.entries), {}},
                    {Label{"末端校验值", "head"}, plain(branch.head.hash), {}}};
    if (branch.decision)
        figures.push_back(
            {Label{"决定", "decided"},
             {base::format("{} {}:{}", base::readable_minute(branch.decision->at, zone),
                           branch.decision->by, branch.decision->reason),
              base::format("{} by {}: {}", base::readable_minute(branch.decision->at, zone),
                           branch.decision->by, branch.decision->reason)},
             {}});
    section.blocks.emplace_back(std::move(figures));
    if (branch.entries.empty()) return section;
    Table table{.columns = {{Label{"序号", "entry"}, Align::right, Holds::number},
                            {Label{"时间", "at"}, Align::left, Holds::time},
                            {Label{"谁", "by"}},
                            {Label{"命令", "command"}}},
                .rows = {},
                .brief = true,
                .empty = {}};
    for (const auto& entry : branch.entries) {
        if (table.rows.size() == entries_shown) break;
        table.rows.push_back({plain(entry.seq), plain(base::readable_minute(entry.at, zone)),
                              plain(entry.by), plain(entry.command)});
    }
    const auto shown = table.rows.size();
    section.blocks.emplace_back(std::move(table));
    if (const auto more = branch.entries.size() - shown; more > 0)
        section.blocks.emplace_back(
            reports::Paragraph{{base::format("还有 {} 条,--json 里有全部", more),
                                base::format("{} more; --json has all of them", more)}});
    return section;
}

/// One command for each of the two, ready to be typed. A decision is final: the office is asked
/// first.
reports::Section decision_wanted(const Forked& forked) {
    const auto& here = forked.branches.front();
    const auto& other = forked.branches.at(1);
    const auto name = base::shell_quoted(forked.office.name);
    return {
        Label{"由人决定,决定后不能改", "To be decided by people; a decision is final"},
        {reports::Paragraph{
            {base::format("先问办公室接着用的是哪一份,请他们运行 huiyin audit head 对末端校验值。\n"
                          "选定总部现有的一支:\n  huiyin hq fork accept {0} --head {1} "
                          "--reason 理由\n选定另一支:\n  huiyin hq fork accept {0} --head {2} "
                          "--reason 理由",
                          name, here.head.hash, other.head.hash),
             base::format("Ask the office first which store it goes on with, and have huiyin "
                          "audit head there compared with the heads.\nthe branch that is "
                          "here:\n  huiyin hq fork accept {0} --head {1} --reason TEXT\nthe "
                          "other one:\n  huiyin hq fork accept {0} --head {2} --reason TEXT",
                          name, here.head.hash, other.head.hash)}}}};
}

}  // namespace

Presentation forked_office(const Forked& forked, const base::Zone& zone) {
    const auto& name = forked.office.name;
    reports::Document document;
    document.title = {base::format("{}:日志的两支", name),
                      base::format("{}: the branches of its journal", name)};
    if (forked.common)
        document.subtitle = {base::format("到第 {} 条日志为止相同", *forked.common),
                             base::format("the same up to journal entry {}", *forked.common)};
    else
        document.subtitle = Label{"只交数字的办公室:没有日志可比,两支从哪里分开不得而知",
                                  "figures alone are shared: there are no entries to compare, and "
                                  "where the branches part is not known"};
    Json branches = Json::array();
    for (const auto& branch : forked.branches) {
        document.sections.push_back(branch_section(branch, zone));
        branches.push_back(branch_json(branch, zone));
    }
    if (forked.is_open) document.sections.push_back(decision_wanted(forked));
    return {std::move(document),
            {{"office", name},
             {"store", forked.office.store_id},
             {"open", forked.is_open},
             {"common", forked.common ? Json(*forked.common) : Json()},
             {"branches", std::move(branches)}}};
}

}  // namespace huiyin::headquarters
