#include <fmt/format.h>

#include <algorithm>

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

std::string date_of(base::Instant instant, const base::Zone& zone) {
    return base::readable(instant, zone).substr(0, std::string_view("2026-11-23").size());
}

/// To the nearest whole percent, but never 100 while one is missing.
std::int64_t percent(const Rate& rate) {
    const auto nearest = (200 * rate.num + rate.den) / (2 * rate.den);
    return rate.num < rate.den ? std::min<std::int64_t>(nearest, 99) : nearest;
}

Text percentage(const Rate& rate) {
    if (rate.den == 0) return Label{"无", "none due"};
    return plain(fmt::format("{}/{}  {} %", rate.num, rate.den, percent(rate)));
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
                    figure({"期末在办", "open at the end"}, here.open_at_end, there.open_at_end)};
    const auto add = [&](Label name, std::int64_t value, std::int64_t earlier) {
        if (value > 0 || earlier > 0) figures.push_back(figure(name, value, earlier));
    };
    add({"业主不满意而办结", "closed, resident dissatisfied"}, here.closed_unsatisfied,
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

Figures callback_figures(const WeekStatistics& now, const WeekStatistics& then) {
    const auto rate = [](Label name, const Rate& here, const Rate& there) {
        return Figure{name, percentage(here), before(percentage(there))};
    };
    const auto signed_of = [](const WeekStatistics& week) {
        return Rate{week.callbacks.signed_visits, week.callbacks.rated};
    };
    const auto satisfied_of = [](const WeekStatistics& week) {
        return Rate{week.callbacks.satisfied, week.callbacks.answered};
    };
    return {figure({"回访", "done"}, now.callbacks.done(), then.callbacks.done()),
            rate({"回访处理率(规定 100 %)", "owed and done (100 % required)"}, now.handled,
                 then.handled),
            rate({"有签名上门(规定 40 %)", "signed visits (40 % required)"}, signed_of(now),
                 signed_of(then)),
            rate({"满意", "satisfied"}, satisfied_of(now), satisfied_of(then))};
}

Figures repair_figures(const WeekStatistics& now, const WeekStatistics& then) {
    const auto& here = now.repairs;
    const auto& there = then.repairs;
    const auto rate = [](Label name, const Rate& value, const Rate& earlier) {
        return Figure{name, percentage(value), before(percentage(earlier))};
    };
    return {
        figure({"报修", "received"}, here.received, there.received),
        figure({"其中急修", "urgent"}, here.urgent, there.urgent),
        figure({"完工", "finished"}, here.finished, there.finished),
        figure({"期末在办", "open at the end"}, here.open_at_end, there.open_at_end),
        figure({"催单", "urged"}, here.urged, there.urged),
        figure({"二次维修", "rework"}, here.rework, there.rework),
        rate({"十五分钟内到场", "there within 15 min"}, now.arrived_on_time, then.arrived_on_time),
        rate({"当场修复", "fixed on the first visit"}, {here.fixed_first_visit, here.fixable},
             {there.fixed_first_visit, there.fixable}),
        rate({"延期后按时解决", "deferred and solved in time"}, now.solved_on_time,
             then.solved_on_time),
        rate({"维修回访", "called back"}, now.called_back, then.called_back)};
}

/// The rest of the office's work; what neither week saw is left out.
Figures other_figures(const WeekStatistics& now, const WeekStatistics& then) {
    Figures figures;
    const auto add = [&](Label name, std::int64_t here, std::int64_t there) {
        if (here != 0 || there != 0) figures.push_back(figure(name, here, there));
    };
    const auto optional_rate = [](const WeekStatistics& week) {
        return Rate{week.suggestions.optional_called_back, week.suggestions.optional};
    };
    add({"意见建议", "opinions and suggestions"}, now.suggestions.received,
        then.suggestions.received);
    add({"已答复", "answered"}, now.suggestions.answered, then.suggestions.answered);
    if (now.suggestions.optional != 0 || then.suggestions.optional != 0)
        figures.push_back({Label{"建议回访率(3.4.2)", "suggestions called back (3.4.2)"},
                           percentage(optional_rate(now)),
                           before(percentage(optional_rate(then)))});
    add({"问卷发出(份)", "survey sheets issued"}, now.surveys.issued, then.surveys.issued);
    add({"问卷收回(份)", "survey sheets returned"}, now.surveys.returned, then.surveys.returned);
    add({"重大事项", "major events"}, now.events.reported, then.events.reported);
    add({"其中紧急", "urgent"}, now.events.urgent, then.events.urgent);
    add({"迟报", "reported late"}, now.reported_late, then.reported_late);
    add({"违纪立案", "conduct cases opened"}, now.conduct.opened, then.conduct.opened);
    add({"作出处理", "decided"}, now.conduct.decided, then.conduct.decided);
    return figures;
}

/// To a hundredth, rounded down: one second unmanned is never 100 %.
Text percent_of_time(const Rate& rate) {
    if (rate.den == 0) return Label{"无", "none"};
    const auto hundredths = rate.num * 10'000 / rate.den;
    return plain(fmt::format("{}.{:02} %", hundredths / 100, hundredths % 100));
}

/// Left out while the office keeps no shifts.
Figures duty_figures(const WeekStatistics& now, const WeekStatistics& then) {
    if (now.duty.owed == 0 && then.duty.owed == 0) return {};
    const auto rate = [](Label name, const Rate& here, const Rate& there) {
        return Figure{name, percentage(here), before(percentage(there))};
    };
    const auto covered_of = [](const WeekStatistics& week) {
        return percent_of_time({week.duty.covered, week.duty.owed});
    };
    Figures figures{
        figure({"班次", "shifts"}, now.duty.shifts, then.duty.shifts),
        {Label{"在岗时间(1.9)", "time on duty (1.9)"}, covered_of(now), before(covered_of(then))},
        figure({"无人在岗(次)", "stretches unmanned"}, std::ssize(now.duty.gaps),
               std::ssize(then.duty.gaps)),
        rate({"重要部位巡查", "key areas inspected"},
             {now.duty.inspections, now.duty.inspections_owed},
             {then.duty.inspections, then.duty.inspections_owed})};
    return figures;
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

Figures breach_figures(const BreachCounts& now, const BreachCounts& then) {
    return {figure({"合计", "total"}, now.total, then.total),
            figure({"已说明", "explained"}, now.explained, then.explained)};
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

using Count = std::map<std::string, std::int64_t>::value_type;

/// The name that stands out: counted more than once, and more often than any other.
std::optional<Count> foremost(const std::map<std::string, std::int64_t>& counts) {
    const auto most = std::ranges::max_element(counts, {}, &Count::second);
    if (most == counts.end() || most->second < 2) return {};
    if (std::ranges::count(counts, most->second, &Count::second) > 1) return {};
    return *most;
}

Text breaches_in_words(const BreachCounts& breaches) {
    if (breaches.total == 0) return Label{"没有违规。", "No breaches."};
    const auto most = foremost(breaches.by_clause);
    if (!most)
        return compose({"违规 {} 项,已说明 {} 项。", "Breaches: {}, explained: {}."},
                       breaches.total, breaches.explained);
    return compose({"违规 {} 项,已说明 {} 项,涉及最多的是 {} 条({} 项)。",
                    "Breaches: {}, explained: {}; most under clause {} ({})."},
                   breaches.total, breaches.explained, most->first, most->second);
}

}  // namespace

Text drafted_summary(const WeeklyReport& report) {
    const auto& week = report.figures;
    const bool over = report.window.until <= report.window.as_of;
    Text summary = compose({"{4}受理投诉 {0} 件(上周 {1} 件),办结 {2} 件,期末在办 {3} 件。",
                            "Complaints {5}: {0} received ({1} the week before), {2} closed,"
                            " {3} open at the end."},
                           week.complaints.received, report.previous.complaints.received,
                           week.complaints.closed, week.complaints.open_at_end,
                           over ? "本周" : "本周至今", over ? "this week" : "this week so far");
    const auto add = [&](const Text& sentence) {
        summary.zh += sentence.zh;
        summary.en += " " + sentence.en;
    };
    if (const auto most = foremost(week.complaints.by_category))
        add(compose({"反映最多的是{}({} 件)。", "The foremost category: {} ({})."}, most->first,
                    most->second));
    if (const auto& rate = week.replied_on_time; rate.den > 0)
        add(compose({"应答复 {} 件,按时答复 {} 件({} %)。", "Replies due: {}, in time: {} ({} %)."},
                    rate.den, rate.num, percent(rate)));
    add(breaches_in_words(week.breaches));
    return summary;
}

Document weekly_document(const WeeklyReport& report, const base::Zone& zone) {
    Document document;
    document.title =
        compose({"{} 周报 {}", "{}: weekly report {}"}, report.office.name, report.week.name());
    const auto monday = date_of(report.window.from, zone);
    const auto sunday = date_of(report.window.until - base::Seconds{1}, zone);
    const auto as_of = base::readable(report.window.as_of, zone);
    const auto edition = report.edition ? compose({"第 {} 版", "edition {}"}, *report.edition)
                                        : Text(Label{"未归档", "not filed"});
    document.subtitle = {fmt::format("{} 至 {},截至 {},{}", monday, sunday, as_of, edition.zh),
                         fmt::format("{} to {}, as of {}, {}", monday, sunday, as_of, edition.en)};
    const auto summary = report.summary ? plain(*report.summary) : drafted_summary(report);
    document.sections.push_back({Label{"小结", "Summary"}, {Paragraph{summary}}});
    document.sections.push_back({Label{"投诉", "Complaints"},
                                 {complaint_figures(report.figures, report.previous),
                                  breakdown(report.figures, report.previous)}});
    document.sections.push_back(
        {Label{"回访", "Callbacks"}, {callback_figures(report.figures, report.previous)}});
    document.sections.push_back(
        {Label{"报修", "Repairs"}, {repair_figures(report.figures, report.previous)}});
    if (auto duty = duty_figures(report.figures, report.previous); !duty.empty())
        document.sections.push_back({Label{"总值班", "Duty"}, {std::move(duty)}});
    if (auto others = other_figures(report.figures, report.previous); !others.empty())
        document.sections.push_back({Label{"其他", "Other"}, {std::move(others)}});
    document.sections.push_back({Label{"违规", "Breaches"},
                                 {breach_figures(report.figures.breaches, report.previous.breaches),
                                  breach_table(report, zone)}});
    document.sections.push_back(
        {Label{"日志", "Journal"},
         {Figures{{Label{"条数", "entries"}, plain(report.journal.entries), {}},
                  {Label{"末端校验值", "head"}, plain(report.journal.hash), {}}}}});
    return document;
}

}  // namespace huiyin::reports
