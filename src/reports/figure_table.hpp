#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "huiyin/reports/report.hpp"
#include "values.hpp"

/// Every figure of a report in one table, from which its JSON, the document that all formats show,
/// and the comparison of two editions are made. Private to this directory.
namespace huiyin::reports {

using Count = std::int64_t (*)(const Statistics&);
using Share = Rate (*)(const Statistics&);
/// Seconds, where there is anything to take them of.
using Took = std::optional<std::int64_t> (*)(const Statistics&);
/// Counts by channel, class or category. Those of `always` are there as 0 too.
struct Named {
    const std::map<std::string, std::int64_t>& (*counts)(const Statistics&);
    std::string_view always = {};  ///< divided by blanks
};
struct Listed {
    Json (*json)(const Statistics&, const base::Zone&);
    Count size;
};

/// A list, or several figures of one shape, that the period itself has and no other beside it.
struct OfReport {
    Json (*json)(const Report&, const base::Zone&);
};

struct FigureRow {
    std::string_view path;  ///< where it stands in JSON: `complaints.received`
    Label title;            ///< where it stands alone, among what changed since an edition
    std::variant<Count, Share, Took, Named, Listed, OfReport> value;
    /// Its name in the section of its kind, and its turn there; 0 where another block tells it.
    Label name = {};
    int turn = 0;
    bool always = true;    ///< false: left out where neither period has any
    bool of_time = false;  ///< a share of time, told to a hundredth
    /// What the regulation asks for, told beside the name.
    std::optional<std::int64_t> Requirements::*required = nullptr;
    bool filed = true;  ///< false: in words of a language, so not compared
};

std::span<const FigureRow> figure_table();

/// Those that a period has by itself, as JSON: what stands of the one before, and of last year.
Json figures_json(const Statistics& period, const base::Zone& zone);
/// All of them.
Json figures_json(const Report& report, const base::Zone& zone);
/// Those by which two editions are compared: all that are the same in every language.
Json filed_figures_json(const Report& report, const base::Zone& zone);

}  // namespace huiyin::reports
