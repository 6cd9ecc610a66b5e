#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

#include "huiyin/store/connection.hpp"

namespace huiyin::gate {

/// When the threads of one process read a store that others write. SQLite's lock is one for the
/// process: were there always one of its threads that reads, a writer would wait for ever. So they
/// end their reading together, every few hundredths of a second.
class Turns {
  public:
    /// One consistent reading; no statement may be open when it ends.
    class Turn {
      public:
        Turn(Turns& turns, store::Connection& connection);
        ~Turn();
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

        bool is_over() const;

      private:
        Turns& turns_;
        std::chrono::steady_clock::time_point opened_;
        std::optional<store::ReadTransaction> reading_;
        std::chrono::nanoseconds worked_;
    };

  private:
    std::chrono::steady_clock::time_point enter();
    void leave();

    std::mutex mutex_;
    std::condition_variable changed_;
    int reading_ = 0;
    std::chrono::steady_clock::time_point opened_;
};

}  // namespace huiyin::gate
