#include "second_judge.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

#include "huiyin/base/atomic_file.hpp"
#include "huiyin/base/spool.hpp"
#include "huiyin/store/one_moment.hpp"
#include "huiyin/store/store.hpp"
#include "told_evaluation.hpp"

namespace huiyin::rulebook {

namespace {

using Length = std::uint64_t;

void tell(base::Spool& spool, const std::string& message) {
    const Length length = message.size();
    std::array<char, sizeof length> bytes{};
    std::memcpy(bytes.data(), &length, sizeof length);
    spool.append({bytes.data(), bytes.size()});
    spool.append(message);
}

/// All of what the second process does, on a connection of its own, which sees what the first's
/// does: that one is not touched here.
void judge_share(RuleEngine& first, const std::string& store, const SecondJudge::Share& share,
                 int to_first) {
    auto connection = store::open_to_read(store);
    if (!store::read_as(connection, first.connection()))
        throw std::logic_error("the second process would see another moment");
    RuleEngine engine(connection, first.zone(), first.now());
    base::Spool spool;
    share(engine, [&](Evaluation&& part) {
        if (!part.findings.empty() || !part.deadlines.empty()) tell(spool, packed(part));
    });
    spool.hand_over([&](std::string_view piece) { base::write_all(to_first, piece, "pipe"); });
}

bool has_second_processor() {
    cpu_set_t processors;
    CPU_ZERO(&processors);
    return sched_getaffinity(0, sizeof processors, &processors) == 0 && CPU_COUNT(&processors) > 1;
}

/// Empty where the store is no file, or somebody's transaction is under way.
std::string file_of(store::Connection& connection) {
    const char* file = sqlite3_db_filename(connection.handle(), "main");
    return file == nullptr || sqlite3_get_autocommit(connection.handle()) == 0 ? "" : file;
}

}  // namespace

SharedPortions::SharedPortions(std::int64_t matters) : matters_(matters), taken_(nullptr) {
    void* shared =
        mmap(nullptr, sizeof *taken_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) throw std::bad_alloc();
    taken_ = new (shared) std::atomic<std::int64_t>(0);
    static_assert(std::atomic<std::int64_t>::is_always_lock_free);
}

SharedPortions::~SharedPortions() {
    munmap(taken_, sizeof *taken_);
}

std::pair<std::int64_t, std::int64_t> SharedPortions::take() const {
    const auto place = taken_->fetch_add(1);
    return {place * matters_, (place + 1) * matters_};
}

SecondJudge::SecondJudge(RuleEngine& engine, const Share& share) : engine_(engine) {
    const auto store = file_of(engine.connection());
    if (store.empty() || !has_second_processor()) return;
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    process_ = fork();
    if (process_ == 0) {
        int code = 1;
        try {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            close(ends[0]);
            judge_share(engine, store, share, ends[1]);
            code = 0;
        } catch (const std::exception&) {
            // The first judges everything itself, and tells what is wrong if it is so there too.
        }
        // Nothing of the first process is to be tidied up here.
        _exit(code);
    }
    close(ends[1]);
    if (process_ < 0)
        close(ends[0]);
    else
        from_it_ = ends[0];
}

SecondJudge::~SecondJudge() {
    if (!is_there()) return;
    kill(process_, SIGKILL);
    came_to_its_end();
}

bool SecondJudge::came_to_its_end() {
    int status = 0;
    pid_t ended = 0;
    do
        ended = waitpid(process_, &status, 0);
    while (ended < 0 && errno == EINTR);
    process_ = -1;
    close(from_it_);
    return ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool SecondJudge::hand_over(const StoreJudgement::Take& take) {
    const bool whole = read_all(take);
    return came_to_its_end() && whole;
}

bool SecondJudge::read_all(const StoreJudgement::Take& take) {
    std::string bytes;
    std::array<char, std::size_t{1} << 16U> piece{};
    for (;;) {
        const auto size = read(from_it_, piece.data(), piece.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return size == 0 && bytes.empty();
        bytes.append(piece.data(), static_cast<std::size_t>(size));
        std::size_t at = 0;
        for (Length length = 0; bytes.size() - at >= sizeof length; at += sizeof length + length) {
            std::memcpy(&length, bytes.data() + at, sizeof length);
            if (bytes.size() - at - sizeof length < length) break;
            take(unpacked(std::string_view(bytes).substr(at + sizeof length, length),
                          engine_.maker()));
        }
        bytes.erase(0, at);
    }
}

}  // namespace huiyin::rulebook
