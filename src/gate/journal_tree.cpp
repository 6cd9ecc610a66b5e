#include "huiyin/gate/journal_tree.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/formatting.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::gate {

using base::Digest;
using store::Query;

namespace {

/// As tiles of transparency logs are: eight levels of the tree in one.
constexpr int levels_of_tile = 8;
constexpr std::int64_t width_of_tile = 1 << levels_of_tile;
constexpr std::size_t digest_size = std::tuple_size_v<Digest>;

/// Behind its hashes a tile keeps the roots of every sixteen of them, so that whatever is asked of
/// it takes fifteen more at most.
constexpr std::int64_t width_of_block = 16;
constexpr std::int64_t hashes_of_tile = width_of_tile + width_of_tile / width_of_block;

/// The key of a tile: its level above its position.
std::int64_t key_of_tile(int level, std::int64_t position) {
    constexpr int bits_of_position = 48;
    return (std::int64_t{level} << bits_of_position) | position;
}

Digest node(const Digest& left, const Digest& right) {
    return base::sha256({std::string_view("\x01", 1), base::bytes(left), base::bytes(right)});
}

Digest digest_of(std::string_view bytes) {
    if (bytes.size() != digest_size)
        throw base::Failure(base::Exit::integrity,
                            base::Label{"日志里有一条的校验值不是 32 个字节",
                                        "a hash in the journal is not 32 bytes long"});
    Digest digest{};
    std::ranges::copy(bytes, digest.begin());
    return digest;
}

/// The root of a whole subtree: as many hashes as a power of two.
Digest fold(std::vector<Digest> hashes) {
    for (; hashes.size() > 1; hashes.resize(hashes.size() / 2))
        for (std::size_t i = 0; i < hashes.size() / 2; ++i)
            hashes[i] = node(hashes[2 * i], hashes[2 * i + 1]);
    return hashes.front();
}

/// A whole tile as it is kept.
struct Tile {
    explicit Tile(const std::vector<Digest>& hashes) {
        std::vector<Digest> blocks;
        for (auto at = hashes.begin(); at != hashes.end(); at += width_of_block)
            blocks.push_back(fold({at, at + width_of_block}));
        for (const auto& part : {hashes, blocks})
            for (const auto& hash : part)
                bytes += base::bytes(hash);
        root = fold(std::move(blocks));
    }

    std::string bytes;
    Digest root{};
};

std::int64_t largest_power_below(std::int64_t size) {
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(size - 1)));
}

bool is_power_of_two(std::int64_t size) {
    return std::has_single_bit(static_cast<std::uint64_t>(size));
}

}  // namespace

Digest leaf_of_entry(std::string_view entry_hash) {
    return base::sha256({std::string_view("\0", 1), entry_hash});
}

JournalTree::JournalTree(store::Connection& connection, std::string_view schema)
    : connection_(connection),
      entries_(base::format("SELECT hash FROM {}.journal WHERE seq > ?1 AND seq <= ?2 ORDER BY seq",
                            schema)),
      roots_(base::format(
          "SELECT id, root FROM {}.journal_tile WHERE id >= ?1 AND id < ?2 ORDER BY id", schema)),
      tiles_(base::format("SELECT id, hashes, root FROM {}.journal_tile", schema)) {}

/// What a tile is made of, up to the first that is not there: entries, or tiles that are kept below
/// it.
std::vector<Digest> JournalTree::below(int level, std::int64_t first, std::int64_t count) {
    std::vector<Digest> hashes;
    if (level == 0)
        for (Query row(connection_, entries_, first, first + count); row.next();)
            hashes.push_back(leaf_of_entry(row.blob(0)));
    else
        for (Query row(connection_, roots_, key_of_tile(level - 1, first),
                       key_of_tile(level - 1, first + count));
             row.next() && row.integer(0) == key_of_tile(level - 1, first + std::ssize(hashes));)
            hashes.push_back(digest_of(row.blob(1)));
    return hashes;
}

/// A tile's hashes and the roots of its blocks; null where it is not kept.
const std::string* JournalTree::kept_tile(int level, std::int64_t position) {
    const auto key = key_of_tile(level, position);
    if (const auto known = kept_tiles_.find(key); known != kept_tiles_.end()) return &known->second;
    Query row(connection_, base::format("{} WHERE id = ?", tiles_), key);
    if (!row.next()) return nullptr;
    const auto bytes = row.blob(1);
    if (std::ssize(bytes) != hashes_of_tile * static_cast<std::int64_t>(digest_size))
        throw base::Failure(
            base::Exit::integrity,
            base::Label{"日志树的一块被改动", "a tile of the journal's tree was altered"},
            base::Label{"先用 huiyin audit verify 核对", "see huiyin audit verify first"});
    return &kept_tiles_.emplace(key, bytes).first->second;
}

