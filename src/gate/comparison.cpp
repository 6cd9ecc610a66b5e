#include "comparison.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>

#include "huiyin/base/formatting.hpp"
#include "huiyin/gate/journal_tree.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/migrations.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using base::compose;
using store::Query;

namespace {

std::string shown(const std::optional<store::Value>& value) {
    if (!value || std::holds_alternative<std::nullptr_t>(*value)) return "∅";
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return base::format("{}", *number);
    if (const auto* real = std::get_if<double>(&*value)) return base::format("{}", *real);
    const auto& bytes = std::get<std::string>(*value);
    const bool is_text =
        std::ranges::all_of(bytes, [](unsigned char byte) { return byte >= 0x20 && byte != 0x7f; });
    return is_text && bytes.size() < 200 ? base::format("「{}」", bytes)
                                         : base::format("{} B", bytes.size());
}

}  // namespace

bool Comparison::schema(std::size_t migrations) {
    const auto differing = store::schema_differences(rebuilt_, "live", migrations);
    for (const auto& name : differing)
        tell_({.seq = {},
               .table = name,
               .row = {},
               .what = compose({"结构 {} 与程序所建的不同",
                                "the schema object {} is not as this program made it"},
                               name)});
    return differing.empty();
}

void Comparison::rows() {
    std::vector<std::string> tables;
    for (Query row(rebuilt_, "SELECT name FROM main.sqlite_schema WHERE type = 'table'");
         row.next();)
        if (store::is_journaled(row.text(0))) tables.push_back(row.text(0));
    std::ranges::for_each(tables, [this](const auto& name) { table(name); });
}

void Comparison::table(const std::string& name) {
    sqlite3_session* raw = nullptr;
    int code = sqlite3session_create(rebuilt_.handle(), "main", &raw);
    const std::unique_ptr<sqlite3_session, decltype(&sqlite3session_delete)> session(
        raw, &sqlite3session_delete);
    char* message = nullptr;
    if (code == SQLITE_OK) code = sqlite3session_attach(raw, name.c_str());
    if (code == SQLITE_OK) code = sqlite3session_diff(raw, "live", name.c_str(), &message);
    sqlite3_free(message);
    int size = 0;
    void* bytes = nullptr;
    if (code == SQLITE_OK) code = sqlite3session_changeset(raw, &size, &bytes);
    const std::unique_ptr<void, decltype(&sqlite3_free)> owned(bytes, &sqlite3_free);
    if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(code), code);

    const auto columns = store::column_names(rebuilt_, name);
    store::for_each_change({static_cast<const char*>(bytes), static_cast<std::size_t>(size)},
                           [&](const store::Change& change) { difference(change, columns); });
}

/// The difference as SQLite tells it is what would turn the live row into the replayed one.
void Comparison::difference(const store::Change& change, const std::vector<std::string>& columns) {
    std::string key;
    for (std::size_t column = 0; column < columns.size(); ++column)
        if (change.in_key[column]) key += (key.empty() ? "" : "/") + shown(change.value(column));
    if (const auto name = rulebook::name_of_row(rebuilt_, change)) key += " · " + *name;
    const auto tell = [&](base::Text what) {
        tell_({.seq = {}, .table = change.table, .row = key, .what = std::move(what)});
    };

    if (change.kind == store::Change::Kind::inserted)
        tell(compose({"表 {} 的行 {} 被删去", "{} row {} was removed"}, change.table, key));
    else if (change.kind == store::Change::Kind::deleted)
        tell(compose({"表 {} 的行 {} 不见于日志", "{} row {} is not in the journal"}, change.table,
                     key));
    else
        for (std::size_t column = 0; column < columns.size(); ++column)
            if (change.new_values[column] && !change.in_key[column])
                tell(compose({"表 {} 的行 {} 的 {} 被改动:日志为 {},现为 {}",
                              "{} row {}: {} was altered: {} in the journal, {} now"},
                             change.table, key, columns[column], shown(change.new_values[column]),
                             shown(change.old_values[column])));
}

bool Comparison::has(std::string_view table) {
    return store::find_integer(rebuilt_, "SELECT 1 FROM live.sqlite_schema WHERE name = ?", table)
        .has_value();
}

