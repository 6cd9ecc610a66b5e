#include "huiyin/reports/export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "huiyin/base/display.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/matter_list.hpp"
#include "huiyin/reports/callback_view.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "huiyin/reports/office_view.hpp"
#include "huiyin/reports/order_view.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using records::MatterKind;

namespace {

struct KeyTitle {
    std::string_view key;
    Label title;
};

/// What keys are called on paper. One that is no word of the office is its own title.
constexpr std::array key_titles{
    KeyTitle{"no", {"编号", "number"}},
    KeyTitle{"kind", {"性质", "kind"}},
    KeyTitle{"state", {"状态", "state"}},
    KeyTitle{"opened_at", {"发生时间", "happened"}},
    KeyTitle{"recorded_at", {"登记时间", "recorded"}},
    KeyTitle{"opened_by", {"受理人", "received by"}},
    KeyTitle{"channel", {"方式", "channel"}},
    KeyTitle{"text", {"内容", "text"}},
    KeyTitle{"unit", {"房号", "unit"}},
    KeyTitle{"category", {"类别", "category"}},
    KeyTitle{"holder", {"承办人", "holder"}},
    KeyTitle{"reachable", {"可联系", "reachable"}},
    KeyTitle{"closed_at", {"办结时间", "closed"}},
    KeyTitle{"outcome", {"处理结果", "outcome"}},
    KeyTitle{"voided_at", {"作废时间", "voided"}},
    KeyTitle{"duplicate_of", {"与何者重复", "duplicate of"}},
    KeyTitle{"phone", {"电话", "phone"}},
    KeyTitle{"via", {"实际来源", "via"}},
    KeyTitle{"subject", {"标题", "subject"}},
    KeyTitle{"class", {"等级", "class"}},
    KeyTitle{"people", {"人数", "people"}},
    KeyTitle{"forwarded_by", {"转呈部门", "forwarded by"}},
    KeyTitle{"about", {"被投诉人", "about"}},
    KeyTitle{"repeat_of", {"重复于", "repeats"}},
    KeyTitle{"courtesy", {"礼仪", "courtesy"}},
    KeyTitle{"courtesy_missed", {"未做到的原因", "why missed"}},
    KeyTitle{"joint", {"联名", "joint"}},
    KeyTitle{"urgent", {"紧急", "urgent"}},
    KeyTitle{"fault", {"故障", "fault"}},
    KeyTitle{"rework_of", {"二次维修", "rework of"}},
    KeyTitle{"not_rework", {"不属二次维修", "no rework"}},
    KeyTitle{"urged", {"催单", "urged"}},
    KeyTitle{"place", {"位置", "place"}},
    KeyTitle{"appointment", {"预约时间", "appointment"}},
    KeyTitle{"answers", {"答复何者", "answers"}},
    KeyTitle{"title", {"标题", "title"}},
    KeyTitle{"count", {"发出", "issued"}},
    KeyTitle{"until", {"收回期限", "until"}},
    KeyTitle{"returned", {"收回", "returned"}},
    KeyTitle{"satisfied", {"满意", "satisfied"}},
    KeyTitle{"dissatisfied", {"不满意", "dissatisfied"}},
    KeyTitle{"staff", {"职工", "staff"}},
    KeyTitle{"matter", {"单号", "matter"}},
    KeyTitle{"decision", {"处理决定", "decision"}},
    KeyTitle{"authority", {"决定机关", "authority"}},
    KeyTitle{"form", {"报告形式", "form"}},
    KeyTitle{"happened", {"发生", "took place"}},
    KeyTitle{"learned", {"获知", "learned"}},
    KeyTitle{"casualties", {"伤亡人数", "casualties"}},
    KeyTitle{"loss", {"损失(元)", "loss (CNY)"}},
    KeyTitle{"officer", {"当班人", "officer"}},
    KeyTitle{"substitute_for", {"代", "standing in for"}},
    KeyTitle{"started", {"开始", "started"}},
    KeyTitle{"ended", {"结束", "ended"}},
    KeyTitle{"who", {"何人", "who"}},
    KeyTitle{"from", {"姓名", "from"}},
    KeyTitle{"seq", {"序号", "seq"}},
    KeyTitle{"what", {"步骤", "step"}},
    KeyTitle{"at", {"时间", "when"}},
    KeyTitle{"by", {"经手", "by"}},
    KeyTitle{"recorded_by", {"登记人", "recorded by"}},
    KeyTitle{"to", {"交给", "to"}},
    KeyTitle{"method", {"办法", "method"}},
    KeyTitle{"field", {"更正的项", "field"}},
    KeyTitle{"reason", {"理由", "reason"}},
    KeyTitle{"as_happened", {"据实记录", "as happened"}},
    KeyTitle{"witness", {"见证人", "witness"}},
    KeyTitle{"late_reason", {"补记原因", "why late"}},
    KeyTitle{"order", {"派工单", "order"}},
    KeyTitle{"repair", {"报修", "repair"}},
    KeyTitle{"technician", {"维修人员", "technician"}},
    KeyTitle{"with", {"同去", "with"}},
    KeyTitle{"note", {"备注", "note"}},
    KeyTitle{"signed_by", {"签名", "signed by"}},
    KeyTitle{"login", {"登录名", "login"}},
    KeyTitle{"name", {"名称", "name"}},
    KeyTitle{"role", {"角色", "role"}},
    KeyTitle{"department", {"部门", "department"}},
    KeyTitle{"superior", {"上级", "superior"}},
    KeyTitle{"left", {"已离职", "left"}},
    KeyTitle{"key", {"参数", "policy"}},
    KeyTitle{"value", {"现值", "value"}},
    KeyTitle{"default", {"规定值", "default"}},
    KeyTitle{"clause", {"条款", "clause"}},
    KeyTitle{"edition", {"版次", "edition"}},
    KeyTitle{"os_user", {"系统用户", "OS user"}},
    KeyTitle{"command", {"命令", "command"}},
    KeyTitle{"subjects", {"涉及", "subjects"}},
    KeyTitle{"hash", {"校验值", "hash"}},
};

Text title_of(std::string_view key) {
    const auto found = std::ranges::find(key_titles, key, &KeyTitle::key);
    return found != key_titles.end() ? Text(found->title) : plain(std::string(key));
}

std::vector<std::string_view> keys_of(const ExportTable& table) {
    std::vector<std::string_view> keys;
    for (auto rest : {table.common, table.columns})
        while (!rest.empty()) {
            const auto end = std::min(rest.find(' '), rest.size());
            keys.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    return keys;
}

template <MatterKind kind>
void matters(const View& view, const TakeRow& take) {
    for (const auto id : records::find_matters(view.connection, {.kind = kind}))
        take(view_matter(view, id).json);
}

constexpr std::array every_kind{MatterKind::complaint, MatterKind::suggestion, MatterKind::assist,
                                MatterKind::repair,    MatterKind::event,      MatterKind::letter,
                                MatterKind::survey,    MatterKind::conduct,    MatterKind::shift,
                                MatterKind::roster};

void steps(const View& view, const TakeRow& take) {
    for (const auto kind : every_kind)
        for (const auto id : records::find_matters(view.connection, {.kind = kind})) {
            Json row{{"no", records::load_matter(view.connection, id).no}};
            for (const auto& step : records::steps_of(view.connection, id)) {
                auto whole = row;
                whole.update(step_json(step, view));
                take(whole);
            }
        }
}

void callbacks(const View& view, const TakeRow& take) {
    for (const auto& callback : records::list_callbacks(view.connection))
        take(callback_json(callback, view));
}

void orders(const View& view, const TakeRow& take) {
    for (const auto& order : records::list_orders(view.connection)) {
        auto row = order_json(order, view);
        row.erase("steps");
        take(row);
    }
}

void each(const Json& list, const TakeRow& take) {
    for (const auto& row : list)
        take(row);
}

void staff(const View& view, const TakeRow& take) {
    each(staff_list(view.connection, records::all_staff(view.connection, view.now)).json, take);
}

void policies(const View& view, const TakeRow& take) {
    each(policy_list(view.policies, view.now).json, take);
}

void journal(const View& view, const TakeRow& take) {
    each(journal_log(gate::read_log(view.connection, {}), view.zone).json, take);
}

/// The keys of every matter.
constexpr std::string_view every_matter =
    "no kind state opened_at recorded_at opened_by channel text unit category holder reachable "
    "closed_at outcome voided_at duplicate_of from phone via";

constexpr std::array tables{
    ExportTable{"complaints",
                {"投诉", "complaints"},
                every_matter,
                "subject class people forwarded_by about repeat_of courtesy "
                "courtesy_missed joint",
                matters<MatterKind::complaint>},
    ExportTable{"suggestions",
                {"意见与建议", "suggestions"},
                every_matter,
                "",
                matters<MatterKind::suggestion>},
    ExportTable{
        "assists", {"求助", "calls for help"}, every_matter, "", matters<MatterKind::assist>},
    ExportTable{"repairs",
                {"报修", "repairs"},
                every_matter,
                "urgent fault rework_of not_rework urged place appointment",
                matters<MatterKind::repair>},
    ExportTable{"orders",
                {"派工单", "dispatch orders"},
                {},
                "no repair state technician with dispatched_at arrived_at started_at finished_at "
                "signed_at returned_at cancelled_at",
                orders},
    ExportTable{"callbacks",
                {"回访", "callbacks"},
                {},
                "no matter at by method reached ordinal satisfied note signed_by signed_as form_no "
                "raised settled appointment answered_at as_happened",
                callbacks},
    ExportTable{"events",
                {"重大事项", "major events"},
                every_matter,
                "form urgent place happened learned casualties loss group residents "
                "petition complaint",
                matters<MatterKind::event>},
    ExportTable{"letters",
                {"公开信", "open letters"},
                every_matter,
                "subject answers",
                matters<MatterKind::letter>},
    ExportTable{"surveys",
                {"问卷", "surveys"},
                every_matter,
                "title count until returned satisfied dissatisfied return_rate",
                matters<MatterKind::survey>},
    ExportTable{"conduct",
                {"处理", "conduct cases"},
                every_matter,
                "staff matter decision authority",
                matters<MatterKind::conduct>},
    ExportTable{"shifts",
                {"值班", "shifts"},
                every_matter,
                "officer substitute_for started ended",
                matters<MatterKind::shift>},
    ExportTable{
        "roster", {"排班", "the roster"}, every_matter, "who to", matters<MatterKind::roster>},
    ExportTable{"steps",
                {"经过", "what was done"},
                {},
                "no seq what at recorded_at by recorded_by to method ended field text reason "
                "as_happened witness late_reason courtesy returned who stopped_by taken_over_by "
                "case area result found reported_to items carried_over department casualties loss "
                "category order agreed_by quoted fault eta materials fee by_resident form_no "
                "refused instead name size digest convened entry",
                steps},
    ExportTable{"staff", {"职工", "staff"}, {}, "login name role department superior left", staff},
    ExportTable{"policies",
                {"制度参数", "policies"},
                {},
                "key value default clause kind edition",
                policies},
    ExportTable{"journal",
                {"日志", "the journal"},
                {},
                "seq kind at os_user staff command subjects hash",
                journal},
};

/// `2026-11-23T09:00:00+08:00`: the office's own time, which a spreadsheet reads without the rest.
bool is_time(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd+dd:dd";
    return text.size() == form.size() && std::ranges::equal(text, form, [](char c, char wanted) {
               return wanted == 'd'   ? c >= '0' && c <= '9'
                      : wanted == '+' ? c == '+' || c == '-'
                                      : c == wanted;
           });
}

std::string cell_text(const Json& value) {
    if (value.is_null()) return "";
    if (value.is_boolean()) return value.get<bool>() ? "1" : "0";
    if (value.is_array()) {
        std::string list;
        for (const auto& part : value)
            list += (list.empty() ? "" : " ") + cell_text(part);
        return list;
    }
    if (!value.is_string()) return value.dump();
    const auto text = value.get<std::string>();
    return is_time(text) ? fmt::format("{} {}", text.substr(0, 10), text.substr(11, 8)) : text;
}

}  // namespace

std::span<const ExportTable> export_tables() {
    return tables;
}

std::string csv_header(const ExportTable& table, Language language) {
    std::string line;
    for (const auto key : keys_of(table))
        line += (line.empty() ? "" : ",") + base::csv_cell(title_of(key).in(language));
    return line + "\r\n";
}

std::string csv_row(const ExportTable& table, const Json& row) {
    std::string line;
    bool first = true;
    for (const auto key : keys_of(table)) {
        if (!std::exchange(first, false)) line += ',';
        const auto value = row.find(std::string(key));
        if (value != row.end()) line += base::csv_cell(cell_text(*value));
    }
    return line + "\r\n";
}

std::string columns_explained(const ExportTable& table) {
    std::string lines;
    for (const auto key : keys_of(table)) {
        const auto title = title_of(key);
        lines += title.zh == key ? fmt::format("    {}\n", key)
                                 : fmt::format("    {}  {} / {}\n", key, title.zh, title.en);
    }
    return lines;
}

}  // namespace huiyin::reports
