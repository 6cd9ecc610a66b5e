#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string_view>

#include "row_values.hpp"

/// Private to this directory.
namespace huiyin::store {

/// Looks the rows of one table up by their keys. `by_number`: the statement gives the rows from a
/// number on, so that those which lie side by side, as a batch adds them, take one search for all.
class RowReader {
  public:
    RowReader(sqlite3_stmt* statement, bool by_number)
        : statement_(statement), by_number_(by_number) {}
    ~RowReader() { sqlite3_reset(statement_); }
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;

    /// The statement, standing on the row; null where there is none.
    sqlite3_stmt* find(std::string_view key) {
        const auto number = by_number_ ? integer_of(key) : std::nullopt;
        if (!number || here_ != *number - 1) seek(key);
        step();
        return stands_ && (!number || here_ == number) ? statement_ : nullptr;
    }

  private:
    void require(int code) const {
        if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_db_handle(statement_), code);
    }

    void seek(std::string_view key) {
        sqlite3_reset(statement_);
        for (int parameter = 1; !key.empty(); ++parameter)
            require(bind_value(statement_, parameter, next_value(key)));
    }

    void step() {
        const int code = sqlite3_step(statement_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) require(code);
        stands_ = code == SQLITE_ROW;
        here_ = stands_ && by_number_ ? std::optional(sqlite3_column_int64(statement_, 0))
                                      : std::nullopt;
    }

    sqlite3_stmt* statement_;
    bool by_number_;
    bool stands_ = false;
    std::optional<std::int64_t> here_;  ///< the number of the row that it stands on
};

}  // namespace huiyin::store
