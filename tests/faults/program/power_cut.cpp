#include "power_cut.hpp"

#include <algorithm>
#include <iostream>

#include "disk.hpp"

namespace faults {

namespace {

class PowerCuts {
  public:
    PowerCuts(const fs::path& scratch, std::string statements, bool honest)
        : store_(scratch / "watched" / "office.db"),
          found_(scratch / "found" / "office.db"),
          heard_(scratch / "heard"),
          statements_(std::move(statements)),
          honest_(honest) {
        medium_.put(store_.string(), read_file(store_));
    }

    /// Runs the command and cuts the power at `cuts` moments of it, a third of them right after it
    /// was acknowledged.
    void run(const Words& words, long cuts) {
        const auto before = entries_in(store_);
        std::vector<Event> events;
        {
            const WatchedDisk disk;
            if (run_command(store_, words, heard_) != 0)
                throw std::runtime_error("a command of the list failed: " + read_file(heard_));
            events = disk.events();
        }
        const auto after = entries_in(store_);
        std::vector<std::size_t> moments;
        for (long cut = 0; cut < cuts; ++cut)
            moments.push_back(cut % 3 == 0 ? events.size() : chance_() % (events.size() + 1));
        std::ranges::sort(moments);
        auto next = moments.begin();
        for (std::size_t index = 0; index <= events.size(); ++index) {
            for (; next != moments.end() && *next == index; ++next)
                cut(before, after, index == events.size());
            if (index < events.size()) medium_.take(events[index], honest_);
        }
    }

    const Counts& counts() const { return counts_; }

  private:
    void cut(std::int64_t before, std::int64_t after, bool acknowledged) {
        ++counts_.tried;
        const auto found = medium_.after_power_cut(chance_);
        if (found.lost_pieces > 0 || acknowledged) ++counts_.hit;
        put_in_place(found);
        // Every third time the power fails again, while what it left is being mended.
        if (honest_ && counts_.tried % 3 == 0 && mending_is_cut()) ++counts_.again;
        const auto problems = problems_of(found_, statements_);
        if (!problems.empty()) {
            if (honest_) std::cerr << "after a power cut:\n" << problems;
            return;
        }
        const auto entries = entries_in(found_);
        if (acknowledged && entries < after) {
            ++counts_.lost;
            if (honest_) std::cerr << "an acknowledged record was lost\n";
        } else if (entries != before && entries != after) {
            if (honest_)
                std::cerr << entries << " entries after a power cut, not " << before << " or "
                          << after << '\n';
        } else if (found.lost_pieces > 0 || acknowledged) {
            ++counts_.survived;
        }
    }

    void put_in_place(const Found& found) {
        fs::remove_all(found_.parent_path());
        fs::create_directories(found_.parent_path());
        for (const auto& [file, bytes] : found.files)
            write_file(found_.parent_path() / fs::path(file).filename(), bytes);
    }

    /// Opens what was found, as the next reader does, and cuts the power anywhere in the mending;
    /// false if there is nothing to mend.
    bool mending_is_cut() {
        const auto journal = found_.string() + "-journal";
        Medium medium;
        medium.put(found_.string(), read_file(found_));
        medium.put(journal, read_file(journal));
        std::vector<Event> events;
        try {
            const WatchedDisk disk;
            entries_in(found_);
            events = disk.events();
        } catch (const std::exception&) {
            return false;  // what is wrong with it is told by whoever looks at all of it
        }
        if (events.empty()) return false;
        const auto moment = chance_() % (events.size() + 1);
        for (std::size_t index = 0; index < moment; ++index)
            medium.take(events[index], true);
        put_in_place(medium.after_power_cut(chance_));
        return true;
    }

    fs::path store_;
    fs::path found_;
    fs::path heard_;
    std::string statements_;
    bool honest_;
    Medium medium_;
    Counts counts_;
    std::mt19937_64 chance_{20261125};
};

}  // namespace

Counts power_cuts(const fs::path& scratch, const std::string& statements,
                  const std::vector<Words>& commands, long cuts, bool honest) {
    PowerCuts power(scratch, statements, honest);
    const long each = std::max<long>(cuts / std::ssize(commands), 1);
    for (const auto& words : commands)
        power.run(words, each);
    return power.counts();
}

}  // namespace faults
