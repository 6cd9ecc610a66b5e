#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/rulebook/rule.hpp"
#include "row.hpp"

namespace huiyin::rulebook {

/// What a rule found, as its query said it: no sentence is made and nobody is looked up before it
/// is told (FindingMaker::tell). Refusals are settled, and years of breaches sorted, in this form.
struct Found {
    const Rule* rule = nullptr;
    std::string_view severity;  ///< one of `severity_word`, which live for ever
    std::string subject;
    base::Instant since;
    std::int64_t row = 0;              ///< at fault; 0 where the rule names none
    std::int64_t avoidable = 0;        ///< the step that causes it without need; 0 if none
    bool open = false;                 ///< can still be put right
    bool to_be_explained = false;      ///< nothing else is left to be done about it
    bool stood = false;                ///< before a correction, since when it is not found any more
    const Columns* columns = nullptr;  ///< lives as long as the engine; those of `cells`
    std::string cells;                 ///< `packed`
    std::int64_t portion = 0;  ///< it came from; those of one time and rule are in its order
    std::int64_t turn = 0;     ///< within it

    /// The row that the query gave.
    Row said() const;
};

/// The word of a severity that lives for ever; empty for any other.
std::string_view lasting_severity(std::string_view word);

/// The cells of a row in the order of its columns, as bytes.
std::string packed(const Row& row, const Columns& columns);

}  // namespace huiyin::rulebook
