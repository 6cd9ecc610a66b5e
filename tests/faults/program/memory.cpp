#include "memory.hpp"

#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <new>

#include "huiyin/store/store.hpp"

namespace faults {

namespace {

enum class Door { sqlite, cpp };

/// Seen by parent and child alike.
struct Shared {
    long asked[2];
    long refused;
};
Shared* shared = nullptr;

struct Plan {
    bool armed = false;
    Door door = Door::sqlite;
    long fails_at = 0;  ///< 0: never
    bool for_good = false;
};
Plan plan;

bool refuses(Door door) {
    if (!plan.armed || door != plan.door) return false;
    const long number = ++shared->asked[static_cast<int>(door)];
    const bool refused =
        plan.fails_at != 0 && (plan.for_good ? number >= plan.fails_at : number == plan.fails_at);
    if (refused) ++shared->refused;
    return refused;
}

sqlite3_mem_methods real{};

void* allocate(int size) {
    return refuses(Door::sqlite) ? nullptr : real.xMalloc(size);
}
void* reallocate(void* memory, int size) {
    return refuses(Door::sqlite) ? nullptr : real.xRealloc(memory, size);
}

/// Exit code of a child that runs the command under the plan; negative: the signal it died of.
int run_under(const Plan& wanted, const fs::path& store, const Words& words,
              const fs::path& heard) {
    *shared = {};
    const pid_t child = fork();
    if (child == 0) {
        plan = wanted;
        const int code = run_command(store, words, heard, [] { plan.armed = true; });
        plan.armed = false;
        _exit(code);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

class FailingMemory {
  public:
    FailingMemory(const fs::path& scratch, const std::string& statements)
        : store_(scratch / "watched" / "office.db"),
          heard_(scratch / "heard"),
          statements_(statements),
          before_(read_file(store_)),
          entries_(entries_in(store_)) {}

    void run(const Words& words, long tries) {
        for (const Door door : {Door::sqlite, Door::cpp}) {
            put_back();
            if (run_under({.door = door}, store_, words, heard_) != 0)
                throw std::runtime_error("a command of the list failed: " + read_file(heard_));
            const long requests = shared->asked[static_cast<int>(door)];
            const long step = std::max<long>(requests / tries, 1);
            for (const bool for_good : {false, true})
                for (long number = 1 + counts_.tried % step; number <= requests; number += step)
                    refuse({.door = door, .fails_at = number, .for_good = for_good}, words);
        }
    }

    const Counts& counts() const { return counts_; }

  private:
    void put_back() {
        fs::remove(store_.string() + "-journal");
        write_file(store_, before_);
    }

    void refuse(const Plan& wanted, const Words& words) {
        put_back();
        ++counts_.tried;
        const int code = run_under(wanted, store_, words, heard_);
        if (shared->refused == 0) return;
        ++counts_.hit;
        const auto wrong = what_is_wrong(code);
        if (wrong.empty()) {
            ++counts_.survived;
            return;
        }
        std::cerr << words.at(0) << ' ' << words.at(1) << ": "
                  << (wanted.door == Door::sqlite ? "SQLite's" : "C++'s") << " request "
                  << wanted.fails_at << (wanted.for_good ? " and later" : "") << ": " << wrong
                  << '\n';
    }

    std::string what_is_wrong(int code) {
        if (code < 0) return "died of signal " + std::to_string(-code);
        if (code != 0 && code != 1)
            return "exit " + std::to_string(code) + ": " + read_file(heard_);
        const auto problems = problems_of(store_, statements_);
        if (!problems.empty()) return problems;
        const bool untouched = read_file(store_) == before_;
        if (!untouched && entries_in(store_) != entries_ + 1) return "more than one entry";
        if (code == 0 && untouched) return "exit 0, and nothing is on record";
        if (code == 1 && untouched && read_file(heard_).empty()) return "exit 1 without a word";
        if (code == 1 && !untouched && read_file(heard_).find("已登记") == std::string::npos)
            return "on record, and not told";
        return {};
    }

    fs::path store_;
    fs::path heard_;
    std::string statements_;
    std::string before_;
    std::int64_t entries_;
    Counts counts_;
};

}  // namespace

void watch_memory() {
    shared = static_cast<Shared*>(
        mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    huiyin::store::set_up_sqlite();
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
    auto watched = real;
    watched.xMalloc = allocate;
    watched.xRealloc = reallocate;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &watched);
}

Counts failing_memory(const fs::path& scratch, const std::string& statements,
                      const std::vector<Words>& commands, long tries) {
    FailingMemory memory(scratch, statements);
    for (const auto& words : commands)
        memory.run(words, tries);
    return memory.counts();
}

}  // namespace faults

void* operator new(std::size_t size) {
    void* memory = faults::refuses(faults::Door::cpp) ? nullptr : std::malloc(size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
