#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "huiyin/store/connection.hpp"
#include "huiyin/store/ordered_scan.hpp"
#include "huiyin/store/row_changes.hpp"
#include "residue.hpp"

/// Rows as multisets of (table, key, column, value), summed under a key that nobody knew when they
/// were written. A row has a factor, SipHash with 128 bits of its table and key; a column has one
/// too, drawn at random; a value is the number that its bytes are. The sum of (factor of the row ×
/// factor of the column × value), modulo 2^127 − 1, is a polynomial of those factors, whose
/// coefficients are what the values of two multisets differ by: where they differ, it is zero with
/// a chance of 2 in 2^127.
namespace huiyin::gate {

/// Thrown where sums cannot tell: a replay of the journal has to.
struct Doubt {};

/// The key of one comparison: fresh, never stored, wiped at the end of its life.
class SumKey {
  public:
    static constexpr std::size_t most_columns = 64;

    /// Throws Failure{failed} on a system without a source of randomness.
    SumKey();
    ~SumKey();
    SumKey(const SumKey&) = delete;
    SumKey& operator=(const SumKey&) = delete;

    /// Numbers by chance, always the same of the same bytes: the factor of a row, a value that is
    /// long.
    Residue row_factor(std::string_view bytes) const { return hash(bytes, row_key_); }
    Residue long_value(std::string_view bytes) const { return hash(bytes, value_key_); }
    /// The factor of a row's being there.
    const Residue& row() const { return factors_[most_columns]; }
    const Residue& column(std::size_t number) const { return factors_[number]; }

  private:
    using HashKey = std::array<unsigned char, 16>;
    static Residue hash(std::string_view bytes, const HashKey& key);

    HashKey row_key_{};
    HashKey value_key_{};
    std::array<Residue, most_columns + 1> factors_{};
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
    std::vector<std::string> keys;         ///< in the order of the primary key
    std::vector<std::size_t> key_columns;  ///< in the order of the columns
    bool has_rowid = false;
    bool key_is_rowid = false;

    /// One past the last where there is none of that name.
    std::size_t column_named(std::string_view column) const;
};

using TableShapes = std::map<std::string, TableShape, std::less<>>;

/// Of one table. Throws Doubt as below.
TableShape read_shape(store::Connection& connection, const std::string& name);
/// Of every journaled table. Throws Doubt for a table whose rows sums cannot tell apart.
TableShapes read_shapes(store::Connection& connection);

/// What one row after the other comes to.
class RowHasher {
  public:
    explicit RowHasher(const SumKey& key) : key_(key) {}

    /// The row that the values to come are of; `value` gives those of the key, by column.
    template <typename Value>
    void begin(const TableShape& table, Value value) {
        size_ = 0;
        put_number(table.number);
        // An id has eight bytes always.
        if (table.key_is_rowid)
            put(value(table.key_columns.front()).bytes);
        else
            for (const auto column : table.key_columns)
                put_sized(value(column));
        row_ = key_.row_factor({message_.data(), size_});
        values_ = {};
    }
    /// The same of a row that only its place in the file tells, as an index has it.
    void begin_place(const TableShape& table, std::string_view rowid) {
        size_ = 0;
        put_number(table.number);
        put(rowid);
        row_ = key_.row_factor({message_.data(), size_});
    }
    void plus_row() { values_ += key_.row(); }
    void minus_row() { values_ -= key_.row(); }
    /// Of NULL, and of what goes without saying, nothing.
    void plus(const TableShape& table, std::size_t column, const store::RawValue& value) {
        if (is_said(table, column, value)) values_ += key_.column(column) * number_of(value);
    }
    void minus(const TableShape& table, std::size_t column, const store::RawValue& value) {
        if (is_said(table, column, value)) values_ -= key_.column(column) * number_of(value);
    }
    Residue sum() const { return row_ * values_; }

    /// A live row with all its values, `value` gives them by column. Throws Doubt for one that its
    /// column does not take.
    template <typename Value>
    Residue whole_row(const TableShape& table, Value value) {
        begin(table, value);
        plus_row();
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const store::RawValue& one = value(column);
            const auto& shape = table.columns[column];
            const bool is_null = one.type == store::RawValue::Type::null;
            if (is_null ? shape.not_null : one.type != shape.type) throw Doubt{};
            products_[column] = {};
            if (is_null) continue;
            products_[column] = key_.column(column) * number_of(one);
            if (!shape.in_key && is_said(table, column, one)) values_ += products_[column];
        }
        return sum();
    }
    /// What an index has of these columns of that row.
    Residue entry_of_row(const std::vector<std::size_t>& columns) const {
        auto values = key_.row();
        for (const auto column : columns)
            values += products_[column];
        return row_ * values;
    }
    /// What an index has of a row that has begun; `value` gives its columns as they are numbered
    /// there.
    template <typename Value>
    Residue entry(const std::vector<std::size_t>& columns, Value value) const {
        auto values = key_.row();
        for (std::size_t at = 0; at < columns.size(); ++at)
            values += key_.column(columns[at]) * number_of(value(at));
        return row_ * values;
    }

  private:
    static bool is_said(const TableShape& table, std::size_t column, const store::RawValue& value) {
        const auto& unsaid = table.columns[column].unsaid;
        return value.type != store::RawValue::Type::null &&
               value.type != store::RawValue::Type::absent && !(unsaid && unsaid->raw() == value);
    }
    /// No two values have the same, but by chance.
    Residue number_of(const store::RawValue& value) const;
    void put(std::string_view bytes) {
        if (bytes.empty()) return;
        if (size_ + bytes.size() > message_.size()) message_.resize(2 * (size_ + bytes.size()));
        std::memcpy(message_.data() + size_, bytes.data(), bytes.size());
        size_ += bytes.size();
    }
    void put_number(std::size_t number) {
        const auto fixed = std::bit_cast<std::array<char, 4>>(static_cast<std::uint32_t>(number));
        put({fixed.data(), fixed.size()});
    }
    void put_sized(const store::RawValue& value);

    const SumKey& key_;
    std::vector<char> message_ = std::vector<char>(256);
    std::size_t size_ = 0;
    Residue row_;
    Residue values_;
    std::array<Residue, SumKey::most_columns> products_{};  ///< of each column of a whole row
};

/// What the changes of a journal sum up to.
class ChangeSums final : public store::RowVisitor {
  public:
    /// `shapes` has to outlive it.
    ChangeSums(const TableShapes& shapes, const SumKey& key);
    ~ChangeSums() override = default;

    /// Which changes count: all, where nothing is set; else asked for each row, `key` by column.
    using Counts =
        std::function<bool(const TableShape& table, std::span<const store::RawValue> key)>;
    void count_only(Counts counts) { counts_ = std::move(counts); }

    /// Throws Doubt for a table that is not there or had another key, Failure{integrity} for bytes
    /// that are no changeset.
    void add(std::string_view changeset) { store::visit_rows(changeset, *this); }
    const Residue& sum() const { return sum_; }

    void table(std::string_view name, std::string_view keys) override;
    void row(const store::RowChange& change) override;

  private:
    std::unordered_map<std::string_view, const TableShape*> shapes_;
    RowHasher hasher_;
    Counts counts_;
    const TableShape* table_ = nullptr;
    Residue sum_;
};

}  // namespace huiyin::gate
