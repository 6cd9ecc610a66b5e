#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/time.hpp"
#include "huiyin/headquarters/company.hpp"
#include "huiyin/reports/period.hpp"

/// The company's page: what all offices come to. Throws nothing of its own.
namespace huiyin::headquarters {

struct PeriodWanted {
    reports::Span span = reports::Span::week;  ///< a week or a month
    std::optional<base::Week> week;            ///< none: the last whole one
    std::optional<base::Month> month;
    base::Instant now;
};

/// An office's figures of the period, by its own calendar.
struct OfficeFigures {
    Office office;
    base::Zone zone{"UTC"};
    reports::Period period;
    bool is_filed = false;           ///< as the office filed them; else counted from its rows
    std::int64_t edition = 0;        ///< of the filed ones
    nlohmann::ordered_json figures;  ///< the keys of the office's own report
    std::vector<std::int64_t> reply_seconds;  ///< of first replies in the period; none of figures
};

/// An office whose figures are not in the sums, or not whole.
struct MissingOffice {
    Office office;
    enum class Why {
        nothing,  ///< it has handed in nothing yet
        not_yet,  ///< what it handed in ends before the period does
        no_rows,  ///< it shares figures alone, and filed none of this period
    };
    Why why = Why::nothing;
};

/// A figure of the company over past weeks.
struct TrendWeek {
    std::string week;
    nlohmann::ordered_json sums;
};

struct CompanyReport {
    PeriodWanted wanted;
    std::string period;  ///< `2026-W47`, `2026-11`
    std::vector<OfficeFigures> offices;
    std::vector<MissingOffice> missing;
    nlohmann::ordered_json sums;
    std::vector<TrendWeek> trend;  ///< of weeks as they were filed, oldest first
};

/// Below so many a rate says little of an office: it is not ranked.
inline constexpr std::int64_t enough_to_rank = 5;

struct CompanyFindings {
    struct OfOffice {
        Office office;
        /// As the office sent them; of an explained one `explanation` has `text` beside `by` and
        /// `at` where the office shares texts.
        std::vector<nlohmann::ordered_json> findings;
    };
    std::vector<OfOffice> offices;
    std::vector<Office> missing;   ///< handed in nothing yet
    std::int64_t unexplained = 0;  ///< breaches
};

struct FoundText {
    std::string office;
    std::optional<std::string> no;  ///< of the matter
    std::string place;              ///< `step.text`
    std::string text;               ///< numbers in it are masked
};
struct FoundTexts {
    std::string text;
    std::vector<FoundText> found;
    std::vector<std::string> not_shared;  ///< offices whose texts are not here
};

}  // namespace huiyin::headquarters
