#include "huiyin/store/changes.hpp"

// The session extension is declared only where these are defined; the build defines them for all.
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <memory>

#include "changeset_format.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::store {

namespace {

using base::Exit;
using base::Failure;
using base::Label;

void check(int code) {
    if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(code), code);
}

Failure unreadable() {
    return {Exit::integrity,
            Label{"日志中的变更集无法读出", "a changeset in the journal cannot be read"}};
}

void require_well_formed(std::string_view changeset) {
    if (!is_well_formed(changeset)) throw unreadable();
}

/// Memory that SQLite allocated for a changeset, as a string.
Changeset take(int size, void* bytes) {
    const std::unique_ptr<void, decltype(&sqlite3_free)> owned(bytes, &sqlite3_free);
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

void* mutable_bytes(std::string_view changeset) {
    // SQLite's interface takes a non-const pointer but only reads.
    return const_cast<char*>(changeset.data());
}

std::optional<Value> read_value(sqlite3_value* value) {
    if (value == nullptr) return std::nullopt;
    switch (sqlite3_value_type(value)) {
        case SQLITE_INTEGER:
            return Value{std::int64_t{sqlite3_value_int64(value)}};
        case SQLITE_FLOAT:
            return Value{sqlite3_value_double(value)};
        case SQLITE_NULL:
            return Value{nullptr};
        default: {
            const void* bytes = sqlite3_value_blob(value);
            const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
            return Value{bytes == nullptr ? std::string{}
                                          : std::string(static_cast<const char*>(bytes), size)};
        }
    }
}

using ReadColumn = int (*)(sqlite3_changeset_iter*, int, sqlite3_value**);

std::vector<std::optional<Value>> read_columns(sqlite3_changeset_iter* iterator, int count,
                                               ReadColumn read) {
    std::vector<std::optional<Value>> values;
    values.reserve(static_cast<std::size_t>(count));
    for (int column = 0; column < count; ++column) {
        sqlite3_value* value = nullptr;
        check(read(iterator, column, &value));
        values.push_back(read_value(value));
    }
    return values;
}

Change read_change(sqlite3_changeset_iter* iterator) {
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    check(sqlite3changeset_op(iterator, &table, &columns, &operation, nullptr));
    unsigned char* key = nullptr;
    check(sqlite3changeset_pk(iterator, &key, nullptr));

    Change change;
    change.table = table;
    change.in_key.assign(key, key + columns);
    change.kind = operation == SQLITE_INSERT   ? Change::Kind::inserted
                  : operation == SQLITE_DELETE ? Change::Kind::deleted
                                               : Change::Kind::updated;
    if (operation != SQLITE_INSERT)
        change.old_values = read_columns(iterator, columns, &sqlite3changeset_old);
    if (operation != SQLITE_DELETE)
        change.new_values = read_columns(iterator, columns, &sqlite3changeset_new);
    return change;
}

}  // namespace

const std::optional<Value>& Change::value(std::size_t column) const {
    if (column < new_values.size() && new_values[column]) return new_values[column];
    return old_values.empty() ? new_values[column] : old_values[column];
}

bool is_journaled(std::string_view table) {
    return table != "content" && table != "file" && table != "journal" &&
           table != "home_spelling" && table != "journal_tile" &&
           !table.starts_with("search_index") && !table.starts_with("sqlite_");
}

std::vector<std::string> column_names(Connection& connection, const std::string& table) {
    return store::all_texts(connection, "SELECT name FROM pragma_table_info(?)", table);
}

void for_each_change(std::string_view changeset, const std::function<void(const Change&)>& visit) {
    require_well_formed(changeset);
    sqlite3_changeset_iter* iterator = nullptr;
    check(sqlite3changeset_start(&iterator, static_cast<int>(changeset.size()),
                                 mutable_bytes(changeset)));
    const std::unique_ptr<sqlite3_changeset_iter, decltype(&sqlite3changeset_finalize)> owned(
        iterator, &sqlite3changeset_finalize);
    int code = SQLITE_ROW;
    while ((code = sqlite3changeset_next(iterator)) == SQLITE_ROW)
        visit(read_change(iterator));
    if (code == SQLITE_NOMEM) check(code);  // no fault of the changeset's
    if (code != SQLITE_DONE) throw unreadable();
}

void ChangeGroup::Delete::operator()(void* group) const {
    sqlite3changegroup_delete(static_cast<sqlite3_changegroup*>(group));
}

ChangeGroup::ChangeGroup() {
    sqlite3_changegroup* group = nullptr;
    check(sqlite3changegroup_new(&group));
    group_.reset(group);
}

ChangeGroup::~ChangeGroup() = default;

void ChangeGroup::add(std::string_view changeset) {
    require_well_formed(changeset);
    const int code =
        sqlite3changegroup_add(static_cast<sqlite3_changegroup*>(group_.get()),
                               static_cast<int>(changeset.size()), mutable_bytes(changeset));
    if (code == SQLITE_SCHEMA || code == SQLITE_CORRUPT) throw unreadable();
    check(code);
}

Changeset ChangeGroup::folded() const {
    int size = 0;
    void* bytes = nullptr;
    check(
        sqlite3changegroup_output(static_cast<sqlite3_changegroup*>(group_.get()), &size, &bytes));
    return take(size, bytes);
}

Changeset inverted(std::string_view changeset) {
    require_well_formed(changeset);
    int size = 0;
    void* bytes = nullptr;
    const int code = sqlite3changeset_invert(static_cast<int>(changeset.size()),
                                             mutable_bytes(changeset), &size, &bytes);
    if (code == SQLITE_CORRUPT) throw unreadable();
    check(code);
    return take(size, bytes);
}

void apply(Connection& target, std::string_view changeset) {
    bool conflict = false;
    const auto on_conflict = [](void* context, int, sqlite3_changeset_iter*) {
        *static_cast<bool*>(context) = true;
        return SQLITE_CHANGESET_ABORT;
    };
    // A table that is missing or has another shape is skipped without an error, so look first.
    for_each_change(changeset, [&](const Change& change) {
        const auto count =
            sqlite3_table_column_metadata(target.handle(), "main", change.table.c_str(), nullptr,
                                          nullptr, nullptr, nullptr, nullptr, nullptr);
        conflict = conflict || count != SQLITE_OK || !is_journaled(change.table);
    });
    const int code = conflict ? SQLITE_ABORT
                              : sqlite3changeset_apply(
                                    target.handle(), static_cast<int>(changeset.size()),
                                    mutable_bytes(changeset), nullptr, on_conflict, &conflict);
    if (code == SQLITE_ABORT || code == SQLITE_CORRUPT || conflict)
        throw Failure(Exit::integrity, Label{"日志的变更与此前的记录不符",
                                             "the journal's changes do not fit what came before"});
    check(code);
}

}  // namespace huiyin::store
