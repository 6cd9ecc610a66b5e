#include <algorithm>
#include <functional>
#include <set>

#include "huiyin/base/formatting.hpp"
#include "report_parts.hpp"
#include "weekdays.hpp"

namespace huiyin::reports {

using base::compose;
using rulebook::Deadline;

namespace {

/// `周一 11-16`.
Text day_name(const base::Day& day) {
    const auto& weekday = weekdays.at(static_cast<std::size_t>(day.weekday()) - 1);
    const auto date = day.name().substr(std::string_view("2026-").size());
    return {base::format("{} {}", weekday.zh, date), base::format("{} {}", weekday.en, date)};
}

/// Longer than two months, days are too many to be looked at: it is told by months.
bool is_told_by_months(const Period& period) {
    constexpr std::chrono::days most_days{62};
    return period.until - period.from > most_days;
}

/// The month of a day, as `2026-11`.
std::string month_of(const base::Day& day) {
    return day.name().substr(0, std::string_view("2026-11").size());
}

Dots dots_of(const std::vector<Deadline>& deadlines, Text limit) {
    Dots dots{.limit = std::move(limit), .shares = {}, .open = 0};
    for (const auto& deadline : deadlines) {
        const auto limit_seconds = static_cast<double>((deadline.due - deadline.started).count());
        if (!deadline.met)
            ++dots.open;
        else if (limit_seconds > 0)
            dots.shares.push_back(static_cast<double>((*deadline.met - deadline.started).count()) /
                                  limit_seconds);
    }
    std::ranges::sort(dots.shares);
    return dots;
}

std::optional<double> share(const Rate& rate) {
    if (rate.den == 0) return {};
    return static_cast<double>(rate.num) / static_cast<double>(rate.den);
}

/// For how much of a stretch somebody was on duty, in seconds; of none where nothing was owed.
Rate manned(const records::DutyCounts& duty, base::Instant from, base::Instant until,
            base::Instant owed_until) {
    if (!duty.owed_from) return {};
    from = std::max(from, *duty.owed_from);
    until = std::min(until, owed_until);
    if (from >= until) return {};
    auto unmanned = base::Seconds{0};
    for (const auto& gap : duty.gaps)
        unmanned +=
            std::max(base::Seconds{0}, std::min(until, gap.until) - std::max(from, gap.from));
    return {(until - from - unmanned).count(), (until - from).count()};
}

Chart coverage_by_months(const Report& report, const base::Zone& zone) {
    constexpr std::int64_t all = 100;
    Gauges gauges;
    for (auto month = base::Month::containing(report.period.from, zone);
         month.begin(zone) < report.period.until; month = month.next()) {
        const auto rate =
            manned(report.figures.duty, std::max(month.begin(zone), report.period.from),
                   month.end(zone), std::min(report.as_of, report.period.until));
        if (rate.den > 0) gauges.gauges.push_back({plain(month.name()), rate, all});
    }
    return {Label{"每月在岗时间", "Time on duty by month"},
            Label{"总值班须时刻有人(1.9)", "the post is to be manned at all times (1.9)"},
            std::move(gauges)};
}

Trends::Line line(Label name, const Series& series, bool percent,
                  const std::function<std::optional<double>(const Statistics&)>& value) {
    Trends::Line line{.name = name, .values = {}, .percent = percent};
    for (const auto& [period, statistics] : series.trend)
        line.values.push_back(value(statistics));
    return line;
}

}  // namespace

Chart complaints_chart(const Report& report) {
    const bool by_months = is_told_by_months(report.period);
    // What each day or month brought, beside its name.
    std::vector<std::pair<Text, std::map<std::string, std::int64_t>>> bringing;
    std::set<std::string> categories;
    for (const auto& day : report.series.complaints) {
        const auto name = by_months ? plain(month_of(day.day)) : day_name(day.day);
        if (bringing.empty() || bringing.back().first.zh != name.zh) bringing.push_back({name, {}});
        for (const auto& [category, count] : day.by_category) {
            categories.insert(category);
            bringing.back().second[category] += count;
        }
    }
    Bars bars;
    for (const auto& [name, counts] : bringing)
        bars.labels.push_back(name);
    for (const auto& category : categories) {
        Bars::Part part{category.empty() ? Text(Label{"未分类", "no category"}) : plain(category),
                        {}};
        for (const auto& [name, counts] : bringing) {
            const auto found = counts.find(category);
            part.amounts.push_back(found == counts.end() ? 0 : found->second);
        }
        bars.parts.push_back(std::move(part));
    }
    return {by_months ? Label{"每月受理的投诉", "Complaints by month"}
                      : Label{"每天受理的投诉", "Complaints by day"},
            {},
            std::move(bars)};
}

Chart replies_chart(const Report& report) {
    const auto& limit = report.requirements.reply_within;
    return {Label{"答复用时", "Time to reply"},
            compose({"每点一件,竖线为时限 {}", "a dot is a complaint, the line the limit of {}"},
                    limit),
            dots_of(report.series.replies, {limit, limit})};
}

Chart arrivals_chart(const Report& report) {
    const auto& limit = report.requirements.arrive_within;
    return {
        Label{"到场用时", "Time to arrive"},
        compose({"每点一件,竖线为时限 {}", "a dot is a repair, the line the limit of {}"}, limit),
        dots_of(report.series.arrivals, {limit, limit})};
}

Chart rates_chart(const Report& report) {
    const auto& figures = report.figures;
    return {Label{"回访率与规定", "Callback rates and what is required"},
            Label{"竖线为规定的比例", "the line is what the regulation asks for"},
            Gauges{{{Label{"处理率", "handled"}, figures.handled, report.requirements.handled},
                    {Label{"有签名上门", "signed visits"}, figures.signed_visits(),
                     report.requirements.signed_visits},
                    {Label{"满意", "satisfied"}, figures.satisfied(), {}},
                    {Label{"维修回访", "repairs called back"}, figures.called_back, {}}}}};
}

Chart coverage_chart(const Report& report, const base::Zone& zone) {
    if (is_told_by_months(report.period)) return coverage_by_months(report, zone);
    Hours hours;
    const auto end = std::min(report.as_of, report.period.until);
    for (const auto& day : days_of(report.period, zone)) {
        Hours::Day strip{day_name(day), {}};
        for (int hour = 0; hour < 24; ++hour) {
            const auto from = day.begin(zone) + std::chrono::hours{hour};
            strip.shares.push_back(
                share(manned(report.figures.duty, from, from + std::chrono::hours{1}, end)));
        }
        hours.days.push_back(std::move(strip));
    }
    return {Label{"在岗时间", "Time on duty"},
            Label{"每格一小时:█ 有人 ▒ 有一段无人 × 无人 · 未计",
                  "an hour each: █ manned ▒ in part × unmanned · not owed"},
            std::move(hours)};
}

Chart breaches_chart(const Report& report) {
    using Count = std::pair<std::string, std::int64_t>;
    const auto& by_clause = report.figures.breaches.by_clause;
    std::vector<Count> counts(by_clause.begin(), by_clause.end());
    std::ranges::stable_sort(counts, std::ranges::greater{}, &Count::second);
    Bars bars;
    bars.most_drawn = 12;
    Bars::Part open{Label{"违规", "breaches"}, {}};
    for (const auto& [clause, count] : counts) {
        bars.labels.push_back({clause, clause});
        open.amounts.push_back(count);
    }
    if (!bars.labels.empty()) bars.parts.push_back(std::move(open));
    return {Label{"违规最多的条款", "Breaches by clause"}, {}, std::move(bars)};
}

Chart trend_chart(const Report& report) {
    const auto& series = report.series;
    const auto count = [&](Label name, auto value) {
        return line(name, series, false, [value](const Statistics& statistics) {
            return std::optional(static_cast<double>(value(statistics)));
        });
    };
    const auto rate = [&](Label name, auto value) {
        return line(name, series, true,
                    [value](const Statistics& statistics) { return share(value(statistics)); });
    };
    Trends trends;
    for (const auto& [period, statistics] : series.trend)
        trends.periods.push_back(period.name);
    trends.lines = {
        count({"投诉", "complaints"}, [](const auto& one) { return one.complaints.received; }),
        count({"报修", "repairs"}, [](const auto& one) { return one.repairs.received; }),
        rate({"答复及时", "replied in time"}, [](const auto& one) { return one.replied_on_time; }),
        rate({"按时到场", "arrived in time"}, [](const auto& one) { return one.arrived_on_time; }),
        rate({"有签名上门", "signed visits"}, [](const auto& one) { return one.signed_visits(); }),
        count({"违规", "breaches"}, [](const auto& one) { return one.breaches.total; })};
    return {compose({"最近 {} 期", "The last {}"}, trends.periods.size()),
            {base::format("{} 至 {}", trends.periods.front(), trends.periods.back()),
             base::format("{} to {}", trends.periods.front(), trends.periods.back())},
            std::move(trends)};
}

}  // namespace huiyin::reports
