#include "gzip.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/system_error.hpp"

namespace huiyin::headquarters {

namespace {

using base::Exit;
using base::Failure;

constexpr std::size_t piece_size = std::size_t{1} << 17U;
/// zlib's largest window, with the head and checksum of a gzip file.
constexpr int as_gzip = 15 + 16;

Bytef* bytes_of(char* text) {
    return reinterpret_cast<Bytef*>(text);
}

/// How much of a damaged file is looked at.
constexpr std::size_t beginning_size = std::size_t{1} << 16U;

std::string inflated(std::string packed, int window) {
    z_stream z{};
    if (inflateInit2(&z, window) != Z_OK) return {};
    std::string plain(beginning_size, '\0');
    z.next_in = bytes_of(packed.data());
    z.avail_in = static_cast<uInt>(packed.size());
    z.next_out = bytes_of(plain.data());
    z.avail_out = static_cast<uInt>(plain.size());
    inflate(&z, Z_SYNC_FLUSH);
    const auto came = z.total_out;
    inflateEnd(&z);
    return plain.substr(0, came);
}

}  // namespace

std::string unpacked_beginning(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string packed(beginning_size, '\0');
    file.read(packed.data(), std::ssize(packed));
    packed.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    auto plain = inflated(packed, as_gzip);
    // It may be gzip's own head that is damaged; ours is of ten bytes.
    constexpr std::size_t gzip_head = 10;
    constexpr int without_head = -15;
    if (plain.empty() && packed.size() > gzip_head)
        plain = inflated(packed.substr(gzip_head), without_head);
    return plain;
}

struct GzipWriter::Stream {
    z_stream z{};
    std::array<char, piece_size> packed{};
};

GzipWriter::GzipWriter(base::AtomicFile& file) : file_(file), stream_(std::make_unique<Stream>()) {
    constexpr int memory_level = 8;
    if (deflateInit2(&stream_->z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, as_gzip, memory_level,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        throw Failure(Exit::failed, base::Label{"内存不足", "out of memory"});
}

GzipWriter::~GzipWriter() {
    deflateEnd(&stream_->z);
}

void GzipWriter::write(std::string_view bytes) {
    if (!bytes.empty()) pack(bytes, Z_NO_FLUSH);
}

void GzipWriter::finish() {
    pack({}, Z_FINISH);
}

void GzipWriter::pack(std::string_view bytes, int flush) {
    auto& z = stream_->z;
    std::string copy;  // zlib's interface takes bytes that it could change
    constexpr std::size_t most = std::size_t{1} << 20U;
    do {
        copy = bytes.substr(0, most);
        bytes.remove_prefix(copy.size());
        z.next_in = bytes_of(copy.data());
        z.avail_in = static_cast<uInt>(copy.size());
        do {
            z.next_out = bytes_of(stream_->packed.data());
            z.avail_out = static_cast<uInt>(stream_->packed.size());
            deflate(&z, flush);
            file_.write({stream_->packed.data(), stream_->packed.size() - z.avail_out});
        } while (z.avail_out == 0);
    } while (!bytes.empty());
}

struct GzipReader::Stream {
    z_stream z{};
    int descriptor = -1;
    bool ended = false;
    bool broken = false;  ///< what came before it may be read; nothing behind it
    std::array<char, piece_size> packed{};
    std::array<char, piece_size> plain{};
};

GzipReader::GzipReader(const std::filesystem::path& path) : stream_(std::make_unique<Stream>()) {
    stream_->descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (stream_->descriptor < 0)
        throw Failure(Exit::failed,
                      base::with_system_error(
                          base::Label{"读不到这个文件", "the file cannot be read"}, errno),
                      base::Label{"核对文件名和权限", "look at its name and its rights"});
    if (inflateInit2(&stream_->z, as_gzip) != Z_OK) {
        close(stream_->descriptor);
        throw Failure(Exit::failed, base::Label{"内存不足", "out of memory"});
    }
}

GzipReader::~GzipReader() {
    inflateEnd(&stream_->z);
    close(stream_->descriptor);
}

bool GzipReader::fill() {
    auto& stream = *stream_;
    ready_.erase(0, taken_);
    taken_ = 0;
    if (stream.broken) throw Damaged{};
    while (!stream.ended) {
        if (stream.z.avail_in == 0) {
            ssize_t count = 0;
            do
                count = read(stream.descriptor, stream.packed.data(), stream.packed.size());
            while (count < 0 && errno == EINTR);
            if (count < 0)
                throw Failure(Exit::failed,
                              base::with_system_error(
                                  base::Label{"读不到这个文件", "the file cannot be read"}, errno),
                              base::Label{"重新拷贝一次再收", "copy it once more and take that"});
            if (count == 0) throw Damaged{};
            stream.z.next_in = bytes_of(stream.packed.data());
            stream.z.avail_in = static_cast<uInt>(count);
        }
        stream.z.next_out = bytes_of(stream.plain.data());
        stream.z.avail_out = static_cast<uInt>(stream.plain.size());
        const int code = inflate(&stream.z, Z_NO_FLUSH);
        stream.broken = code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR;
        stream.ended = code == Z_STREAM_END;
        // Of what is damaged the beginning says whose it is.
        const auto count = stream.plain.size() - stream.z.avail_out;
        ready_.append(stream.plain.data(), count);
        if (count > 0) return true;
        if (stream.broken) throw Damaged{};
    }
    return false;
}

std::string GzipReader::line(std::size_t limit) {
    while (true) {
        const auto end = ready_.find('\n', taken_);
        if (end != std::string::npos) {
            auto text = ready_.substr(taken_, end - taken_);
            taken_ = end + 1;
            return text;
        }
        if (ready_.size() - taken_ > limit || !fill()) throw Damaged{};
    }
}

std::string GzipReader::bytes(std::size_t count) {
    std::string taken;
    while (taken.size() < count) {
        if (taken_ == ready_.size() && !fill()) throw Damaged{};
        const auto part = std::min(count - taken.size(), ready_.size() - taken_);
        taken.append(ready_, taken_, part);
        taken_ += part;
    }
    return taken;
}

bool GzipReader::at_end() {
    if (taken_ < ready_.size() || fill()) return false;
    char more = 0;
    return stream_->z.avail_in == 0 && read(stream_->descriptor, &more, 1) == 0;
}

}  // namespace huiyin::headquarters
