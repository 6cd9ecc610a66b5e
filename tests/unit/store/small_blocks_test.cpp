#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <thread>

#include "huiyin/store/query.hpp"
#include "huiyin/store/store.hpp"

namespace huiyin::store {

namespace {

#ifdef HUIYIN_SANITIZED
constexpr bool is_sanitized = true;  // each piece is malloc's own
#else
constexpr bool is_sanitized = false;
#endif

/// Pages of this process that are in memory: malloc's own figures are of its first arena alone.
std::int64_t pages_in_memory() {
    std::int64_t all = 0;
    std::int64_t resident = 0;
    std::ifstream("/proc/self/statm") >> all >> resident;
    return resident;
}

void use_sqlite_in_a_thread() {
    std::thread([] {
        auto connection = scratch();
        connection.execute("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2)");
        CHECK(find_integer(connection, "SELECT a + b FROM t") == 3);
    }).join();
}

}  // namespace

TEST_CASE("a thread that ended leaves its memory to the next one" * doctest::skip(is_sanitized)) {
    constexpr int threads = 100;
    // A quarter of what as many threads would keep, each its first slab of 64 KiB.
    constexpr std::int64_t few_pages = 400;
    use_sqlite_in_a_thread();
    use_sqlite_in_a_thread();
    const auto before = pages_in_memory();
    for (int thread = 0; thread < threads; ++thread)
        use_sqlite_in_a_thread();
    CHECK(pages_in_memory() < before + few_pages);
}

}  // namespace huiyin::store
