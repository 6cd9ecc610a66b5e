#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "matter_parts.hpp"

namespace huiyin::reports {

using base::compose;
using gate::Recorded;
using gate::Revision;

namespace {

/// What people call a column, with where it stands. One without a row of its own, such as `at`, is
/// called as it is elsewhere.
Text title_of_column(const Revision& line) {
    const auto where = base::format("{}.{}", line.table, line.column);
    const auto* field = records::field_at(where);
    if (field == nullptr) field = records::field_in_column(line.column);
    if (field == nullptr) return plain(where);
    return {base::format("{} {}", field->title.zh, where),
            base::format("{} {}", field->title.en, where)};
}

/// What was said, as this viewer may read it.
std::string words_for(const Recorded& value, const View& view) {
    return value.field == nullptr ? shown_words(value.text, view)
                                  : shown_said(*value.field, value.text, view);
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
