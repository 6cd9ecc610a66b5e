#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "huiyin/base/atomic_file.hpp"

/// Files packed as gzip packs them. Private to this directory.
namespace huiyin::headquarters {

/// Packs what it is given into a file that appears whole or not at all.
class GzipWriter {
  public:
    explicit GzipWriter(base::AtomicFile& file);
    ~GzipWriter();
    GzipWriter(const GzipWriter&) = delete;
    GzipWriter& operator=(const GzipWriter&) = delete;

    /// Both throw Failure{failed}, as when the disk is full.
    void write(std::string_view bytes);
    void finish();

  private:
    struct Stream;
    void pack(std::string_view bytes, int flush);

    base::AtomicFile& file_;
    std::unique_ptr<Stream> stream_;
};

/// What is wrong with a packed file: it is cut off, or was altered.
struct Damaged {};

/// What can be unpacked of a file's beginning, whatever is wrong with it: nothing, too.
std::string unpacked_beginning(const std::filesystem::path& path);

/// Unpacks a file piece by piece.
class GzipReader {
  public:
    /// Throws Failure{failed} where it can't be read.
    explicit GzipReader(const std::filesystem::path& path);
    ~GzipReader();
    GzipReader(const GzipReader&) = delete;
    GzipReader& operator=(const GzipReader&) = delete;

    /// Up to the next line feed, without it. These throw Damaged where the file ends before,
    /// Failure {failed} where it cannot be read.
    std::string line(std::size_t limit);
    /// Exactly so many bytes.
    std::string bytes(std::size_t count);
    /// Whether all was read, and the file's own checksum holds.
    bool at_end();

  private:
    struct Stream;
    bool fill();

    std::unique_ptr<Stream> stream_;
    std::string ready_;
    std::size_t taken_ = 0;
};

}  // namespace huiyin::headquarters
