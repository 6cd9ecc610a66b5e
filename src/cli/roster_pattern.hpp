#pragma once

#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/records/duty.hpp"
#include "table_input.hpp"

namespace huiyin::cli {

/// One shift that a repeating table comes to.
struct PatternShift {
    records::Crew crew;
    std::string kind;  ///< day, overnight
    base::TypedTime from;
    base::TypedTime until;
};

/// The shifts of every day from the first to the last, as a table has them: CSV with the columns
/// `day,from,to,kind,who,with`, where `day` is mon … sun, or 1 … N with N days repeating from the
/// first on. A shift that ends no later than it begins ends on the next day, as at 24:00. Throws
/// Failure{usage} with everything that is wrong in the file.
std::vector<PatternShift> read_roster_pattern(const TableInput& input, base::Day first,
                                              base::Day last);

}  // namespace huiyin::cli
