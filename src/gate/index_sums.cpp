#include "index_sums.hpp"

#include <algorithm>
#include <limits>

namespace huiyin::gate {

namespace {

/// So many parts at most, and not fewer ids in one: few enough to be looked up in a turn or two,
/// and all parts of all tables within a megabyte.
constexpr std::int64_t most_parts = 1'024;
constexpr std::int64_t fewest_ids = 64;

}  // namespace

IndexSums::IndexSums(store::Connection& connection, const TableShape& table, std::int64_t last_id)
    : are_summed_(table.key_is_rowid),
      indexes_(read_indexes(connection, table)),
      ids_in_part_(std::max(fewest_ids, last_id / most_parts + 1)) {
    const auto parts =
        static_cast<std::size_t>(std::max<std::int64_t>(last_id, 0) / ids_in_part_) + 1;
    is_touched_.resize(parts);
    by_rows_.assign(indexes_.size(), std::vector<Residue>(parts));
    by_entries_ = by_rows_;
    for (const auto& index : indexes_) {
        auto& columns = columns_.emplace_back();
        for (const auto& name : index.columns)
            columns.push_back(table.column_named(name));
    }
}

std::size_t IndexSums::part_of(std::int64_t id) const {
    if (id < 0) return 0;
    return std::min(static_cast<std::size_t>(id / ids_in_part_), is_touched_.size() - 1);
}

void IndexSums::add_row(std::size_t index, std::int64_t id, const Residue& entry) {
    by_rows_[index][part_of(id)] += entry;
}

void IndexSums::add_entry(std::size_t index, std::int64_t id, const Residue& entry) {
    by_entries_[index][part_of(id)] += entry;
}

void IndexSums::forget_rows() {
    for (auto& parts : by_rows_)
        std::ranges::fill(parts, Residue());
}

void IndexSums::forget_entries(std::size_t index) {
    std::ranges::fill(by_entries_[index], Residue());
}

bool IndexSums::agree() const {
    for (std::size_t index = 0; index < indexes_.size(); ++index)
        for (std::size_t part = 0; part < is_touched_.size(); ++part)
            if (!is_touched_[part] && by_rows_[index][part] != by_entries_[index][part])
                return false;
    return true;
}

std::vector<std::pair<std::int64_t, std::int64_t>> IndexSums::touched() const {
    using Limits = std::numeric_limits<std::int64_t>;
    std::vector<std::pair<std::int64_t, std::int64_t>> ranges;
    for (std::size_t part = 0; part < is_touched_.size(); ++part) {
        if (!is_touched_[part]) continue;
        const auto from = static_cast<std::int64_t>(part) * ids_in_part_;
        ranges.emplace_back(part == 0 ? Limits::min() : from, part + 1 == is_touched_.size()
                                                                  ? Limits::max()
                                                                  : from + ids_in_part_ - 1);
    }
    return ranges;
}

}  // namespace huiyin::gate
