#include <algorithm>
#include <array>

#include "form_parts.hpp"
#include "huiyin/base/json.hpp"
#include "rendering.hpp"

namespace huiyin::reports {

namespace {

constexpr std::array names{
    FormName{FormKind::complaint_register,
             "complaint-register",
             {"业主投诉登记表", "Complaint register"}},
    FormName{FormKind::repair_register, "repair-register", {"报修登记表", "Repair register"}},
    FormName{FormKind::callback_record, "callback-record", {"回访记录", "Callback record"}},
    FormName{FormKind::duty_log, "duty-log", {"值班交接班记录", "Duty and handover log"}},
    FormName{FormKind::dispatch_order, "dispatch-order", {"维修派工单", "Dispatch order"}},
    FormName{FormKind::event_report, "event-report", {"重大事项报告", "Major event report"}},
    FormName{FormKind::receipt, "receipt", {"受理回执", "Receipt"}},
    FormName{FormKind::reply, "reply", {"投诉答复函", "Reply to a complaint"}, false},
    FormName{FormKind::duty_roster, "duty-roster", {"值班表", "Duty roster"}, false},
};

Column words(Label header) {
    return {header};
}
Column time(Label header) {
    return {header, Align::left, Holds::time};
}

std::vector<Column> complaint_columns() {
    return {words({"编号", "No."}),
            time({"登记时间", "received"}),
            words({"投诉人", "from"}),
            words({"房号", "home"}),
            words({"联系电话", "phone"}),
            words({"投诉方式", "channel"}),
            words({"投诉类别", "category"}),
            words({"内容摘要", "what it is about"}),
            words({"被投诉人/部门", "complained of"}),
            words({"受理人", "taken by"}),
            words({"处理人/部门", "held by"}),
            time({"承诺时限", "reply due"}),
            words({"调查情况", "findings"}),
            words({"处理意见", "opinion"}),
            words({"处理结果", "outcome"}),
            words({"回访记录", "callbacks"}),
            time({"办结时间", "closed"})};
}

std::vector<Column> repair_columns() {
    return {time({"日期", "date"}),
            words({"编号", "No."}),
            words({"姓名/房号", "name, home"}),
            words({"电话", "phone"}),
            words({"事项", "what is broken"}),
            words({"紧急程度", "urgency"}),
            words({"处理人员", "technician"}),
            words({"派工单号", "order"}),
            words({"完成情况", "what was done"}),
            time({"完成时间", "finished"}),
            words({"业主确认", "resident signed"})};
}

std::vector<Column> callback_columns() {
    return {time({"日期", "date"}),
            words({"单号", "No."}),
            words({"事项", "about"}),
            words({"房号", "home"}),
            words({"受访人", "called on"}),
            words({"上门", "visit"}),
            words({"电话", "phone"}),
            words({"信函", "letter"}),
            words({"公开信", "open letter"}),
            words({"满意程度", "satisfied"}),
            words({"反馈意见", "what they said"}),
            words({"业主签名", "signed by"}),
            words({"回访人", "called by"}),
            words({"备注", "remarks"})};
}

std::vector<Column> shift_columns() {
    return {words({"班次", "shift"}),     time({"到岗", "from"}),      time({"离岗", "to"}),
            words({"值班人", "officer"}), words({"接班人", "relief"}), words({"记事", "log"})};
}

constexpr std::array order_labels{Label{"派工单号", "order"},
                                  Label{"报修编号", "repair"},
                                  Label{"报修时间", "reported"},
                                  Label{"报修方式", "channel"},
                                  Label{"紧急程度", "urgency"},
                                  Label{"报修人", "reported by"},
                                  Label{"房号", "home"},
                                  Label{"电话", "phone"},
                                  Label{"维修位置和内容", "where and what"},
                                  Label{"派工时间", "dispatched"},
                                  Label{"维修人员", "technician"},
                                  Label{"预约时间", "appointment"},
                                  Label{"实际到达时间", "arrived"},
                                  Label{"检查情况和维修内容", "work agreed on"},
                                  Label{"业主认可(姓名)", "agreed by"},
                                  Label{"完成时间(到分)", "finished (to the minute)"},
                                  Label{"修复情况和原因", "mended, or why not"},
                                  Label{"材料和费用", "materials and fee"},
                                  Label{"业主签字", "signed by"},
                                  Label{"主管回访", "called back"},
                                  Label{"备注", "remarks"}};

constexpr std::array event_labels{Label{"编号", "No."},
                                  Label{"类别", "category"},
                                  Label{"发生时间", "happened"},
                                  Label{"知悉时间", "learned of"},
                                  Label{"地点", "place"},
                                  Label{"紧急", "urgent"},
                                  Label{"经过", "what happened"},
                                  Label{"初步原因和续报", "cause, later reports"},
                                  Label{"伤亡", "casualties"},
                                  Label{"损失(元)", "loss (yuan)"},
                                  Label{"报告形式", "how reported"},
                                  Label{"报告人", "reported by"},
                                  Label{"接报人", "reported to"},
                                  Label{"逐级上报", "passed up the line"},
                                  Label{"报警和通报", "alarms and notices"},
                                  Label{"安抚解释", "comfort and explanation"},
                                  Label{"结果", "outcome"}};

constexpr std::array shift_labels{Label{"班次", "shift"},
                                  Label{"值班人", "officer"},
                                  Label{"自", "from"},
                                  Label{"至", "to"},
                                  Label{"接班人", "relief"},
                                  Label{"已向其汇报", "reported to"},
                                  Label{"物品(名称和数量)", "items and counts"},
                                  Label{"遗留事项", "handed over open"}};

constexpr std::array receipt_labels{Label{"编号", "No."},
                                    Label{"事项", "kind"},
                                    Label{"受理时间", "received"},
                                    Label{"受理方式", "channel"},
                                    Label{"姓名", "from"},
                                    Label{"房号", "home"},
                                    Label{"联系电话", "phone"},
                                    Label{"类别", "category"},
                                    Label{"内容", "what it is about"},
                                    Label{"受理人", "taken by"},
                                    Label{"承办人", "held by"},
                                    Label{"有事找谁", "whom to call"},
                                    Label{"日志条目", "journal entry"}};

constexpr std::array reply_labels{
    Label{"您反映的问题", "what you brought to us"}, Label{"调查情况", "what we found"},
    Label{"处理意见", "what we think of it"},        Label{"已经做的", "what was done"},
    Label{"还要做的", "what is still to come"},      Label{"如果不满意", "if you are not content"}};

template <std::size_t size>
Boxes boxes(const std::array<Label, size>& labels, const Values& values,
            std::initializer_list<std::string_view> wide) {
    Boxes form;
    for (std::size_t i = 0; i < size; ++i)
        form.boxes.push_back({labels[i], i < values.size() ? values[i] : Text{},
                              std::ranges::find(wide, labels[i].en) != wide.end()});
    return form;
}

}  // namespace

std::span<const FormName> form_names() {
    return names;
}

const FormName& name_of(FormKind kind) {
    return *std::ranges::find(names, kind, &FormName::kind);
}

Table empty_register(FormKind kind) {
    Table table;
    table.columns = kind == FormKind::complaint_register ? complaint_columns()
                    : kind == FormKind::repair_register  ? repair_columns()
                    : kind == FormKind::callback_record  ? callback_columns()
                                                         : shift_columns();
    table.one_by_one = true;
    table.empty = Label{"这段时间没有登记。", "Nothing was recorded in this time."};
    return table;
}

Boxes order_boxes(const Values& values) {
    return boxes(order_labels, values,
                 {"where and what", "work agreed on", "mended, or why not", "remarks"});
}

Boxes event_boxes(const Values& values) {
    return boxes(event_labels, values,
                 {"what happened", "cause, later reports", "passed up the line",
                  "alarms and notices", "comfort and explanation", "outcome"});
}

Boxes receipt_boxes(const Values& values) {
    return boxes(receipt_labels, values, {"what it is about", "whom to call", "journal entry"});
}

Boxes reply_boxes(const Values& values) {
    auto form = boxes(reply_labels, values, {});
    for (auto& box : form.boxes)
        box.wide = true;
    return form;
}

Boxes shift_boxes(const Values& values) {
    return boxes(shift_labels, values, {"items and counts", "handed over open"});
}

Table shift_table(std::string_view of) {
    Table table;
    if (of == "patrols")
        table.columns = {time({"巡查时间", "inspected"}), words({"部位", "area"}),
                         words({"情况", "found"}), words({"处理", "followed by"})};
    else
        table.columns = {time({"时间", "time"}), words({"事件", "what happened"}),
                         words({"登记人", "recorded by"})};
    return table;
}

Signatures order_signatures() {
    return {{Label{"维修人员签名", "Technician"}, Label{"业主签名", "Resident"},
             Label{"文员收单签名", "Clerk"}}};
}
Signatures event_signatures() {
    return {{Label{"报告人签名", "Reported by"}, Label{"接报人签名", "Reported to"},
             Label{"部门负责人签名", "Head"}}};
}
Signatures shift_signatures() {
    return {{Label{"交班人签名", "Officer"}, Label{"接班人签名", "Relief"}}};
}

Signatures receipt_signatures() {
    return {{Label{"受理人签名", "Taken by"}, Label{"办公室盖章", "The office's stamp"}}};
}
Signatures reply_signatures() {
    return {{Label{"经办人签名", "For the office"}, Label{"办公室盖章", "The office's stamp"}}};
}

Document blank_form(FormKind kind, const std::string& office, std::int64_t count) {
    const auto& title = name_of(kind).title;
    Document document;
    document.paper_form = true;
    document.title = base::compose({"{0} {1}", "{0}: {2}"}, office, title.zh, title.en);
    const bool is_register = kind == FormKind::complaint_register ||
                             kind == FormKind::repair_register || kind == FormKind::callback_record;
    if (is_register) {
        document.landscape = true;
        auto table = empty_register(kind);
        table.rows.resize(static_cast<std::size_t>(count));
        document.sections.push_back({{}, {std::move(table)}, true});
        return document;
    }
    for (std::int64_t sheet = 1; sheet <= count; ++sheet) {
        std::vector<Block> blocks;
        if (kind == FormKind::dispatch_order) {
            blocks = {order_boxes({}), order_signatures()};
        } else if (kind == FormKind::event_report) {
            blocks = {event_boxes({}), event_signatures()};
        } else if (kind == FormKind::receipt) {
            blocks = {receipt_boxes({}), receipt_signatures()};
        } else {
            auto patrols = shift_table("patrols");
            auto events = shift_table("events");
            patrols.rows.resize(6);
            events.rows.resize(8);
            blocks = {shift_boxes({}), std::move(patrols), std::move(events), shift_signatures()};
        }
        const auto heading = base::compose({"第 {} 张", "sheet {}"}, sheet);
        document.sections.push_back({heading, std::move(blocks), true, sheet > 1});
    }
    return document;
}

namespace {

/// What stands above a box or a column, as a key: `What it is about` is `what_it_is_about`. English
/// in every language, so that a script works in all of them.
std::string key_of(const Text& title) {
    std::string key;
    for (const char letter : title.en) {
        const bool is_upper = letter >= 'A' && letter <= 'Z';
        if (is_upper || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            key += is_upper ? static_cast<char>(letter - 'A' + 'a') : letter;
        else if (!key.empty() && key.back() != '_')
            key += '_';
    }
    if (key.ends_with('_')) key.pop_back();
    return key;
}

}  // namespace

Json form_json(const Document& document, FormKind kind, Language language) {
    Json json{{"schema", "huiyin.form/1"},
              {"form", name_of(kind).word},
              {"title", document.title.in(language)}};
    Json sheets = Json::array();
    for (const auto& section : document.sections) {
        Json sheet{{"title", section.heading.in(language)}};
        const auto add_rows = [&](const Table& table) {
            for (const auto& row : table.rows) {
                Json line = Json::object();
                for (std::size_t i = 0; i < table.columns.size(); ++i)
                    line[key_of(table.columns[i].header)] = cell(row, i, language);
                sheet["rows"].push_back(std::move(line));
            }
        };
        const auto add_fields = [&](const Boxes& form) {
            for (const auto& box : form.boxes)
                sheet["fields"][key_of(box.label)] = box.value.in(language);
        };
        sheet["fields"] = Json::object();
        sheet["rows"] = Json::array();
        for (const auto& block : section.blocks)
            std::visit(Overloaded{add_rows, add_fields, [](const auto&) {}}, block);
        sheets.push_back(std::move(sheet));
    }
    json["sheets"] = std::move(sheets);
    return json;
}

}  // namespace huiyin::reports
