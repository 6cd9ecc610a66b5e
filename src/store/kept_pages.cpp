#include "kept_pages.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

#include "huiyin/base/failure.hpp"
#include "huiyin/store/sharing.hpp"

namespace huiyin::store {

namespace fs = std::filesystem;

namespace {

/// Read and written on one machine, by one program: no other order of bytes comes along.
struct Header {
    std::array<char, 8> mark{'h', 'u', 'i', 'y', 'k', 'e', 'p', 't'};
    std::uint64_t device = 0;  ///< of the store: another file may take its name
    std::uint64_t inode = 0;
    FileState state;
    std::uint32_t changes = 0;        ///< as of the last commit by somebody who keeps pages
    std::uint32_t is_incomplete = 0;  ///< something could not be kept
};

/// The header, a bit for each page that is kept, and then the pages, each behind its number.
constexpr std::int64_t bits_begin = 4096;
constexpr std::int64_t number_size = 8;

std::int64_t pages_begin(const FileState& state) {
    return bits_begin + (state.pages / (8 * bits_begin) + 1) * bits_begin;
}

std::int64_t record_size(const FileState& state) {
    return number_size + state.page_size;
}

std::int64_t place_of_bit(std::uint32_t page) {
    return bits_begin + page / 8;
}

/// Beyond that whoever reads begins anew: a store that is rewritten as a whole fills no disk.
constexpr std::int64_t most_kept = 256LL << 20U;

template <typename Call>
bool all_of(std::size_t size, std::int64_t at, Call call) {
    for (std::size_t done = 0; done < size;) {
        const auto count = call(done, size - done, at + static_cast<std::int64_t>(done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        done += static_cast<std::size_t>(count);
    }
    return true;
}

bool read_at(int descriptor, std::span<char> bytes, std::int64_t at) {
    return all_of(bytes.size(), at, [&](std::size_t done, std::size_t size, std::int64_t place) {
        return pread(descriptor, bytes.data() + done, size, place);
    });
}

bool write_at(int descriptor, std::span<const char> bytes, std::int64_t at) {
    return all_of(bytes.size(), at, [&](std::size_t done, std::size_t size, std::int64_t place) {
        return pwrite(descriptor, bytes.data() + done, size, place);
    });
}

bool write_number(int descriptor, std::uint32_t number, std::size_t at) {
    std::array<char, sizeof number> bytes{};
    std::memcpy(bytes.data(), &number, sizeof number);
    return write_at(descriptor, bytes, static_cast<std::int64_t>(at));
}

std::optional<Header> read_header(int descriptor) {
    std::array<char, sizeof(Header)> bytes{};
    if (!read_at(descriptor, bytes, 0)) return {};
    Header header;
    const auto mark = header.mark;
    std::memcpy(&header, bytes.data(), sizeof header);
    const auto& state = header.state;
    if (header.mark != mark || state.page_size < 512 || state.page_size > 65536) return {};
    return header;
}

bool write_header(int descriptor, const Header& header) {
    std::array<char, sizeof(Header)> bytes{};
    std::memcpy(bytes.data(), &header, sizeof header);
    return write_at(descriptor, bytes, 0);
}

/// Whether the path still names what is open.
bool is_still(const fs::path& path, int descriptor) {
    struct stat named {};
    struct stat opened {};
    return stat(path.c_str(), &named) == 0 && fstat(descriptor, &opened) == 0 &&
           named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

bool is_about(const Header& header, const fs::path& store) {
    struct stat status {};
    return stat(store.c_str(), &status) == 0 && status.st_dev == header.device &&
           status.st_ino == header.inode;
}

/// A lock of whoever opened the file, whichever of his processes it is in. By it others know that
/// he is there.
struct flock whole_file() {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

bool take_lock(int descriptor) {
    auto lock = whole_file();
    return fcntl(descriptor, F_OFD_SETLK, &lock) == 0;
}

bool is_locked_by_another(int descriptor) {
    auto lock = whole_file();
    return fcntl(descriptor, F_OFD_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;
}

/// Opens it for one reader alone. Negative where there is another, or none can be made.
int open_alone(const fs::path& file) {
    const int descriptor =
        open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (descriptor < 0) return descriptor;
    struct stat status {};
    // Whoever read so before takes it away at the end.
    if (take_lock(descriptor) && is_still(file, descriptor) && fstat(descriptor, &status) == 0 &&
        S_ISREG(status.st_mode) && ftruncate(descriptor, 0) == 0)
        return descriptor;
    close(descriptor);
    return -1;
}

bool begin(const fs::path& store, const fs::path& file, int descriptor, const FileState& state) {
    struct stat status {};
    if (stat(store.c_str(), &status) != 0) return false;
    try {
        inherit_sharing(file, store);
    } catch (const base::Failure&) {
        return false;
    }
    return write_header(descriptor, {.device = status.st_dev,
                                     .inode = status.st_ino,
                                     .state = state,
                                     .changes = state.changes}) &&
           ftruncate(descriptor, pages_begin(state)) == 0;
}

}  // namespace

std::uint32_t changes_in(std::span<const char> first_page) {
    constexpr std::size_t place = 24;
    std::uint32_t changes = 0;
    for (const char byte : first_page.subspan(place, sizeof changes))
        changes = changes << 8U | static_cast<unsigned char>(byte);
    return changes;
}

std::unique_ptr<KeptPages> KeptPages::make(const fs::path& store, const FileState& state) {
    auto file = kept_pages_of(store);
    const int descriptor = open_alone(file);
    if (descriptor < 0) return {};
    std::unique_ptr<KeptPages> pages(new KeptPages(std::move(file), descriptor, state));
    if (!begin(store, pages->file_, descriptor, state)) pages.reset();
    return pages;
}

KeptPages::~KeptPages() {
    if (is_still(file_, descriptor_)) unlink(file_.c_str());
    close(descriptor_);
}

bool KeptPages::look_for_more() {
    struct stat status {};
    if (fstat(descriptor_, &status) != 0) return false;
    const auto count = (status.st_size - pages_begin(state_)) / record_size(state_);
    if (count < seen_) return false;  // somebody gave up
    for (; seen_ < count; ++seen_) {
        const auto place = pages_begin(state_) + seen_ * record_size(state_);
        std::uint32_t page = 0;
        std::array<char, sizeof page> bytes{};
        if (!read_at(descriptor_, bytes, place)) return false;
        std::memcpy(&page, bytes.data(), sizeof page);
        places_.try_emplace(page, place + number_size);  // what it was first
    }
    return true;
}

bool KeptPages::put_back(std::span<char> bytes, std::int64_t at) {
    if (!look_for_more()) return false;
    const auto kept = places_.find(static_cast<std::uint32_t>(at / state_.page_size + 1));
    return kept == places_.end() ||
           read_at(descriptor_, bytes, kept->second + at % state_.page_size);
}

bool KeptPages::has_all(std::uint32_t changes_now) const {
    const auto header = read_header(descriptor_);
    return header && header->is_incomplete == 0 && header->changes == changes_now;
}

std::unique_ptr<PageKeeper> PageKeeper::find(const fs::path& store) {
    const auto file = kept_pages_of(store);
    const int descriptor = open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return {};
    std::unique_ptr<PageKeeper> keeper(new PageKeeper(descriptor, {}, 0));
    const auto header = read_header(descriptor);
    if (!is_locked_by_another(descriptor)) {
        // Its reader is gone. Another begins only while nobody writes.
        unlink(file.c_str());
        return {};
    }
    if (!header || !is_about(*header, store)) return {};
    keeper->state_ = header->state;
    keeper->changes_ = header->changes;
    keeper->has_given_up_ = header->is_incomplete != 0;
    return keeper;
}

PageKeeper::~PageKeeper() {
    close(descriptor_);
}

void PageKeeper::keep(std::span<const char> page, std::int64_t at, const ReadStore& read_store) {
    if (has_given_up_) return;
    const auto number = static_cast<std::uint32_t>(at / state_.page_size + 1);
    if (page.size() != state_.page_size || at % state_.page_size != 0 ||
        (number <= state_.pages && !try_to_keep(number, read_store)))
        return give_up();
    if (at == 0) new_changes_ = changes_in(page);
}

bool PageKeeper::try_to_keep(std::uint32_t page, const ReadStore& read_store) {
    char bits = 0;
    const auto bit = static_cast<char>(1U << page % 8U);
    if (!read_at(descriptor_, {&bits, 1}, place_of_bit(page))) return false;
    const bool is_kept = (bits & bit) != 0;
    const bool tells_changes = page == 1 && !new_changes_;
    if (is_kept && !tells_changes) return true;
    std::string old(state_.page_size, '\0');
    if (!read_store(old, (std::int64_t{page} - 1) * state_.page_size)) return false;
    // Somebody wrote who kept nothing.
    if (tells_changes && changes_in(old) != changes_) return false;
    if (is_kept) return true;
    bits = static_cast<char>(bits | bit);
    return append(page, old) && write_at(descriptor_, {&bits, 1}, place_of_bit(page));
}

/// Whole or not at all: what somebody began who came to a sudden end is overwritten.
bool PageKeeper::append(std::uint32_t page, std::span<const char> bytes) {
    struct stat status {};
    if (fstat(descriptor_, &status) != 0) return false;
    const auto begin = pages_begin(state_);
    const auto size = record_size(state_);
    const auto place = begin + (status.st_size - begin) / size * size;
    if (place - begin + size > most_kept) return false;
    std::string record(static_cast<std::size_t>(number_size), '\0');
    std::memcpy(record.data(), &page, sizeof page);
    record.append(bytes.begin(), bytes.end());
    return write_at(descriptor_, record, place);
}

void PageKeeper::give_up() {
    if (std::exchange(has_given_up_, true)) return;
    // Should not even this be written: the count of changes is then not the reader's.
    write_number(descriptor_, 1, offsetof(Header, is_incomplete));
    // What was kept is of use to nobody: an erased text may be in it, and it takes room.
    (void)!ftruncate(descriptor_, pages_begin(state_));
}

void PageKeeper::finish() {
    if (has_given_up_ || !new_changes_) return;
    write_number(descriptor_, *new_changes_, offsetof(Header, changes));
}

}  // namespace huiyin::store
