#include "relation_table.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <array>
#include <memory>
#include <new>
#include <variant>

#include "huiyin/base/failure.hpp"

// The interface of SQLite's virtual tables: https://www.sqlite.org/vtab.html

namespace huiyin::rulebook {

namespace {

struct Connected : sqlite3_vtab {
    explicit Connected(TableInMemory& in_memory) : sqlite3_vtab{}, table(in_memory) {}
    TableInMemory& table;
};

struct Cursor : sqlite3_vtab_cursor {
    std::vector<const TableInMemory::Rows*> found;
    std::size_t part = 0;  ///< of `found`
    std::size_t row = 0;   ///< of that part

    void skip_empty() {
        while (part < found.size() && row == found[part]->size()) {
            ++part;
            row = 0;
        }
    }
    const TableInMemory::Cells& cells() const { return (*found[part])[row]; }
};

TableInMemory& table_of(sqlite3_vtab* connected) {
    return static_cast<Connected*>(connected)->table;
}

/// Runs what SQLite calls: no exception crosses its C code, and what went wrong is told.
template <typename Work>
int guarded(char** message, Work work) noexcept {
    const auto told = [&](int code, const char* what) {
        sqlite3_free(*message);
        *message = sqlite3_mprintf("%s", what);
        return code;
    };
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    } catch (const SQLite::Exception& error) {
        const int code = error.getErrorCode();
        return told(code > SQLITE_OK && code < SQLITE_ROW ? code : SQLITE_ERROR, error.what());
    } catch (const std::exception& error) {
        return told(SQLITE_ERROR, error.what());
    }
}

int connect_table(sqlite3* database, void* table, int, const char* const*, sqlite3_vtab** connected,
                  char** message) {
    return guarded(message, [&] {
        auto& in_memory = *static_cast<TableInMemory*>(table);
        const int code = sqlite3_declare_vtab(database, in_memory.declaration().c_str());
        if (code != SQLITE_OK) throw SQLite::Exception(database, code);
        *connected = std::make_unique<Connected>(in_memory).release();
        return SQLITE_OK;
    });
}

int disconnect_table(sqlite3_vtab* connected) {
    const std::unique_ptr<Connected> owned(static_cast<Connected*>(connected));
    return SQLITE_OK;
}

int choose_access(sqlite3_vtab* connected, sqlite3_index_info* info) {
    return guarded(&connected->zErrMsg, [&] {
        std::array<int, 8> columns{};
        std::size_t count = 0;
        const std::span constraints(info->aConstraint, static_cast<std::size_t>(info->nConstraint));
        for (const auto& constraint : constraints)
            if (constraint.usable != 0 && constraint.op == SQLITE_INDEX_CONSTRAINT_EQ &&
                count < columns.size())
                columns.at(count++) = constraint.iColumn;
        const auto access = table_of(connected).access(std::span(columns).first(count));
        info->idxNum = access.key;
        info->estimatedRows = access.rows;
        info->estimatedCost = access.cost;
        if (access.key < 0) return SQLITE_OK;
        for (std::size_t index = 0; index < constraints.size(); ++index) {
            const auto& constraint = constraints[index];
            if (constraint.usable == 0 || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ ||
                constraint.iColumn != access.column)
                continue;
            info->aConstraintUsage[index].argvIndex = 1;
            break;
        }
        if (access.rows == 1) info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
        return SQLITE_OK;
    });
}

int open_cursor(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
    auto made = std::unique_ptr<Cursor>(new (std::nothrow) Cursor{});
    if (!made) return SQLITE_NOMEM;
    *cursor = made.release();
    return SQLITE_OK;
}

int close_cursor(sqlite3_vtab_cursor* cursor) {
    const std::unique_ptr<Cursor> owned(static_cast<Cursor*>(cursor));
    return SQLITE_OK;
}

int find_rows_of(sqlite3_vtab_cursor* base, int key, const char*, int, sqlite3_value** values) {
    return guarded(&base->pVtab->zErrMsg, [&] {
        auto& cursor = *static_cast<Cursor*>(base);
        cursor.found.clear();
        cursor.part = 0;
        cursor.row = 0;
        // Nothing equals NULL.
        if (key >= 0 && sqlite3_value_type(values[0]) == SQLITE_NULL) return SQLITE_OK;
        table_of(base->pVtab).rows(key, key < 0 ? 0 : sqlite3_value_int64(values[0]), cursor.found);
        cursor.skip_empty();
        return SQLITE_OK;
    });
}

int next_row(sqlite3_vtab_cursor* base) {
    auto& cursor = *static_cast<Cursor*>(base);
    ++cursor.row;
    cursor.skip_empty();
    return SQLITE_OK;
}

int is_at_end(sqlite3_vtab_cursor* base) {
    const auto& cursor = *static_cast<Cursor*>(base);
    return cursor.part == cursor.found.size() ? 1 : 0;
}

struct Answer {
    sqlite3_context* context;

    void operator()(std::nullptr_t) const { sqlite3_result_null(context); }
    void operator()(std::int64_t number) const { sqlite3_result_int64(context, number); }
    void operator()(double number) const { sqlite3_result_double(context, number); }
    // It lies where it is until the statement is over.
    void operator()(const std::string& text) const {
        sqlite3_result_text64(context, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
};

int give_cell(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
    const auto& cells = static_cast<Cursor*>(base)->cells();
    std::visit(Answer{context}, cells[static_cast<std::size_t>(index)]);
    return SQLITE_OK;
}

int give_row_id(sqlite3_vtab_cursor* base, sqlite3_int64* id) {
    const auto& cursor = *static_cast<Cursor*>(base);
    *id = (static_cast<sqlite3_int64>(cursor.part) << 32U) + static_cast<sqlite3_int64>(cursor.row);
    return SQLITE_OK;
}

/// Without `xCreate` there is such a table by its name alone, and nobody can make another.
constexpr sqlite3_module module_in_memory = [] {
    sqlite3_module made{};
    made.xConnect = connect_table;
    made.xDisconnect = disconnect_table;
    made.xBestIndex = choose_access;
    made.xOpen = open_cursor;
    made.xClose = close_cursor;
    made.xFilter = find_rows_of;
    made.xNext = next_row;
    made.xEof = is_at_end;
    made.xColumn = give_cell;
    made.xRowid = give_row_id;
    return made;
}();

}  // namespace

void offer_table(store::Connection& connection, const std::string& name, TableInMemory& table) {
    const int code = sqlite3_create_module_v2(connection.handle(), name.c_str(), &module_in_memory,
                                              &table, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(connection.handle(), code);
}

void withdraw_table(store::Connection& connection, const std::string& name) noexcept {
    sqlite3_create_module_v2(connection.handle(), name.c_str(), nullptr, nullptr, nullptr);
}

}  // namespace huiyin::rulebook
