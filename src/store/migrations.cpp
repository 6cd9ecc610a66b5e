#include "huiyin/store/migrations.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "huiyin/base/digest.hpp"
#include "huiyin/base/embedded.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::store {

std::span<const base::EmbeddedFile> schema_files();  // made by the build

namespace {

/// Of the schema after each migration; a unit test compares them with the migrations themselves.
constexpr std::array<std::string_view, 23> digests{
    "a1f9aff9e1b266da9613614871ad56a8c639594d6354884964015c045d40ce37",
    "629e8b75fb8ab9e47a9103ee1f6e231d5bf2a7f16a0e1c9e23f5d51ef73b455b",
    "0872498a90ba8b6bd443987173e0650e7152c152e0efbfa0d8f00eac275cd200",
    "a0063335fa8faeb61fb523fc3b04cb3d0ac34589ef60db2590ac37253320717e",
    "446bce0cd8f0fc2dcde539c73596efbf8386e03730ad2b665722510002459748",
    "1efaecc948fa9f4baf1741be90fb33823c7b075ac4f02a0a6adc31579747fa27",
    "523c7489b5528a0dd3400b99f2044b8d6f34a15c61179596f79cb3d759938af4",
    "f5ceed5b864687a566f1e9f07c564e4aa655982752d4d8f61ea3d71b1b51e17e",
    "7003bf935d70e9f64854cf9114aad629379ea113b27bf27fc67ea4bd03787f1d",
    "61019f1a0025905bd361157eff2bfb1d820eeb72c5f1c8f152d670f85924fe02",
    "bdd4e885d52404460660bba448b717a44865a525344b34c60b1f381dddc18b70",
    "cf2b21ed06d5e2dfc9a5d1f539172ee797014000ef7ad757a5c7d41cfc826918",
    "e66f406f5caf792827e213e7c4b7ca814a73b99113724db648fc16c6bacf553a",
    "851381106bc5c838ec420ae7948e9db7be8edef7c9d0d7d75df61aaa011e87b2",
    "be812f1eb99029145ad3a81fab542e686b03e45f7286b8af9acdd3efe2231487",
    "61da7fb1a4eea1946f9499937bccd24e99dc35f47926373df0419f48fd5c8760",
    "68bdc8c66ef23a2191ab2050ed8a8bdf5f9ae7aca5623393afa315cc0a8710d2",
    "32335024015892dcb576696390eee6018d8b3fd70f5bb5a0d4c02bc35289312f",
    "d6599761fb1eb1c26588024b517abed09e07c0d6517782555d7d3ffbced74dd6",
    // Rows alone were made anew.
    "d6599761fb1eb1c26588024b517abed09e07c0d6517782555d7d3ffbced74dd6",
    "d6599761fb1eb1c26588024b517abed09e07c0d6517782555d7d3ffbced74dd6",
    "25361a56ee8ef467b7fb6e8ca87f1292c54a2a08eeab4bef3c1e0a3399a3c94b",
    "3eca928ec0f02ab994c4dc28ce94657354b54232d69cf5ed1d1fca7e8f6be8e3",
};

/// What it is and how it is called, and its SQL; both lie in the text of all.
using Object = std::pair<std::string_view, std::string_view>;

/// In their order, none twice.
struct Objects {
    std::string text;
    std::vector<Object> list;
};

/// A value of a row, and whether it was written as the text or the number that it is read as.
struct Value {
    std::string_view text;
    int type;
};

/// SQLite reads bytes as the text they spell.
Value value_at(sqlite3_stmt* row, int column) {
    auto* value = sqlite3_column_value(row, column);
    const int type = sqlite3_value_type(value);
    if (type == SQLITE_NULL) return {{}, type};
    const void* bytes = sqlite3_value_text(value);
    if (bytes == nullptr) throw std::bad_alloc();
    return {{static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value))},
            type};
}

/// SQLite's indexes for constraints are its own affair, and so is what ANALYZE found. A name that
/// begins like SQLite's own hides nothing else: whoever edits the schema by hand can call a trigger
/// so.
bool is_sqlites_own(std::string_view type, std::string_view name, bool has_sql) {
    constexpr std::string_view statistics = "sqlite_stat";
    if (type == "index") return !has_sql && name.starts_with("sqlite_autoindex_");
    return type == "table" && name.size() == statistics.size() + 1 &&
           name.starts_with(statistics) && name.back() >= '0' && name.back() <= '9';
}

/// What rows of sqlite_schema say, one after the other.
class ObjectText {
  public:
    ObjectText() { text_.reserve(std::size_t{128} << 10U); }

    void take(sqlite3_stmt* row) {
        const auto type = value_at(row, 0);
        const auto name = value_at(row, 1);
        const auto sql = value_at(row, 4);
        // Bytes in place of text: other tools would pass over such an object.
        const bool as_written = type.type == SQLITE_TEXT && name.type == SQLITE_TEXT &&
                                sqlite3_column_type(row, 2) == SQLITE_TEXT &&
                                sqlite3_column_type(row, 3) == SQLITE_INTEGER &&
                                (sql.type == SQLITE_NULL || sql.type == SQLITE_TEXT);
        if (as_written && is_sqlites_own(type.text, name.text, sql.type != SQLITE_NULL)) return;
        text_.append(type.text).append(" ").append(name.text);
        ends_.push_back(text_.size());
        text_.append(sql.text).append(as_written ? "" : " of bytes");
        ends_.push_back(text_.size());
    }

