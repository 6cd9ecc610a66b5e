#include "watched_file.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

namespace huiyin::store {

namespace {

/// What SQLite calls for a file, with ours in place of some, and what those know of it. SQLite's
/// own are called behind ours, with the same file.
struct WatchedFile : sqlite3_io_methods {
    WatchedFile(const sqlite3_io_methods& sqlites, std::filesystem::path store)
        : sqlite3_io_methods(sqlites), own(&sqlites), path(std::move(store)) {}

    const sqlite3_io_methods* own;
    std::filesystem::path path;
    int level = SQLITE_LOCK_NONE;
    bool keeps_nothing = false;
    std::unique_ptr<PageKeeper> keeper;  ///< while this connection writes, and somebody reads
    std::shared_ptr<KeptPages> pages;    ///< that are read with
};

WatchedFile& watched(sqlite3_file* file) {
    return const_cast<WatchedFile&>(static_cast<const WatchedFile&>(*file->pMethods));
}

std::span<char> bytes_at(void* buffer, int amount) {
    return {static_cast<char*>(buffer), static_cast<std::size_t>(amount)};
}

int close_file(sqlite3_file* file) {
    const std::unique_ptr<WatchedFile> last(&watched(file));
    file->pMethods = last->own;
    return last->own->xClose(file);
}

int read_file(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 at) {
    auto& its = watched(file);
    const int code = its.own->xRead(file, buffer, amount, at);
    if (!its.pages || (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)) return code;
    try {
        if (!its.pages->put_back(bytes_at(buffer, amount), at)) return SQLITE_IOERR_READ;
    } catch (const std::bad_alloc&) {
        return SQLITE_IOERR_NOMEM;
    }
    return code;
}

int write_file(sqlite3_file* file, const void* buffer, int amount, sqlite3_int64 at) {
    auto& its = watched(file);
    if (its.keeper) try {
            const auto read_store = [&](std::span<char> bytes, std::int64_t place) {
                return its.own->xRead(file, bytes.data(), static_cast<int>(bytes.size()), place) ==
                       SQLITE_OK;
            };
            its.keeper->keep({static_cast<const char*>(buffer), static_cast<std::size_t>(amount)},
                             at, read_store);
        } catch (const std::bad_alloc&) {
            its.keeper->give_up();
        }
    return its.own->xWrite(file, buffer, amount, at);
}

/// Who makes the file smaller rewrites it: that is no commit to keep pages of.
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    auto& its = watched(file);
    if (its.keeper) its.keeper->give_up();
    return its.own->xTruncate(file, size);
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    auto& its = watched(file);
    if (!its.pages) return its.own->xFileSize(file, size);
    *size = sqlite3_int64{its.pages->state().pages} * its.pages->state().page_size;
    return SQLITE_OK;
}

int lock_file(sqlite3_file* file, int level) {
    auto& its = watched(file);
    if (its.pages && level > SQLITE_LOCK_SHARED) return SQLITE_READONLY;
    const int code = its.pages ? SQLITE_OK : its.own->xLock(file, level);
    if (code != SQLITE_OK) return code;
    its.level = level;
    if (level == SQLITE_LOCK_EXCLUSIVE && !its.keeper) try {
            its.keeper = PageKeeper::find(its.path);
            if (its.keeper && its.keeps_nothing) its.keeper->give_up();
        } catch (const std::bad_alloc&) {
            // Whoever reads will see that more was done than is told.
        }
    return SQLITE_OK;
}

int unlock_file(sqlite3_file* file, int level) {
    auto& its = watched(file);
    if (its.keeper) its.keeper->finish();
    its.keeper.reset();
    its.level = level;
    return its.pages ? SQLITE_OK : its.own->xUnlock(file, level);
}

int is_reserved(sqlite3_file* file, int* reserved) {
    auto& its = watched(file);
    if (!its.pages) return its.own->xCheckReservedLock(file, reserved);
    *reserved = 1;  // a journal is somebody's who writes: nothing is to be undone here
    return SQLITE_OK;
}

sqlite3_file* file_of(const Connection& connection) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER,
                         static_cast<void*>(&file));
    return file != nullptr && file->pMethods != nullptr ? file : nullptr;
}

WatchedFile* watched_of(const Connection& connection) {
    auto* file = file_of(connection);
    return file != nullptr && file->pMethods->xRead == read_file ? &watched(file) : nullptr;
}

}  // namespace

void watch_file(Connection& connection, const std::filesystem::path& store) {
    auto* file = file_of(connection);
    if (file == nullptr) return;
    auto its = std::make_unique<WatchedFile>(*file->pMethods, store);
    // No page is mapped into memory past those who read and write it.
    constexpr int without_mapping = 2;
    its->iVersion = std::min(its->iVersion, without_mapping);
    its->xClose = close_file;
    its->xRead = read_file;
    its->xWrite = write_file;
    its->xTruncate = truncate_file;
    its->xFileSize = file_size;
    its->xLock = lock_file;
    its->xUnlock = unlock_file;
    its->xCheckReservedLock = is_reserved;
    file->pMethods = its.release();  // until it is closed
}

void keep_no_pages(Connection& connection) {
    if (auto* its = watched_of(connection)) its->keeps_nothing = true;
}

bool read_with(Connection& connection, std::shared_ptr<KeptPages> pages) {
    auto* its = watched_of(connection);
    if (its == nullptr || its->level != SQLITE_LOCK_NONE) return false;
    its->pages = std::move(pages);
    return true;
}

std::shared_ptr<KeptPages> pages_of(const Connection& connection) {
    const auto* its = watched_of(connection);
    return its == nullptr ? nullptr : its->pages;
}

std::optional<FileState> state_of_file(const Connection& connection) {
    const auto* its = watched_of(connection);
    if (its == nullptr) return {};
    auto* file = file_of(connection);
    std::array<char, 100> header{};
    sqlite3_int64 size = 0;
    if (its->own->xRead(file, header.data(), static_cast<int>(header.size()), 0) != SQLITE_OK ||
        its->own->xFileSize(file, &size) != SQLITE_OK)
        return {};
    // Of two bytes, in which 1 stands for what does not fit.
    const auto page_size = std::uint32_t{static_cast<unsigned char>(header[16])} << 8U |
                           static_cast<unsigned char>(header[17]);
    constexpr std::uint32_t largest = 65536;
    const FileState state{.page_size = page_size == 1 ? largest : page_size,
                          .changes = changes_in(header)};
    if (state.page_size == 0) return {};
    return FileState{.page_size = state.page_size,
                     .pages = static_cast<std::uint32_t>(size / state.page_size),
                     .changes = state.changes};
}

std::filesystem::path path_of_file(const Connection& connection) {
    const auto* its = watched_of(connection);
    return its == nullptr ? std::filesystem::path() : its->path;
}

}  // namespace huiyin::store
