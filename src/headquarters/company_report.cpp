#include "huiyin/headquarters/company_report.hpp"

#include <algorithm>

#include "connected.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/reports/report.hpp"
#include "period_rows.hpp"

namespace huiyin::headquarters {

using base::Json;

namespace {

/// Of an office that shares figures alone the zone is not known.
constexpr const char* usual_zone = "Asia/Shanghai";
constexpr int trend_weeks = 8;

base::Zone zone_named(const std::string& name) {
    try {
        return base::Zone(name);
    } catch (const base::Failure&) {
        return base::Zone(usual_zone);
    }
}

std::map<std::int64_t, std::string> zones_of(Server& server) {
    std::map<std::int64_t, std::string> zones;
    const auto rows = server.run("SELECT \"office\", timezone FROM office");
    for (int row = 0; row < rows.rows(); ++row)
        zones.emplace(rows.integer(row, 0), rows.text(row, 1));
    return zones;
}

/// Since when offices are retired: until then they count.
std::map<std::int64_t, base::Instant> retired_since(Server& server) {
    std::map<std::int64_t, base::Instant> since;
    const auto rows = server.run(
        "SELECT h.office, max(c.at) FROM office_head h JOIN office_change c ON c.office = h.office "
        "WHERE h.status = 'retired' AND c.what = 'retired' GROUP BY h.office");
    for (int row = 0; row < rows.rows(); ++row)
        since.emplace(rows.integer(row, 0), base::instant(rows.integer(row, 1)));
    return since;
}

/// The last whole week or month, by an office's own calendar, where none is named.
std::string period_name(const PeriodWanted& wanted, const base::Zone& zone) {
    if (wanted.span == reports::Span::week)
        return wanted.week.value_or(base::Week::containing(wanted.now, zone).previous()).name();
    return wanted.month.value_or(base::Month::containing(wanted.now, zone).previous()).name();
}

reports::Period period_of(const PeriodWanted& wanted, const std::string& name,
                          const base::Zone& zone) {
    return wanted.span == reports::Span::week ? reports::Period::of(base::Week::parse(name), zone)
                                              : reports::Period::of(base::Month::parse(name), zone);
}

std::vector<std::string> weeks_up_to(const std::string& last) {
    std::vector<std::string> weeks;
    for (auto week = base::Week::parse(last); weeks.size() < trend_weeks; week = week.previous())
        weeks.push_back(week.name());
    std::ranges::reverse(weeks);
    return weeks;
}

/// Why an office's figures cannot be whole; nothing where they are.
std::optional<MissingOffice::Why> why_missing(const OfficeFigures& one, base::Instant now) {
    if (!one.office.made_at) return MissingOffice::Why::nothing;
    if (one.is_filed) return {};
    const bool is_over = one.period.until <= now;
    if (*one.office.made_at < (is_over ? one.period.until : one.period.from))
        return MissingOffice::Why::not_yet;
    if (one.office.share == "figures") return MissingOffice::Why::no_rows;
    return {};
}

void sum_up(CompanyReport& report) {
    report.sums = Json::object();
    std::vector<std::int64_t> seconds;
    for (const auto& one : report.offices) {
        add_figures(report.sums, one.figures);
        seconds.insert(seconds.end(), one.reply_seconds.begin(), one.reply_seconds.end());
    }
    give_shares(report.sums);
    std::ranges::sort(seconds);
    const auto number = [](const std::optional<std::int64_t>& value) {
        return value ? Json(*value) : Json();
    };
    constexpr int high = 90;
    if (!report.offices.empty())
        report.sums["complaints"]["reply_seconds"] = {
            {"median", number(reports::median(seconds))},
            {"p90", number(reports::percentile(seconds, high))},
            {"replies", seconds.size()}};
}

}  // namespace

CompanyReport Company::report(const PeriodWanted& wanted) {
    return connected_->steadily([&] {
        auto& server = connected_->ready();
        // What is read is of one moment, whatever is taken meanwhile.
        server.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        CompanyReport report{.wanted = wanted, .sums = {}};
        const auto zones = zones_of(server);
        report.period = period_name(wanted, base::Zone(usual_zone));
        const bool is_weekly = wanted.span == reports::Span::week;
        const auto weeks = is_weekly ? weeks_up_to(report.period) : std::vector<std::string>{};
        const auto filed = filed_weeks(server, weeks);
        const auto of_period = filed.find(report.period);
        const auto retired = retired_since(server);
        for (auto& office : all_offices(server)) {
            OfficeFigures one{.office = std::move(office), .figures = {}};
            const auto zone = zones.find(one.office.number);
            one.zone = zone_named(zone == zones.end() ? usual_zone : zone->second);
            one.period = period_of(wanted, report.period, one.zone);
            const auto gone = retired.find(one.office.number);
            if (gone != retired.end() && (!one.office.made_at || gone->second <= one.period.from))
                continue;
            if (of_period != filed.end())
                if (const auto found = of_period->second.find(one.office.number);
                    found != of_period->second.end()) {
                    one.is_filed = true;
                    one.edition = found->second.edition;
                    one.figures = found->second.figures;
                }
            if (const auto why = why_missing(one, wanted.now))
                report.missing.push_back({one.office, *why});
            else
                report.offices.push_back(std::move(one));
        }
        count_rows(server, report.offices);
        server.script("COMMIT");
        sum_up(report);
        for (const auto& week : weeks) {
            TrendWeek past{week, Json::object()};
            if (const auto found = filed.find(week); found != filed.end())
                for (const auto& [office, figures] : found->second)
                    add_figures(past.sums, figures.figures);
            if (past.sums.empty()) continue;
            give_shares(past.sums);
            report.trend.push_back(std::move(past));
        }
        return report;
    });
}

}  // namespace huiyin::headquarters
