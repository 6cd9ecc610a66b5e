#include "huiyin/base/spool.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/system_error.hpp"

namespace huiyin::base {

namespace {

/// Negative where the folder or its file system has no such files.
int open_nameless() {
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error);
    if (error) return -1;
    return open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

void close_if_open(int descriptor) {
    if (descriptor >= 0) close(descriptor);
}

}  // namespace

Spool::~Spool() {
    close_if_open(descriptor_);
}

void Spool::append(std::string_view bytes) {
    bytes_ += bytes;
    if (bytes_.size() > in_memory_ && !has_no_file_) spill();
}

void Spool::spill() {
    if (descriptor_ < 0) descriptor_ = open_nameless();
    has_no_file_ = descriptor_ < 0;
    if (has_no_file_) return;
    write_all(descriptor_, bytes_, std::filesystem::temp_directory_path().string());
    bytes_.clear();
}

void Spool::clear() {
    bytes_.clear();
    close_if_open(std::exchange(descriptor_, -1));
}

void Spool::hand_over(const std::function<void(std::string_view)>& take) {
    Spool all;
    std::swap(all.bytes_, bytes_);
    std::swap(all.descriptor_, descriptor_);
    if (all.descriptor_ >= 0) {
        std::string piece(std::size_t{1} << 16U, '\0');
        for (off_t at = 0;;) {
            const auto size = pread(all.descriptor_, piece.data(), piece.size(), at);
            if (size < 0 && errno == EINTR) continue;
            if (size < 0)
                throw Failure(Exit::failed,
                              with_system_error(Label{"无法读回暂存的输出",
                                                      "cannot read back what was to be put out"},
                                                errno));
            if (size == 0) break;
            take({piece.data(), static_cast<std::size_t>(size)});
            at += size;
        }
    }
    if (!all.bytes_.empty()) take(all.bytes_);
}

}  // namespace huiyin::base
