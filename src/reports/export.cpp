#include "huiyin/reports/export.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "huiyin/base/display.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/journal.hpp"
#include "huiyin/records/matter_list.hpp"
#include "huiyin/reports/callback_view.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "huiyin/reports/office_view.hpp"
#include "huiyin/reports/order_view.hpp"
#include "huiyin/reports/register_view.hpp"
#include "huiyin/rulebook/explain.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using records::MatterKind;

namespace {

/// The fields whose columns a table has: those of a kind of matter, or of another record.
std::vector<const records::Field*> columns_of(const ExportTable& table) {
    return table.is_matter ? records::fields_of_kind(table.of) : records::fields_of(table.of);
}

template <MatterKind kind>
void matters(const View& view, const TakeRow& take) {
    for (const auto id : records::find_matters(view.connection, {.kind = kind}))
        take(view_matter(view, id).json);
}

void steps(const View& view, const TakeRow& take) {
    for (const auto& kind : records::matter_kinds())
        for (const auto id : records::find_matters(view.connection, {.kind = kind.kind})) {
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

void homes(const View& view, const TakeRow& take) {
    for (const auto& home : records::all_registered_homes(view.connection))
        take(home_json(home, view.zone));
}

void journal(const View& view, const TakeRow& take) {
    each(journal_log(gate::read_log(view.connection, {}), view.zone).json, take);
}

void explanations(const View& view, const TakeRow& take) {
    for (const auto& one : rulebook::explanations(view.connection, view.now))
        take({{"rule", one.rule},
              {"clause", one.clause},
              {"subject", one.subject},
              {"since", base::iso(one.since, view.zone)},
              {"text",
               one.explanation.text ? Json(shown_words(*one.explanation.text, view)) : Json()},
              {"by", one.explanation.by},
              {"at", base::iso(one.explanation.at, view.zone)}});
}

constexpr std::array tables{
    ExportTable{
        "complaints", {"投诉", "complaints"}, "complaint", true, matters<MatterKind::complaint>},
    ExportTable{"suggestions",
                {"意见与建议", "suggestions"},
                "suggestion",
                true,
                matters<MatterKind::suggestion>},
    ExportTable{"assists", {"求助", "calls for help"}, "assist", true, matters<MatterKind::assist>},
    ExportTable{"repairs", {"报修", "repairs"}, "repair", true, matters<MatterKind::repair>},
    ExportTable{"orders", {"派工单", "dispatch orders"}, "order", false, orders},
    ExportTable{"callbacks", {"回访", "callbacks"}, "callback", false, callbacks},
    ExportTable{"events", {"重大事项", "major events"}, "event", true, matters<MatterKind::event>},
    ExportTable{"letters", {"公开信", "open letters"}, "letter", true, matters<MatterKind::letter>},
    ExportTable{"surveys", {"问卷", "surveys"}, "survey", true, matters<MatterKind::survey>},
    ExportTable{
        "conduct", {"处理", "conduct cases"}, "conduct", true, matters<MatterKind::conduct>},
    ExportTable{"shifts", {"值班", "shifts"}, "shift", true, matters<MatterKind::shift>},
    ExportTable{"roster", {"排班", "the roster"}, "roster", true, matters<MatterKind::roster>},
    ExportTable{"steps", {"经过", "what was done"}, "step", false, steps},
    ExportTable{"explanations",
                {"违规的说明", "explanations of breaches"},
                "explanation",
                false,
                explanations},
    ExportTable{"staff", {"职工", "staff"}, "staff", false, staff},
    ExportTable{"homes", {"住户册", "the register of homes"}, "unit", false, homes},
    ExportTable{"policies", {"制度参数", "policies"}, "policy", false, policies},
    ExportTable{"journal", {"日志", "the journal"}, "journal", false, journal},
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

/// What a listed word is called; anything else is its own name.
Text called(const records::Field& field, const std::string& word) {
    if (!field.words.empty()) return records::word_title(field.words, word);
    if (field.type == records::FieldType::step) return records::step_title(word);
    if (field.place == "matter.kind")
        for (const auto& kind : records::matter_kinds())
            if (kind.word == word) return kind.title;
    if (field.place == "staff_edition.role")
        for (const auto& role : records::role_names)
            if (role.word == word) return role.title;
    if (field.key == "state")
        return field.of == "order" ? order_state_title(word) : state_title(word);
    return plain(word);
}

std::string cell_text(const records::Field& field, const Json& value, Language language) {
    if (value.is_null()) return "";
    if (value.is_boolean()) return value.get<bool>() ? "1" : "0";
    if (value.is_array()) {
        std::string list;
        for (const auto& part : value)
            list += (list.empty() ? "" : " ") + cell_text(field, part, language);
        return list;
    }
    if (!value.is_string()) return value.dump();
    const auto text = value.get<std::string>();
    return is_time(text) ? base::format("{} {}", text.substr(0, 10), text.substr(11, 8))
                         : called(field, text).in(language);
}

}  // namespace

std::span<const ExportTable> export_tables() {
    return tables;
}

std::string csv_header(const ExportTable& table, Language language) {
    std::string line;
    for (const auto* field : columns_of(table))
        line += (line.empty() ? "" : ",") + base::csv_cell(field->title.in(language));
    return line + "\r\n";
}

std::string csv_row(const ExportTable& table, const Json& row, Language language) {
    std::string line;
    bool first = true;
    for (const auto* field : columns_of(table)) {
        if (!std::exchange(first, false)) line += ',';
        const auto value = row.find(std::string(field->key));
        if (value != row.end()) line += base::csv_cell(cell_text(*field, *value, language));
    }
    return line + "\r\n";
}

std::string columns_explained(const ExportTable& table) {
    std::string lines;
    for (const auto* field : columns_of(table))
        lines += base::format("    {}  {} / {}\n", field->key, field->title.zh, field->title.en);
    return lines;
}

}  // namespace huiyin::reports
