#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <variant>
#include <vector>

/// A disk that keeps only what was synced to it. SQLite writes through to the real files; what it
/// did is noted, so that any power cut in between can be played afterwards.
namespace faults {

struct Wrote {
    std::int64_t offset;
    std::string bytes;
};
struct Cut {
    std::int64_t size;
};
struct Synced {};
struct Deleted {};

struct Event {
    std::string file;
    std::variant<Wrote, Cut, Synced, Deleted> what;
};

/// What is found when the power is back.
struct Found {
    std::map<std::string, std::string> files;
    long lost_pieces = 0;  ///< of what was written and not synced
};

/// What stands on the medium for sure, and what was written since and may be there or not.
class Medium {
  public:
    void put(const std::string& file, std::string bytes) { durable_[file] = std::move(bytes); }
    /// `honest`: a sync makes what came before it durable. A disk that lies is the control.
    void take(const Event& event, bool honest);
    /// The files after the power went: of each unsynced write any sectors, in any order, or none.
    Found after_power_cut(std::mt19937_64& chance) const;

  private:
    std::map<std::string, std::string> durable_;
    std::map<std::string, std::vector<Event>> unsynced_;
};

/// Puts itself before SQLite's own file system for as long as it lives.
class WatchedDisk {
  public:
    WatchedDisk();
    ~WatchedDisk();
    WatchedDisk(const WatchedDisk&) = delete;
    WatchedDisk& operator=(const WatchedDisk&) = delete;

    std::vector<Event> events() const;
};

}  // namespace faults
