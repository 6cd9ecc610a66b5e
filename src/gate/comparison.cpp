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
    const auto differing = store::schema_differences(rebuilt_, live_, migrations);
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
    if (code == SQLITE_OK) code = sqlite3session_diff(raw, live_.c_str(), name.c_str(), &message);
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
    return store::find_integer(rebuilt_,
                               base::format("SELECT 1 FROM {}.sqlite_schema WHERE name = ?", live_),
                               table)
        .has_value();
}

void Comparison::derived(std::size_t version) {
    if (has("home_spelling")) spellings(version);
    if (!has("journal_tile")) return;
    if (const auto tile = JournalTree(rebuilt_, live_).altered_tile())
        tell_(
            {.seq = {},
             .table = "journal_tile",
             .row = base::format("{}", *tile),
             .what = compose(
                 {"日志树的第 {} 块被改动", "tile {} of the journal's tree was altered"}, *tile)});
}

std::string Comparison::is_spelled(std::size_t version) {
    // A store of before was folded otherwise; the migration folds it anew, whatever it has.
    constexpr std::size_t folded_anew = 21;
    std::string sql =
        base::format("({} AND (EXISTS (SELECT 1 FROM {}.matter AS m WHERE m.unit = r.unit)",
                     version < folded_anew ? "TRUE" : "r.home IS home_of(r.unit)", live_);
    // The register of homes came with a later schema.
    if (has("home"))
        sql += base::format(" OR EXISTS (SELECT 1 FROM {}.home AS h WHERE h.unit = r.unit)", live_);
    return sql + "))";
}

void Comparison::spellings(std::size_t version) {
    auto typed = base::format("SELECT DISTINCT unit FROM {}.matter WHERE unit IS NOT NULL", live_);
    if (has("home")) typed += base::format(" UNION SELECT unit FROM {}.home", live_);
    for (Query row(rebuilt_,
                   base::format("WITH typed AS ({0}) SELECT unit FROM {2}.home_spelling r"
                                " WHERE NOT {1} UNION"
                                " SELECT unit FROM typed t WHERE NOT EXISTS"
                                " (SELECT 1 FROM {2}.home_spelling s WHERE s.unit = t.unit)",
                                typed, is_spelled(version), live_));
         row.next();)
        tell_({.seq = {},
               .table = "home_spelling",
               .row = row.text(0),
               .what = compose(
                   {"房号 {} 的比较形式被改动", "the comparable form of the home {} was altered"},
                   row.text(0))});
}

/// Attachments came with a later schema than texts.
std::string Comparison::files() {
    return has("file") ? live_ + ".file"
                       : "(SELECT NULL AS id, NULL AS salt, NULL AS bytes WHERE FALSE)";
}

std::optional<std::int64_t> Comparison::text_from(std::int64_t id) {
    return store::find_integer(
        rebuilt_,
        base::format("SELECT min(id) FROM (SELECT min(id) AS id FROM {0}.said WHERE id >= ?1"
                     " UNION ALL SELECT min(id) FROM {0}.content WHERE id >= ?1"
                     " UNION ALL SELECT min(id) FROM {1} WHERE id >= ?1)",
                     live_, files()),
        id);
}

std::optional<std::int64_t> Comparison::file_from(std::int64_t id) {
    return store::find_integer(rebuilt_,
                               base::format("SELECT min(id) FROM {} WHERE id >= ?", files()), id);
}

void Comparison::texts(const TextRange& range) {
    said_texts(range);
    stray_texts(range);
}

void Comparison::said_texts(const TextRange& range) {
    for (Query row(rebuilt_,
                   base::format("SELECT s.id, s.place, s.row, s.digest, s.erased_at,"
                                " coalesce(c.salt, f.salt), coalesce(c.value, f.bytes),"
                                " coalesce(c.id, f.id)"
                                " FROM {0}.said s LEFT JOIN {0}.content c ON c.id = s.id"
                                " LEFT JOIN {1} f ON f.id = s.id WHERE s.id BETWEEN ? AND ?",
                                live_, files()),
                   range.from, range.to);
         row.next();) {
        const auto tell = [&](const base::Pattern<std::string&>& what) {
            auto place = base::format("{} {}", row.text(1), row.integer(2));
            tell_({.seq = {}, .table = "content", .row = place, .what = compose(what, place)});
        };
        const bool nothing_left = row.is_null(5) && row.is_null(6);
        const bool is_erased = !row.is_null(4);
        if (row.is_null(7) || (!is_erased && (row.is_null(5) || row.is_null(6)))) {
            tell({"{} 的内容缺失", "the text of {} is missing"});
        } else if (is_erased) {
            if (!nothing_left)
                tell({"{} 已记为抹除,内容却还在", "{} is on record as erased, but is still there"});
        } else if (records::kept_text_digest(row.text(1), row.integer(2), row.blob(5),
                                             row.blob(6)) != row.blob(3)) {
            tell({"{} 的内容被改动", "the text of {} was altered"});
        }
    }
}

void Comparison::stray_texts(const TextRange& range) {
    for (Query row(rebuilt_,
                   base::format("SELECT c.id FROM {0}.content c LEFT JOIN {0}.said s"
                                " ON s.id = c.id AND s.place <> 'attachment.file'"
                                " WHERE c.id BETWEEN ?1 AND ?2 AND s.id IS NULL UNION ALL"
                                " SELECT f.id FROM {1} f LEFT JOIN {0}.said s"
                                " ON s.id = f.id AND s.place = 'attachment.file'"
                                " WHERE f.id BETWEEN ?1 AND ?2 AND s.id IS NULL",
                                live_, files()),
                   range.from, range.to);
         row.next();) {
        const auto id = base::format("{}", row.integer(0));
        tell_(
            {.seq = {},
             .table = "content",
             .row = id,
             .what = compose({"内容 {} 不属于任何记录", "the text {} belongs to no record"}, id)});
    }
}

}  // namespace huiyin::gate
