#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace huiyin::base {

/// Bytes kept until they are handed over: in memory while they are few, then in a file that never
/// has a name and is gone with the process. Where no such file can be made they stay in memory.
class Spool {
  public:
    static constexpr std::size_t most_in_memory = std::size_t{1} << 20U;

    explicit Spool(std::size_t in_memory = most_in_memory) : in_memory_(in_memory) {}
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    /// Throws Failure{failed}, as when the disk is full.
    void append(std::string_view bytes);
    bool empty() const { return bytes_.empty() && descriptor_ < 0; }
    void clear();
    /// Hands everything to `take`, piece by piece, and has nothing any more, whatever `take`
    /// throws. Throws Failure{failed} where the file cannot be read.
    void hand_over(const std::function<void(std::string_view)>& take);

  private:
    void spill();

    std::size_t in_memory_;
    std::string bytes_;  ///< behind those in the file
    int descriptor_ = -1;
    bool has_no_file_ = false;
};

}  // namespace huiyin::base
