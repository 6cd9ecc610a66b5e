#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "huiyin/store/connection.hpp"
#include "huiyin/store/page_check.hpp"
#include "index_sums.hpp"
#include "row_sums.hpp"
#include "table_source.hpp"

namespace huiyin::gate {

/// Ids up to a limit, a bit for each.
class IdSet {
  public:
    explicit IdSet(std::int64_t limit) : limit_(limit) {}
    bool holds(std::int64_t id) const { return id >= 0 && id <= limit_; }
    /// Of an id that it holds.
    void add(std::int64_t id);
    bool has(std::int64_t id) const { return holds(id) && !bits_.empty() && bits_[at(id)]; }
    /// The first from `id` on that is here and not there; nothing where there is none.
    std::optional<std::int64_t> next_without(const IdSet& there, std::int64_t id) const;

  private:
    static std::size_t at(std::int64_t id) { return static_cast<std::size_t>(id); }
    std::int64_t limit_;
    std::vector<bool> bits_;
};

/// The live side's sums of those tables and indexes that nobody wrote to while their pages were
/// looked at: taken from the records as they stand there, which costs a fifth of having SQLite
/// hand them over. All others are left to statements. Of one thread; others may ask when it is
/// settled. Throws Doubt as LiveSums does.
class PageSums final : public store::RecordVisitor {
  public:
    /// What is known of each table, by its number.
    using Indexes = std::map<std::size_t, IndexSums>;
    using Ranges = std::vector<std::vector<RangeRead>>;
    PageSums(store::Connection& connection, const TableShapes& shapes, Indexes& indexes,
             Ranges& ranges, const SumKey& key);
    ~PageSums() override = default;

    /// So many entries does the journal have in this turn.
    void at(std::int64_t entries) { entries_ = entries; }
    bool begin(std::uint32_t root) override;
    void record(std::int64_t rowid, std::span<const store::RawValue> values) override;
    void whole(std::uint32_t changes) override;

    /// No more records come: decides what counts.
    void settle();
    /// Of what rows refer to, those that were not seen. Whether there is more to do when `is_over`.
    bool look_up_references(store::Connection& connection, const std::function<bool()>& is_over);

    /// Of the rows that were summed.
    const Residue& sum() const { return sum_; }
    bool has_rows(const TableShape& table) const;
    bool has_entries(const TableShape& table, std::size_t index) const;

  private:
    struct Parent {
        std::string name;
        IdSet present;
        IdSet missed;
        std::vector<std::int64_t> beyond;  ///< missed, and in no such set
        std::int64_t next = 0;             ///< of the missed, to be looked up
    };
    struct ToParent {
        std::size_t column;
        Parent* parent;
    };
    /// A tree, and when it was read: as the file had counted so many changes.
    struct Tree {
        std::optional<std::uint32_t> changes;
        std::int64_t entries = 0;
    };
    struct Table {
        const TableShape* shape;
        IndexSums* indexes;
        std::vector<ToParent> references;
        Parent* parent = nullptr;                ///< what others refer to it as
        std::vector<store::RawValue> unwritten;  ///< what columns are that an old row has not
        std::vector<store::RawValue> values;     ///< of the row at hand
        std::vector<std::vector<NullCondition>> conditions;  ///< of each index
        Tree rows;
        std::vector<Tree> entries;  ///< of each index
        Residue sum;
    };
    struct Place {
        Table* table;
        std::optional<std::size_t> index;
    };

    std::optional<std::vector<ToParent>> references_of(store::Connection& connection,
                                                       const TableShapes& shapes,
                                                       const TableShape& table);
    void take_row(Table& table, std::int64_t rowid, std::span<const store::RawValue> values);
    void take_entry(Table& table, std::size_t index, std::span<const store::RawValue> values);
    void refer(Parent& parent, std::int64_t id);

    RowHasher hasher_;
    Ranges& ranges_;
    std::map<std::string, Parent, std::less<>> parents_;
    std::map<std::size_t, Table> tables_;  ///< by number
    std::map<std::uint32_t, Place> roots_;
    Place at_hand_{};
    std::int64_t entries_ = 0;
    Residue sum_;
};

}  // namespace huiyin::gate
