#pragma once

#include <cstddef>

/// Memory in small pieces, kept by size and by thread. Throws nothing.
namespace huiyin::store {

/// Gives SQLite an allocator that keeps small pieces by size: preparing a command's rules asks for
/// some forty thousand, and Debian's SQLite is built without the shelf of its own
/// (SQLITE_OMIT_LOOKASIDE). Before SQLite is used for the first time. Does nothing under a
/// sanitizer, which wants to see every piece.
void keep_small_blocks();

/// At least as many bytes, on sixteen; null where there is no memory. Whatever thread gives it back
/// has it from then on.
void* allocate_block(std::size_t wanted) noexcept;
/// What `allocate_block` gave, which is not null.
void release_block(void* block) noexcept;

}  // namespace huiyin::store
