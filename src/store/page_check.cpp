#include "huiyin/store/page_check.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "btree_page.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/store/query.hpp"

namespace huiyin::store {

namespace {

constexpr std::size_t pages_between_looks = 8;
constexpr std::size_t deepest = 20;
constexpr int most_passes = 4;
/// Of a tree that is shown: somebody who writes all the time must not keep us from going on.
constexpr int most_beginnings = 3;
constexpr std::size_t most_doubtful = 100'000;
/// Uses of a page: trees are told apart as far as a byte goes.
constexpr std::uint8_t none = 0;
constexpr std::uint8_t is_free = 255;
/// SQLite's locks lie here, and no page does.
constexpr std::uint32_t lock_byte = 0x40000000;

void require(bool holds) {
    if (!holds) throw DamagedPage{};
}

}  // namespace

/// The record at hand, and the last entry of an index.
struct PageCheck::Records {
    Record& at_hand() { return both[hand]; }

    /// The next entry is at hand.
    void follow(bool is_unique) {
        const auto& next = both[hand];
        const auto& last = both[1 - hand];
        if (has_last) {
            std::size_t same = 0;
            bool has_null = false;
            const auto columns = std::min(last.columns(), next.columns());
            std::optional<int> order = 0;
            while (same < columns && (order = order_of(last, next, same)) == 0)
                has_null = next.is_null(same++) || has_null;
            // Of records that go on elsewhere not everything can be told.
            require(!order || *order < 0 || columns == 0);
            require(!is_unique || has_null || columns == 0 || same + 1 < columns);
        }
        hand = 1 - hand;
        has_last = true;
    }

    /// What the last entry is read from will be gone.
    void keep_last() {
        auto& last = both[1 - hand];
        if (!has_last || last.bytes().data() == kept.data()) return;
        kept = last.bytes();
        last.move_to(kept);
    }

    /// Of the record at hand.
    std::span<const RawValue> values() {
        const auto& record = both[hand];
        for (std::size_t column = 0; column < record.columns(); ++column)
            read[column] = record.value(column, numbers[column]);
        return {read.data(), record.columns()};
    }

