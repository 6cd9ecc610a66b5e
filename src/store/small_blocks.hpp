#pragma once

namespace huiyin::store {

/// Gives SQLite an allocator that keeps small pieces by size: preparing a command's rules asks for
/// some forty thousand, and Debian's SQLite is built without the shelf of its own
/// (SQLITE_OMIT_LOOKASIDE). Before SQLite is used for the first time. Does nothing under a
/// sanitizer, which wants to see every piece.
void keep_small_blocks();

}  // namespace huiyin::store
