#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "huiyin/store/connection.hpp"
#include "huiyin/store/lock.hpp"

namespace huiyin::store {

/// Marks the file as ours in its header: "huiy".
inline constexpr int application_id = 0x68756979;

/// Sets SQLite up for the process, once; every way of opening a store does. Whoever replaces its
/// memory functions calls this first.
void set_up_sqlite();

/// Opens an existing store to read. Nothing can be written through it, and no lock is taken but
/// SQLite's own while a statement runs. Where a write was cut off, whoever may write has it rolled
/// back first, under the writers' lock. One of an older schema is read as a private copy brought up
/// to date.
/// Throws Failure{failed} for a file that is missing, unreadable, not a store, newer than this
/// program, or, for those who may only read, left by an interrupted write; Failure{integrity} where
/// its schema was altered; Failure{busy} where another program holds it for over 10 s.
Connection open_to_read(const std::filesystem::path& path);

/// The same for whoever is going to look at its schema: opened as it is, whatever that is.
Connection open_to_verify(const std::filesystem::path& path);

/// A number that changes whenever another connection commits to the store, and with nothing else.
std::int64_t data_version(Connection& connection);

/// A store held for one writing command: the writers' lock first, then the connection.
struct WritableStore {
    WriterLock lock;
    Connection connection;
};

/// For a program that ends with what it does: from now on `let_go` leaves closing to that end.
void close_by_ending();

/// Lets others write, then closes; or leaves the connection to the end of the process, which needs
/// no walk through all that is in memory. Nothing may be under way on it. Throws nothing.
void let_go(WritableStore store) noexcept;

/// Opens an existing store to write, after waiting for the writers before us. Its schema may be
/// older; the gate migrates it.
/// Throws like `open_to_read`, Failure{failed} also where the file can only be read, and whatever
/// WriterLock throws.
WritableStore open_to_write(const std::filesystem::path& path);

/// The same for whoever holds the writers' lock already and is not going to write: a write that was
/// cut off is undone in passing, and an older schema read as `open_to_read` does.
Connection open_under_lock(const WriterLock& lock, const std::filesystem::path& path);

/// Makes an empty store file, with its folder, ready for the first migration; for its owner alone.
/// Throws Failure{failed} if something is already there or nothing can be made there, and whatever
/// WriterLock throws.
WritableStore create(const std::filesystem::path& path);

/// A private database that nobody else sees, gone when closed: for replays and examples.
Connection scratch();

/// Another one with what this one holds. Throws SQLite::Exception.
Connection scratch_copy(Connection& scratch);

/// Copies a store, whatever its schema, as one moment saw it, into a private database attached
/// under `schema`. Writers wait no longer than the copying.
/// This and the two below throw Failure{failed} for what is no store, Failure{interrupted} on a
/// signal, and SQLite::Exception where writers leave no pause for 10 s or the disk is full.
void copy_into(Connection& target, std::string_view schema, const std::filesystem::path& path);

/// The store as one moment saw it, for long readings: nobody waits for them. Throws like
/// `open_to_read`, too.
Connection private_copy(const std::filesystem::path& path);

/// Copies a store as it is, whatever its schema, into a file of its own, which may be there and
/// empty. It is not brought up to date: the journal that comes with it knows of no later schema.
void copy_to_file(const std::filesystem::path& path, const std::filesystem::path& target);

/// Writes the file anew, so that no byte of what was deleted is left between its pages. Outside a
/// transaction, else it throws SQLite::Exception.
void scrub(Connection& connection);

}  // namespace huiyin::store