    std::array<RawValue, Record::most_columns> read;
    std::array<std::array<char, 8>, Record::most_columns> numbers;
    std::array<Record, 2> both;
    std::size_t hand = 0;
    bool has_last = false;
    std::string kept;  ///< the last entry, once its page is left
};

PageCheck::PageCheck(Connection& connection, RecordVisitor* visitor)
    : connection_(connection), visitor_(visitor), records_(std::make_unique<Records>()) {
    if (sqlite3_file_control(connection_.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file_) !=
            SQLITE_OK ||
        file_ == nullptr || file_->pMethods == nullptr)
        throw SQLite::Exception("no file to read", SQLITE_MISUSE);
}

PageCheck::~PageCheck() = default;

bool PageCheck::go_on(const std::function<bool()>& is_over) {
    try {
        look_at_file();
        do {
            while (tree_ < trees_.size()) {
                descend();
                if (read_since_look_ < pages_between_looks) continue;
                read_since_look_ = 0;
                if (is_over()) return true;
            }
            // Free pages are few, and what they are held against is of one moment.
            claim_free_pages();
            find_unused();
        } while (!is_settled() && !is_over());
        return tree_ < trees_.size();
    } catch (const DamagedPage&) {
        throw base::Failure(
            base::Exit::integrity,
            base::Label{"数据文件的页面损坏", "pages of the store's file are damaged"});
    }
}

void PageCheck::look_at_file() {
    // Whatever is asked first takes SQLite's lock, and mends what was left half written.
    find_integer(connection_, "PRAGMA schema_version");
    std::string header(100, '\0');
    read(1, header.data(), header.size());
    const auto changes = four_bytes(header, 24);
    if (page_size_ != 0 && changes == changes_) return;
    page_size_ = two_bytes(header, 16) == 1 ? 65'536 : two_bytes(header, 16);
    require(page_size_ >= 512 && page_size_ % 512 == 0);
    usable_ = page_size_ - static_cast<unsigned char>(header[20]);
    // With pages that tell where others are used, of which no store has any.
    require(usable_ >= 480 && four_bytes(header, 52) == 0 && four_bytes(header, 64) == 0);
    pages_ = static_cast<std::uint32_t>(find_integer(connection_, "PRAGMA page_count").value_or(0));
    changes_ = changes;
    first_page_ = read(1);
    if (passes_ == 0) return begin_pass();
    was_written_ = true;
    uses_.resize(std::max<std::size_t>(uses_.size(), pages_ + std::size_t{1}));
    if (is_shown_ && beginnings_ < most_beginnings)
        leave_tree();
    else
        find_place_again();
    is_shown_ = false;
}

void PageCheck::begin_pass() {
    ++passes_;
    trees_.assign(1, {.root = 1, .is_table = true, .is_unique = false});
    for (Query row(connection_,
                   "SELECT rootpage, type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%',"
                   " type = 'index' AND (sql IS NULL OR sql LIKE 'CREATE UNIQUE %') AND NOT EXISTS"
                   " (SELECT 1 FROM sqlite_schema t WHERE t.name = s.tbl_name"
                   " AND t.sql LIKE '%WITHOUT ROWID%')"
                   " FROM sqlite_schema s WHERE rootpage > 0");
         row.next();)
        trees_.push_back({.root = static_cast<std::uint32_t>(row.integer(0)),
                          .is_table = row.flag(1),
                          .is_unique = row.flag(2)});
    tree_ = 0;
    beginnings_ = 0;
    leave_tree();
    uses_.assign(pages_ + std::size_t{1}, none);
    was_written_ = false;
    doubtful_.clear();
}

/// Down the same pages as far as they still follow each other; from there on all is done again.
void PageCheck::find_place_again() {
    depth_.reset();
    records_->has_last = false;
    for (std::size_t at = 0; at < way_.size(); ++at) {
        auto& step = way_[at];
        auto bytes = read(step.page);
        const bool is_same = bytes == step.bytes;
        step.bytes = std::move(bytes);
        if (at > 0) step.bounds = bounds_of_child(way_[at - 1], way_[at - 1].next - 1);
        if (is_same) continue;
        take_cells(step.page, step.bytes, step.bounds);
        const BTreePage page(step.bytes, header_of(step.page), usable_);
        step.next = 0;
        if (!page.is_leaf() && at + 1 < way_.size())
            for (std::size_t number = 0; number <= page.cells(); ++number)
                if (page.child(number) == way_[at + 1].page) step.next = number + 1;
        if (step.next != 0) continue;
        // A root that has become a leaf is entered anew.
        way_.resize(page.is_leaf() ? at : at + 1);
    }
}

/// One page further in the order of the tree.
void PageCheck::descend() {
    const auto& tree = trees_[tree_];
    if (way_.empty()) {
        // Of texts in another encoding the bytes are not what SQLite reads.
        const bool is_utf8 = four_bytes(first_page_, 56) == 1;
        is_shown_ = visitor_ != nullptr && passes_ == 1 && is_utf8 && visitor_->begin(tree.root);
        ++beginnings_;
        enter(tree.root, {});
    } else {
        auto& step = way_.back();
        const BTreePage page(step.bytes, header_of(step.page), usable_);
        if (step.next > page.cells()) {
            way_.pop_back();
        } else {
            // An entry of an index stands between those below.
            if (step.next > 0 && !tree.is_table) follow_inner(page.cell(step.next - 1));
            const auto number = step.next++;
            const auto child = page.child(number);
            enter(child, bounds_of_child(step, number));
        }
    }
    if (!way_.empty()) return;
    if (is_shown_) visitor_->whole(changes_);
    ++tree_;
    beginnings_ = 0;
    leave_tree();
}

void PageCheck::leave_tree() {
    way_.clear();
    depth_.reset();
    records_->has_last = false;
}

void PageCheck::enter(std::uint32_t number, const Bounds& bounds) {
    require(way_.size() < deepest);
    claim(number);
    page_.resize(page_size_);
    read(number, page_.data(), page_.size());
    take_cells(number, page_, bounds);
    const BTreePage page(page_, header_of(number), usable_);
    if (!page.is_leaf()) {
        way_.push_back({.page = number, .bounds = bounds, .bytes = page_});
        return;
    }
    require(!depth_ || *depth_ == way_.size());
    depth_ = way_.size();
}

void PageCheck::take_cells(std::uint32_t number, const std::string& bytes, const Bounds& bounds) {
    const BTreePage page(bytes, header_of(number), usable_);
    require(page.is_table() == trees_[tree_].is_table);
    auto behind = bounds.behind;
    page.each_cell([&](const PageCell& cell) {
        if (page.is_table()) {
            require(!behind || cell.rowid > *behind);
            require(!bounds.last || cell.rowid <= *bounds.last);
            behind = cell.rowid;
        }
        if (page.is_table() && !page.is_leaf()) return;
        records_->at_hand().read(cell);
        if (page.is_leaf()) show(cell);
        if (!page.is_table() && page.is_leaf()) records_->follow(trees_[tree_].is_unique);
        if (cell.overflow != 0 || cell.record.size() < cell.payload)
            claim_overflow(cell.overflow, cell.payload - cell.record.size());
    });
    records_->keep_last();
}

void PageCheck::show(const PageCell& cell) {
    if (!is_shown_) return;
    if (cell.record.size() < cell.payload)
        is_shown_ = false;
    else
        visitor_->record(cell.rowid, records_->values());
}

void PageCheck::follow_inner(const PageCell& cell) {
    records_->at_hand().read(cell);
    show(cell);
    records_->follow(trees_[tree_].is_unique);
    records_->keep_last();
}

PageCheck::Bounds PageCheck::bounds_of_child(const Step& step, std::size_t number) const {
    const BTreePage page(step.bytes, header_of(step.page), usable_);
    auto bounds = step.bounds;
    if (!page.is_table()) return bounds;
    if (number > 0) bounds.behind = page.cell(number - 1).rowid;
    if (number < page.cells()) bounds.last = page.cell(number).rowid;
    return bounds;
}

void PageCheck::claim_overflow(std::uint32_t first, std::uint64_t bytes) {
    auto page = first;
    const auto of_page = usable_ - 4;
    for (auto left = (bytes + of_page - 1) / of_page; left > 0; --left) {
        claim(page);
        std::string next(4, '\0');
        read(page, next.data(), next.size());
        page = four_bytes(next, 0);
    }
    require(page == 0);
}

bool PageCheck::exists(std::uint32_t page) const {
    return page >= 1 && page <= pages_ && page != lock_byte / page_size_ + 1;
}

void PageCheck::claim(std::uint32_t page) {
    require(exists(page));
    const auto use = static_cast<std::uint8_t>(tree_ % (is_free - 1) + 1);
    auto& known = uses_[page];
    if (known == none) {
        known = use;
    } else if (!was_written_) {
        throw DamagedPage{};
    } else if (known != use) {
        doubtful_.push_back(page);
    }
}

void PageCheck::claim_free_pages() {
    std::uint32_t found = 0;
    const auto take = [&](std::uint32_t page) {
        require(exists(page) && uses_[page] != is_free);
        if (uses_[page] != none) {
            require(was_written_);
            doubtful_.push_back(page);
        }
        uses_[page] = is_free;
        ++found;
    };
    for (auto trunk = four_bytes(first_page_, 32); trunk != 0;) {
        take(trunk);
        const auto bytes = read(trunk);
        const auto leaves = four_bytes(bytes, 4);
        require(leaves <= usable_ / 4 - 2);
        for (std::uint32_t leaf = 0; leaf < leaves; ++leaf)
            take(four_bytes(bytes, 8 + 4 * std::size_t{leaf}));
        trunk = four_bytes(bytes, 0);
    }
    require(found == four_bytes(first_page_, 36));
}

void PageCheck::find_unused() {
    for (std::uint32_t page = 1; page <= pages_; ++page) {
        if (uses_[page] != none || !exists(page)) continue;
        require(was_written_);
        doubtful_.push_back(page);
    }
}

/// Whether nothing is left that looks like damage; else all of it is looked at again.
bool PageCheck::is_settled() {
    if (!was_written_) return true;
    require(doubtful_.size() < most_doubtful);
    std::ranges::sort(doubtful_);
    const auto repeated = std::ranges::unique(doubtful_);
    doubtful_.erase(repeated.begin(), repeated.end());
    if (suspected_) {
        std::vector<std::uint32_t> both;
        std::ranges::set_intersection(doubtful_, *suspected_, std::back_inserter(both));
        doubtful_ = std::move(both);
    }
    if (doubtful_.empty()) return true;
    require(passes_ < most_passes);
    suspected_ = doubtful_;
    begin_pass();
    return false;
}

std::size_t PageCheck::header_of(std::uint32_t page) const {
    return page == 1 ? 100 : 0;
}

std::string PageCheck::read(std::uint32_t page) {
    std::string bytes(page_size_, '\0');
    read(page, bytes.data(), bytes.size());
    return bytes;
}

void PageCheck::read(std::uint32_t page, char* to, std::size_t size) {
    ++read_since_look_;
    const auto at = static_cast<sqlite3_int64>(page - 1) * static_cast<sqlite3_int64>(page_size_);
    const int code = file_->pMethods->xRead(file_, to, static_cast<int>(size), at);
    require(code != SQLITE_IOERR_SHORT_READ);
    if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(code), code);
}

}  // namespace huiyin::store
