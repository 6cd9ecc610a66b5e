#pragma once

#include <cstdint>
#include <set>

#include "huiyin/base/time.hpp"
#include "huiyin/records/writing.hpp"
#include "huiyin/rulebook/touched.hpp"
#include "huiyin/store/connection.hpp"

/// Verdicts on settled matters, and on weeks and months that are over: found once, kept, and not
/// looked for again until something touches what they are about (decision 85). Nothing here throws
/// anything of its own.
namespace huiyin::rulebook {

/// Takes back the verdicts on what a command touched and on what is judged by it, such as a rework
/// by the repair before it. `corrected`: when whatever it corrected or made void happened, before
/// and after; empty of a command that did neither.
void withdraw_verdicts(store::Connection& connection, const ChangeSummary& touched,
                       const std::set<base::Instant>& corrected);

/// Judges what is settled and has no verdict, a part after the other, and keeps what is found.
class VerdictKeeping {
  public:
    /// How much a part may be, so that nobody waits long for the store meanwhile.
    struct Part {
        std::int64_t matters = 1'000;
        std::int64_t periods = 24;
    };

    explicit VerdictKeeping(const Part& part) : part_(part) {}
    VerdictKeeping() : VerdictKeeping(Part{}) {}

    /// Whether verdicts lack that a filing was to keep: it was cut off a part or more before its
    /// end, or judged by other rules.
    bool is_behind(const records::Writing& writing) const;
    /// Judges the next part as of the writing's now.
    void keep_part(const records::Writing& writing);
    /// Whether there may be more to judge.
    bool goes_on() const { return goes_on_; }

  private:
    Part part_;
    std::int64_t looked_at_ = 0;  ///< of the matters without a verdict, the last
    bool goes_on_ = true;
};

}  // namespace huiyin::rulebook
