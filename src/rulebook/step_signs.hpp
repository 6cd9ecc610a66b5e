#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "huiyin/records/step_kind.hpp"
#include "huiyin/store/query.hpp"
#include "signs.hpp"

/// What the rows of a matter tell of it, however they are read. Private to those who read them.
namespace huiyin::rulebook {

/// A matter's own row, by its id.
inline constexpr std::string_view row_of_matter =
    "SELECT kind, no, at, channel, category, unit, text, reachable_at, closed_at, voided_at, phone"
    " FROM main.matter WHERE id = ?";
/// Takes a row that begins with those columns.
void take_matter(const store::Query& row, base::Instant now, Facts& facts, Signs& signs);
std::int64_t opened_at(const Facts& facts);

/// What a repair's own row says.
struct RepairRow {
    bool appointed = false;
    bool placed = false;  ///< where it is was said
    bool rework = false;
};
/// To be told once its steps are.
void note_repair(const RepairRow& row, const Facts& facts, Signs& signs);

/// A step as it stands on file, with the callback that it may be.
struct StepRow {
    std::string what;
    const records::StepKind* kind = nullptr;  ///< null where no step is called so
    std::int64_t at = 0;
    std::int64_t recorded_at = 0;
    bool counts = false;  ///< it has happened and is not void
    bool handed = false;  ///< to somebody
    std::string field = {};
    std::optional<std::string> ended = {};
    std::string method = {};
    std::optional<std::int64_t> order = {};
    bool is_call = false;
    bool reached = false;
    bool raised = false;
    bool satisfied = false;
    bool is_signed = false;
    bool as_happened = false;  ///< of a callback alone

    bool has(records::StepTrait trait) const { return kind != nullptr && kind->has(trait); }
};

/// Reads what of a step a row has from its second column on: what, at, recorded_at, voided_at,
/// to_staff, field, ended, method, dispatch_order, as_happened. Of a callback the rest is
/// elsewhere.
StepRow read_step(const store::Query& row, base::Instant now);

/// Takes the steps of a matter in the order in which they were recorded.
class StepSigns {
  public:
    StepSigns(Signs& signs, Facts& facts, std::int64_t opened_at)
        : signs_(signs), facts_(facts), before_(opened_at) {}

    void take(const StepRow& step);

  private:
    void take_order_of(const StepRow& step);
    void take_call(const StepRow& step);
    void take_facts(const StepRow& step);
    bool keep_first(const std::string& name, std::int64_t at);
    bool seen(std::string_view sign) const { return signs_.contains(sign); }
    void note(bool so, const char* word) {
        if (so) signs_.emplace(word);
    }

    Signs& signs_;
    Facts& facts_;
    std::int64_t before_;
    bool over_ = false;
    bool handed_over_ = false;
    bool closed_ = false;
};

/// A fact of the kind of step: `callback-void` is `callback_void` in SQL.
std::string step_fact(std::string_view what, std::string_view ending);
inline constexpr std::string_view moment_of_step = "_at";
/// A fact that only steps of orders have: which order the first of them was of.
inline constexpr std::string_view order_of_step = "_order";

}  // namespace huiyin::rulebook
