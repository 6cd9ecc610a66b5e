#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// Pages of a database file, read as bytes: https://www.sqlite.org/fileformat2.html. Nothing in
/// them is believed.
namespace huiyin::store {

/// Thrown for bytes that SQLite does not write.
struct DamagedPage {};

/// A number of so many bytes, the highest first.
std::uint32_t two_bytes(std::string_view bytes, std::size_t at);
std::uint32_t four_bytes(std::string_view bytes, std::size_t at);

/// One cell of a page. What a kind of page does not have is 0.
struct PageCell {
    std::uint32_t child = 0;     ///< the page of what comes before it
    std::int64_t rowid = 0;      ///< of a table
    std::uint64_t payload = 0;   ///< bytes of the record
    std::string_view record;     ///< as much of it as is on this page
    std::uint32_t overflow = 0;  ///< the first page of the rest
    std::size_t size = 0;        ///< bytes on this page
};

/// A page of a table's or an index's tree.
class BTreePage {
  public:
    /// `header` is where it begins, `usable` how many bytes of a page are. Throws DamagedPage.
    BTreePage(std::string_view bytes, std::size_t header, std::size_t usable);

    bool is_leaf() const { return is_leaf_; }
    bool is_table() const { return is_table_; }
    std::size_t cells() const { return cells_; }
    /// Throws DamagedPage.
    PageCell cell(std::size_t number) const;
    /// Of an inner page: before each cell, and behind the last.
    std::uint32_t child(std::size_t number) const;

    /// Whether each byte belongs to one thing at most, and as many to none as the page says. `take`
    /// is given each cell. Throws DamagedPage, and what `take` throws.
    template <typename Take>
    void each_cell(Take take) const {
        Covered covered(usable_);
        for (std::size_t number = 0; number < cells_; ++number) {
            const auto one = cell(number);
            covered.add(offset(number), one.size);
            take(one);
        }
        require_all_accounted(covered);
    }

  private:
    /// Which bytes of the page belong to something.
    class Covered {
      public:
        explicit Covered(std::size_t usable) { std::fill_n(bits_.begin(), usable / 64 + 1, 0); }
        void add(std::size_t from, std::size_t size);
        std::size_t bytes() const { return bytes_; }

      private:
        std::array<std::uint64_t, 1025> bits_;
        std::size_t bytes_ = 0;
    };
    std::size_t offset(std::size_t number) const;
    void require_all_accounted(Covered& covered) const;
    std::uint64_t varint(std::size_t& at) const;

    std::string_view bytes_;
    std::size_t header_;
    std::size_t usable_;
    bool is_leaf_ = false;
    bool is_table_ = false;
    std::size_t cells_ = 0;
    std::size_t pointers_ = 0;  ///< where the cells' places stand
    std::size_t content_ = 0;   ///< where the first cell may stand
};

/// How two records of an index lie to each other, as far as they are on their pages.
struct RecordOrder {
    bool is_before = true;    ///< the one comes before the other, or it cannot be told
    std::size_t same = 0;     ///< how many columns are the same before one differs
    bool has_null = false;    ///< among those
    std::size_t columns = 0;  ///< of the later one
};
/// Throws DamagedPage.
RecordOrder order_of(std::string_view record, std::string_view next);

/// Whether a record's columns are as long as it is. One that goes on elsewhere before its columns
/// are all named is believed. Throws DamagedPage.
void require_well_formed_record(const PageCell& cell);

}  // namespace huiyin::store
