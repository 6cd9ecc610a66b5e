#include <algorithm>
#include <array>

#include "huiyin/base/json.hpp"

#include "report_parts.hpp"

namespace huiyin::reports {

using base::Json;

namespace {

struct Title {
    std::string_view path;
    Label label;
};

constexpr std::array titles{
    Title{"complaints.received", {"受理投诉", "complaints received"}},
    Title{"complaints.by_channel", {"投诉方式", "complaints by channel"}},
    Title{"complaints.by_class", {"投诉等级", "complaints by class"}},
    Title{"complaints.by_category", {"投诉类别", "complaints by category"}},
    Title{"complaints.closed", {"办结投诉", "complaints closed"}},
    Title{"complaints.closed_unsatisfied", {"业主不满意而办结", "closed, resident dissatisfied"}},
    Title{"complaints.closed_unverified", {"以其他方式结束", "ended otherwise"}},
    Title{"complaints.open_at_end", {"期末在办投诉", "complaints open at the end"}},
    Title{"complaints.repeat", {"重复投诉", "repeat complaints"}},
    Title{"complaints.joint", {"结队投诉", "joint complaints"}},
    Title{"complaints.unreachable", {"未留联系方式", "complaints without contact"}},
    Title{"complaints.forwarded", {"其他部门转呈", "complaints forwarded"}},
    Title{"complaints.replied_on_time", {"答复及时率", "replied to in time"}},
    Title{"complaints.reply_seconds.median",
          {"答复用时中位数(秒)", "time to reply, median (seconds)"}},
    Title{"complaints.reply_seconds.p90",
          {"答复用时九成位(秒)", "time to reply, 9 of 10 (seconds)"}},
    Title{"suggestions.received", {"意见建议", "opinions and suggestions"}},
    Title{"suggestions.answered", {"已答复的意见建议", "suggestions answered"}},
    Title{"suggestions.called_back", {"建议回访率", "suggestions called back"}},
    Title{"callbacks.done", {"回访", "callbacks"}},
    Title{"callbacks.by_method", {"回访方式", "callbacks by method"}},
    Title{"callbacks.handled", {"回访处理率", "callbacks owed and done"}},
    Title{"callbacks.signed_visits", {"有签名上门", "signed visits"}},
    Title{"callbacks.satisfied", {"满意", "satisfied"}},
    Title{"surveys.issued", {"问卷发出(份)", "survey sheets issued"}},
    Title{"surveys.returned", {"问卷收回(份)", "survey sheets returned"}},
    Title{"repairs.received", {"报修", "repairs received"}},
    Title{"repairs.by_category", {"报修类别", "repairs by category"}},
    Title{"repairs.urgent", {"急修", "urgent repairs"}},
    Title{"repairs.finished", {"完工", "repairs finished"}},
    Title{"repairs.open_at_end", {"期末在办报修", "repairs open at the end"}},
    Title{"repairs.rework", {"二次维修", "rework"}},
    Title{"repairs.called_back", {"维修回访", "repairs called back"}},
    Title{"repairs.urged", {"催单", "repairs urged"}},
    Title{"repairs.arrived_on_time", {"按时到场", "there in time"}},
    Title{"repairs.solved_on_time", {"延期后按时解决", "deferred and solved in time"}},
    Title{"repairs.fixed_first_visit", {"当场修复", "fixed on the first visit"}},
    Title{"duty.shifts", {"班次", "shifts"}},
    Title{"duty.covered", {"在岗时间(秒)", "time on duty (seconds)"}},
    Title{"duty.gaps", {"无人在岗的时段", "stretches unmanned"}},
    Title{"duty.patrols", {"重要部位巡查", "key areas inspected"}},
    Title{"events.reported", {"重大事项", "major events"}},
    Title{"events.urgent", {"紧急重大事项", "urgent major events"}},
    Title{"events.reported_late", {"迟报的重大事项", "major events reported late"}},
    Title{"conduct.opened", {"违纪立案", "conduct cases opened"}},
    Title{"conduct.decided", {"违纪处理", "conduct cases decided"}},
    Title{"breaches.total", {"违规", "breaches"}},
    Title{"breaches.explained", {"已说明的违规", "breaches explained"}},
    Title{"breaches.by_clause", {"违规条款", "breaches under clause"}},
};

bool is_rate(const Json& value) {
    return value.is_object() && value.contains("num") && value.contains("den");
}

std::string shown(const Json& value) {
    if (is_rate(value))
        return fmt::format("{}/{}", value["num"].get<std::int64_t>(),
                           value["den"].get<std::int64_t>());
    if (value.is_null()) return "–";
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Figures by their place, in order; a list counts as its length.
using Flat = std::vector<std::pair<std::string, std::string>>;

void flatten(const Json& value, const std::string& path, Flat& flat) {
    if (value.is_array())
        flat.emplace_back(path, fmt::format("{}", value.size()));
    else if (!value.is_object() || is_rate(value))
        flat.emplace_back(path, shown(value));
    else
        for (const auto& [key, inner] : value.items())
            flatten(inner, path.empty() ? key : path + "." + key, flat);
}

std::optional<std::string> find(const Flat& flat, const std::string& path) {
    const auto found = std::ranges::find(flat, path, &Flat::value_type::first);
    return found == flat.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Text figure_title(std::string_view path) {
    for (const auto& title : titles) {
        if (path == title.path) return title.label;
        // A count by channel, category or clause carries its name behind the last dot.
        if (path.starts_with(title.path) && path.substr(title.path.size()).starts_with('.')) {
            const auto name = path.substr(title.path.size() + 1);
            return {fmt::format("{} {}", title.label.zh, name),
                    fmt::format("{} {}", title.label.en, name)};
        }
    }
    return {std::string(path), std::string(path)};
}

std::vector<Change> changes_between(const std::string& earlier, const std::string& later) {
    Flat before;
    Flat after;
    flatten(Json::parse(earlier), {}, before);
    flatten(Json::parse(later), {}, after);
    std::vector<Change> changes;
    for (const auto& [path, value] : after) {
        const auto was = find(before, path);
        if (was != value) changes.push_back({figure_title(path), was.value_or("–"), value});
    }
    for (const auto& [path, value] : before)
        if (!find(after, path)) changes.push_back({figure_title(path), value, "–"});
    return changes;
}

}  // namespace huiyin::reports
