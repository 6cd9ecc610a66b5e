#include "disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace faults {

namespace {

constexpr std::size_t sector = 512;

std::vector<Event> log;
sqlite3_vfs* real = nullptr;

/// The file as SQLite sees it; the real one's own struct follows in the same memory.
struct File {
    sqlite3_file base;
    std::string name;  ///< empty for temporary files, which nobody misses

    sqlite3_file* inner() {
        return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(this) + sizeof(File));
    }
};

File& mine(sqlite3_file* file) {
    return *reinterpret_cast<File*>(file);
}

template <auto Member, typename... Arguments>
int forward(sqlite3_file* file, Arguments... arguments) {
    auto* inner = mine(file).inner();
    return (inner->pMethods->*Member)(inner, arguments...);
}

void note(const File& file, decltype(Event::what) what) {
    if (!file.name.empty()) log.push_back({file.name, std::move(what)});
}

int close_file(sqlite3_file* file) {
    const int code = forward<&sqlite3_io_methods::xClose>(file);
    std::destroy_at(&mine(file).name);
    return code;
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    note(mine(file), Wrote{offset, std::string(static_cast<const char*>(bytes),
                                               static_cast<std::size_t>(size))});
    return forward<&sqlite3_io_methods::xWrite>(file, bytes, size, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    note(mine(file), Cut{size});
    return forward<&sqlite3_io_methods::xTruncate>(file, size);
}

int sync_file(sqlite3_file* file, int flags) {
    note(mine(file), Synced{});
    return forward<&sqlite3_io_methods::xSync>(file, flags);
}

const sqlite3_io_methods methods{
    .iVersion = 1,  // no shared memory, no mapping: every byte comes through here
    .xClose = close_file,
    .xRead = forward<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = forward<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    .xLock = forward<&sqlite3_io_methods::xLock, int>,
    .xUnlock = forward<&sqlite3_io_methods::xUnlock, int>,
    .xCheckReservedLock = forward<&sqlite3_io_methods::xCheckReservedLock, int*>,
    .xFileControl = forward<&sqlite3_io_methods::xFileControl, int, void*>,
    .xSectorSize = forward<&sqlite3_io_methods::xSectorSize>,
    // A promise of the real file system must not spare SQLite a sync that this disk needs.
    .xDeviceCharacteristics = [](sqlite3_file*) { return 0; },
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    auto& opened = mine(file);
    opened.base.pMethods = nullptr;
    const int code = real->xOpen(real, name, opened.inner(), flags, flags_out);
    if (code != SQLITE_OK) return code;
    std::construct_at(&opened.name,
                      name != nullptr && (flags & SQLITE_OPEN_DELETEONCLOSE) == 0 ? name : "");
    opened.base.pMethods = &methods;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char* name, int sync_folder) {
    log.push_back({name, Deleted{}});
    if (sync_folder != 0) log.push_back({name, Synced{}});
    return real->xDelete(real, name, sync_folder);
}

sqlite3_vfs watched{};

void overwrite(std::string& image, std::size_t offset, std::string_view bytes) {
    if (image.size() < offset + bytes.size()) image.resize(offset + bytes.size());
    image.replace(offset, bytes.size(), bytes);
}

void apply(std::string& image, const Event& event) {
    if (const auto* wrote = std::get_if<Wrote>(&event.what))
        overwrite(image, static_cast<std::size_t>(wrote->offset), wrote->bytes);
    else if (const auto* cut = std::get_if<Cut>(&event.what))
        image.resize(static_cast<std::size_t>(cut->size));
    else
        image.clear();
}

/// Unsynced events, each write divided where the medium can be interrupted.
std::vector<Event> pieces(const std::vector<Event>& events) {
    std::vector<Event> all;
    for (const auto& event : events) {
        const auto* wrote = std::get_if<Wrote>(&event.what);
        if (wrote == nullptr) {
            all.push_back(event);
            continue;
        }
        for (std::size_t start = 0; start < wrote->bytes.size(); start += sector)
            all.push_back({event.file, Wrote{wrote->offset + static_cast<std::int64_t>(start),
                                             wrote->bytes.substr(start, sector)}});
    }
    return all;
}

}  // namespace

void Medium::take(const Event& event, bool honest) {
    auto& waiting = unsynced_[event.file];
    if (!std::holds_alternative<Synced>(event.what)) {
        waiting.push_back(event);
        return;
    }
    if (!honest) return;
    for (const auto& one : waiting)
        apply(durable_[event.file], one);
    waiting.clear();
}

Found Medium::after_power_cut(std::mt19937_64& chance) const {
    Found found{.files = durable_};
    for (const auto& [file, events] : unsynced_) {
        auto lost = pieces(events);
        // Sometimes nearly all of it arrives, sometimes hardly anything.
        std::bernoulli_distribution arrives(
            std::uniform_real_distribution<double>(0.0, 1.0)(chance));
        if (chance() % 2 == 0) std::shuffle(lost.begin(), lost.end(), chance);
        for (const auto& event : lost)
            if (arrives(chance))
                apply(found.files[file], event);
            else
                ++found.lost_pieces;
    }
    return found;
}

WatchedDisk::WatchedDisk() {
    log.clear();
    real = sqlite3_vfs_find("unix");
    watched = *real;
    watched.zName = "watched";
    watched.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    watched.xOpen = open_file;
    watched.xDelete = delete_file;
    sqlite3_vfs_register(&watched, 1);
}

WatchedDisk::~WatchedDisk() {
    sqlite3_vfs_unregister(&watched);
    sqlite3_vfs_register(real, 1);
}

std::vector<Event> WatchedDisk::events() const {
    return log;
}

}  // namespace faults
