#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/store/connection.hpp"
#include "huiyin/store/row_changes.hpp"

struct sqlite3_stmt;

namespace huiyin::store {

/// A value that outlives the row it was read from.
struct KeptValue {
    RawValue::Type type = RawValue::Type::null;
    std::string bytes;

    RawValue raw() const { return {type, bytes}; }
};
KeptValue kept(std::int64_t number);
/// The number that a value is; 0 for anything else.
std::int64_t integer_of(const RawValue& value);

/// Which of two values comes first in an index: NULL, then numbers, texts and bytes. Real numbers
/// are in no key.
int compare(const RawValue& left, const RawValue& right);

/// Rows in the order of some columns, read a part at a time: between two parts no statement is
/// open, so that whoever writes can. The columns together are unlike in any two rows. Throws
/// nothing but SQLite::Exception.
class OrderedScan {
  public:
    struct Source {
        std::string columns;            ///< as SELECT takes them
        std::string from;               ///< as FROM takes them
        std::vector<std::string> keys;  ///< the columns of the order, among the first of `columns`
        std::string where = "TRUE";
        std::vector<KeptValue> behind = {};  ///< where it begins; else with the first row
    };
    OrderedScan(Connection& connection, Source source);
    ~OrderedScan();
    OrderedScan(const OrderedScan&) = delete;
    OrderedScan& operator=(const OrderedScan&) = delete;

    /// Steps to the next row; false behind the last.
    bool next();
    /// Closes what is open; `next` goes on behind the row read last.
    void pause();

    /// Of the row at hand, as a changeset writes them; valid until `next` or `pause`.
    const RawValue& value(std::size_t column);
    std::int64_t integer(std::size_t column);  ///< 0 for anything else
    std::size_t columns() const { return values_.size(); }
    /// The row read last.
    const std::vector<KeptValue>& last() const { return last_; }

  private:
    struct Finish {
        void operator()(sqlite3_stmt* statement) const;
    };
    bool open();
    void close();
    sqlite3_stmt* prepared(const std::string& sql);
    void keep_place();

    Connection& connection_;
    Source source_;
    /// By their SQL: which of them goes on depends on the place.
    std::map<std::string, std::unique_ptr<sqlite3_stmt, Finish>> statements_;
    sqlite3_stmt* open_ = nullptr;
    std::vector<KeptValue> last_;  ///< empty before the first row
    std::size_t level_ = 0;        ///< how many columns of the order are as in the last row
    bool is_on_row_ = false;
    std::vector<RawValue> values_;
    std::vector<std::array<char, 8>> numbers_;
    std::uint64_t rows_ = 0;              ///< stepped to
    std::vector<std::uint64_t> read_in_;  ///< of each column, the row that its value is of
};

}  // namespace huiyin::store
