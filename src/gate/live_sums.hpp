#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "huiyin/store/connection.hpp"
#include "index_sums.hpp"
#include "page_sums.hpp"
#include "row_sums.hpp"
#include "turns.hpp"

namespace huiyin::gate {

/// The store's side of a comparison by sums: reads the live tables by ranges of their keys. Of one
/// thread. Throws Doubt for anything in the file that does not agree with the rest of it.
class LiveSums {
  public:
    /// Before each turn; throws where somebody has given up.
    using GoOn = std::function<void()>;
    LiveSums(store::Connection& connection, Turns& turns, const SumKey& key, GoOn go_on);

    /// Sums the rows of a table, and what they ask of its indexes; `ranges` is what was read when.
    void rows(const TableShape& table, std::vector<RangeRead>& ranges, IndexSums& indexes);
    /// Sums the entries of one of its indexes; where they cannot be summed, looks each of them up.
    void index(const TableShape& table, std::size_t number, IndexSums& indexes);
    /// Of a table whose rows are told apart by no id, what its order does not show.
    void without_ids(const TableShape& table);
    /// Looks up each row of those parts of a table that were touched, and each entry.
    void look_up_touched(const TableShape& table, const IndexSums& indexes);
    /// Each home of a table as it was typed has its form to be compared by.
    void spelled(const TableShape& table);
    /// Every text against its digest.
    void texts();
    /// Homes in the form in which they are compared, and the journal's tree.
    void derived();

    /// The pages of the file, and what is summed from them.
    void pages(PageSums& sums);

    const Residue& sum() const { return sum_; }
    /// How many entries the journal had at the latest.
    std::int64_t latest() const { return latest_; }

  private:
    /// In turns, until `part` has no more to do.
    void in_turns(const std::function<bool(const Turns::Turn&)>& part);
    void all_agree(store::OrderedScan::Source source);
    std::int64_t entries_now();
    void add_entries(std::size_t columns, store::OrderedScan& row, IndexSums& indexes);

    store::Connection& connection_;
    Turns& turns_;
    RowHasher hasher_;
    GoOn go_on_;
    std::int64_t schema_;
    std::int64_t version_;
    std::int64_t latest_ = 0;
    Residue sum_;
};

/// Whether a row had been read before a change that entry `seq` made to it. `key` by column.
bool is_counted(const TableShape& table, const std::vector<RangeRead>& ranges,
                std::span<const store::RawValue> key, std::int64_t seq);

}  // namespace huiyin::gate
