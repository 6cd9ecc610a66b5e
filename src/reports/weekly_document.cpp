#include <fmt/format.h>

#include "huiyin/reports/matter_view.hpp"
#include "huiyin/reports/weekly.hpp"

namespace huiyin::reports {

using base::compose;

namespace {

Text plain(std::string words) {
    return {words, words};
}
Text plain(std::int64_t number) {
    return plain(fmt::format("{}", number));
}

Text percentage(const Rate& rate) {
    if (rate.den == 0) return Label{"无", "none due"};
    return plain(fmt::format("{:.0f} %  ({}/{})",
                             100.0 * static_cast<double>(rate.num) / static_cast<double>(rate.den),
                             rate.num, rate.den));
}

Text span(std::optional<std::int64_t> seconds) {
    return seconds ? base::spoken(base::Seconds{*seconds}) : Text(Label{"无", "none"});
}

/// The same figure of the week before, as a remark.
Text before(const Text& value) {
    return {fmt::format("上周 {}", value.zh), fmt::format("week before: {}", value.en)};
}

Figure figure(Label name, std::int64_t now, std::int64_t then) {
    return {name, plain(now), before(plain(then))};
}

Figures complaint_figures(const WeekStatistics& now, const WeekStatistics& then) {
    const auto& here = now.complaints;
    const auto& there = then.complaints;
    Figures figures{figure({"受理", "received"}, here.received, there.received),
                    figure({"办结", "closed"}, here.closed, there.closed),
                    figure({"周末在办", "open at the end"}, here.open_at_end, there.open_at_end)};
    const auto add = [&](Label name, std::int64_t value, std::int64_t earlier) {
        if (value > 0 || earlier > 0) figures.push_back(figure(name, value, earlier));
    };
    add({"业主不满意而办结", "closed dissatisfied"}, here.closed_unsatisfied,
        there.closed_unsatisfied);
    add({"以其他方式结束", "ended otherwise"}, here.closed_unverified, there.closed_unverified);
    add({"重复投诉", "repeats"}, here.repeat, there.repeat);
    add({"结队投诉", "joint"}, here.joint, there.joint);
    add({"未留联系方式", "without contact"}, here.unreachable, there.unreachable);
    add({"其他部门转呈", "forwarded"}, here.forwarded, there.forwarded);
    figures.push_back({Label{"答复及时率", "replied to in time"}, percentage(now.replied_on_time),
                       before(percentage(then.replied_on_time))});
    figures.push_back({Label{"答复用时(中位)", "time to reply, median"},
                       span(median(here.reply_seconds)),
                       before(span(median(there.reply_seconds)))});
    figures.push_back({Label{"答复用时(九成)", "time to reply, 9 of 10"},
                       span(percentile(here.reply_seconds, 90)),
                       before(span(percentile(there.reply_seconds, 90)))});
    return figures;
}

void add_rows(
    Table& table, Label of, const std::map<std::string, std::int64_t>& now,
    const std::map<std::string, std::int64_t>& then,
    Text (*title)(std::string_view) = [](std::string_view name) {
        return plain(std::string(name));
    }) {
    auto all = now;
    all.insert(then.begin(), then.end());
    for (const auto& [name, ignored] : all) {
        const auto value = [&](const auto& counts) {
            const auto found = counts.find(name);
            return plain(found == counts.end() ? 0 : found->second);
        };
        table.rows.push_back({of, title(name), value(now), value(then)});
    }
}

Table breakdown(const WeekStatistics& now, const WeekStatistics& then) {
    Table table{.columns = {{Label{"按", "by"}},
                            {Label{"项", "of"}},
                            {Label{"本周", "this week"}, Align::right},
                            {Label{"上周", "week before"}, Align::right}},
                .rows = {},
                .empty = Label{"两周均无投诉。", "No complaints in either week."}};
    add_rows(table, {"方式", "channel"}, now.complaints.by_channel, then.complaints.by_channel,
             channel_title);
    add_rows(table, {"等级", "class"}, now.complaints.by_class, then.complaints.by_class);
    add_rows(table, {"类别", "category"}, now.complaints.by_category, then.complaints.by_category);
    return table;
}

Table breach_table(const WeeklyReport& report, const base::Zone& zone) {
    Table table{.columns = {{Label{"条款", "clause"}},
                            {Label{"对象", "subject"}},
                            {Label{"自", "since"}},
                            {Label{"情况", "what"}},
                            {Label{"说明", "explained"}}},
                .rows = {},
                .empty = Label{"本周没有违规。", "No breach fell in this week."}};
    for (const auto& breach : report.breaches)
        table.rows.push_back(
            {plain(breach.rule->clause), plain(breach.subject),
             plain(base::readable_minute(breach.since, zone)), breach.message,
             breach.explained ? Text(Label{"已说明", "yes"}) : Text(Label{"未说明", "no"})});
    return table;
}

}  // namespace

Text drafted_summary(const WeeklyReport& report) {
    const auto& complaints = report.figures.complaints;
    const auto& breaches = report.figures.breaches;
    const auto& rate = report.figures.replied_on_time;
    Text summary = compose({"本周受理投诉 {} 件,办结 {} 件,周末在办 {} 件。",
                            "{} complaints came in, {} were closed, {} were open at the end. "},
                           complaints.received, complaints.closed, complaints.open_at_end);
    const auto add = [&](const Text& sentence) {
        summary.zh += sentence.zh;
        summary.en += sentence.en;
    };
    if (rate.den > 0)
        add(compose({"应答复 {} 件,及时 {} 件。", "Of {} replies due, {} were in time. "}, rate.den,
                    rate.num));
    if (breaches.total > 0)
        add(compose({"违规 {} 项,已说明 {} 项。", "{} breaches, {} of them explained."},
                    breaches.total, breaches.explained));
    else
        add(Label{"没有违规。", "No breaches."});
    return summary;
}

Document weekly_document(const WeeklyReport& report, const base::Zone& zone) {
    Document document;
    document.title =
        compose({"{} 周报 {}", "{}: weekly report {}"}, report.office.name, report.week.name());
    const auto from = base::readable(report.window.from, zone);
    const auto until = base::readable(report.window.until, zone);
    const auto as_of = base::readable(report.window.as_of, zone);
    const auto edition = report.edition ? compose({"第 {} 版", "edition {}"}, *report.edition)
                                        : Text(Label{"未归档", "not filed"});
    document.subtitle = {
        fmt::format("{} 至 {}(不含),截至 {},{}", from, until, as_of, edition.zh),
        fmt::format("{} to {} (excluded), as of {}, {}", from, until, as_of, edition.en)};
    const auto summary = report.summary ? plain(*report.summary) : drafted_summary(report);
    document.sections.push_back({Label{"小结", "Summary"}, {Paragraph{summary}}});
    document.sections.push_back({Label{"投诉", "Complaints"},
                                 {complaint_figures(report.figures, report.previous),
                                  breakdown(report.figures, report.previous)}});
    document.sections.push_back({Label{"违规", "Breaches"}, {breach_table(report, zone)}});
    document.sections.push_back(
        {Label{"日志", "Journal"},
         {Figures{{Label{"条数", "entries"}, plain(report.journal.entries), {}},
                  {Label{"末端校验值", "head"}, plain(report.journal.hash), {}}}}});
    return document;
}

}  // namespace huiyin::reports
