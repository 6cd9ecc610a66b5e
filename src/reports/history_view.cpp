#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "huiyin/base/json.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using gate::Recorded;
using gate::Revision;

namespace {

/// What people call a column; the others go by their own names.
struct ColumnTitle {
    std::string_view column;
    Label title;
};
constexpr std::array column_titles{
    ColumnTitle{"no", {"编号", "number"}},
    ColumnTitle{"kind", {"种类", "kind"}},
    ColumnTitle{"what", {"步骤", "step"}},
    ColumnTitle{"at", {"发生时间", "happened"}},
    ColumnTitle{"recorded_at", {"登记时间", "recorded"}},
    ColumnTitle{"opened_by", {"受理人", "received by"}},
    ColumnTitle{"doer", {"经办人", "done by"}},
    ColumnTitle{"recorder", {"登记人", "recorded by"}},
    ColumnTitle{"to_staff", {"交给", "handed to"}},
    ColumnTitle{"channel", {"方式", "channel"}},
    ColumnTitle{"method", {"方式", "method"}},
    ColumnTitle{"via", {"来源", "source"}},
    ColumnTitle{"category", {"类别", "category"}},
    ColumnTitle{"new_category", {"新类别", "new category"}},
    ColumnTitle{"class", {"等级", "class"}},
    ColumnTitle{"unit", {"房号", "unit"}},
    ColumnTitle{"place", {"位置", "place"}},
    ColumnTitle{"person", {"姓名", "name"}},
    ColumnTitle{"phone", {"电话", "phone"}},
    ColumnTitle{"text", {"内容", "text"}},
    ColumnTitle{"subject", {"标题", "subject"}},
    ColumnTitle{"people", {"人数", "people"}},
    ColumnTitle{"reason", {"理由", "reason"}},
    ColumnTitle{"as_happened", {"据实说明", "as happened"}},
    ColumnTitle{"witness", {"见证人", "witness"}},
    ColumnTitle{"late_reason", {"迟登原因", "late reason"}},
    ColumnTitle{"field", {"更正项", "field"}},
    ColumnTitle{"satisfied", {"满意", "satisfied"}},
    ColumnTitle{"signed_by", {"签名", "signed by"}},
    ColumnTitle{"agreed_by", {"认可人", "agreed by"}},
    ColumnTitle{"quoted", {"报价(元)", "quoted (yuan)"}},
    ColumnTitle{"quoted_fen", {"报价(元以下,分)", "quoted (fen below a yuan)"}},
    ColumnTitle{"fee", {"收费(元)", "fee (yuan)"}},
    ColumnTitle{"fee_fen", {"收费(元以下,分)", "fee (fen below a yuan)"}},
    ColumnTitle{"outcome", {"处理结果", "outcome"}},
    ColumnTitle{"closed_at", {"办结时间", "closed"}},
    ColumnTitle{"voided_at", {"作废时间", "voided"}},
    ColumnTitle{"reachable_at", {"可联系自", "reachable since"}},
    ColumnTitle{"repeat_of", {"重复投诉于", "repeat of"}},
    ColumnTitle{"login", {"登录名", "login"}},
    ColumnTitle{"name", {"姓名", "name"}},
    ColumnTitle{"role", {"角色", "role"}},
    ColumnTitle{"superior", {"上级", "superior"}},
    ColumnTitle{"has_left", {"已离职", "has left"}},
    ColumnTitle{"key", {"参数", "key"}},
    ColumnTitle{"value", {"值", "value"}},
    ColumnTitle{"edition", {"版次", "edition"}},
};

Text title_of_column(const Revision& line) {
    const auto found = std::ranges::find(column_titles, line.column, &ColumnTitle::column);
    const auto where = fmt::format("{}.{}", line.table, line.column);
    if (found == column_titles.end()) return plain(where);
    return {fmt::format("{} {}", found->title.zh, where),
            fmt::format("{} {}", found->title.en, where)};
}

constexpr std::array<std::string_view, 5> names{"matter.person", "step.witness",
                                                "callback.signed_by", "order_detail.agreed_by",
                                                "order_detail.signed_by"};

/// What was said, as this viewer may read it.
std::string words_for(const Recorded& value, const View& view) {
    if (value.place == "matter.phone") return shown_phone(value.text, view).value();
    if (std::ranges::find(names, value.place) != names.end())
        return shown_name(value.text, view).value();
    return shown_words(value.text, view);
}

Text told(const Recorded& value, const View& view) {
    using enum Recorded::Sort;
    switch (value.sort) {
        case nothing:
            return plain(std::string("∅"));
        case text:
            return plain(value.text);
        case number:
            return plain(value.number);
        case time:
            return plain(base::readable(base::instant(value.number), view.zone));
        case words:
            return plain(words_for(value, view));
        case erased:
            return Label{"(已抹除)", "(erased)"};
    }
    return {};
}

Json value_json(const Recorded& value, const View& view) {
    using enum Recorded::Sort;
    switch (value.sort) {
        case nothing:
            return {};
        case text:
            return value.text;
        case number:
            return value.number;
        case time:
            return base::iso(base::instant(value.number), view.zone);
        case words:
            return words_for(value, view);
        case erased:
            return {{"erased", true}};
    }
    return {};
}

}  // namespace

Shown record_history(const std::string& name, const std::vector<Revision>& revisions,
                     const View& view) {
    Table table{.columns = {{Label{"日志", "entry"}, Align::right},
                            {Label{"登记时间", "recorded"}, Align::left, Holds::time},
                            {Label{"何人", "who"}},
                            {Label{"项目", "value of"}},
                            {Label{"旧值", "old"}},
                            {Label{"新值", "new"}}},
                .rows = {},
                .empty = {}};
    Json json = Json::array();
    for (const auto& line : revisions) {
        table.rows.push_back({plain(line.seq), plain(base::readable(line.at, view.zone)),
                              plain(line.staff.empty() ? line.os_user : line.staff),
                              title_of_column(line), told(line.before, view),
                              told(line.after, view)});
        json.push_back({{"seq", line.seq},
                        {"at", base::iso(line.at, view.zone)},
                        {"os_user", line.os_user},
                        {"staff", line.staff.empty() ? Json() : Json(line.staff)},
                        {"command", line.command},
                        {"table", line.table},
                        {"row", line.row},
                        {"column", line.column},
                        {"old", value_json(line.before, view)},
                        {"new", value_json(line.after, view)}});
    }
    Document document;
    document.title = compose({"{} 的变更", "History of {}"}, name);
    document.sections.push_back({{}, {std::move(table)}});
    return {std::move(document), std::move(json)};
}

}  // namespace huiyin::reports
