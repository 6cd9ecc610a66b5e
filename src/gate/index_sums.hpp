#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "row_sums.hpp"
#include "table_source.hpp"

namespace huiyin::gate {

/// How many entries the journal had when a range of rows was read: those behind the range before,
/// up to and with `end`; the last range has no end.
struct RangeRead {
    std::vector<store::KeptValue> end;
    std::int64_t entries = 0;
};

/// The indexes of one table, summed twice: the entries that its rows ask for, and those that are
/// there. By parts, of rows that lie side by side: what somebody writes meanwhile changes few of
/// them, and those are looked up. Each side may have a thread of its own.
class IndexSums {
  public:
    /// `last_id` is about the greatest of the table. Rows without such an id are not summed.
    IndexSums(store::Connection& connection, const TableShape& table, std::int64_t last_id);

    /// Whether rows are told apart by an id; else every row and every entry has to be looked up.
    bool are_summed() const { return are_summed_; }
    const std::vector<IndexShape>& indexes() const { return indexes_; }
    /// Of each index its columns, as they are numbered in the table.
    const std::vector<std::size_t>& columns_of(std::size_t index) const { return columns_[index]; }

    void add_row(std::size_t index, std::int64_t id, const Residue& entry);
    void add_entry(std::size_t index, std::int64_t id, const Residue& entry);
    /// What was added is read again.
    void forget_rows();
    void forget_entries(std::size_t index);

    /// A row that was changed while others were read.
    void touch(std::int64_t id) { is_touched_[part_of(id)] = true; }
    /// Whether both sides agree wherever nothing was touched.
    bool agree() const;
    /// The ids of the other parts, both ends among them.
    std::vector<std::pair<std::int64_t, std::int64_t>> touched() const;

  private:
    std::size_t part_of(std::int64_t id) const;

    bool are_summed_;
    std::vector<IndexShape> indexes_;
    std::vector<std::vector<std::size_t>> columns_;
    std::int64_t ids_in_part_;
    std::vector<bool> is_touched_;
    std::vector<std::vector<Residue>> by_rows_;  ///< by index, then by part
    std::vector<std::vector<Residue>> by_entries_;
};

}  // namespace huiyin::gate
