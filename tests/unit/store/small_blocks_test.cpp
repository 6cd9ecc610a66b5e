#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <limits>
#include <thread>
#include <utility>
#include <vector>

#include "huiyin/store/query.hpp"
#include "huiyin/store/small_blocks.hpp"
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

TEST_CASE("a block lies on sixteen bytes, has what was asked for, and is nobody else's") {
    std::vector<std::pair<unsigned char*, std::size_t>> blocks;
    // Small ones end at 1,032 bytes.
    for (std::size_t size = 0; size < 1'100; ++size) {
        auto* block = static_cast<unsigned char*>(allocate_block(size));
        REQUIRE(block != nullptr);
        CHECK_EQ(reinterpret_cast<std::uintptr_t>(block) % 16, 0);
        std::memset(block, static_cast<int>(size % 251), size);
        blocks.emplace_back(block, size);
    }
    for (const auto& [block, size] : blocks) {
        CHECK(std::all_of(block, block + size,
                          [&](unsigned char byte) { return byte == size % 251; }));
        release_block(block);
    }
}

TEST_CASE("a small block that was given back is had by the next of its size") {
    for (const std::size_t size : {1U, 24U, 1000U, 1032U}) {
        auto* block = allocate_block(size);
        release_block(block);
        auto* next = allocate_block(size);
        CHECK_EQ(block, next);
        release_block(next);
    }
}

TEST_CASE("more than there can be is no block") {
    CHECK_EQ(allocate_block(std::numeric_limits<std::size_t>::max()), nullptr);
}

}  // namespace huiyin::store
