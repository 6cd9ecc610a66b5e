#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "huiyin/store/connection.hpp"
#include "huiyin/store/row_changes.hpp"

struct sqlite3_file;

namespace huiyin::store {

struct PageCell;

/// Is shown the records of trees while their pages are looked at. Nothing is thrown but what an
/// implementation throws.
class RecordVisitor {
  public:
    virtual ~RecordVisitor() = default;
    /// A tree begins, or begins anew because somebody wrote. Whether its records are wanted.
    virtual bool begin(std::uint32_t root) = 0;
    /// A row of a table, or an entry of an index, which has no row id here. Values as a changeset
    /// writes them, by column, valid until the next; an old row has not all columns, and NULL for
    /// one that is the row id.
    virtual void record(std::int64_t rowid, std::span<const RawValue> values) = 0;
    /// That was each of the tree's, in its order, and all of one moment: when the file had counted
    /// so many changes. Not said where somebody writes again and again, or a record is longer than
    /// a page.
    virtual void whole(std::uint32_t changes) = 0;
};

/// Looks at every page of a database file, a part at a time beside whoever writes: what SQLite's
/// `integrity_check` asks of pages, without a reading of many seconds. Every tree, its pages' cells
/// and free space, its depth, the order of its rows and entries, each record's columns; chains of
/// overflow and of free pages; and that each page has one use. Not that an index has what its rows
/// ask for. Takes a byte of memory for each page.
///
/// Pages on the way from a root are looked at again after somebody has written, from where they
/// changed. A page that seems to have two uses, or none, while somebody writes may have been moved:
/// everything is looked at again, and one that seems so each time is damage.
class PageCheck {
  public:
    /// `visitor`, where there is one, is shown the records of the first look at each tree.
    explicit PageCheck(Connection& connection, RecordVisitor* visitor = nullptr);
    ~PageCheck();
    PageCheck(const PageCheck&) = delete;
    PageCheck& operator=(const PageCheck&) = delete;

    /// Within one transaction: goes on until all is done or `is_over`, asked every few pages, says
    /// so. Whether there is more to do. Throws Failure{integrity} for a file that is not as SQLite
    /// writes it.
    bool go_on(const std::function<bool()>& is_over);

  private:
    struct Records;
    struct Tree {
        std::uint32_t root;
        bool is_table;
        bool is_unique;  ///< no two entries but with NULL are alike but for the row's id
    };
    /// Rows that may be below a page: from behind `behind` up to `last`.
    struct Bounds {
        std::optional<std::int64_t> behind;
        std::optional<std::int64_t> last;
    };
    /// An inner page on the way down.
    struct Step {
        std::uint32_t page;
        Bounds bounds;
        std::string bytes;
        std::size_t next = 0;  ///< which of its children
    };

    void look_at_file();
    void begin_pass();
    void find_place_again();
    void descend();
    void leave_tree();
    void enter(std::uint32_t page, const Bounds& bounds);
    void take_cells(std::uint32_t page, const std::string& bytes, const Bounds& bounds);
    void follow_inner(const PageCell& cell);
    void show(const PageCell& cell);
    void claim_overflow(std::uint32_t first, std::uint64_t bytes);
    Bounds bounds_of_child(const Step& step, std::size_t number) const;
    void claim(std::uint32_t page);
    void claim_free_pages();
    void find_unused();
    bool is_settled();
    bool exists(std::uint32_t page) const;
    std::string read(std::uint32_t page);
    void read(std::uint32_t page, char* to, std::size_t size);
    std::size_t header_of(std::uint32_t page) const;

    Connection& connection_;
    RecordVisitor* visitor_;
    bool is_shown_ = false;  ///< this tree, so far
    int beginnings_ = 0;     ///< of this tree
    sqlite3_file* file_ = nullptr;
    std::size_t page_size_ = 0;
    std::size_t usable_ = 0;
    std::uint32_t pages_ = 0;
    std::uint32_t changes_ = 0;  ///< the file's own count, as it was last seen
    std::string first_page_;
    std::string page_;  ///< the one at hand
    std::size_t read_since_look_ = 0;

    std::vector<Tree> trees_;
    std::size_t tree_ = 0;
    std::vector<Step> way_;
    std::optional<std::size_t> depth_;  ///< of the leaves of this tree
    std::unique_ptr<Records> records_;

    std::vector<std::uint8_t> uses_;       ///< of each page: 0 none yet, else a tree's number
    bool was_written_ = false;             ///< since this pass began
    std::vector<std::uint32_t> doubtful_;  ///< pages of this pass
    std::optional<std::vector<std::uint32_t>> suspected_;  ///< and of each before it
    int passes_ = 0;
};

}  // namespace huiyin::store
