#include "figure_table.hpp"

#include <array>

#include "huiyin/base/time.hpp"
#include "report_parts.hpp"

namespace huiyin::reports {

namespace {

using S = const Statistics&;
using Counts = const std::map<std::string, std::int64_t>&;

Json gaps_json(S of, const base::Zone& zone) {
    Json gaps = Json::array();
    for (const auto& gap : of.duty.gaps)
        gaps.push_back({{"from", base::iso(gap.from, zone)}, {"to", base::iso(gap.until, zone)}});
    return gaps;
}

constexpr std::array complaints{
    FigureRow{"complaints.received",
              {"受理投诉", "complaints received"},
              [](S of) { return of.complaints.received; },
              {"受理", "received"},
              1},
    FigureRow{"complaints.by_channel",
              {"投诉方式", "complaints by channel"},
              Named{[](S of) -> Counts { return of.complaints.by_channel; }, "letter phone visit"}},
    FigureRow{"complaints.by_class",
              {"投诉等级", "complaints by class"},
              Named{[](S of) -> Counts { return of.complaints.by_class; }, "1 2 3"}},
    FigureRow{"complaints.by_category",
              {"投诉类别", "complaints by category"},
              Named{[](S of) -> Counts { return of.complaints.by_category; }}},
    FigureRow{"complaints.closed",
              {"办结投诉", "complaints closed"},
              [](S of) { return of.complaints.closed; },
              {"办结", "closed"},
              2},
    FigureRow{"complaints.closed_unsatisfied",
              {"业主不满意而办结", "closed, resident dissatisfied"},
              [](S of) { return of.complaints.closed_unsatisfied; },
              {"业主不满意而办结", "closed, resident dissatisfied"},
              4,
              false},
    FigureRow{"complaints.closed_unverified",
              {"以其他方式结束", "ended otherwise"},
              [](S of) { return of.complaints.closed_unverified; },
              {"以其他方式结束", "ended otherwise"},
              5,
              false},
    FigureRow{"complaints.open_at_end",
              {"期末在办投诉", "complaints open at the end"},
              [](S of) { return of.complaints.open_at_end; },
              {"期末在办", "open at the end"},
              3},
    FigureRow{"complaints.repeat",
              {"重复投诉", "repeat complaints"},
              [](S of) { return of.complaints.repeat; },
              {"重复投诉", "repeats"},
              6,
              false},
    FigureRow{"complaints.joint",
              {"结队投诉", "joint complaints"},
              [](S of) { return of.complaints.joint; },
              {"结队投诉", "joint"},
              7,
              false},
    FigureRow{"complaints.unreachable",
              {"未留联系方式", "complaints without contact"},
              [](S of) { return of.complaints.unreachable; },
              {"未留联系方式", "without contact"},
              8,
              false},
    FigureRow{"complaints.forwarded",
              {"其他部门转呈", "complaints forwarded"},
              [](S of) { return of.complaints.forwarded; },
              {"其他部门转呈", "forwarded"},
              9,
              false},
    FigureRow{"complaints.replied_on_time",
              {"答复及时率", "replied in time"},
              [](S of) { return of.replied_on_time; },
              {"答复及时率", "replied in time"},
              10},
    FigureRow{"complaints.reply_seconds.median",
              {"答复用时中位数(秒)", "time to reply, median (seconds)"},
              [](S of) { return median(of.complaints.reply_seconds); },
              {"答复用时(中位)", "time to reply, median"},
              11},
    FigureRow{"complaints.reply_seconds.p90",
              {"答复用时九成位(秒)", "time to reply, 9 of 10 (seconds)"},
              [](S of) { return percentile(of.complaints.reply_seconds, 90); },
              {"答复用时(九成)", "time to reply, 9 of 10"},
              12},
};

constexpr std::array rounds{
    FigureRow{"suggestions.received",
              {"意见建议", "opinions and suggestions"},
              [](S of) { return of.suggestions.received; },
              {"意见建议", "opinions and suggestions"},
              1,
              false},
    FigureRow{"suggestions.answered",
              {"已答复的意见建议", "suggestions answered"},
              [](S of) { return of.suggestions.answered; },
              {"已答复", "answered"},
              2,
              false},
    FigureRow{"suggestions.called_back",
              {"建议回访率", "suggestions called back"},
              [](S of) {
                  return Rate{of.suggestions.optional_called_back, of.suggestions.optional};
              },
              {"建议回访率(3.4.2)", "suggestions called back (3.4.2)"},
              3,
              false},
    FigureRow{"callbacks.done",
              {"回访", "callbacks"},
              [](S of) { return of.callbacks.done(); },
              {"回访", "done"},
              1},
    FigureRow{"callbacks.by_method",
              {"回访方式", "callbacks by method"},
              Named{[](S of) -> Counts { return of.callbacks.by_method; },
                    "visit phone letter open-letter"}},
    FigureRow{.path = "callbacks.handled",
              .title = {"回访处理率", "callbacks owed and done"},
              .value = [](S of) { return of.handled; },
              .name = {"回访处理率", "owed and done"},
              .turn = 2,
              .required = &Requirements::handled},
    FigureRow{.path = "callbacks.signed_visits",
              .title = {"有签名上门", "signed visits"},
              .value = [](S of) { return of.signed_visits(); },
              .name = {"有签名上门", "signed visits"},
              .turn = 3,
              .required = &Requirements::signed_visits},
    FigureRow{"callbacks.satisfied",
              {"满意", "satisfied"},
              [](S of) { return of.satisfied(); },
              {"满意", "satisfied"},
              4},
    FigureRow{"surveys.issued",
              {"问卷发出(份)", "survey sheets issued"},
              [](S of) { return of.surveys.issued; },
              {"问卷发出(份)", "survey sheets issued"},
              4,
              false},
    FigureRow{"surveys.returned",
              {"问卷收回(份)", "survey sheets returned"},
              [](S of) { return of.surveys.returned; },
              {"问卷收回(份)", "survey sheets returned"},
              5,
              false},
    FigureRow{"repairs.received",
              {"报修", "repairs received"},
              [](S of) { return of.repairs.received; },
              {"报修", "received"},
              1},
    FigureRow{"repairs.by_category", {"报修类别", "repairs by category"}, Named{[](S of) -> Counts {
                  return of.repairs.by_category;
              }}},
    FigureRow{"repairs.urgent",
              {"急修", "urgent repairs"},
              [](S of) { return of.repairs.urgent; },
              {"其中急修", "urgent"},
              2},
    FigureRow{"repairs.finished",
              {"完工", "repairs finished"},
              [](S of) { return of.repairs.finished; },
              {"完工", "finished"},
              3},
    FigureRow{"repairs.open_at_end",
              {"期末在办报修", "repairs open at the end"},
              [](S of) { return of.repairs.open_at_end; },
              {"期末在办", "open at the end"},
              4},
    FigureRow{"repairs.rework",
              {"二次维修", "rework"},
              [](S of) { return of.repairs.rework; },
              {"二次维修", "rework"},
              6},
    FigureRow{"repairs.called_back",
              {"维修回访", "repairs called back"},
              [](S of) { return of.called_back; },
              {"维修回访", "called back"},
              10},
    FigureRow{"repairs.urged",
              {"催单", "repairs urged"},
              [](S of) { return of.repairs.urged; },
              {"催单", "urged"},
              5},
    FigureRow{"repairs.arrived_on_time",
              {"按时到场", "arrived in time"},
              [](S of) { return of.arrived_on_time; },
              {"按时到场", "arrived in time"},
              7},
    FigureRow{"repairs.solved_on_time",
              {"延期后按时解决", "deferred and solved in time"},
              [](S of) { return of.solved_on_time; },
              {"延期后按时解决", "deferred and solved in time"},
              9},
    FigureRow{"repairs.fixed_first_visit",
              {"当场修复", "fixed on the first visit"},
              [](S of) {
                  return Rate{of.repairs.fixed_first_visit, of.repairs.fixable};
              },
              {"当场修复", "fixed on the first visit"},
              8},
};

constexpr std::array office{
    FigureRow{"duty.shifts",
              {"班次", "shifts"},
              [](S of) { return of.duty.shifts; },
              {"班次", "shifts"},
              1},
    FigureRow{"duty.covered",
              {"在岗时间(秒)", "time on duty (seconds)"},
              [](S of) { return of.covered(); },
              {"在岗时间(1.9)", "time on duty (1.9)"},
              2,
              true,
              true},
    FigureRow{"duty.gaps",
              {"无人在岗的时段", "stretches unmanned"},
              Listed{gaps_json, [](S of) { return std::int64_t{std::ssize(of.duty.gaps)}; }},
              {"无人在岗(次)", "stretches unmanned"},
              3},
    FigureRow{"duty.patrols",
              {"重要部位巡查", "key areas inspected"},
              [](S of) {
                  return Rate{of.duty.inspections, of.duty.inspections_owed};
              },
              {"重要部位巡查", "key areas inspected"},
              4},
    FigureRow{"events.reported",
              {"重大事项", "major events"},
              [](S of) { return of.events.reported; },
              {"重大事项", "major events"},
              6,
              false},
    FigureRow{"events.urgent",
              {"紧急重大事项", "urgent major events"},
              [](S of) { return of.events.urgent; },
              {"其中紧急", "urgent"},
              7,
              false},
    FigureRow{"events.reported_late",
              {"迟报的重大事项", "major events reported late"},
              [](S of) { return of.reported_late; },
              {"迟报", "reported late"},
              8,
              false},
    FigureRow{"conduct.opened",
              {"违纪立案", "conduct cases opened"},
              [](S of) { return of.conduct.opened; },
              {"违纪立案", "conduct cases opened"},
              9,
              false},
    FigureRow{"conduct.decided",
              {"违纪处理", "conduct cases decided"},
              [](S of) { return of.conduct.decided; },
              {"作出处理", "decided"},
              10,
              false},
    FigureRow{"breaches.total",
              {"违规", "breaches"},
              [](S of) { return of.breaches.total; },
              {"合计", "total"},
              1},
    FigureRow{"breaches.explained",
              {"已说明的违规", "breaches explained"},
              [](S of) { return of.breaches.explained; },
              {"已说明", "explained"},
              2},
    FigureRow{"breaches.by_clause",
              {"违规条款", "breaches under clause"},
              Named{[](S of) -> Counts { return of.breaches.by_clause; }}},
    FigureRow{.path = "breaches.list",
              .title = {"违规清单", "every breach"},
              .value = OfReport{breaches_json},
              .filed = false},
};

/// Who, where, since when: what stands of the period alone.
constexpr std::array of_report{
    FigureRow{"carry", {"结转", "carried over"}, OfReport{carry_json}},
    FigureRow{"ages", {"在办时长", "age of what is open"}, OfReport{ages_json}},
    FigureRow{"people", {"人员", "people"}, OfReport{people_json}},
    FigureRow{"places", {"楼栋", "building"}, OfReport{places_json}},
    FigureRow{"homes", {"住户", "home"}, OfReport{homes_json}},
    FigureRow{"causes", {"投诉原因", "cause"}, OfReport{causes_json}},
    FigureRow{"three_rates", {"三率", "three rates"}, OfReport{three_rates_json}},
    FigureRow{"hotline", {"热线三率", "three rates of the hotline"}, OfReport{hotline_json}},
    FigureRow{"overdue", {"逾期未办", "overdue"}, OfReport{overdue_json}},
};

constexpr auto table = [] {
    std::array<FigureRow, complaints.size() + rounds.size() + office.size() + of_report.size()>
        all{};
    auto end = std::ranges::copy(complaints, all.begin()).out;
    end = std::ranges::copy(rounds, end).out;
    end = std::ranges::copy(office, end).out;
    std::ranges::copy(of_report, end);
    return all;
}();

/// The counts that are always there first, those that nobody has as 0.
Json named_json(Counts counts, std::string_view always) {
    Json json = Json::object();
    while (!always.empty()) {
        const auto end = std::min(always.find(' '), always.size());
        json[std::string(always.substr(0, end))] = 0;
        always.remove_prefix(std::min(end + 1, always.size()));
    }
    for (const auto& [name, count] : counts)
        json[name] = count;
    return json;
}

struct InJson {
    S of;
    const base::Zone& zone;
    const Report* report = nullptr;

