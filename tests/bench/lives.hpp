#pragma once

#include <functional>
#include <queue>
#include <random>
#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/writing.hpp"

/// What happens in an invented office: matters come in and are dealt with, in order of time.
namespace huiyin::bench {

/// The same wherever it runs: `std::uniform_int_distribution` is every library's own.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : source_(seed) {}
    /// From 0 to below `limit`.
    std::int64_t below(std::int64_t limit) {
        return static_cast<std::int64_t>(source_() % static_cast<std::uint64_t>(limit));
    }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + below(high - low + 1);
    }
    bool percent(int share) { return below(100) < share; }
    template <typename List>
    const auto& one_of(const List& list) {
        return list[static_cast<std::size_t>(below(std::ssize(list)))];
    }

  private:
    std::mt19937_64 source_;
};

/// One command of the office: who gives it, how the journal words it, what it records.
struct Act {
    base::Instant at;
    std::string doer;     ///< a login
    std::string command;  ///< as the journal keeps it
    std::string subject;  ///< the number it is about; empty until it has one
    /// Records it; may ask for what follows. Answers with the number it is about.
    std::function<std::string(const records::Writing&)> record;
};

/// The acts still to come, soonest first.
class Agenda {
  public:
    void add(Act act) { waiting_.push({std::move(act), ++added_}); }
    bool empty() const { return waiting_.empty(); }
    base::Instant next_at() const { return waiting_.top().act.at; }
    Act take() {
        auto act = waiting_.top().act;
        waiting_.pop();
        return act;
    }

  private:
    struct Waiting {
        Act act;
        std::int64_t order;  ///< of two in the same second, the one that was added first
        bool operator<(const Waiting& other) const {
            return std::pair(act.at, order) > std::pair(other.act.at, other.order);
        }
    };
    std::priority_queue<Waiting> waiting_;
    std::int64_t added_ = 0;
};

struct Colleague {
    const char* login;
    const char* name;
    const char* role;
    const char* superior;
};
/// The office's staff; the first is its head, whom the others follow.
const std::vector<Colleague>& colleagues();

/// The lives that begin at an instant. Each adds its first act; the rest follows from act to act.
class Lives {
  public:
    Lives(Agenda& agenda, Chance& chance) : agenda_(agenda), chance_(chance) {}

    void complaint(base::Instant at);
    void repair(base::Instant at);
    void suggestion(base::Instant at);
    void call_for_help(base::Instant at);
    /// A day of duty: two turns, with a round and a line in the log each.
    void duty(base::Instant midnight, int day);

  private:
    void settle_complaint(const std::string& no, base::Instant at, const std::string& steward);
    void call_back(const std::string& no, base::Instant at, bool again);
    void work_on_repair(const std::string& no, base::Instant at);
    void order_step(const std::string& repair, const std::string& order, base::Instant at,
                    const std::string& technician, std::string_view what);
    std::string unit();
    std::string phone();

    Agenda& agenda_;
    Chance& chance_;
};

}  // namespace huiyin::bench