/// So many of what a tile keeps; none where it is not kept.
std::vector<Digest> JournalTree::kept(int level, std::int64_t position, std::int64_t begin,
                                      std::int64_t count) {
    std::vector<Digest> hashes;
    const auto* tile = kept_tile(level, position);
    if (tile == nullptr) return hashes;
    const std::string_view bytes = *tile;
    for (auto i = begin; i < begin + count; ++i)
        hashes.push_back(
            digest_of(bytes.substr(static_cast<std::size_t>(i) * digest_size, digest_size)));
    return hashes;
}

std::vector<Digest> JournalTree::tile(int level, std::int64_t first, std::int64_t count) {
    auto hashes = kept(level, first / width_of_tile, first % width_of_tile, count);
    if (hashes.empty()) {
        hashes = below(level, first, count);
        // Not kept yet: made from what lies below that.
        if (level > 0)
            for (auto next = first + std::ssize(hashes); next < first + count; ++next)
                hashes.push_back(fold(tile(level - 1, next * width_of_tile, width_of_tile)));
    }
    if (std::ssize(hashes) != count)
        throw base::Failure(
            base::Exit::integrity,
            base::Label{"日志的条目不全", "entries are missing from the journal"},
            base::Label{"先用 huiyin audit verify 核对", "see huiyin audit verify first"});
    return hashes;
}

void JournalTree::keep_tiles(std::int64_t size) {
    auto width = size;
    for (int level = 0; width >= width_of_tile; ++level, width /= width_of_tile) {
        const auto whole = width / width_of_tile;
        // Kept from the first on, without a gap, so the last tells how many there are.
        const auto last = store::find_integer(
            connection_, "SELECT max(id) FROM journal_tile WHERE id >= ?1 AND id < ?2",
            key_of_tile(level, 0), key_of_tile(level + 1, 0));
        for (auto position = last ? *last - key_of_tile(level, 0) + 1 : 0; position < whole;
             ++position) {
            const Tile made(tile(level, position * width_of_tile, width_of_tile));
            store::run(connection_, "INSERT INTO journal_tile (id, hashes, root) VALUES (?, ?, ?)",
                       key_of_tile(level, position), store::Blob{made.bytes},
                       store::Blob{base::bytes(made.root)});
        }
    }
}

std::optional<JournalTree::SeenTile> JournalTree::look_at_tile(std::int64_t from) {
    Query row(connection_, base::format("{} WHERE id >= ? ORDER BY id LIMIT 1", tiles_), from);
    if (!row.next()) return {};
    const auto number = row.integer(0);
    const auto level = static_cast<int>(number / key_of_tile(1, 0));
    // A level's begin with the first, and none is left out.
    if (number != from && number != key_of_tile(level, 0))
        return SeenTile{std::max<std::int64_t>(from, 0), false};
    const auto first = number % key_of_tile(1, 0) * width_of_tile;
    const auto hashes = below(level, first, width_of_tile);
    if (std::ssize(hashes) != width_of_tile) return SeenTile{number, false};
    const Tile made(hashes);
    return SeenTile{number, row.blob(1) == made.bytes && row.blob(2) == base::bytes(made.root)};
}

std::optional<std::int64_t> JournalTree::altered_tile() {
    auto from = std::numeric_limits<std::int64_t>::min();
    while (const auto tile = look_at_tile(from)) {
        if (!tile->is_right) return tile->number;
        from = tile->number + 1;
    }
    return {};
}

Digest JournalTree::subtree(int level, std::int64_t index) {
    const auto within = level % levels_of_tile;
    const auto first = index << within;
    const auto count = std::int64_t{1} << within;
    if (count >= width_of_block)
        if (auto blocks = kept(level / levels_of_tile, first / width_of_tile,
                               width_of_tile + first % width_of_tile / width_of_block,
                               count / width_of_block);
            !blocks.empty())
            return fold(std::move(blocks));
    return fold(tile(level / levels_of_tile, first, count));
}

