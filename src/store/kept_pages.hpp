#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>

/// The file beside a store in which whoever writes keeps what its pages were, while somebody reads
/// the store as one moment saw it. It is there as long as that reading, and its reader holds a lock
/// on it: what a reader left who came to a sudden end is nobody's. Nothing here throws but
/// std::bad_alloc.
namespace huiyin::store {

/// What a store's file was at that moment.
struct FileState {
    std::uint32_t page_size = 0;
    std::uint32_t pages = 0;
    std::uint32_t changes = 0;  ///< SQLite's counter, which every commit raises
};

/// SQLite's counter of changes in the first bytes of a store's file.
std::uint32_t changes_in(std::span<const char> first_page);

/// The file as its reader has it.
class KeptPages {
  public:
    /// To be made while nobody can write. Nothing where there cannot be one, as for those who may
    /// not write beside the store, or where somebody else reads so already.
    static std::unique_ptr<KeptPages> make(const std::filesystem::path& store,
                                           const FileState& state);
    ~KeptPages();
    KeptPages(const KeptPages&) = delete;
    KeptPages& operator=(const KeptPages&) = delete;

    const FileState& state() const { return state_; }
    /// Puts into `bytes`, just read from the store's file at this place, what stood there at that
    /// moment: to be asked after each reading, as whoever writes keeps a page first. They lie in
    /// one page. Says whether that could be told.
    bool put_back(std::span<char> bytes, std::int64_t at);
    /// Whether all that made the store what it is now was done by somebody who keeps pages.
    bool has_all(std::uint32_t changes_now) const;

  private:
    KeptPages(std::filesystem::path file, int descriptor, const FileState& state)
        : file_(std::move(file)), descriptor_(descriptor), state_(state) {}
    bool look_for_more();

    std::filesystem::path file_;
    int descriptor_;
    FileState state_;
    std::int64_t seen_ = 0;                                   ///< so many of those that were kept
    std::unordered_map<std::uint32_t, std::int64_t> places_;  ///< in the file, by page
};

/// The file as somebody has it who writes, from before the first page is written until all are.
class PageKeeper {
  public:
    /// Nothing where nobody reads the store as one moment saw it.
    static std::unique_ptr<PageKeeper> find(const std::filesystem::path& store);
    ~PageKeeper();
    PageKeeper(const PageKeeper&) = delete;
    PageKeeper& operator=(const PageKeeper&) = delete;

    /// Fills the bytes with what the store's file has at a place; says whether it could.
    using ReadStore = std::function<bool(std::span<char> bytes, std::int64_t at)>;
    /// Keeps what `page`, which is going to be written there, takes the place of.
    void keep(std::span<const char> page, std::int64_t at, const ReadStore& read_store);
    /// Something cannot be kept: the reader has to begin anew, and nothing is kept any more.
    void give_up();
    /// All pages are written.
    void finish();

  private:
    PageKeeper(int descriptor, const FileState& state, std::uint32_t changes)
        : descriptor_(descriptor), state_(state), changes_(changes) {}
    bool try_to_keep(std::uint32_t page, const ReadStore& read_store);
    bool append(std::uint32_t page, std::span<const char> bytes);

    int descriptor_;
    FileState state_;
    std::uint32_t changes_;  ///< as of the last commit that is told in the file
    std::optional<std::uint32_t> new_changes_;
    bool has_given_up_ = false;
};

}  // namespace huiyin::store
