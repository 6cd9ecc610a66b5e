#include "huiyin/reports/report.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <set>

#include "huiyin/store/query.hpp"
#include "people_figures.hpp"

#include "huiyin/reports/deadline_rates.hpp"

namespace huiyin::reports {

namespace {

using rulebook::Deadline;
using rulebook::Finding;

bool is_within(const records::Window& window, base::Instant at) {
    return window.from <= at && at < window.until;
}

/// Of replies that fell due, those to complaints that a hotline forwarded. They are looked up one
/// by one: there is no index of hotlines' orders, and the years on file hold far more complaints.
Rate replied_to_hotlines(store::Connection& connection, const std::vector<Deadline>& deadlines,
                         const records::Window& window) {
    auto replies = owed(deadlines, rates::replied_on_time, window);
    std::erase_if(replies, [&](const Deadline& reply) {
        return !store::find_integer(connection,
                                    "SELECT 1 FROM matter m CROSS JOIN complaint c ON c.id = m.id"
                                    " WHERE m.no = ? AND c.hotline_no IS NOT NULL",
                                    reply.subject);
    });
    return kept(replies, rates::replied_on_time, window);
}

/// Of the events reported in the window, those that were reported too late.
std::int64_t count_late(const std::vector<Finding>& breaches, const records::EventCounts& events) {
    return std::ranges::count_if(events.numbers, [&](const std::string& no) {
        return std::ranges::any_of(breaches, [&](const Finding& breach) {
            return breach.subject == no && (breach.rule->id == "event.in-time" ||
                                            breach.rule->id == "event.urgent-in-time");
        });
    });
}

BreachCounts count_breaches(const std::vector<Finding>& breaches, const records::Window& window) {
    BreachCounts counts;
    for (const auto& breach : breaches) {
        if (!is_within(window, breach.since)) continue;
        ++counts.total;
        if (breach.explained()) ++counts.explained;
        for (const auto& clause : breach.rule->clauses)
            ++counts.by_clause[clause];
    }
    return counts;
}

}  // namespace

std::optional<std::int64_t> median(const std::vector<std::int64_t>& ascending) {
    if (ascending.empty()) return {};
    const auto middle = ascending.size() / 2;
    if (ascending.size() % 2 == 1) return ascending[middle];
    return (ascending[middle - 1] + ascending[middle]) / 2;
}

std::optional<std::int64_t> percentile(const std::vector<std::int64_t>& ascending, int percent) {
    if (ascending.empty()) return {};
    const auto share = ascending.size() * static_cast<std::size_t>(percent);
    return ascending[(share + 99) / 100 - 1];
}

namespace {

constexpr int trend_length = 8;

std::vector<DayOfComplaints> complaints_by_day(store::Connection& connection,
                                               const records::Window& window,
                                               const std::vector<base::Day>& days,
                                               const base::Zone& zone) {
    std::vector<DayOfComplaints> counts;
    for (const auto& day : days)
        counts.push_back({day, {}});
    for (const auto& [at, category] : records::complaints_received(connection, window)) {
        const auto day = base::Day::containing(at, zone);
        const auto found = std::ranges::find(counts, day, &DayOfComplaints::day);
        if (found != counts.end()) ++found->by_category[category];
    }
    return counts;
}

Requirements requirements_at(const records::Policies& policies, base::Instant at) {
    const auto percent = [&](std::string_view key) -> std::optional<std::int64_t> {
        const auto value = policies.value(key, at);
        const auto* number = std::get_if<std::int64_t>(&value);
        return number ? std::optional(*number) : std::nullopt;
    };
    return {.handled = percent("callback.handled_rate"),
            .signed_visits = percent("callback.signed_rate"),
            .reply_within = policies.in_force("complaint.reply_within", at).value,
            .arrive_within = policies.in_force("order.arrive_within", at).value,
            .regulation = policies.number("rulebook.edition", at),
            .rate_min = policies.number("callback.rate_min", at),
            .reference_min = policies.number("report.reference_min", at)};
}

}  // namespace

namespace {

/// What is counted of the records alone.
Statistics count_statistics(store::Connection& connection, const records::Policies& policies,
                            const records::Window& window) {
    // One after the other: g++ 12 destroys the parts of an aggregate twice where one throws.
    Statistics figures;
    figures.complaints = records::count_complaints(connection, policies, window);
    figures.callbacks = records::count_callbacks(connection, window);
    figures.repairs = records::count_repairs(connection, window);
    figures.suggestions = records::count_suggestions(connection, window);
    figures.surveys = records::count_surveys(connection, window);
    figures.events = records::count_events(connection, window);
    figures.conduct = records::count_conduct(connection, window);
    figures.duty = records::count_duty(connection, policies, window);
    return figures;
}

void add_judged(store::Connection& connection, const std::vector<Deadline>& deadlines,
                const std::vector<Finding>& breaches, const records::Window& window,
                Statistics& figures) {
    figures.reported_late = count_late(breaches, figures.events);
    figures.handled = kept(deadlines, rates::handled, window);
    figures.called_back = kept(deadlines, rates::called_back, window);
    figures.arrived_on_time = kept(deadlines, rates::arrived_on_time, window);
    figures.solved_on_time = kept(deadlines, rates::solved_on_time, window);
    figures.replied_on_time = kept(deadlines, rates::replied_on_time, window);
    figures.hotline_replied = replied_to_hotlines(connection, deadlines, window);
    figures.breaches = count_breaches(breaches, window);
}

}  // namespace

Statistics compute_statistics(store::Connection& connection, const std::vector<Deadline>& deadlines,
                              const records::Policies& policies,
                              const std::vector<Finding>& breaches, const Period& period,
                              base::Instant as_of) {
    const auto window = period.seen_from(as_of);
    auto figures = count_statistics(connection, policies, window);
    add_judged(connection, deadlines, breaches, window, figures);
    return figures;
}

namespace {

std::optional<Period> with_records(store::Connection& connection, std::optional<Period> period) {
    if (period && !records::had_any_matter(connection, period->until)) period.reset();
    return period;
}

/// What is open, and what came from where.
void add_where(store::Connection& connection, const records::Window& window, Report& report) {
    report.open = records::open_matters(connection, window);
    const auto& open = report.open;
    using enum records::MatterKind;
    report.flow.complaints = records::count_carry(connection, complaint, window);
    report.flow.repairs = records::count_carry(connection, repair, window);
    report.flow.complaint_ages = records::ages_of(open, complaint, window);
    report.flow.repair_ages = records::ages_of(open, repair, window);
    report.places = records::count_buildings(connection, window);
    report.homes = records::homes_often_heard_of(connection, window);
    report.problems = records::repeated_problems(connection, window);
}

void add_who(store::Connection& connection, const rulebook::Checker::Review& reviewed,
             const records::Window& window, Report& report) {
    report.overdue = overdue_at_end(connection, reviewed.missed, window);
    report.people = people_figures(connection, window,
                                   {.deadlines = reviewed.rated,
                                    .breaches = report.breaches,
                                    .open = report.open,
                                    .overdue = report.overdue});
    for (const auto& person : report.people)
        report.names.emplace(person.login, person.name);
}

/// The months up to the period's end: of a year its own, else half a year.
std::vector<BuildingMonths> building_months(store::Connection& connection, const Period& period,
                                            const base::Zone& zone, base::Instant as_of) {
    const int length = period.span == Span::year ? 12 : 6;
    auto month = base::Month::containing(period.until - base::Seconds{1}, zone);
    std::vector<BuildingMonths> months;
    for (int count = 0; count < length; ++count, month = month.previous())
        months.push_back(
            {month,
             records::counts_by_building(
                 connection, {month.begin(zone), std::min(month.end(zone), period.until), as_of})});
    std::ranges::reverse(months);
    return months;
}

}  // namespace

Report compute_report(store::Connection& connection, const records::Office& office,
                      const base::Zone& zone, const Period& period, base::Instant as_of) {
    const auto policies = records::Policies::load(connection);
    std::vector<Period> earlier;
    for (int length = period.span == Span::stretch ? 2 : trend_length; length > 1; --length)
        earlier.push_back((earlier.empty() ? period : earlier.back()).before(zone));
    const auto begin = earlier.back().from;

    const auto last_year = with_records(connection, period.year_before(zone));
    const auto stretch_of = [](const Period& one) {
        return rulebook::Stretch{one.from, one.until};
    };
    const auto stretch = last_year ? std::optional(stretch_of(*last_year)) : std::nullopt;

    const auto window = period.seen_from(as_of);
    Report report;
    report.office = office;
    report.period = period;
    report.as_of = as_of;
    auto& trend = report.series.trend;
    const auto count = [&] {
        const auto counted = [&](const Period& one) {
            return count_statistics(connection, policies, one.seen_from(as_of));
        };
        for (const auto& one : std::views::reverse(earlier))
            trend.emplace_back(one, counted(one));
        trend.emplace_back(period, counted(period));
        if (last_year) report.last_year = counted(*last_year);
        report.series.complaints =
            complaints_by_day(connection, window, days_of(period, zone), zone);
        add_where(connection, window, report);
        report.months = building_months(connection, period, zone, as_of);
    };

    rulebook::Checker checker(connection, zone, as_of);
    const auto reviewed = review(checker, begin, {begin, period.until},
                                 rulebook::Checker::Telling::wholly, stretch, {.meanwhile = count});
    const auto& deadlines = reviewed.rated;
    const auto& breaches = reviewed.breaches;

    for (auto& [one, figures] : trend)
        add_judged(connection, deadlines, breaches, one.seen_from(as_of), figures);
    if (last_year)
        add_judged(connection, deadlines, breaches, last_year->seen_from(as_of), *report.last_year);
    report.figures = trend.back().second;
    report.previous = trend.at(trend.size() - 2).second;
    report.series.replies = owed(deadlines, rates::replied_on_time, window);
    report.series.arrivals = owed(deadlines, rates::arrived_on_time, window);
    report.requirements = requirements_at(policies, period.from);
    report.journal = gate::read_head(connection);
    report.seal = gate::latest_seal(connection, office.store_id);
    if (report.seal)
        report.checkpoint = gate::checkpoint_over(connection, report.seal->head.entries);
    std::ranges::copy_if(breaches, std::back_inserter(report.breaches),
                         [&](const Finding& breach) { return is_within(window, breach.since); });
    add_who(connection, reviewed, window, report);
    return report;
}

}  // namespace huiyin::reports
