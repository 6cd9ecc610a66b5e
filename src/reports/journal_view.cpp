#include <fmt/ranges.h>

#include "huiyin/base/formatting.hpp"
#include "huiyin/base/json.hpp"
#include "huiyin/reports/journal_view.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/changes.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::reports {

using base::compose;
using base::Json;

namespace {

Json entry_json(const gate::LoggedEntry& entry, const base::Zone& zone) {
    return {{"seq", entry.seq},         {"at", base::iso(entry.at, zone)},
            {"os_user", entry.os_user}, {"staff", entry.staff.empty() ? Json() : Json(entry.staff)},
            {"command", entry.command}, {"subjects", entry.subjects},
            {"hash", entry.hash},       {"kind", entry.kind}};
}

Json value_json(const std::optional<store::Value>& value) {
    if (!value) return {};
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return *number;
    if (const auto* real = std::get_if<double>(&*value)) return *real;
    if (const auto* bytes = std::get_if<std::string>(&*value)) {
        // A digest is no text; its length says enough.
        const bool printable = Json(*bytes).dump(-1, ' ', false, Json::error_handler_t::ignore) ==
                               Json(*bytes).dump(-1, ' ', false, Json::error_handler_t::replace);
        return printable ? Json(*bytes) : Json(base::format("{} bytes", bytes->size()));
    }
    return {};
}

/// The columns a change speaks of, by name: of an insert those with a value, of an update those
/// that changed and the key.
Json values_json(const std::vector<std::optional<store::Value>>& values,
                 const std::vector<std::string>& names) {
    Json json = Json::object();
    for (std::size_t column = 0; column < values.size() && column < names.size(); ++column)
        if (values[column] && !std::holds_alternative<std::nullptr_t>(*values[column]))
            json[names[column]] = value_json(values[column]);
    return json;
}

Text columns_text(const Json& values) {
    std::string text;
    for (const auto& [name, value] : values.items())
        text += base::format("{}{}={}", text.empty() ? "" : " ", name,
                             value.is_string() ? value.get<std::string>() : value.dump());
    return plain(text);
}

/// Why something other than a step was recorded late, where this change put that on file.
std::optional<std::string> late_reason_in(store::Connection& connection,
                                          const store::Change& change) {
    if (change.table != "said") return {};
    return store::find_text(connection,
                            "SELECT c.value FROM said s JOIN content c ON c.id = s.id"
                            " WHERE s.id = ? AND s.place = ?",
                            rulebook::key_of(change).value_or(0), gate::place_of_late_reason);
}

std::string_view word_of(store::Change::Kind kind) {
    using enum store::Change::Kind;
    return kind == inserted ? "insert" : kind == updated ? "update" : "delete";
}

}  // namespace

Presentation journal_log(const std::vector<gate::LoggedEntry>& entries, const base::Zone& zone) {
    Table table{.columns = {{Label{"序号", "seq"}, Align::right},
                            {Label{"时间", "when"}},
                            {Label{"系统用户", "OS user"}},
                            {Label{"职工", "staff"}},
                            {Label{"命令", "command"}},
                            {Label{"对象", "subjects"}}},
                .rows = {},
                .brief = true,
                .empty = Label{"没有符合条件的日志。", "No entry matches."}};
    Json json = Json::array();
    for (const auto& entry : entries) {
        const auto denied = entry.kind == "denied" ? "✗ " : "";
        table.rows.push_back({plain(entry.seq), plain(base::readable(entry.at, zone)),
                              plain(entry.os_user), plain(entry.staff),
                              plain(denied + entry.command),
                              plain(base::format("{}", fmt::join(entry.subjects, " ")))});
        json.push_back(entry_json(entry, zone));
    }
    Document document;
    document.title = compose({"日志 {} 条", "{} journal entries"}, entries.size());
    document.sections.push_back({{}, {std::move(table)}});
    return {std::move(document), std::move(json)};
}

Presentation journal_entry(store::Connection& connection, const gate::LoggedEntry& entry,
                           const base::Zone& zone) {
    Json json = entry_json(entry, zone);
    json["head"] = Json::parse(entry.head, nullptr, false);
    json["changes"] = Json::array();
    Table table{.columns = {{Label{"表", "table"}},
                            {Label{"改动", "change"}},
                            {Label{"旧值", "old"}},
                            {Label{"新值", "new"}}},
                .rows = {},
                .empty = Label{"没有改动任何数据。", "It changed no data."}};
    std::vector<std::string> late_reasons;
    if (!entry.changeset.empty())
        store::for_each_change(entry.changeset, [&](const store::Change& change) {
            if (auto reason = late_reason_in(connection, change))
                late_reasons.push_back(std::move(*reason));
            const auto names = store::column_names(connection, change.table);
            const auto before = values_json(change.old_values, names);
            const auto after = values_json(change.new_values, names);
            table.rows.push_back({plain(change.table), plain(std::string(word_of(change.kind))),
                                  columns_text(before), columns_text(after)});
            json["changes"].push_back({{"table", change.table},
                                       {"change", word_of(change.kind)},
                                       {"old", before},
                                       {"new", after}});
        });
    Document document;
    document.title = compose({"日志第 {} 条", "Journal entry {}"}, entry.seq);
    Figures facts{
        {Label{"时间", "when"}, plain(base::readable(entry.at, zone)), {}},
        {Label{"系统用户", "OS user"}, plain(entry.os_user), {}},
        {Label{"职工", "staff"}, plain(entry.staff), {}},
        {Label{"命令", "command"}, plain(entry.command), {}},
        {Label{"对象", "subjects"}, plain(base::format("{}", fmt::join(entry.subjects, " "))), {}},
        {Label{"校验值", "hash"}, plain(entry.hash), {}}};
    if (!late_reasons.empty()) {
        facts.push_back({Label{"补录原因", "why recorded late"},
                         plain(base::format("{}", fmt::join(late_reasons, ";"))),
                         {}});
        json["late_reasons"] = late_reasons;
    }
    document.sections.push_back({{}, {std::move(facts)}});
    document.sections.push_back({Label{"改动", "Changes"}, {std::move(table)}});
    return {std::move(document), std::move(json)};
}

Presentation journal_head(const gate::Head& head) {
    Document document;
    document.title = Label{"日志末端", "Journal head"};
    document.sections.push_back({{},
                                 {Figures{{Label{"条数", "entries"}, plain(head.entries), {}},
                                          {Label{"校验值", "head"}, plain(head.hash), {}}}}});
    return {std::move(document), {{"entries", head.entries}, {"head", head.hash}}};
}

}  // namespace huiyin::reports
