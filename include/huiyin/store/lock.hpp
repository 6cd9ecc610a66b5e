#pragma once

#include <chrono>
#include <filesystem>
#include <functional>

namespace huiyin::store {

/// The queue of writers: an exclusive `flock` on a file beside the store. The kernel wakes waiters
/// in turn, which SQLite's own polling does not. Readers take no part in it.
class WriterLock {
  public:
    /// Throws Failure{busy} after `timeout`, Failure{interrupted} when a signal ended the wait,
    /// Failure{failed} when the lock file can't be made, or not be locked, as on a network disk.
    /// Where somebody else is writing, `meanwhile` is called once before the wait, and its time is
    /// part of it; what it throws goes through.
    explicit WriterLock(const std::filesystem::path& store,
                        std::chrono::seconds timeout = std::chrono::seconds{10},
                        const std::function<void()>& meanwhile = {});
    ~WriterLock();
    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&&) = delete;

  private:
    int descriptor_;
};

/// Set by the signal handler of the program; asked by whatever may wait or run long.
bool interrupted() noexcept;
/// Throws Failure{interrupted} once it is set.
void require_not_interrupted();
/// Makes SIGINT and SIGTERM end the command in good order: nothing recorded, exit 130.
void watch_for_interrupts();

}  // namespace huiyin::store
