#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <utility>

#include "judgement.hpp"

namespace huiyin::rulebook {

/// Portions of the matters on file, which processes that judge them together take one after the
/// other. Each is given once. To be made before the processes part.
class SharedPortions {
  public:
    explicit SharedPortions(std::int64_t matters);
    ~SharedPortions();
    SharedPortions(const SharedPortions&) = delete;
    SharedPortions& operator=(const SharedPortions&) = delete;

    /// The next: matters by id, after the first up to the second.
    std::pair<std::int64_t, std::int64_t> take() const;

  private:
    std::int64_t matters_;
    std::atomic<std::int64_t>* taken_;
};

/// Another process that takes its share of what is judged, on a connection of its own: a process,
/// as SQLite's locks are those of one, and a writer would wait for both of its threads. It sees the
/// same store: whoever reads asks at the end whether anybody wrote meanwhile.
class SecondJudge {
  public:
    /// What it does, on an engine of its own: hands over what it finds.
    using Share = std::function<void(RuleEngine& engine, const StoreJudgement::Take& take)>;

    /// Starts it, where the connection's store is a file, no transaction is under way, and there is
    /// a second processor; else there is none.
    SecondJudge(RuleEngine& engine, const Share& share);
    /// Ends it.
    ~SecondJudge();
    SecondJudge(const SecondJudge&) = delete;
    SecondJudge& operator=(const SecondJudge&) = delete;

    bool is_there() const { return process_ > 0; }
    /// Waits for its end and hands over what it found. Says whether it came to its end: else
    /// something is lacking, and everything is to be judged again.
    bool hand_over(const StoreJudgement::Take& take);

  private:
    bool read_all(const StoreJudgement::Take& take);
    bool came_to_its_end();

    RuleEngine& engine_;
    pid_t process_ = -1;
    int from_it_ = -1;
};

}  // namespace huiyin::rulebook
