#include "huiyin/store/query.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace huiyin::store {

Query::Query(Connection& connection, std::string_view sql, Prepared)
    : pool_(connection.pool_of(sql)), statement_(connection.borrow(pool_, sql)) {}

Query::~Query() {
    Connection::give_back(pool_, std::move(statement_));
}

void Query::require(int code) const {
    if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_db_handle(statement_.get()), code);
}

sqlite3_stmt* Query::with(int column) const {
    if (column < 0 || column >= sqlite3_data_count(statement_.get()))
        throw SQLite::Exception("no row with such a column", SQLITE_RANGE);
    return statement_.get();
}

bool Query::next() {
    // SQLite would begin again.
    if (ended_) return false;
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    ended_ = true;
    if (code != SQLITE_DONE) require(code);
    return false;
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(with(column), column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(with(column), column);
}

std::string Query::text(int column) const {
    return std::string(blob(column));
}

std::string_view Query::blob(int column) const {
    auto* statement = with(column);
    // In this order: asking for the bytes may change how many there are.
    const void* bytes = sqlite3_column_blob(statement, column);
    return {static_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

std::optional<std::int64_t> Query::maybe_integer(int column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<std::string> Query::maybe_text(int column) const {
    return is_null(column) ? std::nullopt : std::optional(text(column));
}

std::optional<base::Instant> Query::maybe_time(int column) const {
    return is_null(column) ? std::nullopt : std::optional(time(column));
}

int Query::column_count() const {
    return sqlite3_column_count(statement_.get());
}

std::string Query::column_name(int column) const {
    const char* name = sqlite3_column_name(statement_.get(), column);
    if (name == nullptr) throw SQLite::Exception("no such column", SQLITE_RANGE);
    return name;
}

bool Query::is_integer(int column) const {
    return sqlite3_column_type(with(column), column) == SQLITE_INTEGER;
}

void Query::bind(int index, std::int64_t value) {
    require(sqlite3_bind_int64(statement_.get(), index, value));
}

void Query::bind(int index, std::string_view value) {
    // An empty text must not become NULL, which is what SQLite makes of a null pointer.
    const char* letters = value.empty() ? "" : value.data();
    require(sqlite3_bind_text64(statement_.get(), index, letters, value.size(), SQLITE_TRANSIENT,
                                SQLITE_UTF8));
}

void Query::bind(int index, Blob value) {
    const char* bytes = value.bytes.empty() ? "" : value.bytes.data();
    require(
        sqlite3_bind_blob64(statement_.get(), index, bytes, value.bytes.size(), SQLITE_TRANSIENT));
}

void Query::bind(int index, std::nullptr_t) {
    require(sqlite3_bind_null(statement_.get(), index));
}

}  // namespace huiyin::store