void Comparison::derived(std::size_t version) {
    if (has("home_spelling")) spellings(version);
    if (!has("journal_tile")) return;
    if (const auto tile = JournalTree(rebuilt_, "live").altered_tile())
        tell_(
            {.seq = {},
             .table = "journal_tile",
             .row = base::format("{}", *tile),
             .what = compose(
                 {"日志树的第 {} 块被改动", "tile {} of the journal's tree was altered"}, *tile)});
}

void Comparison::spellings(std::size_t version) {
    std::string typed = "SELECT DISTINCT unit FROM live.matter WHERE unit IS NOT NULL";
    // A store of before was folded otherwise; the migration folds it anew, whatever it has.
    constexpr std::size_t folded_anew = 21;
    const std::string_view altered = version < folded_anew ? "FALSE" : "home <> home_of(unit)";
    // The register of homes came with a later schema.
    if (has("home")) typed += " UNION SELECT unit FROM live.home";
    for (Query row(rebuilt_,
                   base::format("WITH typed AS ({}) SELECT unit FROM live.home_spelling"
                                " WHERE {} UNION"
                                " SELECT unit FROM live.home_spelling s WHERE NOT EXISTS"
                                " (SELECT 1 FROM typed t WHERE t.unit = s.unit) UNION"
                                " SELECT unit FROM typed t WHERE NOT EXISTS"
                                " (SELECT 1 FROM live.home_spelling s WHERE s.unit = t.unit)",
                                typed, altered));
         row.next();)
        tell_({.seq = {},
               .table = "home_spelling",
               .row = row.text(0),
               .what = compose(
                   {"房号 {} 的比较形式被改动", "the comparable form of the home {} was altered"},
                   row.text(0))});
}

void Comparison::texts() {
    const auto tell = [&](std::string row, base::Text what) {
        tell_({.seq = {}, .table = "content", .row = std::move(row), .what = std::move(what)});
    };
    // Attachments came with a later schema than texts.
    const std::string_view file =
        store::find_integer(rebuilt_, "SELECT 1 FROM live.sqlite_schema WHERE name = 'file'")
            ? "live.file"
            : "(SELECT NULL AS id, NULL AS salt, NULL AS bytes WHERE FALSE)";
    for (Query row(rebuilt_,
                   base::format("SELECT s.id, s.place, s.row, s.digest, s.erased_at,"
                                " coalesce(c.salt, f.salt), coalesce(c.value, f.bytes),"
                                " coalesce(c.id, f.id)"
                                " FROM live.said s LEFT JOIN live.content c ON c.id = s.id"
                                " LEFT JOIN {} f ON f.id = s.id",
                                file));
         row.next();) {
        const auto place = base::format("{} {}", row.text(1), row.integer(2));
        const bool nothing_left = row.is_null(5) && row.is_null(6);
        const bool is_erased = !row.is_null(4);
        if (row.is_null(7) || (!is_erased && (row.is_null(5) || row.is_null(6)))) {
            tell(place, compose({"{} 的内容缺失", "the text of {} is missing"}, place));
        } else if (is_erased) {
            if (!nothing_left)
                tell(place, compose({"{} 已记为抹除,内容却还在",
                                     "{} is on record as erased, but is still there"},
                                    place));
        } else if (records::kept_text_digest(row.text(1), row.integer(2), row.blob(5),
                                             row.blob(6)) != row.blob(3)) {
            tell(place, compose({"{} 的内容被改动", "the text of {} was altered"}, place));
        }
    }
    for (Query row(
             rebuilt_,
             base::format(
                 "SELECT c.id FROM live.content c LEFT JOIN live.said s"
                 " ON s.id = c.id AND s.place <> 'attachment.file' WHERE s.id IS NULL UNION ALL"
                 " SELECT f.id FROM {} f LEFT JOIN live.said s"
                 " ON s.id = f.id AND s.place = 'attachment.file' WHERE s.id IS NULL",
                 file));
         row.next();) {
        const auto id = base::format("{}", row.integer(0));
        tell(id, compose({"内容 {} 不属于任何记录", "the text {} belongs to no record"}, id));
    }
}

}  // namespace huiyin::gate
