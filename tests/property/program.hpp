#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "office_time.hpp"

namespace huiyin::property {

struct Outcome {
    int exit = 0;
    std::string out, err;
};

/// The program under test as people run it: a process for each command, over a store of its own, at
/// a time of our choosing.
class Program {
  public:
    Program();
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    Outcome run(const std::vector<std::string>& arguments, Instant now) const;
    /// A place for files of the test, gone with it.
    const std::filesystem::path& folder() const { return folder_; }

  private:
    std::vector<std::string> surroundings(Instant now) const;

    std::string binary_, faketime_;
    std::filesystem::path folder_;
};

}  // namespace huiyin::property