Digest JournalTree::range(std::int64_t begin, std::int64_t end) {
    if (const auto known = roots_of_ranges_.find({begin, end}); known != roots_of_ranges_.end())
        return known->second;
    const auto size = end - begin;
    const auto middle = begin + largest_power_below(size);
    const auto root =
        is_power_of_two(size)
            ? subtree(std::countr_zero(static_cast<std::uint64_t>(size)), begin / size)
            : node(range(begin, middle), range(middle, end));
    roots_of_ranges_.emplace(std::pair{begin, end}, root);
    return root;
}

Digest JournalTree::root(std::int64_t size) {
    return size == 0 ? base::sha256({}) : range(0, size);
}

void JournalTree::path(std::int64_t index, std::int64_t begin, std::int64_t end,
                       std::vector<Digest>& hashes) {
    if (end - begin == 1) return;
    const auto middle = begin + largest_power_below(end - begin);
    if (index < middle) {
        path(index, begin, middle, hashes);
        hashes.push_back(range(middle, end));
    } else {
        path(index, middle, end, hashes);
        hashes.push_back(range(begin, middle));
    }
}

std::vector<Digest> JournalTree::inclusion(std::int64_t index, std::int64_t size) {
    std::vector<Digest> hashes;
    path(index, 0, size, hashes);
    return hashes;
}

void JournalTree::proof(std::int64_t from, std::int64_t begin, std::int64_t end, bool is_whole,
                        std::vector<Digest>& hashes) {
    if (from == end) {
        if (!is_whole) hashes.push_back(range(begin, end));
        return;
    }
    const auto middle = begin + largest_power_below(end - begin);
    if (from <= middle) {
        proof(from, begin, middle, is_whole, hashes);
        hashes.push_back(range(middle, end));
    } else {
        proof(from, middle, end, false, hashes);
        hashes.push_back(range(begin, middle));
    }
}

std::vector<Digest> JournalTree::consistency(std::int64_t from, std::int64_t to) {
    std::vector<Digest> hashes;
    proof(from, 0, to, true, hashes);
    return hashes;
}

namespace {

/// How a proof is checked (RFC 9162, 2.1.3.2 and 2.1.4.2): which way each of its hashes goes.
class Climb {
  public:
    Climb(std::int64_t index, std::int64_t last) : index_(index), last_(last) {}

    bool is_at_root() const { return last_ == 0; }
    /// Whether the next hash is a left one.
    bool from_left() const { return (index_ & 1) != 0 || index_ == last_; }
    void up() {
        if (from_left())
            while ((index_ & 1) == 0 && index_ != 0)
                halve();
        halve();
    }
    void skip_whole() {
        while ((index_ & 1) != 0)
            halve();
    }

  private:
    void halve() {
        index_ >>= 1;
        last_ >>= 1;
    }

    std::int64_t index_;
    std::int64_t last_;
};

}  // namespace

std::optional<Digest> root_of_inclusion(std::int64_t index, std::int64_t size, const Digest& leaf,
                                        std::span<const Digest> hashes) {
    if (index < 0 || index >= size) return {};
    Climb climb(index, size - 1);
    auto root = leaf;
    for (const auto& hash : hashes) {
        if (climb.is_at_root()) return {};
        root = climb.from_left() ? node(hash, root) : node(root, hash);
        climb.up();
    }
    if (!climb.is_at_root()) return {};
    return root;
}

std::optional<RootsOfConsistency> roots_of_consistency(std::int64_t from, std::int64_t to,
                                                       std::span<const Digest> hashes,
                                                       const std::optional<Digest>& from_root) {
    if (from <= 0 || from > to) return {};
    if (from == to) {
        if (!hashes.empty() || !from_root) return {};
        return RootsOfConsistency{*from_root, *from_root};
    }
    std::optional<Digest> first;
    if (is_power_of_two(from)) {
        first = from_root;
    } else if (!hashes.empty()) {
        first = hashes.front();
        hashes = hashes.subspan(1);
    }
    if (!first) return {};
    Climb climb(from - 1, to - 1);
    climb.skip_whole();
    RootsOfConsistency roots{*first, *first};
    for (const auto& hash : hashes) {
        if (climb.is_at_root()) return {};
        if (climb.from_left()) {
            roots.from = node(hash, roots.from);
            roots.to = node(hash, roots.to);
        } else {
            roots.to = node(roots.to, hash);
        }
        climb.up();
    }
    if (!climb.is_at_root()) return {};
    return roots;
}

std::size_t length_of_inclusion(std::int64_t index, std::int64_t size) {
    std::size_t length = 0;
    for (Climb climb(index, size - 1); !climb.is_at_root(); climb.up())
        ++length;
    return length;
}

}  // namespace huiyin::gate
