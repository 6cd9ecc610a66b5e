#pragma once

#include <filesystem>
#include <string_view>

namespace huiyin::base {

/// A folder that appears under its name with all its files or not at all: filled beside its target
/// under a name nobody else has, then renamed. Unless published it leaves nothing behind.
/// Readable by its owner alone.
class AtomicFolder {
  public:
    /// Throws Failure{failed} where the target is there already with something in it.
    explicit AtomicFolder(std::filesystem::path target);
    ~AtomicFolder();
    AtomicFolder(const AtomicFolder&) = delete;
    AtomicFolder& operator=(const AtomicFolder&) = delete;

    /// Where it lies until it is published.
    const std::filesystem::path& path() const { return path_; }

    /// Throws Failure{failed}.
    void publish();

  private:
    std::filesystem::path target_;
    std::filesystem::path path_;
};

}  // namespace huiyin::base