    Json operator()(Count count) const { return count(of); }
    Json operator()(Share share) const { return rate_json(share(of)); }
    Json operator()(Took took) const { return or_null(took(of)); }
    Json operator()(const Named& named) const { return named_json(named.counts(of), named.always); }
    Json operator()(const Listed& listed) const { return listed.json(of, zone); }
    Json operator()(const OfReport& figure) const {
        return report == nullptr ? Json() : figure.json(*report, zone);
    }
};

Json& place_of(Json& json, std::string_view path) {
    auto* at = &json;
    while (!path.empty()) {
        const auto end = std::min(path.find('.'), path.size());
        at = &(*at)[std::string(path.substr(0, end))];
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return *at;
}

Json json_of(const InJson& in_json, bool (*wanted)(const FigureRow&)) {
    Json json = Json::object();
    for (const auto& row : table)
        if (wanted(row)) place_of(json, row.path) = std::visit(in_json, row.value);
    return json;
}

bool stands_alone(const FigureRow& row) {
    return !std::holds_alternative<OfReport>(row.value);
}

}  // namespace

std::span<const FigureRow> figure_table() {
    return table;
}

Json figures_json(const Statistics& period, const base::Zone& zone) {
    return json_of({period, zone}, stands_alone);
}

Json figures_json(const Report& report, const base::Zone& zone) {
    return json_of({report.figures, zone, &report}, [](const FigureRow&) { return true; });
}

Json filed_figures_json(const Report& report, const base::Zone& zone) {
    return json_of({report.figures, zone, &report}, [](const FigureRow& row) { return row.filed; });
}

}  // namespace huiyin::reports
