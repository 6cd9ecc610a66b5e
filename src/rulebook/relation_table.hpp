#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "huiyin/store/changes.hpp"
#include "huiyin/store/connection.hpp"

namespace huiyin::rulebook {

/// A table whose rows SQLite reads from memory. It is there where no table or view of its name is.
class TableInMemory {
  public:
    using Cells = std::vector<store::Value>;
    using Rows = std::vector<Cells>;

    /// How rows are found: by the value of one column, or all of them.
    struct Access {
        int key = -1;     ///< what `rows` is asked by; negative: by nothing
        int column = -1;  ///< whose value it is
        std::int64_t rows = 0;
        double cost = 0;
    };

    virtual ~TableInMemory() = default;

    /// `CREATE TABLE …` with its columns; asked when SQLite first meets its name.
    virtual std::string declaration() = 0;
    /// The best way where these columns have to equal a value that is known.
    virtual Access access(std::span<const int> known) const = 0;
    /// Adds where the rows are; they stay there until the statement is over. A row too many does no
    /// harm: SQLite looks at each.
    virtual void rows(int key, std::int64_t value, std::vector<const Rows*>& found) = 0;
};

/// Gives SQLite a table for as long as it is not withdrawn.
void offer_table(store::Connection& connection, const std::string& name, TableInMemory& table);
void withdraw_table(store::Connection& connection, const std::string& name) noexcept;

}  // namespace huiyin::rulebook
