#include "huiyin/store/small_blocks.hpp"

#include <pthread.h>
#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <mutex>
#include <new>
#include <optional>
#include <utility>

namespace huiyin::store {

namespace {

constexpr std::size_t step = 16;
constexpr std::size_t slab_size = std::size_t{64} * 1024;

/// In front of each block, which lies on sixteen bytes, as C++ wants it.
using Size = std::uint64_t;
/// Together with the size in front it fills whole steps.
constexpr std::size_t rounded(std::size_t size) {
    return (size + sizeof(Size) + step - 1) / step * step - sizeof(Size);
}
constexpr std::size_t largest_block = rounded(1024);
constexpr std::size_t most = std::numeric_limits<std::ptrdiff_t>::max() / 2;
constexpr std::size_t margin = step - sizeof(Size);  ///< of what begins on sixteen bytes itself

/// One that is free holds the next one that is.
struct Free {
    Free* next;
};

/// What a thread has at hand. Slabs are never given back: a command is over before that would gain
/// anything. A thread that ends leaves its own to the next one.
struct Shelf {
    std::array<Free*, largest_block / step + 1> free{};
    std::byte* slab = nullptr;
    std::size_t left = 0;
};
thread_local constinit Shelf shelf;

std::mutex left_mutex;
std::optional<Shelf> left;  ///< by a thread that ended

void leave_shelf(void* ended) {
    const std::lock_guard lock(left_mutex);
    if (!left) left = *static_cast<Shelf*>(ended);
}

/// Before its first slab; says whether there was any. A destructor of `shelf` itself would cost
/// each block a look.
bool take_over_shelf() {
    static const auto key = [] {
        pthread_key_t made{};
        return pthread_key_create(&made, leave_shelf) == 0 ? std::optional(made) : std::nullopt;
    }();
    if (!key || pthread_setspecific(*key, &shelf) != 0) return false;
    const std::lock_guard lock(left_mutex);
    if (!left) return false;
    shelf = *std::exchange(left, std::nullopt);
    return true;
}

Size& size_before(void* block) {
    return *(static_cast<Size*>(block) - 1);
}

void* block_in(std::byte* place, std::size_t size) {
    auto* front = reinterpret_cast<Size*>(place);
    *front = size;
    return front + 1;
}

void* large_block(std::size_t size) {
    auto* place = static_cast<std::byte*>(std::malloc(step + size));
    return place == nullptr ? nullptr : block_in(place + margin, size);
}

std::byte* start_of_large(void* block) {
    return static_cast<std::byte*>(block) - step;
}

}  // namespace

void* allocate_block(std::size_t wanted) noexcept {
    // What is rounded stays on its side of this.
    if (wanted > largest_block) return wanted > most ? nullptr : large_block(rounded(wanted));
    const auto size = rounded(wanted);
    auto*& free = shelf.free[size / step];
    if (free != nullptr) {
        auto* block = free;
        free = block->next;
        return block;
    }
    const auto taken = size + sizeof(Size);
    if (shelf.left < taken) {
        if (shelf.slab == nullptr && take_over_shelf()) return allocate_block(wanted);
        auto* slab = static_cast<std::byte*>(std::malloc(slab_size));
        if (slab == nullptr) return nullptr;
        shelf.slab = slab + margin;
        shelf.left = slab_size - margin;
    }
    auto* place = shelf.slab;
    shelf.slab += taken;
    shelf.left -= taken;
    return block_in(place, size);
}

void release_block(void* block) noexcept {
    const auto size = size_before(block);
    if (size > largest_block) return std::free(start_of_large(block));
    auto*& free = shelf.free[size / step];
    free = new (block) Free{free};
}

namespace {

void* allocate(int wanted) {
    return allocate_block(static_cast<std::size_t>(wanted));
}

void* reallocate(void* block, int wanted) {
    const auto size = size_before(block);
    const auto next = rounded(static_cast<std::size_t>(wanted));
    if (next == size) return block;
    if (size > largest_block && next > largest_block) {
        auto* place = static_cast<std::byte*>(std::realloc(start_of_large(block), step + next));
        return place == nullptr ? nullptr : block_in(place + margin, next);
    }
    void* other = allocate(wanted);
    if (other == nullptr) return nullptr;
    std::memcpy(other, block, size < next ? size : next);
    release_block(block);
    return other;
}

int size_of(void* block) {
    return static_cast<int>(size_before(block));
}

int round_up(int size) {
    return static_cast<int>(rounded(static_cast<std::size_t>(size)));
}

}  // namespace

void keep_small_blocks() {
#ifdef HUIYIN_SANITIZED
    constexpr bool wanted = false;
#else
    constexpr bool wanted = true;
#endif
    if (!wanted) return;
    static const sqlite3_mem_methods methods{
        allocate,     release_block, reallocate, size_of, round_up, [](void*) { return SQLITE_OK; },
        [](void*) {}, nullptr};
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

}  // namespace huiyin::store
