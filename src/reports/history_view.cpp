#include <algorithm>
#include <array>
#include <functional>

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
    using enum Recorded::Kind;
    switch (value.kind) {
        case nothing:
            return Text(Label{"(空)", "(empty)"});
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
    using enum Recorded::Kind;
    switch (value.kind) {
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

/// The row of the catalogue that says what a value is; nothing for what only the program reads.
const records::Field* field_of(const Revision& line) {
    if (line.field != nullptr) return line.field;
    return records::field_at(base::format("{}.{}", line.table, line.column));
}

/// A value as people say it: by name, by what a word means, by the office's clock.
Text in_words(const Recorded& value, const records::Field& field, const View& view) {
    using records::FieldType;
    if (value.kind == Recorded::Kind::number && field.type == FieldType::time)
        return plain(base::readable_minute(base::instant(value.number), view.zone));
    if (value.kind == Recorded::Kind::number && field.type == FieldType::flag)
        return value.number != 0 ? Label{"是", "yes"} : Label{"否", "no"};
    if (value.kind != Recorded::Kind::text) return told(value, view);
    if (field.place == "staff_edition.role")
        return records::name_of(records::parse_role(value.text)).title;
    if (field.place == "matter.kind")
        for (const auto& kind : records::matter_kinds())
            if (kind.word == value.text) return kind.title;
    switch (field.type) {
        case FieldType::choice:
            return records::word_title(field.words, value.text);
        case FieldType::category:
            return records::category_title(value.text);
        case FieldType::step:
            return records::step_title(value.text);
        case FieldType::field:
            return corrected_title(value.text);
        case FieldType::staff:
            return plain(person(view, value.text));
        default:
            return told(value, view);
    }
}

/// `旧 → 新`; only the new one where there was none.
Text change(const Revision& line, const records::Field& field, const View& view) {
    const auto after = in_words(line.after, field, view);
    if (line.before.kind == Recorded::Kind::nothing) return after;
    const auto before = in_words(line.before, field, view);
    return {base::format("{} → {}", before.zh, after.zh),
            base::format("{} → {}", before.en, after.en)};
}

/// The lines of one entry, which follow each other.
using Entry = std::vector<const Revision*>;
std::vector<Entry> by_entry(const std::vector<Revision>& revisions) {
    std::vector<Entry> entries;
    for (const auto& line : revisions) {
        if (entries.empty() || entries.back().front()->seq != line.seq ||
            entries.back().front()->correction != line.correction)
            entries.emplace_back();
        entries.back().push_back(&line);
    }
    return entries;
}

std::string whoever(const Revision& line, const View& view) {
    return line.staff.empty() ? line.os_user : person(view, line.staff);
}

/// One block for each entry, with what people have words for; everything is in JSON and in sheets.
template <typename IsTold>
Document told_by_entry(const std::vector<Entry>& entries, const View& view, IsTold is_told) {
    Document document;
    for (const auto& entry : entries) {
        Figures figures;
        for (const auto* line : entry) {
            const auto* field = field_of(*line);
            if (field == nullptr || field->title.empty() || !is_told(*line)) continue;
            figures.push_back({field->title, change(*line, *field, view), {}});
        }
        if (figures.empty()) continue;
        const auto& first = *entry.front();
        const auto at = base::readable_minute(first.at, view.zone);
        document.sections.push_back(
            {{base::format("{} · {} · 日志 {}", at, whoever(first, view), first.seq),
              base::format("{} · {} · entry {}", at, whoever(first, view), first.seq)},
             {std::move(figures)}});
    }
    return document;
}

bool is_correction(const Entry& entry) {
    static constexpr std::array<std::string_view, 3> commands{
        "huiyin amend ", "huiyin repair recategorise ", "huiyin callback rearrange "};
    return entry.front()->correction > 0 ||
           std::ranges::any_of(commands, [&](std::string_view command) {
               return entry.front()->command.starts_with(command);
           });
}

/// Of what a correction wrote, what it corrected: not the step that tells of it.
bool is_corrected_value(const Revision& line) {
    return field_of(line) != nullptr && (line.field != nullptr || line.table != "step" ||
                                         line.before.kind != Recorded::Kind::nothing);
}

Json correction_json(const Entry& entry, const View& view) {
    Json changes = Json::array();
    Json reason;
    for (const auto* line : entry) {
        if (line->table == "step" && line->column == "reason")
            reason = value_json(line->after, view);
        if (!is_corrected_value(*line)) continue;
        changes.push_back({{"field", field_of(*line)->key},
                           {"old", value_json(line->before, view)},
                           {"new", value_json(line->after, view)}});
    }
    const auto& first = *entry.front();
    return {{"seq", first.seq},
            {"at", base::iso(first.at, view.zone)},
            {"by", first.staff.empty() ? Json() : Json(first.staff)},
            {"reason", std::move(reason)},
            {"changes", std::move(changes)}};
}

}  // namespace

Presentation record_history(const std::string& name, const std::vector<Revision>& revisions,
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
    if (view.reader == ReadBy::sheet)
        document.sections.push_back({{}, {std::move(table)}});
    else
        document = told_by_entry(by_entry(revisions), view, [](const Revision&) { return true; });
    document.title = compose({"{} 的变更", "History of {}"}, name);
    return {std::move(document), std::move(json)};
}

Presentation record_corrections(const std::string& name, const std::vector<Revision>& revisions,
                                const View& view) {
    auto entries = by_entry(revisions);
    std::erase_if(entries, std::not_fn(is_correction));
    Json json = Json::array();
    for (const auto& entry : entries)
        json.push_back(correction_json(entry, view));
    auto document = told_by_entry(entries, view, [](const Revision& line) {
        const bool is_why = line.table == "step" && line.column == "reason";
        return is_why || is_corrected_value(line);
    });
    document.title = compose({"{} 的更正 {} 次", "Corrections of {}: {}"}, name, entries.size());
    return {std::move(document), std::move(json)};
}

}  // namespace huiyin::reports
