#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "huiyin/gate/chain.hpp"
#include "huiyin/store/connection.hpp"
#include "replay.hpp"
#include "row_sums.hpp"

namespace huiyin::gate {

/// Up to which migration the rows have to be made anew, because what it does depends on them. A
/// unit test compares it with the migrations themselves.
inline constexpr std::size_t last_migration_of_rows = 14;

/// The journal's side of a comparison by sums: follows the chain and sums what its changes do.
class JournalSums {
  public:
    JournalSums(const TableShapes& shapes, const SumKey& key) : changes_(shapes, key) {}

    /// Takes the next entry. Throws Doubt where it is not the next, or a migration that this
    /// program does not know, and what ChangeSums throws.
    void take(const std::string& head, std::string_view changeset, std::string_view hash);

    void count_only(ChangeSums::Counts counts) { changes_.count_only(std::move(counts)); }
    /// Whether the next entries may be made again, which takes as long as it takes.
    bool rebuilds() const { return migrations_ < last_migration_of_rows; }

    Head head() const { return {chain_.entries, chain_.hash}; }
    std::size_t migrations() const { return migrations_; }
    const Residue& sum() const { return changes_.sum(); }

  private:
    void rebuild(const EntryHead& head, std::string_view changeset);

    Chain chain_;
    ChangeSums changes_;
    std::size_t migrations_ = 0;
    std::unique_ptr<store::Connection> rebuilt_;
    std::unique_ptr<Replay> replay_;
};

}  // namespace huiyin::gate
