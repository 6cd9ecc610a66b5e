#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "judgement.hpp"

/// What stands though no rule refuses it any more: a row that was right when it was recorded and is
/// not by what was typed after it, and what stood broken before a correction.
namespace huiyin::rulebook {

/// The row that a refusal blames where the command itself is at fault: no table has it.
inline constexpr std::int64_t row_of_provenance = -1;

/// Of what refusal rules find about what a command touched: what it is at fault for stays a
/// refusal; what was recorded rightly and was broken by a row of this command is a breach; anything
/// else is no finding. A breach that the command brings about without need is a refusal, unless it
/// says that it happened so.
void settle_refusals_of(const ChangeSummary& command, const RuleEngine& engine,
                        std::vector<Found>& findings);

/// Of what refusal rules find on file: what was recorded rightly and was broken by a row typed
/// after it is a breach; anything else is no finding.
void settle_refusals_on_file(const RuleEngine& engine, std::vector<Found>& findings);

/// Of which matters a rule may find what stands on file.
enum class StandsOf {
    any,         ///< of each: no refusal, or one that another matter may break
    disordered,  ///< only of one that is `disordered`
    none         ///< of no matter
};
StandsOf stands_of(const Rule& rule);

/// Whether a refusal about a matter may stand on file, by its steps in the order in which they were
/// recorded: one says that it happened so, or is about what lies before another, as a correction
/// is.
class Disorder {
  public:
    bool found() const { return found_; }
    void take(std::string_view what, std::int64_t at, bool as_happened);

  private:
    bool found_ = false;
    std::optional<std::int64_t> latest_;
};

/// The breaches of what is judged that stood before a correction.
class StoodBefore {
  public:
    StoodBefore(RuleEngine& engine, const Judgement& judgement);

    bool concerns(std::string_view subject) const { return subjects_.contains(subject); }
    /// Adds them to what is found now: to all of it, or to what is about what they concern.
    void add_to(std::vector<Found>& found) const;

  private:
    std::vector<Found> stood_;
    std::set<std::string, std::less<>> subjects_;
};

}  // namespace huiyin::rulebook
