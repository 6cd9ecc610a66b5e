#include <algorithm>
#include <array>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/headquarters/company_report.hpp"
#include "huiyin/headquarters/company_view.hpp"

namespace huiyin::headquarters {

using base::Json;
using base::Label;
using base::plain;
using reports::Align;
using reports::Figures;
using reports::Holds;
using reports::Presentation;
using reports::Rate;
using reports::Table;

namespace {

/// What the page shows of an office, and of all.
struct ShownFigure {
    const char* path;
    Label title;
    bool is_ranked = false;
};
constexpr std::array shown_counts{
    ShownFigure{"/complaints/received", {"投诉", "complaints"}},
    ShownFigure{"/complaints/closed", {"办结", "closed"}},
    ShownFigure{"/complaints/open_at_end", {"未结", "open"}},
    ShownFigure{"/repairs/received", {"报修", "repairs"}},
    ShownFigure{"/repairs/finished", {"完工", "finished"}},
    ShownFigure{"/callbacks/done", {"回访", "callbacks"}},
    ShownFigure{"/suggestions/received", {"建议", "suggestions"}},
    ShownFigure{"/events/reported", {"重大事项", "major events"}},
    ShownFigure{"/breaches/total", {"违规", "breaches"}},
};
constexpr std::array shown_rates{
    ShownFigure{"/complaints/replied_on_time", {"答复及时", "replied on time"}, true},
    ShownFigure{"/repairs/arrived_on_time", {"到场及时", "arrived on time"}, true},
    ShownFigure{"/callbacks/handled", {"应访已访", "callbacks made"}, true},
    ShownFigure{"/callbacks/signed_visits", {"签字上门", "signed visits"}, true},
    ShownFigure{"/callbacks/satisfied", {"满意", "satisfied"}, true},
};
/// Below so many offices a place in a row says nothing.
constexpr std::size_t enough_offices = 3;

std::optional<std::int64_t> count_at(const Json& figures, const char* path) {
    const Json::json_pointer place(path);
    if (!figures.contains(place) || !figures[place].is_number_integer()) return {};
    return figures[place].get<std::int64_t>();
}

std::optional<Rate> rate_at(const Json& figures, const char* path) {
    const auto num = count_at(figures, (std::string(path) + "/num").c_str());
    const auto den = count_at(figures, (std::string(path) + "/den").c_str());
    if (!num || !den) return {};
    return Rate{*num, *den};
}

/// `3/4 75 %`; below what is enough to rank by its numbers alone.
std::string rate_text(const std::optional<Rate>& rate) {
    if (!rate || rate->den == 0) return "—";
    const auto numbers = base::format("{}/{}", rate->num, rate->den);
    return rate->den < enough_to_rank ? numbers
                                      : base::format("{} {} %", numbers, reports::percent(*rate));
}

/// The place of each office by a rate, the same for the same; nothing of those too small.
std::vector<std::optional<std::int64_t>> places_by(const std::vector<OfficeFigures>& offices,
                                                   const char* path) {
    std::vector<std::optional<std::int64_t>> places(offices.size());
    std::vector<std::pair<Rate, std::size_t>> ranked;
    for (std::size_t at = 0; at < offices.size(); ++at)
        if (const auto rate = rate_at(offices[at].figures, path);
            rate && rate->den >= enough_to_rank)
            ranked.emplace_back(*rate, at);
    if (ranked.size() < enough_offices) return places;
    for (const auto& [rate, at] : ranked)
        places[at] = 1 + std::ranges::count_if(ranked, [&](const auto& other) {
                         return other.first.num * rate.den > rate.num * other.first.den;
                     });
    return places;
}

base::Text why_text(MissingOffice::Why why) {
    switch (why) {
        case MissingOffice::Why::nothing:
            return Label{"还没有交来", "has handed in nothing yet"};
        case MissingOffice::Why::not_yet:
            return Label{"交来的还不到期末", "what it handed in ends before the period does"};
        case MissingOffice::Why::no_rows:
            break;
    }
    return Label{"只交数字,这一期没有归档", "shares figures alone, and filed none of this period"};
}

constexpr const char* why_word(MissingOffice::Why why) {
    return why == MissingOffice::Why::nothing   ? "nothing"
           : why == MissingOffice::Why::not_yet ? "not-yet"
                                                : "not-filed";
}

/// What only filed figures have is summed over those offices alone: a sum of some is not to be read
/// as one of all.
base::Text of_how_many(const CompanyReport& report, const char* path) {
    const auto has_it = [&](const OfficeFigures& one) {
        const Json::json_pointer place(path);
        return one.figures.contains(place) && !one.figures[place].is_null();
    };
    const auto offices = std::ranges::count_if(report.offices, has_it);
    if (offices == std::ssize(report.offices)) return {};
    return {base::format("只含已归档的 {} 个办公室", offices),
            base::format("only of those that filed: {} of {}", offices, report.offices.size())};
}

Figures sum_figures(const CompanyReport& report) {
    Figures figures;
    for (const auto& shown : shown_counts)
        if (const auto count = count_at(report.sums, shown.path))
            figures.push_back(
                {shown.title, plain(*count), of_how_many(report, shown.path), *count});
    for (const auto& shown : shown_rates)
        if (const auto rate = rate_at(report.sums, shown.path))
            figures.push_back(
                {shown.title, plain(rate_text(rate)), of_how_many(report, shown.path), *rate});
    for (const auto& [path, title] : {std::pair{"/complaints/reply_seconds/median",
                                                Label{"答复用时中位数", "median time to reply"}},
                                      std::pair{"/complaints/reply_seconds/p90",
                                                Label{"答复用时 90 %", "90 % replied within"}}})
        if (const auto took = count_at(report.sums, path))
            figures.push_back(
                {title, base::spoken_roughly(base::Seconds{*took}), {}, base::Seconds{*took}});
    return figures;
}

base::Text remark_of(const OfficeFigures& one, base::Instant now, const base::Zone& zone) {
    base::Text text = one.is_filed ? base::Text(Label{"已归档", "as filed"})
                                   : base::Text(Label{"由记录统计", "counted from rows"});
    const auto add = [&](const std::string& chinese, const std::string& english) {
        text.zh += "," + chinese;
        text.en += ", " + english;
    };
    if (one.office.status == "quarantined") add("已隔离", "quarantined");
    if (one.office.made_at) {
        const auto upto = base::readable_brief(*one.office.made_at, now, zone);
        add("截至 " + upto, "up to " + upto);
    }
    return text;
}

Table office_counts(const CompanyReport& report, const base::Zone& zone) {
    Table table{.columns = {{Label{"办公室", "office"}}},
                .rows = {},
                .empty = Label{"没有一个办公室的数字", "no office's figures are here"}};
    for (const auto& shown : shown_counts)
        table.columns.push_back({shown.title, Align::right, Holds::number});
    table.columns.push_back({Label{"说明", "remark"}});
    for (const auto& one : report.offices) {
        std::vector<base::Text> row{plain(one.office.name)};
        for (const auto& shown : shown_counts) {
            const auto count = count_at(one.figures, shown.path);
            row.push_back(count ? plain(*count) : plain("—"));
        }
        row.push_back(remark_of(one, report.wanted.now, zone));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Apart from the counts: all in one row would be wider than a page is.
Table office_rates(const CompanyReport& report) {
    Table table{.columns = {{Label{"办公室", "office"}}}, .rows = {}, .empty = {}};
    std::vector<std::vector<std::optional<std::int64_t>>> places;
    for (const auto& shown : shown_rates) {
        table.columns.push_back({shown.title, Align::right});
        places.push_back(places_by(report.offices, shown.path));
    }
    for (std::size_t at = 0; at < report.offices.size(); ++at) {
        const auto& one = report.offices[at];
        std::vector<base::Text> row{plain(one.office.name)};
        for (std::size_t rate = 0; rate < shown_rates.size(); ++rate) {
            auto text = rate_text(rate_at(one.figures, shown_rates.at(rate).path));
            if (const auto place = places[rate][at]) text += base::format(" #{}", *place);
            row.push_back(plain(text));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// What `#2` is, where there is any.
reports::Paragraph what_places_are() {
    return {{base::format("# 是名次:只在有 {} 件以上的办公室之间排,不足 {} 个不排", enough_to_rank,
                          enough_offices),
             base::format("# is the place among offices with {} or more; fewer than {} of them are "
                          "not ranked",
                          enough_to_rank, enough_offices)}};
}

reports::Chart trend_chart(const CompanyReport& report) {
    reports::Trends trends;
    for (const auto& week : report.trend)
        trends.periods.push_back(week.week);
    for (const auto& shown : {shown_counts[0], shown_counts[3]}) {
        reports::Trends::Line line{.name = shown.title, .values = {}};
        for (const auto& week : report.trend) {
            const auto count = count_at(week.sums, shown.path);
            line.values.push_back(count ? std::optional(static_cast<double>(*count))
                                        : std::nullopt);
        }
        trends.lines.push_back(std::move(line));
    }
    for (const auto& shown : {shown_rates[0], shown_rates[4]}) {
        reports::Trends::Line line{.name = shown.title, .values = {}, .percent = true};
        for (const auto& week : report.trend) {
            const auto rate = rate_at(week.sums, shown.path);
            line.values.push_back(rate && rate->den > 0 ? std::optional(reports::share_cut(*rate))
                                                        : std::nullopt);
        }
        trends.lines.push_back(std::move(line));
    }
    return {
        .title = Label{"近几周(各办公室已归档的合计)", "Past weeks, summed as offices filed them"},
        .note = {},
        .data = std::move(trends)};
}

Json office_row_json(const CompanyReport& report, std::size_t at) {
    const auto& one = report.offices[at];
    Json json{
        {"office", one.office.name},
        {"store", one.office.store_id},
        {"quarantined", one.office.status == "quarantined"},
        {"from", base::iso(one.period.from, one.zone)},
        {"to", base::iso(one.period.until, one.zone)},
        {"zone", one.zone.name()},
        {"upto", one.office.made_at ? Json(base::iso(*one.office.made_at, one.zone)) : Json()},
        {"filed", one.is_filed},
        {"edition", one.is_filed ? Json(one.edition) : Json()}};
    Json ranks = Json::object();
    for (const auto& shown : shown_rates) {
        const auto place = places_by(report.offices, shown.path)[at];
        ranks[std::string(shown.path).substr(1)] = place ? Json(*place) : Json();
    }
    json["ranks"] = std::move(ranks);
    json["figures"] = one.figures;
    return json;
}

}  // namespace

Presentation company_report(const CompanyReport& report, const base::Zone& zone) {
    const bool is_weekly = report.wanted.span == reports::Span::week;
    reports::Document document;
    document.title = is_weekly ? base::Text(Label{"公司周报", "The company's week"})
                               : base::Text(Label{"公司月报", "The company's month"});
    document.subtitle = {base::format("{} · {} 个办公室,另有 {} 个没有计入", report.period,
                                      report.offices.size(), report.missing.size()),
                         base::format("{} · {} offices; {} more are not in it", report.period,
                                      report.offices.size(), report.missing.size())};
    document.landscape = true;
    document.made_at = report.wanted.now;
    if (!report.missing.empty()) {
        Table missing{.columns = {{Label{"办公室", "office"}}, {Label{"为何", "why"}}},
                      .rows = {},
                      .empty = {}};
        for (const auto& one : report.missing)
            missing.rows.push_back({plain(one.office.name), why_text(one.why)});
        document.sections.push_back(
            {.heading = Label{"没有计入的办公室", "Offices that are not in the sums"},
             .blocks = {std::move(missing)},
             .foremost = true});
    }
    document.sections.push_back(
        {.heading = Label{"合计", "Sums"}, .blocks = {sum_figures(report)}, .foremost = true});
    document.sections.push_back({.heading = Label{"各办公室", "Each office"},
                                 .blocks = {office_counts(report, zone)},
                                 .wide = true});
    if (!report.offices.empty())
        document.sections.push_back({.heading = Label{"各办公室的比率", "Each office's rates"},
                                     .blocks = {office_rates(report), what_places_are()},
                                     .wide = true});
    if (report.trend.size() > 1)
        document.sections.push_back({.heading = {}, .blocks = {trend_chart(report)}, .wide = true});

    Json json{{"schema", is_weekly ? "huiyin.company.weekly/1" : "huiyin.company.monthly/1"},
              {is_weekly ? "week" : "month", report.period},
              {"as_of", base::iso(report.wanted.now, zone)}};
    json.update(report.sums);
    Json offices = Json::array();
    for (std::size_t at = 0; at < report.offices.size(); ++at)
        offices.push_back(office_row_json(report, at));
    json["offices"] = std::move(offices);
    Json missing = Json::array();
    for (const auto& one : report.missing)
        missing.push_back({{"office", one.office.name},
                           {"store", one.office.store_id},
                           {"why", why_word(one.why)}});
    json["missing"] = std::move(missing);
    Json trend = Json::array();
    for (const auto& week : report.trend)
        trend.push_back({{"week", week.week}, {"figures", week.sums}});
    json["trend"] = std::move(trend);
    return {std::move(document), std::move(json)};
}

}  // namespace huiyin::headquarters
