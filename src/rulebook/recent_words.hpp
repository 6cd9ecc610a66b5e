#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "huiyin/store/connection.hpp"
#include "signs.hpp"

namespace huiyin::rulebook {

/// In which words the last matters were recorded, for as long as a checker lives: what a batch has
/// looked up for one line it knows for the next. It may know words that were erased since, which
/// finds too much; where a command is taken back its checker ends.
class RecentWords {
  public:
    explicit RecentWords(store::Connection& connection) : connection_(connection) {}

    /// Whether something of its kind came by the same channel within ten minutes of it, earlier by
    /// number, in the same words: among the fifty before it, or about its home.
    bool echo(const Facts& matter);
    /// After a correction, which may be of words or times.
    void forget() { heard_.clear(); }

  private:
    using Hash = std::uint32_t;  ///< of words; where two have the same, the rule itself is asked
    struct Words {
        std::int64_t matter;
        Hash hash;
    };
    /// Of one kind and channel, within ten minutes of a moment.
    struct Heard {
        std::int64_t at = 0;
        std::int64_t last = 0;  ///< the matter asked about last: those after it are not known
        std::vector<Words> words = {};
        /// By the home, in which words something was recorded of it.
        std::unordered_map<std::string, std::vector<Hash>> at_homes = {};
    };

    Heard& heard_before(const Facts& matter, const std::string& channel, std::int64_t at);
    std::vector<Hash>* said_at_home(const Facts& matter, Heard& heard, const std::string& channel,
                                    bool is_answered);

    store::Connection& connection_;
    std::map<std::string, Heard> heard_;
    std::int64_t newest_ = 0;  ///< matter that was asked about
};

}  // namespace huiyin::rulebook
