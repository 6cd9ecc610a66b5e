#include "watching.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "huiyin/base/failure.hpp"
#include "huiyin/store/lock.hpp"

namespace huiyin::cli {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds between_looks{500};
constexpr seconds longest_rest{60};

/// What a commit changes of a file.
struct Stamp {
    ino_t file = 0;
    off_t size = 0;
    timespec written{};

    bool operator==(const Stamp& other) const {
        return file == other.file && size == other.size && written.tv_sec == other.written.tv_sec &&
               written.tv_nsec == other.written.tv_nsec;
    }
};

Stamp stamp_of(const std::filesystem::path& path) {
    struct stat found {};
    if (stat(path.c_str(), &found) != 0) return {};
    return {found.st_ino, found.st_size, found.st_mtim};
}

void rest_until_written(const std::filesystem::path& path, const Stamp& before) {
    const auto end = std::chrono::steady_clock::now() + longest_rest;
    while (!store::interrupted() && std::chrono::steady_clock::now() < end &&
           stamp_of(path) == before)
        std::this_thread::sleep_for(between_looks);
}

}  // namespace

base::Exit watch(const gate::Session& session, Output& output, const std::function<void()>& draw) {
    if (!is_terminal(STDOUT_FILENO) || output.format != Format::text || output.file)
        throw base::Failure(base::Exit::usage,
                            base::Label{"--watch 要在终端上用", "--watch needs a terminal"},
                            base::Label{"看一次:去掉 --watch", "to look once, leave --watch out"});
    constexpr std::string_view clear = "\x1b[H\x1b[2J\x1b[3J";
    while (!store::interrupted()) {
        const auto before = stamp_of(session.store);
        output.write(clear);
        output.finish();
        try {
            draw();
        } catch (const base::Failure&) {
            // Whoever ends it while it is drawn ends it all the same.
            if (!store::interrupted()) throw;
            output.forget();
            break;
        }
        output.finish();
        rest_until_written(session.store, before);
    }
    return base::Exit::done;
}

}  // namespace huiyin::cli