    Objects in_order() && {
        Objects objects{std::move(text_), {}};
        const std::string_view whole = objects.text;
        objects.list.reserve(ends_.size() / 2);
        for (std::size_t begin = 0, at = 0; at < ends_.size(); begin = ends_[at + 1], at += 2)
            objects.list.emplace_back(whole.substr(begin, ends_[at] - begin),
                                      whole.substr(ends_[at], ends_[at + 1] - ends_[at]));
        std::ranges::sort(objects.list);
        const auto repeated = std::ranges::unique(objects.list);
        objects.list.erase(repeated.begin(), repeated.end());
        return objects;
    }

  private:
    std::string text_;
    std::vector<std::size_t> ends_;  ///< of what it is called, of its SQL, of the next one's, …
};

/// Has SQLite read the schema, where it had not yet, and takes the rows that it reads: every
/// command looks at them before it does anything, and to read them twice takes a thirtieth of all
/// it does.
class SchemaReading {
  public:
    SchemaReading(Connection& connection, std::string schema)
        : handle_(connection.handle()), schema_(std::move(schema)) {
        sqlite3_trace_v2(handle_, SQLITE_TRACE_ROW, &SchemaReading::note, this);
        const int code =
            sqlite3_table_column_metadata(handle_, schema_.c_str(), "sqlite_schema", nullptr,
                                          nullptr, nullptr, nullptr, nullptr, nullptr);
        sqlite3_trace_v2(handle_, 0, nullptr, nullptr);
        if (out_of_memory_) throw std::bad_alloc();
        if (code != SQLITE_OK) throw SQLite::Exception(handle_, code);
    }

    /// Nothing where the schema was read before.
    std::optional<ObjectText> heard() && {
        return has_rows_ ? std::optional(std::move(text_)) : std::nullopt;
    }

  private:
    static int note(unsigned /*event*/, void* self, void* statement, void* /*of_no_row*/) {
        auto& reading = *static_cast<SchemaReading*>(self);
        try {
            reading.take(static_cast<sqlite3_stmt*>(statement));
        } catch (const std::bad_alloc&) {
            reading.out_of_memory_ = true;
        }
        return 0;
    }

    /// What SQLite runs for itself meanwhile has no SQL to show; it reads statistics and other
    /// schemas, too.
    void take(sqlite3_stmt* row) {
        if (sqlite3_sql(row) != nullptr) return;
        const char* table = sqlite3_column_table_name(row, 0);
        const char* schema = sqlite3_column_database_name(row, 0);
        if (table == nullptr || schema == nullptr) return;
        if (schema_ != schema || std::string_view(table) != "sqlite_master") return;
        has_rows_ = true;
        text_.take(row);
    }

    sqlite3* handle_;
    std::string schema_;
    ObjectText text_;
    bool has_rows_ = false;
    bool out_of_memory_ = false;
};

/// By SQLite's plain interface, and no expression in SQL.
ObjectText asked_for(Connection& connection, std::string_view schema) {
    sqlite3_stmt* raw = nullptr;
    const auto query =
        base::format("SELECT type, name, tbl_name, rootpage, sql FROM {}.sqlite_schema", schema);
    int code = sqlite3_prepare_v2(connection.handle(), query.c_str(), -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> row(raw, &sqlite3_finalize);
    ObjectText text;
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(raw);
        if (code == SQLITE_ROW) text.take(raw);
    }
    if (code != SQLITE_DONE) throw SQLite::Exception(connection.handle(), code);
    return text;
}

Objects objects_of(Connection& connection, std::string_view schema) {
    auto heard = SchemaReading(connection, std::string(schema)).heard();
    if (!heard) heard.emplace(asked_for(connection, schema));
    return std::move(*heard).in_order();
}

}  // namespace

std::span<const Migration> migrations() {
    // The number is what the file's name starts with: 0001_foundation.sql.
    static const std::vector<Migration> all = [] {
        std::vector<Migration> list;
        for (const auto& file : schema_files()) {
            int number = 0;
            std::from_chars(file.path.data(), file.path.data() + file.path.size(), number);
            list.push_back({number, file.path, file.text, digests.at(list.size())});
        }
        return list;
    }();
    return all;
}

std::string schema_digest(Connection& connection, std::string_view schema) {
    const auto objects = objects_of(connection, schema);
    std::string text;
    text.reserve(objects.text.size() + 2 * objects.list.size());
    for (const auto& [name, sql] : objects.list)
        text.append(name).append("\n").append(sql).append("\n");
    return base::hex(base::blake2b({text}));
}

std::vector<std::string> schema_differences(Connection& connection, std::string_view schema,
                                            std::size_t count) {
    if (count > 0 && schema_digest(connection, schema) == migrations()[count - 1].digest) return {};
    // Another SQLite may word FTS5's tables in its own way: what it makes afresh decides.
    auto fresh = scratch();
    for (const auto& migration : migrations().first(count))
        fresh.execute(migration.sql);
    const auto should = objects_of(fresh, "main");
    const auto are = objects_of(connection, schema);
    std::vector<Object> differing;
    std::ranges::set_symmetric_difference(should.list, are.list, std::back_inserter(differing));
    std::set<std::string> names;
    for (const auto& [name, sql] : differing)
        names.emplace(name.substr(name.find(' ') + 1));
    return {names.begin(), names.end()};
}

}  // namespace huiyin::store
