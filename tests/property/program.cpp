#include "program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace huiyin::property {

namespace {

namespace fs = std::filesystem;

std::string find_faketime() {
    for (const char* root : {"/usr/lib", "/usr/lib64", "/usr/local/lib"}) {
        std::error_code unreadable;
        for (fs::recursive_directory_iterator entry(root, unreadable), end; entry != end;
             entry.increment(unreadable))
            if (entry->path().filename() == "libfaketime.so.1") return entry->path();
    }
    throw std::runtime_error("libfaketime (package faketime) is not installed");
}

std::string whole(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (auto& text : texts)
        all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

/// The three descriptors of the process to be.
class Descriptors {
  public:
    Descriptors(const fs::path& out, const fs::path& err) {
        posix_spawn_file_actions_init(&actions_);
        open(STDIN_FILENO, "/dev/null", O_RDONLY);
        open(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
        open(STDERR_FILENO, err, O_WRONLY | O_CREAT | O_TRUNC);
    }
    ~Descriptors() { posix_spawn_file_actions_destroy(&actions_); }
    Descriptors(const Descriptors&) = delete;
    Descriptors& operator=(const Descriptors&) = delete;

    const posix_spawn_file_actions_t* actions() const { return &actions_; }

  private:
    void open(int descriptor, const fs::path& path, int flags) {
        posix_spawn_file_actions_addopen(&actions_, descriptor, path.c_str(), flags, 0600);
    }

    posix_spawn_file_actions_t actions_{};
};

}  // namespace

Program::Program() : faketime_(find_faketime()) {
    const char* named = std::getenv("HUIYIN");
    if (named == nullptr) throw std::runtime_error("name the binary under test in HUIYIN");
    binary_ = fs::absolute(named);
    // In memory where there is such a folder: this tests verdicts, and waiting for a disk is most
    // of a command's time.
    const fs::path memory = "/dev/shm";
    const bool usable = access(memory.c_str(), W_OK) == 0;
    auto pattern =
        ((usable ? memory : fs::temp_directory_path()) / "huiyin-property.XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder to work in");
    folder_ = pattern;
}

Program::~Program() {
    // For whoever looks into what differed.
    if (std::getenv("HUIYIN_PROPERTY_KEEP") != nullptr) return;
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::vector<std::string> Program::surroundings(Instant now) const {
    std::vector<std::string> lines{
        "LC_ALL=C", "PATH=/usr/bin:/bin", "HUIYIN_DB=" + (folder_ / "office.db").string(),
        "LD_PRELOAD=" + faketime_, "FAKETIME_FMT=%s", "FAKETIME=" + std::to_string(now),
        // Waiting is done by the monotonic clock, which stays real.
        "FAKETIME_DONT_FAKE_MONOTONIC=1"};
    for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"})
        if (const char* value = std::getenv(name)) lines.push_back(std::string(name) + "=" + value);
    return lines;
}

Outcome Program::run(const std::vector<std::string>& arguments, Instant now) const {
    std::vector<std::string> line{binary_};
    line.insert(line.end(), arguments.begin(), arguments.end());
    auto environment = surroundings(now);
    const auto out = folder_ / "out", err = folder_ / "err";
    const Descriptors descriptors(out, err);
    pid_t process = 0;
    if (posix_spawn(&process, binary_.c_str(), descriptors.actions(), nullptr,
                    pointers(line).data(), pointers(environment).data()) != 0)
        throw std::runtime_error("cannot start " + binary_);
    int status = 0;
    if (waitpid(process, &status, 0) != process) throw std::runtime_error("lost " + binary_);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), whole(out),
            whole(err)};
}

}  // namespace huiyin::property
