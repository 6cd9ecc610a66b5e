#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/store/connection.hpp"
#include "huiyin/store/ordered_scan.hpp"
#include "huiyin/store/row_changes.hpp"

/// Rows as multisets of (table, key, column, value), summed: MSet-Add-Hash on SipHash with 128 bits
/// under a key that nobody knew when the rows were written. Two multisets that differ have the same
/// sum with a chance of 2^-64 at most.
namespace huiyin::gate {

/// Thrown where sums cannot tell: a replay of the journal has to.
struct Doubt {};

/// The key of one comparison: fresh, never stored, wiped at the end of its life.
class SumKey {
  public:
    /// Throws Failure{failed} on a system without a source of randomness.
    SumKey();
    ~SumKey();
    SumKey(const SumKey&) = delete;
    SumKey& operator=(const SumKey&) = delete;
    const unsigned char* bytes() const { return bytes_.data(); }

  private:
    std::array<unsigned char, 16> bytes_{};
};

struct Sum {
    std::array<std::uint64_t, 2> lanes{};

    Sum& operator+=(const Sum& other);
    bool operator==(const Sum&) const = default;
};

/// What a row of a journaled table looks like.
struct TableShape {
    struct Column {
        std::string name;
        store::RawValue::Type type;
        bool in_key = false;
        bool not_null = false;
        /// A column that came later has this in older rows, which no change tells: so it counts for
        /// nothing, as NULL does. A column with one cannot be NULL.
        std::optional<store::KeptValue> unsaid;
    };
    std::size_t number = 0;  ///< of the table, in the sums
    std::string name;
    std::vector<Column> columns;
    std::vector<std::string> keys;  ///< in the order of the primary key
    bool has_rowid = false;
    bool key_is_rowid = false;
};

using TableShapes = std::map<std::string, TableShape, std::less<>>;

/// Of one table. Throws Doubt as below.
TableShape read_shape(store::Connection& connection, const std::string& name);
/// Of every journaled table. Throws Doubt for a table whose rows sums cannot tell apart.
TableShapes read_shapes(store::Connection& connection);

/// The hashes of one row after the other.
class RowHasher {
  public:
    explicit RowHasher(const SumKey& key) : key_(key) {}

    /// The row that the values to come are of; `value` gives those of the key, by column.
    template <typename Value>
    void begin(const TableShape& table, Value value) {
        message_.clear();
        put_number(table.number);
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            if (table.columns[column].in_key) put_key(value(column));
        row_size_ = message_.size();
    }
    /// Of the row's being there.
    Sum row() { return hash(); }
    /// Of one value; of NULL, and of what goes without saying, nothing.
    Sum value(const TableShape& table, std::size_t column, const store::RawValue& value);

  private:
    void put_number(std::size_t number);
    void put_key(const store::RawValue& value);
    Sum hash() const;

    const SumKey& key_;
    std::string message_;
    std::size_t row_size_ = 0;
};

/// What the changes of a journal sum up to.
class ChangeSums final : public store::RowVisitor {
  public:
    ChangeSums(const TableShapes& shapes, const SumKey& key) : shapes_(shapes), hasher_(key) {}
    ~ChangeSums() override = default;

    /// Which changes count: all, where nothing is set; else asked for each row, `key` by column.
    using Counts =
        std::function<bool(const TableShape& table, std::span<const store::RawValue> key)>;
    void count_only(Counts counts) { counts_ = std::move(counts); }

    /// Throws Doubt for a table that is not there or had another key, Failure{integrity} for bytes
    /// that are no changeset.
    void add(std::string_view changeset) { store::visit_rows(changeset, *this); }
    const Sum& sum() const { return sum_; }

    void table(std::string_view name, std::string_view keys) override;
    void row(const store::RowChange& change) override;

  private:
    void plus(const Sum& hash);
    void minus(const Sum& hash);

    const TableShapes& shapes_;
    RowHasher hasher_;
    Counts counts_;
    const TableShape* table_ = nullptr;
    Sum sum_;
};

}  // namespace huiyin::gate
