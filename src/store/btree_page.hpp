#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "huiyin/store/row_changes.hpp"

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

    std::string_view bytes_;
    std::size_t header_;
    std::size_t usable_;
    bool is_leaf_ = false;
    bool is_table_ = false;
    std::size_t cells_ = 0;
    std::size_t pointers_ = 0;  ///< where the cells' places stand
    std::size_t content_ = 0;   ///< where the first cell may stand
    std::size_t most_ = 0;      ///< bytes of a record that goes on nowhere else
    std::size_t least_ = 0;     ///< and of one that does
};

/// The columns of a record, as far as they are on its page.
class Record {
  public:
    static constexpr std::size_t most_columns = 80;

    /// Throws DamagedPage for one whose columns are not as long as it is, or are more than any
    /// table of ours has: so few that they are all named on the page.
    void read(const PageCell& cell);

    std::size_t columns() const { return columns_; }
    bool is_null(std::size_t column) const { return places_[column].type == 0; }
    /// As a changeset writes it: a number of its bytes is put into `number`. All of the record has
    /// to be on its page.
    RawValue value(std::size_t column, std::array<char, 8>& number) const;
    std::string_view bytes() const { return bytes_; }
    /// The same bytes somewhere else.
    void move_to(std::string_view bytes) { bytes_ = bytes; }

    /// Below 0, 0 or above it, as an index orders them; nothing where it cannot be told here.
    friend std::optional<int> order_of(const Record& left, const Record& right, std::size_t column);

  private:
    struct Place {
        std::uint64_t type;
        std::uint64_t at;
    };

    std::string_view bytes_;
    std::size_t columns_ = 0;
    std::array<Place, most_columns> places_;
};

}  // namespace huiyin::store
