#include "turns.hpp"

#include <ctime>

namespace huiyin::gate {

using Clock = std::chrono::steady_clock;
using std::chrono_literals::operator""ms;

namespace {

/// A turn ends when it is long enough and something was done in it: on a busy machine little is
/// done in the time. In the end time alone counts.
constexpr auto long_enough = 20ms;
constexpr auto worth_it = 8ms;
constexpr auto longest = 45ms;
/// Whoever comes later has no time left in a turn and waits for the next.
constexpr auto too_late = 10ms;

std::chrono::nanoseconds processor_time() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

}  // namespace

Clock::time_point Turns::enter() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return reading_ == 0 || Clock::now() - opened_ < too_late; });
    if (reading_++ == 0) opened_ = Clock::now();
    return opened_;
}

void Turns::leave() {
    {
        const std::lock_guard lock(mutex_);
        --reading_;
    }
    changed_.notify_all();
}

Turns::Turn::Turn(Turns& turns, store::Connection& connection)
    : turns_(turns), opened_(turns.enter()), worked_(processor_time()) {
    try {
        reading_.emplace(connection);
    } catch (...) {
        turns_.leave();
        throw;
    }
}

Turns::Turn::~Turn() {
    reading_.reset();
    turns_.leave();
}

bool Turns::Turn::is_over() const {
    const auto passed = Clock::now() - opened_;
    return passed >= longest || (passed >= long_enough && processor_time() - worked_ >= worth_it);
}

}  // namespace huiyin::gate
