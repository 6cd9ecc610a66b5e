// The pieces that C++ asks for come from where SQLite's do: a line of a batch asks for some two
// hundred and fifty, a command for some four thousand. In the program alone: tests have their own
// ways to make memory fail.

#ifndef HUIYIN_SANITIZED

#include <cstddef>
#include <new>

#include "huiyin/store/small_blocks.hpp"

void* operator new(std::size_t size) {
    while (true) {
        if (void* block = huiyin::store::allocate_block(size)) return block;
        const auto make_room = std::get_new_handler();
        if (make_room == nullptr) throw std::bad_alloc();
        make_room();
    }
}

void operator delete(void* block) noexcept {
    if (block != nullptr) huiyin::store::release_block(block);
}

void operator delete(void* block, std::size_t /*size*/) noexcept {
    if (block != nullptr) huiyin::store::release_block(block);
}

#endif
