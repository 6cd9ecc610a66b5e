#include "huiyin/records/policy.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/input.hpp"

namespace huiyin::records {

using base::compose;
using base::Exit;
using base::Failure;
using base::Label;
using store::Query;

namespace {

using enum PolicyKind;

constexpr std::array definitions{
    PolicyDefinition{"record.late_after", duration, "24h", "1.6",
                     {"补录超过此时限须说明原因", "recording later than this needs a reason"}},
    PolicyDefinition{"identity.shared_logins", list, "none", "",
                     {"可用 --as 代人登录的共用系统账号", "shared OS accounts that may use --as"}},
    PolicyDefinition{"duty.patrols_per_shift", count, "1", "1.8",
                     {"每班对每个重要部位的巡查次数", "inspections of each key area per shift"}},
    PolicyDefinition{"duty.start_grace", duration, "10min", "1.4",
                     {"到岗宽限", "grace for taking up a shift"}},
    PolicyDefinition{"assist.within", duration, "1h", "1.5",
                     {"求助办结时限", "a call for help is settled within"}},
    PolicyDefinition{"complaint.assign_within", duration, "30min", "5.2",
                     {"投诉落实承办人时限", "a complaint gets a holder within"}},
    PolicyDefinition{"matter.assign_within", duration, "30min", "3.3.1",
                     {"建议、报修落实承办人时限", "a suggestion or repair gets a holder within"}},
    PolicyDefinition{"complaint.investigate_within", duration, "2h", "2.2.4",
                     {"投诉调查时限", "a complaint is investigated within"}},
    PolicyDefinition{"complaint.reply_within", duration, "24h", "2.2.4",
                     {"投诉答复时限", "a complaint is replied to within"}},
    PolicyDefinition{"complaint.repeat_window", duration, "30d", "3.3.5",
                     {"重复投诉的认定期", "a complaint repeats one of the last"}},
    PolicyDefinition{"complaint.repeat_reply_within", duration, "4h", "3.3.5",
                     {"重复投诉答复时限", "a repeat complaint is replied to within"}},
    PolicyDefinition{"complaint.max_transfers", count, "2", "2.2.2",
                     {"投诉最多转办次数", "a complaint changes hands at most this often"}},
    PolicyDefinition{"complaint.group_size", count, "5", "2.2.8",
                     {"结队投诉的人数", "people who make a visit a joint complaint"}},
    PolicyDefinition{"complaint.joint_event", yes_no, "yes", "2.2.8",
                     {"结队投诉须报重大事项", "a joint complaint is reported as a major event"}},
    PolicyDefinition{"complaint.convene_within", duration, "4h", "5.3",
                     {"上报后召集有关人员时限", "people are convened after escalating within"}},
    PolicyDefinition{"complaint.class.1", text, "general 一般", "3.3.3b",
                     {"第一类投诉的含义", "what a class 1 complaint is"}},
    PolicyDefinition{"complaint.class.2", text, "serious 较重", "3.3.3b",
                     {"第二类投诉的含义", "what a class 2 complaint is"}},
    PolicyDefinition{"complaint.class.3", text, "grave 重大", "3.3.3b",
                     {"第三类投诉的含义", "what a class 3 complaint is"}},
    PolicyDefinition{"complaint.callback_within", duration, "3d", "3.4.1",
                     {"答复后回访时限", "a callback follows the reply within"}},
    PolicyDefinition{"callback.follow_up_within", duration, "3d", "3.3.3b",
                     {"再次回访时限", "a further callback follows within"}},
    PolicyDefinition{"callback.visits_until", count, "3", "3.3.3b",
                     {"第几次回访以内须上门", "follow-ups up to this one are visits"}},
    PolicyDefinition{"callback.handled_rate", percent, "100%", "3.4.1",
                     {"回访处理率", "callbacks done of those due"}},
    PolicyDefinition{"callback.signed_rate", percent, "40%", "3.4.1",
                     {"有签名上门回访的比例", "signed visits of all callbacks"}},
    PolicyDefinition{"callback.rate_min", count, "5", "3.4.1",
                     {"判定周比例所需的回访数", "callbacks a week needs to be judged by its rate"}},
    PolicyDefinition{"callback.partly_closes", yes_no, "no", "5.4",
                     {"基本满意即可办结", "partly satisfied is enough to close"}},
    PolicyDefinition{"callback.attempts", count, "3", "5.4",
                     {"认定无法联系所需的次数", "attempts before someone counts as unreached"}},
    PolicyDefinition{"suggestion.rate", percent, "none", "3.4.2",
                     {"意见建议回访率目标", "target rate of callbacks on suggestions"}},
    PolicyDefinition{"survey.return_rate", percent, "none", "3.2.1",
                     {"问卷回收率目标", "target return rate of surveys"}},
    PolicyDefinition{"letter.roles", list, "clerk", "3.3.4",
                     {"可发公开信的角色", "roles that may publish open letters"}},
    PolicyDefinition{"speech.taboo", list, "不知道,不懂,不清楚,不归我管,你打…电话或找…问", "2.2.1",
                     {"服务忌语(前五条不可删减)", "taboo phrases (the first five stay)"}},
    PolicyDefinition{"conduct.decide_within", duration, "7d", "2.2.9",
                     {"处理决定时限", "a conduct case is decided within"}},
    PolicyDefinition{"conduct.open_within", duration, "3d", "7.5",
                     {"追究立案时限", "a conduct case about lateness is opened within"}},
    PolicyDefinition{"repair.dispatch_within", duration, "5min", "4.1",
                     {"派工时限", "a repair gets its order within"}},
    PolicyDefinition{"repair.callback_within", duration, "3d", "4.4",
                     {"维修回访时限", "a repair is called back within"}},
    PolicyDefinition{"repair.note_within", duration, "24h", "4.3",
                     {"派工单交回后登记时限", "the register shows a returned order within"}},
    PolicyDefinition{"repair.rework_window", duration, "30d", "6.5",
                     {"二次维修的认定期", "a repair is rework of one of the last"}},
    PolicyDefinition{"repair.appointment_counts", yes_no, "yes", "6.1",
                     {"到场时限从约定时间起算", "arrival is timed from an appointment"}},
    PolicyDefinition{"repair.categories", list, "none", "4.5",
                     {"本办公室自定的报修类别", "the office's own repair categories"}},
    PolicyDefinition{"order.arrive_within", duration, "15min", "6.1",
                     {"到达现场时限", "arrival on the spot within"}},
    PolicyDefinition{"order.first_visit", duration, "4h", "6.2",
                     {"当场解决的时限", "what counts as fixed on the spot"}},
    PolicyDefinition{"order.difficult_within", duration, "48h", "6.3",
                     {"疑难、缺件故障解决时限", "difficult or parts missing: solved within"}},
    PolicyDefinition{"order.major_within", duration, "72h", "6.4",
                     {"重大疑难问题解决时限", "major: solved within"}},
    PolicyDefinition{"order.return_within", duration, "24h", "4.3",
                     {"派工单交回时限", "a finished order is handed in within"}},
    PolicyDefinition{"event.urgent_report_within", duration, "10min", "7.3",
                     {"紧急事项报告时限", "an urgent event is reported within"}},
    PolicyDefinition{"event.report_within", duration, "24h", "7.5",
                     {"其他重大事项报告时限", "other events are reported within"}},
    PolicyDefinition{"event.written_within", duration, "24h", "7.3",
                     {"补交书面报告时限", "the written report follows within"}},
    PolicyDefinition{"event.heavy_loss", money, "100000", "7.3",
                     {"重大财产损失的金额(元)", "what is a heavy loss (CNY)"}},
    PolicyDefinition{"report.weekly_within", duration, "24h", "5.5",
                     {"周报归档时限(周末起算)", "the weekly report is filed after the week within"}},
};

[[noreturn]] void refuse_value(const PolicyDefinition& definition, std::string_view typed,
                               const Label& expected) {
    throw Failure(Exit::usage,
                  compose({"{} 的值「{}」读不懂", "{}: the value '{}' is unreadable"},
                          definition.key, typed),
                  expected);
}

std::int64_t whole(const PolicyDefinition& definition, std::string_view typed,
                   const Label& expected) {
    const auto number = base::parse_whole(typed);
    if (!number) refuse_value(definition, typed, expected);
    return *number;
}

/// `...`, `……` and `…` mean the same in a phrase.
std::string with_one_ellipsis(std::string phrase) {
    for (const std::string_view longer : {"......", "...", "……"})
        for (auto at = phrase.find(longer); at != std::string::npos; at = phrase.find(longer))
            phrase.replace(at, longer.size(), "…");
    return phrase;
}

std::string canonical_list(const PolicyDefinition& definition, std::string_view typed) {
    auto words = base::split_list(typed);
    std::ranges::transform(words, words.begin(), with_one_ellipsis);
    if (words.empty())
        refuse_value(definition, typed,
                     {"写以逗号分隔的词,或 none", "give words divided by commas, or none"});
    if (definition.key == "letter.roles") std::ranges::for_each(words, parse_role);
    return fmt::format("{}", fmt::join(words, ","));
}

}  // namespace

std::span<const PolicyDefinition> policy_definitions() { return definitions; }

const PolicyDefinition& policy_definition(std::string_view key) {
    if (const auto found = std::ranges::find(definitions, key, &PolicyDefinition::key);
        found != definitions.end())
        return *found;
    std::vector<std::string> keys;
    std::ranges::transform(definitions, std::back_inserter(keys),
                           [](const auto& definition) { return std::string(definition.key); });
    const auto near = base::nearest(key, keys);
    throw Failure(Exit::not_found, compose({"没有制度参数「{}」", "there is no policy '{}'"}, key),
                  near ? compose({"是不是 {}?", "did you mean {}?"}, *near)
                       : base::Text(Label{"清单见 huiyin policy list", "see huiyin policy list"}));
}

std::string canonical_policy(const PolicyDefinition& definition, std::string_view typed) {
    switch (definition.kind) {
        case duration:
            if (base::parse_duration(typed) <= base::Seconds{0})
                refuse_value(definition, typed, {"时限须大于零", "a limit is longer than nothing"});
            return std::string(typed);
        case count:
        case money: {
            const Label expected{"写一个整数", "give a whole number"};
            return fmt::format("{}", whole(definition, typed, expected));
        }
        case percent: {
            if (typed == "none" && definition.standard == "none") return "none";
            const Label expected{"写 0 至 100 的百分数,如 40%", "give a percentage from 0 to 100: 40%"};
            const auto digits = typed.ends_with('%') ? typed.substr(0, typed.size() - 1) : typed;
            const auto number = whole(definition, digits, expected);
            if (number > 100) refuse_value(definition, typed, expected);
            return fmt::format("{}%", number);
        }
        case yes_no:
            if (typed != "yes" && typed != "no")
                refuse_value(definition, typed, {"写 yes 或 no", "give yes or no"});
            return std::string(typed);
        case list:
            return typed == "none" ? "none" : canonical_list(definition, typed);
        case text:
            return std::string(typed);
    }
    return std::string(typed);
}

PolicyValue policy_value(const PolicyDefinition& definition, std::string_view canonical) {
    if (canonical == "none") return nullptr;
    switch (definition.kind) {
        case duration:
            return std::int64_t{base::parse_duration(canonical).count()};
        case count:
        case money:
        case percent:
            return base::parse_whole(canonical.substr(0, canonical.find('%'))).value();
        case yes_no:
            return std::int64_t{canonical == "yes"};
        case list:
        case text:
            break;
    }
    return std::string(canonical);
}

Policies Policies::load(store::Connection& connection) {
    Policies policies;
    for (const auto& definition : definitions)
        policies.editions_[std::string(definition.key)].push_back(
            {.value = std::string(definition.standard), .reason = {}, .set_by = {}});
    for (Query row(connection,
                   "SELECT e.key, e.edition, e.at, e.value, c.value, p.login FROM policy_edition e"
                   " LEFT JOIN content c ON c.id = e.reason JOIN staff p ON p.id = e.recorder"
                   " ORDER BY e.at, e.id");
         row.next();)
        policies.editions_[row.text(0)].push_back({.edition = static_cast<int>(row.integer(1)),
                                                   .at = row.time(2),
                                                   .value = row.text(3),
                                                   .reason = row.maybe_text(4),
                                                   .set_by = row.maybe_text(5)});
    return policies;
}

const std::vector<PolicyEdition>& Policies::editions(std::string_view key) const {
    return editions_.find(policy_definition(key).key)->second;
}

const PolicyEdition& Policies::in_force(std::string_view key, base::Instant at) const {
    const auto& all = editions(key);
    // The default comes first and has held for ever, so there always is one before `at`.
    return *std::prev(std::ranges::upper_bound(all, at, {}, &PolicyEdition::at));
}

PolicyValue Policies::value(std::string_view key, base::Instant at) const {
    return policy_value(policy_definition(key), in_force(key, at).value);
}

std::int64_t Policies::number(std::string_view key, base::Instant at) const {
    const auto found = value(key, at);
    const auto* number = std::get_if<std::int64_t>(&found);
    return number != nullptr ? *number : 0;
}

std::vector<std::string> Policies::list(std::string_view key, base::Instant at) const {
    const auto& text = in_force(key, at).value;
    return text == "none" ? std::vector<std::string>{} : base::split_list(text);
}

Made set_policy(const Writing& writing, std::string_view key, std::string_view typed,
                std::optional<base::Instant> from, const std::optional<std::string>& reason) {
    const auto& definition = policy_definition(key);
    const auto value = canonical_policy(definition, typed);
    const auto id = writing.next_id("policy_edition");
    const auto edition =
        store::find_integer(writing.connection(),
                            "SELECT max(edition) FROM policy_edition WHERE key = ?", key)
            .value_or(0) +
        1;
    store::run(writing.connection(),
               "INSERT INTO policy_edition (id, key, edition, at, value, reason, recorded_at,"
               " recorder) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
               id, key, edition, from.value_or(writing.deed().at), value,
               writing.say("policy_edition.reason", id, reason), writing.now(),
               writing.recorder().staff);
    return {std::string(key), {}};
}

}  // namespace huiyin::records
