#include "lives.hpp"

#include <array>

#include "huiyin/base/formatting.hpp"
#include "huiyin/records/callback.hpp"
#include "huiyin/records/complaint.hpp"
#include "huiyin/records/duty.hpp"
#include "huiyin/records/repair.hpp"
#include "huiyin/records/suggestion.hpp"

namespace huiyin::bench {

namespace {

using base::Instant;
using base::Seconds;
using records::MatterKind;
using records::Writing;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array clerks{"chen", "zhou"};
constexpr std::array stewards{"sun", "qian", "zhao"};
constexpr std::array technicians{"wu", "zheng", "feng", "han", "yang"};
constexpr std::array officers{"jiang", "shen"};

constexpr std::array surnames{"张", "王", "李", "赵", "刘", "陈", "杨", "黄", "周", "吴"};
constexpr std::array given_names{"伟", "芳", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇"};
constexpr std::array annoyances{"噪音", "卫生", "停车", "绿化", "收费", "电梯", "门禁", "宠物"};
constexpr std::array places{"楼上", "楼道", "地库", "花园", "电梯间", "大门口", "垃圾房", "车棚"};
constexpr std::array troubles{"夜里敲打,孩子无法入睡",  "堆了杂物,担架都过不去",
                              "灯坏了一个星期没有人换", "有人长期占用车位",
                              "异味很大,开不了窗",      "施工到晚上十点还不停",
                              "漏水流到了门厅",         "没有人打扫,满地烟头"};
constexpr std::array findings{"现场查看,情况属实", "询问双方,各有说法,已约谈",
                              "调看监控,确认了时间和人", "与当班保安核对,确有其事"};
constexpr std::array opinions{"约定晚八点后停工", "三日内清理完毕并张贴告示", "安排专人每日巡查",
                              "更换配件,列入月度检查"};
constexpr std::array replies{"已当面说明处理结果,业主认可", "电话告知安排,业主表示可以接受",
                             "已处理完毕,请业主现场查看", "说明原因并致歉,约定期限"};
constexpr std::array faults{"plumbing",  "electrical", "door-window",
                            "appliance", "tap-burst",  "public-area"};
constexpr std::array breakages{"厨房水管渗水", "卧室插座没有电", "入户门锁打不开",
                               "热水器不点火", "水龙头爆裂",     "楼道灯不亮"};
constexpr std::array wishes{"希望增设快递柜", "建议地库加装充电桩", "希望延长门禁开放时间",
                            "建议花园增加座椅", "希望公告用大字体"};

template <typename List>
std::string some(Chance& chance, const List& list) {
    return chance.one_of(list);
}

Instant later(Chance& chance, Instant at, Seconds from, Seconds until) {
    return at + Seconds{chance.between(from.count(), until.count())};
}

}  // namespace

const std::vector<Colleague>& colleagues() {
    static const std::vector<Colleague> all{
        {"ma", "马主任", "head", nullptr},       {"li", "李经理", "manager", "ma"},
        {"chen", "陈晓", "clerk", "li"},         {"zhou", "周宁", "clerk", "li"},
        {"sun", "孙楼管", "steward", "li"},      {"qian", "钱楼管", "steward", "li"},
        {"zhao", "赵楼管", "steward", "li"},     {"wu", "吴师傅", "technician", "li"},
        {"zheng", "郑师傅", "technician", "li"}, {"feng", "冯师傅", "technician", "li"},
        {"han", "韩师傅", "technician", "li"},   {"yang", "杨师傅", "technician", "li"},
        {"jiang", "蒋值班", "clerk", "li"},      {"shen", "沈值班", "clerk", "li"},
    };
    return all;
}

std::string Lives::unit() {
    return base::format("{}-{}-{:02}{:02}", chance_.between(1, 60), chance_.between(1, 6),
                        chance_.between(1, 30), chance_.between(1, 8));
}

std::string Lives::phone() {
    return base::format("1{}{:08}", chance_.between(30, 99), chance_.below(100'000'000));
}

void Lives::complaint(Instant at) {
    const bool visits = chance_.percent(40);
    const std::string channel = visits ? "visit" : "phone";
    records::NewComplaint complaint{
        .matter = {.kind = MatterKind::complaint,
                   .channel = channel,
                   .category = some(chance_, annoyances),
                   .unit = unit(),
                   .person = some(chance_, surnames) + some(chance_, given_names),
                   .phone = phone(),
                   .text = some(chance_, places) + some(chance_, troubles)}};
    if (visits) complaint.courtesy = {.seat = true, .tea = true, .heard = true, .calmed = true};
    const auto steward = some(chance_, stewards);
    agenda_.add({at, some(chance_, clerks),
                 base::format(
                     "huiyin complaint add --channel {} --category {} --unit {} --from *** --phone "
                     "*** --text ***",
                     channel, *complaint.matter.category, *complaint.matter.unit),
                 "", [this, complaint, steward, at](const Writing& writing) {
                     const auto no = records::add_complaint(writing, complaint).no;
                     const auto taken = later(chance_, at, minutes{2}, minutes{25});
                     agenda_.add({taken, "li",
                                  base::format("huiyin complaint assign {} --to {}", no, steward),
                                  no, [no, steward](const Writing& then) {
                                      return records::assign_matter(then, no, steward, {},
                                                                    MatterKind::complaint)
                                          .no;
                                  }});
                     settle_complaint(no, taken, steward);
                     return no;
                 }});
}

void Lives::settle_complaint(const std::string& no, Instant at, const std::string& steward) {
    const bool late = chance_.percent(1);
    const auto looked_into = later(chance_, at, minutes{10}, minutes{60});
    const auto decided = later(chance_, looked_into, minutes{2}, minutes{20});
    const auto replied = late ? later(chance_, decided, hours{25}, hours{40})
                              : later(chance_, decided, minutes{5}, minutes{60});
    agenda_.add({looked_into, steward, "huiyin complaint investigate " + no + " --findings ***", no,
                 [no, words = some(chance_, findings)](const Writing& writing) {
                     return records::investigate_complaint(writing, no, words).no;
                 }});
    agenda_.add({decided, steward, "huiyin complaint opinion " + no + " --text ***", no,
                 [no, words = some(chance_, opinions)](const Writing& writing) {
                     return records::give_opinion(writing, no, words).no;
                 }});
    agenda_.add({replied, steward, "huiyin complaint reply " + no + " --text *** --method phone",
                 no, [no, words = some(chance_, replies)](const Writing& writing) {
                     return records::reply_to_complaint(writing, no, words, "phone").no;
                 }});
    call_back(no, later(chance_, replied, hours{4}, hours{48}), false);
}

void Lives::call_back(const std::string& no, Instant at, bool again) {
    const bool content = again || chance_.percent(92);
    const bool visit = again || !content || chance_.percent(55);
    records::NewCallback callback{.method = visit ? "visit" : "phone",
                                  .satisfied = content ? "yes" : "no",
                                  .note = some(chance_, replies)};
    if (visit) callback.signed_by = some(chance_, surnames) + some(chance_, given_names);
    const auto clerk = some(chance_, clerks);
    agenda_.add({at, clerk,
                 base::format("huiyin callback log {} --method {} --satisfied {} --note ***", no,
                              callback.method, *callback.satisfied),
                 no, [no, callback](const Writing& writing) {
                     records::log_callback(writing, no, callback);
                     return no;
                 }});
    if (!content) return call_back(no, later(chance_, at, hours{4}, hours{60}), true);
    if (no.starts_with("BX")) return;
    agenda_.add(
        {later(chance_, at, minutes{2}, minutes{30}), clerk,
         base::format("huiyin {} close {} --outcome ***",
                      no.starts_with("TS") ? "complaint" : "suggestion", no),
         no, [no](const Writing& writing) {
             if (no.starts_with("TS"))
                 return records::close_complaint(writing, no, {.outcome = "已处理,业主满意"}).no;
             return records::close_suggestion(writing, no, "已答复").no;
         }});
}

void Lives::repair(Instant at) {
    const auto which = static_cast<std::size_t>(chance_.below(std::ssize(faults)));
    records::NewRepair repair{
        .matter = {.kind = MatterKind::repair,
                   .channel = "phone",
                   .category = faults[which],
                   .unit = unit(),
                   .person = some(chance_, surnames) + some(chance_, given_names),
                   .phone = phone(),
                   .text = breakages[which]}};
    repair.own.set("place", "室内");
    agenda_.add({at, some(chance_, clerks),
                 base::format("huiyin repair add --category {} --unit {} --from *** --phone *** "
                              "--place *** --text ***",
                              faults[which], *repair.matter.unit),
                 "", [this, repair, at](const Writing& writing) {
                     const auto no = records::add_repair(writing, repair).no;
                     work_on_repair(no, at);
                     return no;
                 }});
}

void Lives::work_on_repair(const std::string& no, Instant at) {
    const auto technician = some(chance_, technicians);
    const auto dispatched = later(chance_, at, minutes{1}, minutes{4});
    agenda_.add(
        {dispatched, "zhou", base::format("huiyin order dispatch {} --to {}", no, technician), no,
         [this, no, technician, dispatched](const Writing& writing) {
             const auto order = records::dispatch_order(writing, no, {.technician = technician}).no;
             const auto arrived = chance_.percent(98)
                                      ? later(chance_, dispatched, minutes{3}, minutes{9})
                                      : later(chance_, dispatched, minutes{20}, hours{1});
             const auto finished = later(chance_, arrived, minutes{20}, minutes{150});
             order_step(no, order, arrived, technician, "arrive");
             order_step(no, order, finished, technician, "finish");
             order_step(no, order, finished + minutes{1}, technician, "sign");
             const auto returned = later(chance_, finished, minutes{30}, hours{8});
             order_step(no, order, returned, technician, "return");
             agenda_.add({later(chance_, returned, minutes{5}, hours{3}), "chen",
                          "huiyin repair close " + no + " --outcome ***", no,
                          [no](const Writing& then) {
                              return records::close_repair(then, no, "已修复").no;
                          }});
             call_back(no, later(chance_, returned, hours{4}, hours{40}), true);
             return no;
         }});
}

void Lives::order_step(const std::string& repair, const std::string& order, Instant at,
                       const std::string& technician, std::string_view what) {
    agenda_.add({at, what == "return" ? "chen" : technician,
                 base::format("huiyin order {} {}{}", what, order,
                              what == "sign" ? " --signed-by ***" : ""),
                 repair, [=](const Writing& writing) {
                     records::NewStep step{.what = what};
                     records::OrderDetail detail;
                     if (what == "finish") {
                         step.text = "已修复,试用正常";
                         detail.materials = "生料带一卷";
                         detail.fee = base::Money{20, 0};
                     }
                     if (what == "sign") detail.signed_by = "业主";
                     if (what == "return") step.to = writing.staff("chen");
                     records::step_order(writing, order, step, detail);
                     return repair;
                 }});
}

void Lives::suggestion(Instant at) {
    const records::NewSuggestion suggestion{
        .matter = {.kind = MatterKind::suggestion,
                   .channel = "phone",
                   .unit = unit(),
                   .person = some(chance_, surnames) + some(chance_, given_names),
                   .phone = phone(),
                   .text = some(chance_, wishes)},
        .kind = chance_.percent(50) ? "opinion" : "suggestion"};
    agenda_.add(
        {at, some(chance_, clerks),
         base::format("huiyin suggestion add --sort {} --unit {} --from *** --phone *** "
                      "--text ***",
                      suggestion.kind, *suggestion.matter.unit),
         "", [this, suggestion, at](const Writing& writing) {
             const auto no = records::add_suggestion(writing, suggestion).no;
             const auto taken = later(chance_, at, minutes{2}, minutes{25});
             agenda_.add(
                 {taken, "li", base::format("huiyin suggestion assign {} --to sun", no), no,
                  [no](const Writing& then) {
                      return records::assign_matter(then, no, "sun", {}, MatterKind::suggestion).no;
                  }});
             const auto answered = later(chance_, at, hours{1}, hours{20});
             agenda_.add(
                 {answered, "sun",
                  "huiyin suggestion answer " + no + " --text *** --method phone --courtesy thanks",
                  no, [no](const Writing& then) {
                      return records::answer_suggestion(then, no,
                                                        {.text = "已研究,列入计划",
                                                         .method = "phone",
                                                         .courtesy = "thanks"})
                          .no;
                  }});
             call_back(no, later(chance_, answered, hours{4}, hours{48}), false);
             return no;
         }});
}

void Lives::call_for_help(Instant at) {
    agenda_.add({at, some(chance_, officers), "huiyin assist add --channel phone --text ***", "",
                 [this, at](const Writing& writing) {
                     const auto opened =
                         records::open_matter(writing, {.kind = MatterKind::assist,
                                                        .channel = "phone",
                                                        .unit = unit(),
                                                        .text = "钥匙落在家里,请帮忙开门"});
                     agenda_.add({later(chance_, at, minutes{5}, minutes{50}), "jiang",
                                  "huiyin assist close " + opened.no + " --outcome ***", opened.no,
                                  [opened](const Writing& then) {
                                      records::close_matter(then, opened.id, "已帮助开门", {}, {});
                                      return opened.no;
                                  }});
                     return opened.no;
                 }});
}

void Lives::duty(Instant midnight, int day) {
    // The day turn begins at eight, the night's at twenty; whoever leaves hands over.
    for (const int turn : {0, 1}) {
        const auto from = midnight + hours{turn == 0 ? 8 : 20};
        const std::string officer = officers[static_cast<std::size_t>(turn)];
        const std::string leaving = officers[static_cast<std::size_t>(1 - turn)];
        agenda_.add({midnight + minutes{turn}, "li",
                     base::format("huiyin duty schedule {} --from … --to …", officer), officer,
                     [=](const Writing& writing) {
                         return records::schedule_duty(writing, {.who = officer}, from,
                                                       from + hours{12},
                                                       turn == 0 ? "day" : "overnight")
                             .no;
                     }});
        const bool first = day == 0 && turn == 0;
        agenda_.add({from, first ? officer : leaving,
                     first ? "huiyin duty start" : "huiyin duty handover --to " + officer, officer,
                     [=](const Writing& writing) {
                         if (first) return records::start_duty(writing, {.who = officer}, {}).no;
                         return records::hand_over(writing, {.to = officer, .note = "一切正常"}).no;
                     }});
        agenda_.add(
            {from + hours{2}, officer, "huiyin duty patrol --area 消防水泵房 --result ok", officer,
             [](const Writing& writing) {
                 return records::patrol_area(writing, {.area = "消防水泵房", .result = "ok"}).no;
             }});
        agenda_.add({from + hours{3}, officer, "huiyin duty log --text ***", officer,
                     [](const Writing& writing) {
                         return records::log_duty(writing, "设备运行正常,无异常情况").no;
                     }});
    }
}

}  // namespace huiyin::bench
