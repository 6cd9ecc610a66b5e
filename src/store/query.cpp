#include "huiyin/store/query.hpp"

#include <SQLiteCpp/Column.h>
#include <sqlite3.h>

namespace huiyin::store {

Query::Query(Connection& connection, std::string_view sql, Prepared)
    : connection_(connection), sql_(sql), statement_(connection.borrow(sql)) {}

Query::~Query() {
    connection_.give_back(sql_, std::move(statement_));
}

bool Query::next() {
    return statement_->executeStep();
}

bool Query::is_null(int column) const {
    return statement_->isColumnNull(column);
}

std::int64_t Query::integer(int column) const {
    return statement_->getColumn(column).getInt64();
}

std::string Query::text(int column) const {
    return statement_->getColumn(column).getString();
}

std::string_view Query::blob(int column) const {
    const SQLite::Column value = statement_->getColumn(column);
    const void* bytes = value.getBlob();
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(value.getBytes())};
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
    return statement_->getColumnCount();
}

std::string Query::column_name(int column) const {
    return statement_->getColumnName(column);
}

bool Query::is_integer(int column) const {
    return statement_->getColumn(column).isInteger();
}

void Query::bind(int index, std::int64_t value) {
    statement_->bind(index, value);
}

void Query::bind(int index, std::string_view value) {
    statement_->bind(index, std::string(value));
}

void Query::bind(int index, Blob value) {
    // An empty blob must not become NULL, which is what SQLite makes of a null pointer.
    const char* bytes = value.bytes.empty() ? "" : value.bytes.data();
    statement_->bind(index, static_cast<const void*>(bytes), static_cast<int>(value.bytes.size()));
}

void Query::bind(int index, std::nullptr_t) {
    statement_->bind(index);
}

}  // namespace huiyin::store
