#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huiyin/records/writing.hpp"

namespace huiyin::records {

/// A filed weekly report (clause 5.5). The same week is filed again only when a figure or the
/// summary changed; whoever files has seen to that.
struct FiledReport {
    std::string week;  ///< `2026-W47`
    int edition = 0;   ///< 1, 2, …
    base::Instant filed_at;
    std::string figures;  ///< canonical JSON, what a new edition is compared with
    std::optional<std::string> summary;
};

/// The newest edition of a week; nothing where none was filed. Throws nothing of its own, like the
/// rest of these.
std::optional<FiledReport> latest_report(store::Connection& connection, std::string_view week);

/// The figures of one edition; nothing where it was never filed.
std::optional<std::string> filed_figures(store::Connection& connection, std::string_view week,
                                         int edition);

/// Files a new edition and returns its number.
int file_report(const Writing& writing, std::string_view week, const std::string& figures,
                const std::optional<std::string>& summary);

}  // namespace huiyin::records
