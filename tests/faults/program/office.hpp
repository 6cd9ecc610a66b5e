#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "huiyin/base/failure.hpp"

/// The store under test, and what must hold of it after any fault.
namespace faults {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

/// One real command in this process, as typed after `huiyin`; its words go to `heard`.
/// `at_the_start` is called when all is ready for it.
int run_command(const fs::path& store, const Words& words, const fs::path& heard,
                void (*at_the_start)() = nullptr);

/// The commands on standard input, one a line, as a shell reads them.
std::vector<Words> read_commands();

std::string read_file(const fs::path& path);
void write_file(const fs::path& path, const std::string& bytes);

std::int64_t entries_in(const fs::path& store);

/// What does not hold: by the audit, after the recovery any reader does, and by holds.sql. Empty is
/// good.
std::string problems_of(const fs::path& store, const std::string& statements);

struct Counts {
    long tried = 0;
    long hit = 0;
    long survived = 0;
    long lost = 0;   ///< an acknowledged record that is not there
    long again = 0;  ///< of those that hit, how many were hit again while they were mended
};

}  // namespace faults
