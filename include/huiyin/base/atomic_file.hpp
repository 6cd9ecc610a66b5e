#pragma once

#include <filesystem>
#include <string_view>

namespace huiyin::base {

/// A file that appears under its name whole or not at all: written beside its target under a name
/// nobody else has, made durable, then renamed. Unless published it leaves nothing behind; in a
/// folder where nothing can be removed, an empty file.
class AtomicFile {
  public:
    enum class Readers {
        as_umask,  ///< whoever the process's umask lets
        owner,     ///< nobody but the owner: keys, copies of the store
    };

    /// Throws Failure{failed} where the folder takes no new file.
    explicit AtomicFile(std::filesystem::path target, Readers readers = Readers::as_umask);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Where it lies until it is published, for those who write by name.
    const std::filesystem::path& path() const { return path_; }

    /// Throws Failure{failed}, as when the disk is full.
    void write(std::string_view bytes);

    /// What may become of a file that is there already.
    enum class Existing { replace, keep };
    /// Throws Failure{failed}; also when the target exists and is to be kept.
    void publish(Existing existing = Existing::replace);

  private:
    [[noreturn]] void refuse() const;

    std::filesystem::path target_;
    std::filesystem::path path_;
    int descriptor_ = -1;
};

/// Writes all of it to an open descriptor. Throws Failure{failed}, calling it `name`.
void write_all(int descriptor, std::string_view data, std::string_view name);

/// Throws Failure{usage} where a folder stands in a file's place: reading one gives nothing, and
/// no error.
void refuse_folder(const std::filesystem::path& path);

/// Reads a file of at most `limit` bytes. Throws Failure{usage} for a longer one and for a folder,
/// Failure{failed} where it can't be read.
std::string read_whole(const std::filesystem::path& path, std::size_t limit);

}  // namespace huiyin::base
