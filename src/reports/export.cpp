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

struct Column {
    std::string_view key;
    Label title;
};

/// What keys are called on paper. One that is no word of the office is its own title.
constexpr std::array titles{
    Column{"no", {"编号", "number"}},
    Column{"kind", {"性质", "kind"}},
    Column{"state", {"状态", "state"}},
    Column{"opened_at", {"发生时间", "happened"}},
    Column{"recorded_at", {"登记时间", "recorded"}},
    Column{"opened_by", {"受理人", "received by"}},
    Column{"channel", {"方式", "channel"}},
    Column{"text", {"内容", "text"}},
    Column{"unit", {"房号", "unit"}},
    Column{"category", {"类别", "category"}},
    Column{"holder", {"承办人", "holder"}},
    Column{"reachable", {"可联系", "reachable"}},
    Column{"closed_at", {"办结时间", "closed"}},
    Column{"outcome", {"处理结果", "outcome"}},
    Column{"voided_at", {"作废时间", "voided"}},
    Column{"duplicate_of", {"与何者重复", "duplicate of"}},
    Column{"phone", {"电话", "phone"}},
    Column{"via", {"实际来源", "via"}},
    Column{"subject", {"标题", "subject"}},
    Column{"class", {"等级", "class"}},
    Column{"people", {"人数", "people"}},
    Column{"forwarded_by", {"转呈部门", "forwarded by"}},
    Column{"about", {"被投诉人", "about"}},
    Column{"repeat_of", {"重复于", "repeats"}},
    Column{"courtesy", {"礼仪", "courtesy"}},
    Column{"courtesy_missed", {"未做到的原因", "why missed"}},
    Column{"joint", {"联名", "joint"}},
    Column{"urgent", {"紧急", "urgent"}},
    Column{"fault", {"故障", "fault"}},
    Column{"rework_of", {"二次维修", "rework of"}},
    Column{"not_rework", {"不属二次维修", "no rework"}},
    Column{"urged", {"催单", "urged"}},
    Column{"place", {"位置", "place"}},
    Column{"appointment", {"预约时间", "appointment"}},
    Column{"answers", {"答复何者", "answers"}},
    Column{"title", {"标题", "title"}},
    Column{"count", {"发出", "issued"}},
    Column{"until", {"收回期限", "until"}},
    Column{"returned", {"收回", "returned"}},
    Column{"satisfied", {"满意", "satisfied"}},
    Column{"dissatisfied", {"不满意", "dissatisfied"}},
    Column{"staff", {"职工", "staff"}},
    Column{"matter", {"单号", "matter"}},
    Column{"decision", {"处理决定", "decision"}},
    Column{"authority", {"决定机关", "authority"}},
    Column{"form", {"报告形式", "form"}},
    Column{"happened", {"发生", "took place"}},
    Column{"learned", {"获知", "learned"}},
    Column{"casualties", {"伤亡人数", "casualties"}},
    Column{"loss", {"损失(元)", "loss (CNY)"}},
    Column{"officer", {"当班人", "officer"}},
    Column{"substitute_for", {"代", "standing in for"}},
    Column{"started", {"开始", "started"}},
    Column{"ended", {"结束", "ended"}},
    Column{"who", {"何人", "who"}},
    Column{"from", {"姓名", "from"}},
    Column{"seq", {"序号", "seq"}},
    Column{"what", {"步骤", "step"}},
    Column{"at", {"时间", "when"}},
    Column{"by", {"经手", "by"}},
    Column{"recorded_by", {"登记人", "recorded by"}},
    Column{"to", {"交给", "to"}},
    Column{"method", {"办法", "method"}},
    Column{"field", {"更正的项", "field"}},
    Column{"reason", {"理由", "reason"}},
    Column{"as_happened", {"据实记录", "as happened"}},
    Column{"witness", {"见证人", "witness"}},
    Column{"late_reason", {"补记原因", "why late"}},
    Column{"order", {"派工单", "order"}},
    Column{"repair", {"报修", "repair"}},
    Column{"technician", {"维修人员", "technician"}},
    Column{"with", {"同去", "with"}},
    Column{"note", {"备注", "note"}},
    Column{"signed_by", {"签名", "signed by"}},
    Column{"login", {"登录名", "login"}},
    Column{"name", {"名称", "name"}},
    Column{"role", {"角色", "role"}},
    Column{"department", {"部门", "department"}},
    Column{"superior", {"上级", "superior"}},
    Column{"left", {"已离职", "left"}},
    Column{"key", {"参数", "policy"}},
    Column{"value", {"现值", "value"}},
    Column{"default", {"规定值", "default"}},
    Column{"clause", {"条款", "clause"}},
    Column{"edition", {"版次", "edition"}},
    Column{"os_user", {"系统用户", "OS user"}},
    Column{"command", {"命令", "command"}},
    Column{"subjects", {"涉及", "subjects"}},
    Column{"hash", {"校验值", "hash"}},
};

Text title_of(std::string_view key) {
    const auto found = std::ranges::find(titles, key, &Column::key);
    return found != titles.end() ? Text(found->title) : plain(std::string(key));
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
