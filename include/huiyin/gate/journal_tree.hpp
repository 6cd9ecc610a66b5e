#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huiyin/base/digest.hpp"
#include "huiyin/store/connection.hpp"

/// The journal as a tree of hashes (RFC 6962): one leaf an entry, so that a few hashes prove that
/// an entry stands in it, or that a longer journal only adds to a shorter one. The functions that
/// check need no store and throw nothing; they answer with nothing, or no, for a proof that is
/// none.
namespace huiyin::gate {

/// The leaf of an entry: SHA-256 of a zero byte and the entry's 32-byte hash.
base::Digest leaf_of_entry(std::string_view entry_hash);

/// Hashes from the journal's, of all entries before the `index`-th or of any shorter journal.
/// Whole tiles of 256 hashes are kept in the store, so that a million entries are not read again.
/// What was read once is not read again either: for one state of a journal that only grows.
/// Throws Failure{integrity} where the journal lacks an entry below the size asked for.
class JournalTree {
  public:
    /// Over the journal of that schema of the connection.
    explicit JournalTree(store::Connection& connection, std::string_view schema = "main");

    /// Writes the tiles that a journal of `size` entries fills and that are not kept yet; inside a
    /// write transaction.
    void keep_tiles(std::int64_t size);

    /// Of the first `size` entries; of none the digest of nothing.
    base::Digest root(std::int64_t size);
    /// From the leaf's sibling up: that entry `index` (from 0) is one of the first `size`.
    std::vector<base::Digest> inclusion(std::int64_t index, std::int64_t size);
    /// That the first `to` entries begin with the first `from`; 0 < from ≤ to.
    std::vector<base::Digest> consistency(std::int64_t from, std::int64_t to);

    /// One kept tile, beside what the journal makes it.
    struct SeenTile {
        std::int64_t number;
        bool is_right;
    };
    /// The first that is kept from number `from` on, which it should be, or the first of a level;
    /// nothing where there is none.
    std::optional<SeenTile> look_at_tile(std::int64_t from);
    /// Where a kept tile is not what the journal makes it: its number; nothing where all are right.
    std::optional<std::int64_t> altered_tile();

  private:
    const std::string* kept_tile(int level, std::int64_t position);
    base::Digest range(std::int64_t begin, std::int64_t end);
    base::Digest subtree(int level, std::int64_t index);
    std::vector<base::Digest> tile(int level, std::int64_t first, std::int64_t count);
    std::vector<base::Digest> kept(int level, std::int64_t position, std::int64_t begin,
                                   std::int64_t count);
    std::vector<base::Digest> below(int level, std::int64_t first, std::int64_t count);
    void path(std::int64_t index, std::int64_t begin, std::int64_t end,
              std::vector<base::Digest>& hashes);
    void proof(std::int64_t from, std::int64_t begin, std::int64_t end, bool is_whole,
               std::vector<base::Digest>& hashes);

    store::Connection& connection_;
    std::string entries_;  ///< what is asked of the journal, and of the tiles of that schema
    std::string roots_;
    std::string tiles_;
    /// Kept tiles by key, as read, for the next hash that is asked of them.
    std::map<std::int64_t, std::string> kept_tiles_;
    /// Roots found so far, by begin and end: proofs of several entries share most of them.
    std::map<std::pair<std::int64_t, std::int64_t>, base::Digest> roots_of_ranges_;
};

/// The root that a proof of inclusion leads to; nothing where it has too few hashes or too many.
std::optional<base::Digest> root_of_inclusion(std::int64_t index, std::int64_t size,
                                              const base::Digest& leaf,
                                              std::span<const base::Digest> hashes);

/// The two roots that a proof of consistency leads to.
struct RootsOfConsistency {
    base::Digest from;
    base::Digest to;
};
/// Where `from` is a power of two the proof does not hold its root, which has to be given.
std::optional<RootsOfConsistency> roots_of_consistency(
    std::int64_t from, std::int64_t to, std::span<const base::Digest> hashes,
    const std::optional<base::Digest>& from_root);

/// How many hashes such proofs have.
std::size_t length_of_inclusion(std::int64_t index, std::int64_t size);

}  // namespace huiyin::gate
