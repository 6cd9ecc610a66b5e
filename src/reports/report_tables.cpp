#include <algorithm>

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/input.hpp"
#include "huiyin/reports/findings.hpp"
#include "report_parts.hpp"
#include "values.hpp"

/// The lists of a report as tables: who, where, since when.
namespace huiyin::reports {

using base::compose;

namespace {

/// `3/4  75 %`; below the least number that says anything the numbers alone.
Text cautious_share(const Rate& rate, std::int64_t least) {
    if (rate.den == 0) return {};
    if (rate.den < least) return plain(base::format("{}/{}", rate.num, rate.den));
    return plain(base::format("{}/{}  {} %", rate.num, rate.den, percent(rate)));
}

/// How late it was, where it was a matter of time.
Text lateness(const rulebook::Finding& breach) {
    const auto found = breach.detail.find("late_for");
    const auto late =
        found == breach.detail.end() ? std::nullopt : base::parse_whole(found->second);
    return late ? base::spoken_roughly(base::Seconds{*late}) : Text{};
}

/// What was late by the name of its rule, and how late; else what there is to say, without the
/// subject, which stands beside.
Text what_happened(const rulebook::Finding& breach) {
    if (const auto late = lateness(breach); !late.empty()) {
        const auto& title = breach.rule->title;
        return {base::format("{},晚 {}", title.zh, late.zh),
                base::format("{}, {} late", title.en, late.en)};
    }
    return {without_subject(breach.message.zh, breach.subject),
            without_subject(breach.message.en, breach.subject)};
}

Text explanation(const rulebook::Finding& breach, const base::Zone& zone) {
    return breach.explained() ? explanation_text(breach, zone) : Text(Label{"未说明", "no"});
}

}  // namespace

Text called(const Report& report, const std::optional<std::string>& login) {
    if (!login) return Label{"无人", "nobody"};
    const auto found = report.names.find(*login);
    return plain(found == report.names.end() ? *login : found->second);
}

Table breach_table(const Report& report, const base::Zone& zone) {
    Table table{.columns = {{Label{"条款", "clause"}},
                            {Label{"对象", "subject"}},
                            {Label{"房号", "home"}},
                            {Label{"谁的", "whose"}},
                            {Label{"自", "since"}, Align::left, Holds::time},
                            {Label{"情况", "what"}},
                            {Label{"说明", "explained"}}},
                .rows = {},
                .empty = compose({"{0}没有违规。", "No breach fell in {1}."},
                                 words_of(report.period.span).current.zh,
                                 words_of(report.period.span).current.en),
                .printed_rows = 4};
    for (const auto& breach : report.breaches)
        table.rows.push_back({plain(breach.rule->clause), plain(breach.subject), plain(breach.unit),
                              breach.blamed ? called(report, breach.blamed) : Text{},
                              plain(base::readable_minute(breach.since, zone)),
                              what_happened(breach), explanation(breach, zone)});
    return table;
}

Table overdue_table(const Report& report, const base::Zone& zone) {
    Table table{.columns = {{Label{"承办", "holder"}},
                            {Label{"单号", "number"}},
                            {Label{"事项", "what"}},
                            {Label{"房号", "home"}},
                            {Label{"应于", "due"}, Align::left, Holds::time},
                            {Label{"已超", "over by"}}},
                .rows = {},
                .empty = Label{"没有逾期未办的。", "Nothing is overdue."},
                .printed_rows = 5};
    const auto end = std::min(report.period.until, report.as_of);
    auto rows = report.overdue;
    std::ranges::stable_sort(rows, {}, [](const Overdue& one) { return one.holder.value_or(""); });
    for (const auto& one : rows)
        table.rows.push_back({called(report, one.holder),
                              plain(one.no),
                              {base::format("{} {}", one.rule->clause, one.rule->title.zh),
                               base::format("{} {}", one.rule->clause, one.rule->title.en)},
                              plain(one.unit),
                              plain(base::readable_minute(one.since, zone)),
                              base::spoken_roughly(end - one.since)});
    return table;
}

Table people_table(const Report& report) {
    Table table{.columns = {{Label{"人员", "who"}},
                            {Label{"按时答复", "replied in time"}, Align::right},
                            {Label{"按时到场", "arrived in time"}, Align::right},
                            number_column({"完工", "finished"}),
                            number_column({"回访", "callbacks"}),
                            {Label{"满意", "satisfied"}, Align::right},
                            number_column({"在办", "open"}),
                            number_column({"逾期", "overdue"}),
                            number_column({"违规", "breaches"})},
                .rows = {},
                .empty = Label{"本期无人有记录。", "Nobody has anything on record."},
                .printed_rows = 12};
    const auto least = report.requirements.reference_min;
    for (const auto& one : report.people)
        table.rows.push_back(
            {plain(base::format("{}({})", one.name, one.login)), cautious_share(one.replied, least),
             cautious_share(one.arrived, least), plain(one.work.finished),
             plain(one.work.callbacks), cautious_share({one.work.satisfied, one.work.asked}, least),
             plain(one.work.open), plain(one.overdue), plain(one.breaches)});
    return table;
}

Table three_rates_table(const Report& report) {
    Table table{.columns = {{Label{"三率", "three rates"}},
                            {Label{"按时答复", "responded"}, Align::right},
                            {Label{"已解决", "resolved"}, Align::right},
                            {Label{"满意", "satisfied"}, Align::right}},
                .rows = {},
                .empty = {}};
    const auto least = report.requirements.reference_min;
    const auto share = [&](const Rate& rate) {
        return rate.den == 0 ? Text(Label{"无", "none"}) : cautious_share(rate, least);
    };
    const auto add = [&](Label name, const Rate& responded, const records::Answers& answers) {
        table.rows.push_back({name, share(responded), share({answers.resolved, answers.asked}),
                              share({answers.satisfied, answers.reached})});
    };
    const auto& figures = report.figures;
    add({"投诉", "complaints"}, figures.replied_on_time, figures.callbacks.on_complaints);
    // The hotline's own stand apart, in a period that had any.
    const auto& hotline = figures.callbacks.on_hotline;
    if (figures.hotline_replied.den + hotline.asked + hotline.reached > 0)
        add({"其中热线转来", "from the hotline"}, figures.hotline_replied, hotline);
    return table;
}

Table carry_table(const Report& report) {
    Table table{.columns = {{Label{"结转", "carried over"}},
                            number_column({"期初", "before"}),
                            number_column({"+ 受理", "+ received"}),
                            number_column({"− 办结", "− closed"}),
                            number_column({"− 作废", "− voided"}),
                            number_column({"= 期末", "= after"})},
                .rows = {},
                .empty = {}};
    const auto add = [&](Label name, const records::Carry& carry) {
        table.rows.push_back({name, plain(carry.before), plain(carry.received), plain(carry.closed),
                              plain(carry.voided), plain(carry.after)});
    };
    add({"投诉", "complaints"}, report.flow.complaints);
    add({"报修", "repairs"}, report.flow.repairs);
    return table;
}

Table ages_table(const Report& report) {
    Table table{.columns = {{Label{"期末在办", "open at the end"}}}, .rows = {}, .empty = {}};
    for (const auto& bound : records::age_bounds)
        table.columns.push_back(number_column(bound.title));
    const auto add = [&](Label name, const records::Ages& ages) {
        std::vector<Text> row{name};
        for (const auto count : ages)
            row.push_back(plain(count));
        table.rows.push_back(std::move(row));
    };
    add({"投诉", "complaints"}, report.flow.complaint_ages);
    add({"报修", "repairs"}, report.flow.repair_ages);
    return table;
}

namespace {

/// `3-502 噪声:3 件(TS-2026-0001、TS-2026-0007),最近 2026-11-20,在办 1 件。`
Text problem_in_words(const records::RepeatedProblem& problem, const base::Zone& zone) {
    constexpr std::size_t most_numbers = 4;
    std::string zh;
    std::string en;
    for (std::size_t i = 0; i < std::min(most_numbers, problem.numbers.size()); ++i) {
        zh += (i == 0 ? "" : "、") + problem.numbers[i];
        en += (i == 0 ? "" : ", ") + problem.numbers[i];
    }
    if (problem.numbers.size() > most_numbers) {
        zh += " 等";
        en += " …";
    }
    const auto what = problem.unit + (problem.unit.empty() || problem.category.empty() ? "" : " ") +
                      problem.category;
    const auto last = base::Day::containing(problem.last, zone).name();
    return {base::format("{}:反映 {} 次({}),最近 {},在办 {} 件。", what, problem.numbers.size(), zh,
                         last, problem.open),
            base::format("{}: told of {} times ({}), last on {}, {} open.", what,
                         problem.numbers.size(), en, last, problem.open)};
}

}  // namespace

std::vector<Block> cause_blocks(const Report& report) {
    std::vector<Block> blocks;
    const auto causes = causes_of(report);
    if (!causes.empty()) {
        const auto& words = words_of(report.period.span);
        Table table{.columns = {{Label{"类别", "category"}},
                                number_column(words.current),
                                number_column(words.previous),
                                {Label{"增减", "change"}, Align::right}},
                    .rows = {},
                    .empty = {}};
        // Of a year that is the one before; where nothing was on record there is nothing to tell.
        const bool has_last_year = report.period.span != Span::year && report.last_year;
        if (has_last_year) table.columns.push_back(number_column({"去年同期", "last year"}));
        for (const auto& cause : causes) {
            auto& row = table.rows.emplace_back(std::vector<Text>{
                plain(cause.category), plain(cause.count), plain(cause.previous),
                plain(base::format("{}{}", cause.count > cause.previous ? "+" : "",
                                   cause.count - cause.previous))});
            if (has_last_year) row.push_back(plain(cause.last_year.value_or(0)));
        }
        blocks.emplace_back(std::move(table));
    }
    constexpr std::size_t most_problems = 5;
    const base::Zone zone(report.office.timezone);
    Text words;
    for (std::size_t i = 0; i < std::min(most_problems, report.problems.size()); ++i) {
        const auto sentence = problem_in_words(report.problems[i], zone);
        words.zh += (i == 0 ? "反映最多的老问题:\n" : "\n") + sentence.zh;
        words.en += (i == 0 ? "Told of again and again:\n" : "\n") + sentence.en;
    }
    if (!words.empty()) blocks.emplace_back(Paragraph{std::move(words)});
    return blocks;
}

Figures person_figures(const PersonFigures& one, const Report& report) {
    const auto least = report.requirements.reference_min;
    const auto& office = report.figures;
    const auto beside = [](const Text& value) {
        return value.empty() ? Text{}
                             : compose({"全办公室 {0}", "the office: {1}"}, value.zh, value.en);
    };
    const auto rate = [&](Label name, const Rate& own, const Rate& all) {
        return Figure{name, own.den == 0 ? Text(Label{"无", "none"}) : cautious_share(own, least),
                      beside(cautious_share(all, 0)), own};
    };
    const auto count = [&](Label name, std::int64_t own, std::int64_t all) {
        return Figure{name, plain(own), beside(plain(all)), own};
    };
    return {rate({"按时答复", "replied in time"}, one.replied, office.replied_on_time),
            rate({"按时到场", "arrived in time"}, one.arrived, office.arrived_on_time),
            count({"完工", "finished"}, one.work.finished, office.repairs.finished),
            count({"回访", "callbacks"}, one.work.callbacks, office.callbacks.done()),
            rate({"满意", "satisfied"}, {one.work.satisfied, one.work.asked}, office.satisfied()),
            count({"在办", "open"}, one.work.open, std::ssize(report.open)),
            count({"逾期未办", "overdue"}, one.overdue, std::ssize(report.overdue)),
            count({"违规", "breaches"}, one.breaches, office.breaches.total)};
}

}  // namespace huiyin::reports
