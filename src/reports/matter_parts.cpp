#include "matter_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "huiyin/base/display.hpp"
#include "huiyin/records/attachment.hpp"

namespace huiyin::reports {

using records::Matter;
using records::Step;

namespace {

struct Word {
    std::string_view word;
    Label title;
};

constexpr std::array channel_titles{
    Word{"letter", {"信函", "letter"}},        Word{"phone", {"电话", "phone"}},
    Word{"visit", {"来访", "visit"}},          Word{"patrol", {"巡查", "patrol"}},
    Word{"round", {"巡视", "round"}},          Word{"survey", {"问卷", "survey"}},
    Word{"office", {"内部", "in the office"}}, Word{"in-person", {"当面", "in person"}},
    Word{"written", {"书面", "written"}},      Word{"duty", {"值班", "on duty"}},
};

/// How a step was done, or what it came to.
constexpr std::array step_words{
    Word{"phone", {"电话", "phone"}},
    Word{"visit", {"上门", "visit"}},
    Word{"letter", {"信函", "letter"}},
    Word{"open-letter", {"公开信", "open letter"}},
    Word{"in-person", {"当面", "in person"}},
    Word{"written", {"书面", "written"}},
    Word{"patrol", {"巡查", "inspection"}},
    Word{"ok", {"正常", "in order"}},
    Word{"fault", {"有问题", "a fault"}},
    Word{"thanks", {"致谢", "thanks"}},
    Word{"apology", {"致歉", "apology"}},
    Word{"difficult", {"疑难", "difficult"}},
    Word{"parts", {"缺件", "parts missing"}},
    Word{"major", {"重大", "major"}},
    Word{"left", {"离岗", "left"}},
    Word{"ill", {"生病", "ill"}},
    Word{"unreachable", {"联系不上", "unreachable"}},
};

Text title_of(std::span<const Word> words, std::string_view word) {
    const auto found = std::ranges::find(words, word, &Word::word);
    return found == words.end() ? Text{std::string(word), std::string(word)} : Text(found->title);
}

/// A number of yuan: 35, 35.5.
std::optional<Json> in_json(const std::optional<base::Money>& amount) {
    if (!amount) return {};
    if (amount->fen() == 0) return Json(amount->yuan());
    return Json(static_cast<double>(100 * amount->yuan() + amount->fen()) / 100);
}

void add_order_detail(Json& json, const records::OrderDetail& detail, const View& view) {
    const auto add = [&](const char* key, const auto& value) {
        if (value) json[key] = *value;
    };
    json["order"] = detail.no;
    add("agreed_by", shown_name(detail.agreed_by, view));
    add("quoted", in_json(detail.quoted));
    add("fault", detail.fault);
    if (detail.eta) json["eta"] = base::iso(*detail.eta, view.zone);
    add("materials", shown_words(detail.materials, view));
    add("fee", in_json(detail.fee));
    add("by_resident", shown_name(detail.signed_by, view));
    add("form_no", detail.form_no);
    add("refused", shown_words(detail.refused, view));
    add("instead", detail.instead);
}

}  // namespace

Text method_title(std::string_view word) {
    return title_of(step_words, word);
}

std::optional<std::string> shown_name(const std::optional<std::string>& name, const View& view) {
    if (!name || view.names) return name;
    return base::mask_name(*name);
}

std::optional<std::string> shown_phone(const std::optional<std::string>& phone, const View& view) {
    if (!phone || view.reveals) return phone;
    return base::mask_phone(*phone);
}

std::string shown_words(const std::string& words, const View& view) {
    return view.reveals ? words : base::mask_phones_in(words);
}
std::optional<std::string> shown_words(const std::optional<std::string>& words, const View& view) {
    return words ? std::optional(shown_words(*words, view)) : std::nullopt;
}

std::string login(const View& view, records::StaffId staff) {
    return records::login_of(view.connection, staff);
}

Json or_null(const std::optional<base::Instant>& value, const View& view) {
    return value ? Json(base::iso(*value, view.zone)) : Json();
}

std::string_view state_of(const Matter& matter) {
    return matter.closed_at || matter.voided_at ? "closed" : "open";
}

Text state_title(const Matter& matter) {
    if (matter.voided_at) return Label{"已作废", "voided"};
    if (matter.closed_at) return Label{"已办结", "closed"};
    return Label{"在办", "open"};
}

Json step_json(const Step& step, const View& view) {
    Json json{{"seq", step.seq},
              {"what", step.what},
              {"at", base::iso(step.at, view.zone)},
              {"recorded_at", base::iso(step.recorded_at, view.zone)},
              {"by", login(view, step.doer)},
              {"recorded_by", login(view, step.recorder)},
              {"entry", step.entry}};
    if (step.to) json["to"] = login(view, *step.to);
    const auto add = [&](std::string_view key, const std::optional<std::string>& value) {
        if (value) json[std::string(key)] = *value;
    };
    // An amended name or number is as personal as the field it corrects.
    const bool personal = step.field == "from" || step.field == "phone";
    add("method", step.method);
    add("ended", step.ended);
    add("field", step.field);
    add("text", !personal               ? shown_words(step.text, view)
                : step.field == "phone" ? shown_phone(step.text, view)
                                        : shown_name(step.text, view));
    add("reason", shown_words(step.reason, view));
    add("as_happened", shown_words(step.as_happened, view));
    add("witness", shown_name(step.witness, view));
    add("late_reason", shown_words(step.late_reason, view));
    add("courtesy", step.courtesy);
    if (step.returned) json["returned"] = *step.returned;
    if (step.quarrel) {
        const auto somebody = [&](std::optional<records::StaffId> staff) {
            return staff ? Json(login(view, *staff)) : Json();
        };
        json["who"] = login(view, step.quarrel->who);
        json["stopped_by"] = somebody(step.quarrel->stopped_by);
        json["taken_over_by"] = somebody(step.to);
        json["case"] = step.quarrel->case_no;
    }
    if (step.patrol) {
        json["area"] = step.patrol->area;
        json["result"] = step.patrol->result;
        json["found"] = or_null(step.patrol->found);
    }
    if (step.handover) {
        json["reported_to"] =
            step.handover->reported_to ? Json(login(view, *step.handover->reported_to)) : Json();
        json["items"] = or_null(step.handover->items);
        json["carried_over"] = step.handover->carried;
    }
    if (step.message) {
        json["department"] = or_null(step.message->department);
        json["casualties"] = or_null(step.message->casualties);
        json["loss"] = or_null(step.message->loss);
    }
    if (step.category) json["category"] = *step.category;
    if (step.order) add_order_detail(json, *step.order, view);
    if (step.attachment) {
        json["name"] = shown_words(step.attachment->name, view);
        json["size"] = step.attachment->size;
        json["digest"] = records::attachment_digest(view.connection, step.id);
    }
    if (!step.convened.empty()) {
        json["convened"] = Json::array();
        for (const auto person : step.convened)
            json["convened"].push_back(login(view, person));
    }
    return json;
}

Table steps_table(const std::vector<Step>& steps, const View& view) {
    Table table{.columns = {{Label{"时间", "when"}},
                            {Label{"步骤", "step"}},
                            {Label{"经手", "by"}},
                            {Label{"内容", "what"}}},
                .rows = {},
                .empty = {}};
    for (const auto& step : steps) {
        const auto json = step_json(step, view);
        Text what;
        const auto add = [&](const Text& words) {
            what.zh += (what.zh.empty() ? "" : " · ") + words.zh;
            what.en += (what.en.empty() ? "" : " · ") + words.en;
        };
        for (const std::string_view key :
             {"order",       "who",       "stopped_by",  "to",      "field",      "area",
              "result",      "found",     "reported_to", "items",   "department", "category",
              "method",      "ended",     "courtesy",    "fault",   "agreed_by",  "name",
              "text",        "materials", "by_resident", "refused", "reason",     "late_reason",
              "as_happened", "witness"})
            if (const auto found = json.find(key); found != json.end() && found->is_string())
                add(title_of(step_words, found->get<std::string>()));
        if (step.order && step.order->quoted)
            add(base::compose({"报价 {} 元", "quoted {} yuan"}, step.order->quoted->text()));
        if (step.order && step.order->fee)
            add(base::compose({"收费 {} 元", "fee {} yuan"}, step.order->fee->text()));
        if (step.returned) add(plain(*step.returned));
        for (const auto person : step.convened)
            add(plain(login(view, person)));
        table.rows.push_back({plain(base::readable_minute(step.at, view.zone)),
                              records::step_title(step.what), plain(login(view, step.doer)), what});
    }
    return table;
}

Text channel_title(std::string_view channel) {
    return title_of(channel_titles, channel);
}

Json matter_json(const Matter& matter, const View& view) {
    Json json{{"no", matter.no},
              {"kind", records::name_of(matter.kind).word},
              {"state", state_of(matter)},
              {"opened_at", base::iso(matter.at, view.zone)},
              {"recorded_at", base::iso(matter.recorded_at, view.zone)},
              {"opened_by", login(view, matter.opened_by)},
              {"channel", matter.channel},
              {"text", shown_words(matter.text, view)}};
    json["unit"] = or_null(matter.unit);
    json["category"] = or_null(matter.category);
    json["holder"] = matter.holder ? Json(login(view, *matter.holder)) : Json();
    json["reachable"] = matter.reachable;
    json["closed_at"] = or_null(matter.closed_at, view);
    json["outcome"] = or_null(shown_words(matter.outcome, view));
    json["voided_at"] = or_null(matter.voided_at, view);
    json["duplicate_of"] = or_null(matter.duplicate_of);
    json["from"] = or_null(shown_name(matter.person, view));
    json["phone"] = or_null(shown_phone(matter.phone, view));
    json["via"] = or_null(shown_words(matter.via, view));
    return json;
}

void drop_empty_columns(Table& table) {
    if (table.rows.empty()) return;
    for (auto column = table.columns.size(); column-- > 0;) {
        const bool empty = std::ranges::all_of(
            table.rows, [&](const std::vector<Text>& row) { return row[column].empty(); });
        if (!empty) continue;
        const auto at = static_cast<std::ptrdiff_t>(column);
        table.columns.erase(table.columns.begin() + at);
        for (auto& row : table.rows)
            row.erase(row.begin() + at);
    }
}

Figures matter_facts(const Matter& matter, const View& view) {
    Figures figures;
    const auto add = [&](Label name, const std::optional<std::string>& value) {
        if (value) figures.push_back({name, plain(*value), {}});
    };
    figures.push_back({Label{"状态", "state"}, state_title(matter), {}});
    add({"发生时间", "happened"}, base::readable(matter.at, view.zone));
    add({"登记时间", "recorded"}, base::readable(matter.recorded_at, view.zone));
    add({"受理人", "received by"}, login(view, matter.opened_by));
    figures.push_back({Label{"方式", "channel"}, channel_title(matter.channel),
                       plain(shown_words(matter.via, view))});
    add({"姓名", "from"}, shown_name(matter.person, view));
    add({"电话", "phone"}, shown_phone(matter.phone, view));
    add({"房号", "unit"}, matter.unit);
    if (matter.category)
        figures.push_back(
            {Label{"类别", "category"}, records::category_title(*matter.category), {}});
    if (matter.holder) add({"承办人", "holder"}, login(view, *matter.holder));
    if (matter.closed_at) add({"办结时间", "closed"}, base::readable(*matter.closed_at, view.zone));
    add({"处理结果", "outcome"}, shown_words(matter.outcome, view));
    add({"与何者重复", "duplicate of"}, matter.duplicate_of);
    return figures;
}

}  // namespace huiyin::reports
