#include "huiyin/rulebook/clauses.hpp"

#include <algorithm>
#include <array>

#include "huiyin/base/input.hpp"

namespace huiyin::rulebook {

namespace {

constexpr std::array all_systems{
    System{1, {"总值班", "Duty"}},
    System{2, {"接待投诉", "Reception of complaints"}},
    System{3, {"回访", "Callbacks"}},
    System{4, {"报修服务", "Repairs"}},
    System{5, {"受理投诉", "Acceptance of complaints"}},
    System{6, {"维修时限", "Time limits of repairs"}},
    System{7, {"重大事项", "Major events"}},
};

constexpr std::array all_clauses{
    Clause{"1.1", {"熟知现行制度", "the rulebook in force is known"}, {}},
    Clause{"1.2", {"值班与值宿到位", "day and overnight shifts are taken up"}, {}},
    Clause{"1.3", {"熟悉应急预案", "emergency plans are known"}, {}},
    Clause{"1.4", {"值班禁令", "what is forbidden on duty"}, {}},
    Clause{"1.5", {"投诉解释与求助协调", "explaining, and calls for help"}, {}},
    Clause{"1.6", {"如实、及时记录", "true and timely records"}, {}},
    Clause{"1.7", {"交班汇报", "reporting when a shift ends"}, {}},
    Clause{"1.8", {"巡查重要部位", "key areas are inspected"}, {}},
    Clause{"1.9", {"交接班与在岗", "handover, and always someone on duty"}, {}},

    Clause{
        "2.1",
        {"投诉的三种形式", "the three channels"},
        {"不需规则:--channel 只收信函、电话、来访三个值,写别的即用法错误",
         "needs no rule: --channel takes letter, phone and visit; anything else is a usage error"}},
    Clause{"2.2.1", {"文明用语与服务忌语", "courteous manners, taboo phrases"}, {}},
    Clause{"2.2.2", {"不得推诿", "no passing the buck"}, {}},
    Clause{"2.2.3", {"来访接待四项", "the four acts of receiving a visitor"}, {}},
    Clause{"2.2.4", {"先调查,再意见,后答复", "facts, then opinion, then reply"}, {}},
    Clause{"2.2.5", {"对建议致谢或致歉", "thanks or an apology for a suggestion"}, {}},
    Clause{"2.2.6",
           {"争吵:制止、回避、接手", "a quarrel is stopped and somebody else takes over"},
           {}},
    Clause{"2.2.7", {"投诉登记表", "the complaint register"}, {}},
    Clause{"2.2.8", {"结队投诉", "joint complaints"}, {}},
    Clause{"2.2.9", {"追究争吵人员", "consequences of a quarrel"}, {}},

    Clause{"3.1",
           {"回访的形式", "the forms of a callback"},
           {"不需规则:--method 只收上门、电话、信函三个值,公开信另由 letter publish 登记",
            "needs no rule: --method takes visit, phone and letter; open letters are recorded by "
            "letter publish"}},
    Clause{"3.2.1", {"问卷发放与回收", "surveys issued and collected"}, {}},
    Clause{"3.2.2", {"投诉的回访", "callbacks on complaints"}, {}},
    Clause{
        "3.2.3",
        {"巡视所得意见的回访", "callbacks on opinions gathered on rounds"},
        {"不需规则:此类回访可做可不做,回访率归 3.4.2",
         "needs no rule: such callbacks may be made, none is owed; their rate belongs to 3.4.2"}},
    Clause{"3.2.4", {"维修质量的回访", "callbacks on repairs"}, {}},
    Clause{"3.3.1", {"结果与答复,不可缺一", "an outcome and an answer for everything"}, {}},
    Clause{"3.3.2", {"上门须签名,电话须注明", "visits are signed, phone calls marked"}, {}},
    Clause{"3.3.3a",
           {"未能当场答复的,预约", "an appointment for what is not answered on the spot"},
           {}},
    Clause{"3.3.3b", {"多次回访", "further callbacks"}, {}},
    Clause{"3.3.4", {"公开信", "open letters"}, {}},
    Clause{"3.3.5", {"重复投诉", "repeat complaints"}, {}},
    Clause{"3.3.6", {"没留联系方式的投诉人", "complainants without contact"}, {}},
    Clause{"3.4.1", {"投诉回访的两项比率", "the two rates of callbacks on complaints"}, {}},
    Clause{"3.4.2", {"建议的回访率", "the rate of callbacks on suggestions"}, {}},

    Clause{"4.1", {"报修登记与派工", "repairs recorded and dispatched"}, {}},
    Clause{"4.2", {"派工单的步骤", "the steps of an order"}, {}},
    Clause{"4.3", {"交单与注明结果", "orders handed in, results noted"}, {}},
    Clause{"4.4", {"维修后的回访", "callbacks after repairs"}, {}},
    Clause{"4.5", {"急修项目", "urgent repairs"}, {}},

    Clause{"5.1",
           {"听取投诉", "hearing complaints out"},
           {"不需另设规则和命令:来访的倾听、安抚记在 2.2.3 的四项里",
            "needs neither rule nor command of its own: hearing out is one of 2.2.3's four acts"}},
    Clause{"5.2", {"即时落实承办人", "a holder at once"}, {}},
    Clause{"5.3", {"上报与召集", "escalating and convening"}, {}},
    Clause{"5.4", {"满意后办结", "closed when the resident is satisfied"}, {}},
    Clause{"5.5", {"每周统计与小结", "weekly figures and summary"}, {}},

    Clause{"6.1", {"到场时限", "time to arrive on site"}, {}},
    Clause{"6.2", {"一般故障当场修好", "ordinary faults fixed on the first visit"}, {}},
    Clause{"6.3", {"疑难、缺件的时限", "time for difficult faults and missing parts"}, {}},
    Clause{"6.4", {"重大疑难的时限", "time for major faults"}, {}},
    Clause{"6.5", {"二次维修", "rework"}, {}},

    Clause{"7.0",
           {"目的", "purpose"},
           {"不需规则和命令:只说明目的,不作要求",
            "needs neither rule nor command: it states a purpose and asks for nothing"}},
    Clause{"7.1",
           {"七类重大事项", "the seven categories"},
           {"不需规则:--category 只收 1 至 7,其他事项归第 7 类",
            "needs no rule: --category takes 1 to 7, and 7 is for anything else"}},
    Clause{"7.2", {"逐级报告与部门通报", "reports up the line, notices to departments"}, {}},
    Clause{"7.3", {"报告的形式与时限", "forms and time limits of reports"}, {}},
    Clause{"7.4", {"安抚解释,不越级", "comforting and explaining, and no level skipped"}, {}},
    Clause{"7.5", {"不报、迟报的追究", "consequences of reporting late or not at all"}, {}},
};

/// Those from the first to the last, both ids of the table; none where it knows no such range.
std::span<const Clause> range_of(std::string_view first, std::string_view last) {
    const auto from = std::ranges::find(all_clauses, first, &Clause::id);
    const auto to = std::find_if(from, all_clauses.end(),
                                 [last](const Clause& clause) { return clause.id == last; });
    if (to == all_clauses.end()) return {};
    return {from, to + 1};
}

}  // namespace

std::span<const System> systems() {
    return all_systems;
}

std::span<const Clause> clauses() {
    return all_clauses;
}

bool is_clause(std::string_view id) {
    return std::ranges::find(all_clauses, id, &Clause::id) != all_clauses.end();
}

std::vector<std::string> clauses_of(std::string_view cited) {
    constexpr std::string_view dash = "–";
    std::vector<std::string> list;
    for (const auto& part : base::split_list(cited)) {
        const auto at = part.find(dash);
        const auto range = at == std::string::npos
                               ? std::span<const Clause>{}
                               : range_of(part.substr(0, at), part.substr(at + dash.size()));
        if (range.empty()) list.push_back(part);
        for (const auto& clause : range)
            list.emplace_back(clause.id);
    }
    return list;
}

std::vector<const Rule*> rules_of(const Clause& clause, const std::vector<const Rule*>& rules) {
    std::vector<const Rule*> list;
    std::ranges::copy_if(rules, std::back_inserter(list), [&](const Rule* rule) {
        return std::ranges::find(rule->clauses, clause.id) != rule->clauses.end();
    });
    return list;
}

}  // namespace huiyin::rulebook
