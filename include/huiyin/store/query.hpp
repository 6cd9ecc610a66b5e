#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::store {

/// Bytes bound as a BLOB.
struct Blob {
    std::string_view bytes;
};

/// One run of a prepared statement: borrowed from the connection, its values bound, given back at
/// the end of its life. Columns count from 0. Throws SQLite::Exception: for SQL that cannot be
/// prepared, a parameter or column that is not there, and what goes wrong in running.
class Query {
  public:
    template <typename... Values>
    Query(Connection& connection, std::string_view sql, const Values&... values)
        : Query(connection, sql, Prepared{}) {
        int index = 0;
        (bind(++index, values), ...);
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Steps to the next row; false after the last, and from then on.
    bool next();

    bool is_null(int column) const;
    std::int64_t integer(int column) const;   ///< 0 for NULL
    std::string text(int column) const;       ///< empty for NULL
    std::string_view blob(int column) const;  ///< valid until `next()`
    /// Of a column in UTC seconds, as every time of a store is.
    base::Instant time(int column) const { return base::instant(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }

    std::optional<std::int64_t> maybe_integer(int column) const;
    std::optional<std::string> maybe_text(int column) const;
    std::optional<base::Instant> maybe_time(int column) const;

    int column_count() const;
    std::string column_name(int column) const;
    /// Whether the column of this row holds an integer.
    bool is_integer(int column) const;

    /// Binds parameter `index` (from 1), for statements whose values are counted at run time.
    void bind(int index, std::int64_t value);
    void bind(int index, std::string_view value);
    void bind(int index, Blob value);
    void bind(int index, std::nullptr_t);
    void bind(int index, base::Instant value) { bind(index, base::seconds(value)); }
    void bind(int index, bool value) { bind(index, std::int64_t{value}); }
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, const std::string& value) { bind(index, std::string_view{value}); }
    void bind(int index, const char* value) { bind(index, std::string_view{value}); }
    template <typename Value>
    void bind(int index, const std::optional<Value>& value) {
        if (value)
            bind(index, *value);
        else
            bind(index, nullptr);
    }

  private:
    struct Prepared {};
    Query(Connection& connection, std::string_view sql, Prepared);

    /// The statement, where it stands on a row that has this column.
    sqlite3_stmt* with(int column) const;
    void require(int code) const;

    Connection::Pool& pool_;
    Connection::Statement statement_;
    bool ended_ = false;
};

/// Runs a statement that gives no rows.
template <typename... Values>
void run(Connection& connection, std::string_view sql, const Values&... values) {
    Query query(connection, sql, values...);
    while (query.next()) {
    }
}

/// The single integer of a query; nothing for no row or NULL.
template <typename... Values>
std::optional<std::int64_t> find_integer(Connection& connection, std::string_view sql,
                                         const Values&... values) {
    Query query(connection, sql, values...);
    return query.next() ? query.maybe_integer(0) : std::nullopt;
}

/// The first column of all rows, NULL as an empty text.
template <typename... Values>
std::vector<std::string> all_texts(Connection& connection, std::string_view sql,
                                   const Values&... values) {
    std::vector<std::string> texts;
    for (Query query(connection, sql, values...); query.next();)
        texts.push_back(query.text(0));
    return texts;
}

/// The single text of a query; nothing for no row or NULL.
template <typename... Values>
std::optional<std::string> find_text(Connection& connection, std::string_view sql,
                                     const Values&... values) {
    Query query(connection, sql, values...);
    return query.next() ? query.maybe_text(0) : std::nullopt;
}

}  // namespace huiyin::store
